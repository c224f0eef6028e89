/** A map of outlines that an operator imported, projected on the server and shaded as the map of provinces is. */
import { geoMercator, geoPath } from 'd3-geo'
import { type MapProps, ShadedMap } from './province-map.tsx'

/** Longitude and latitude in rings: the outer one clockwise, then holes. */
export interface MappedOutline {
  unit_id: string
  polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]
}

const size = { width: 800, height: 700 } as const
const margin = 12

/** Paths of the outlines, as large as the drawing allows; exported for the test. */
export function outlinePaths(outlines: readonly MappedOutline[]): Map<string, string> {
  const features = outlines.map(({ unit_id, polygons }) => ({
    type: 'Feature' as const,
    id: unit_id,
    properties: null,
    // d3-geo takes arrays that may be written to; nothing here writes.
    geometry: { type: 'MultiPolygon' as const, coordinates: structuredClone(polygons) as [number, number][][][] },
  }))
  const extent: [[number, number], [number, number]] = [
    [margin, margin],
    [size.width - margin, size.height - margin],
  ]
  const projection = geoMercator().fitExtent(extent, { type: 'FeatureCollection', features })
  const path = geoPath(projection).digits(1)
  return new Map(features.map((feature) => [feature.id, path(feature) ?? '']))
}

/** The map; the `code` of an area is its unit's id. Units without an outline stand in the table alone. */
export function OutlineMap(props: MapProps & { outlines: readonly MappedOutline[] }) {
  return <ShadedMap {...props} shapes={outlinePaths(props.outlines)} size={size} />
}
