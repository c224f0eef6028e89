/** The 34 provinces coloured by a figure: five steps of one colour that stay apart in grey; none handed in is hatched. */
import { scaleThreshold } from 'd3-scale'
import { Figure, Hatch } from './chart.tsx'
import { archipelagos, mapSize, provinceShapes } from './province-shapes.ts'
import { useSpeech } from './speech.tsx'
import { Table } from './table.tsx'

/** A province's figure. `value` null: nothing handed in; `href`: where its records or its report stand. */
export interface Area {
  code: string
  name: string
  value: number | null
  href?: string
}

const steps = 5

/** Bounds of the steps: as many areas in each as can be, on round numbers. Exported for the test. */
export function stepBounds(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const bounds = Array.from({ length: steps - 1 }, (_, index) => {
    const at = sorted[Math.floor(((index + 1) * sorted.length) / steps)] ?? 0
    const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(at, 1))) - 1)
    return Math.floor(at / unit) * unit
  })
  return [...new Set(bounds)].filter((bound) => bound > (sorted[0] ?? 0))
}

/** What any map of areas takes. */
export interface MapProps {
  id: string
  title: string
  said: string
  /** What is counted. */
  counted: string
  of: string
  areas: readonly Area[]
}

/** The 34 provinces. Areas the map does not know stand in the table alone; provinces that are not asked for stay white. */
export function ProvinceMap(props: MapProps) {
  return <ShadedMap {...props} shapes={provinceShapes()} size={mapSize} names={archipelagos} />
}

/** Areas by code as paths of an SVG, shaded by their figures, with the legend and the table, largest first. */
export function ShadedMap(
  props: MapProps & {
    shapes: ReadonlyMap<string, string>
    size: { width: number; height: number }
    names?: readonly { name: string; x: number; y: number }[]
  },
) {
  const { language, frame } = useSpeech()
  const number = (value: number) => value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')
  const said = (value: number | null) => (value === null ? frame.chart.nothing : number(value))
  const bounds = stepBounds(props.areas.flatMap(({ value }) => value ?? []))
  const stepOf = scaleThreshold<number, number>()
    .domain(bounds)
    .range(Array.from({ length: bounds.length + 1 }, (_, index) => index))
  const known = new Map(props.areas.map((area) => [area.code, area]))
  const fill = (area: Area | undefined) => (area?.value === null ? `url(#${props.id}-none)` : undefined)
  const shades = (area: Area | undefined) => {
    if (area === undefined) return 'gd-map-outside'
    return area.value === null ? '' : `gd-map-${shadeOf(stepOf(area.value), bounds.length + 1)}`
  }
  return (
    <Figure
      id={props.id}
      title={props.title}
      said={props.said}
      legend={
        <ul class="gd-map-legend">
          {Array.from({ length: bounds.length + 1 }, (_, index) => (
            <li key={index}>
              <svg width="22" height="14" aria-hidden="true">
                <rect width="22" height="14" class={`gd-map-${shadeOf(index, bounds.length + 1)} gd-map-key`} />
              </svg>{' '}
              {frame.chart.between(
                bounds[index - 1] === undefined ? null : number(bounds[index - 1] ?? 0),
                bounds[index] === undefined ? null : number((bounds[index] ?? 0) - 1),
              )}
            </li>
          ))}
          <li>
            <svg width="22" height="14" aria-hidden="true">
              <rect width="22" height="14" fill={`url(#${props.id}-none)`} class="gd-map-key" />
            </svg>{' '}
            {frame.chart.nothing}
          </li>
        </ul>
      }
      drawing={
        // biome-ignore lint/a11y/useSemanticElements: a drawing whose areas are links is neither one image nor a fieldset
        <svg
          viewBox={`0 0 ${props.size.width} ${props.size.height}`}
          class="gd-map"
          role="group"
          aria-label={props.said}
        >
          <defs>
            <Hatch id={`${props.id}-none`} />
            {[...props.shapes].map(([code, d]) => (
              <path key={code} id={`${props.id}-${code}`} d={d} />
            ))}
          </defs>
          {props.names?.map(({ name, x, y }) => (
            <text key={name} x={x} y={y} text-anchor="middle" class="gd-map-name">
              {name}
            </text>
          ))}
          {[...props.shapes.keys()].map((code) => {
            const area = known.get(code)
            const shape = (
              <g key={code} class={`gd-map-area ${shades(area)}`}>
                {area && <title>{`${area.name}: ${said(area.value)}`}</title>}
                <use href={`#${props.id}-${code}`} class="gd-map-edge" />
                <use href={`#${props.id}-${code}`} fill={fill(area)} />
              </g>
            )
            return area?.href ? (
              <a key={code} href={area.href} tabIndex={-1}>
                {shape}
              </a>
            ) : (
              shape
            )
          })}
        </svg>
      }
      table={
        <Table
          caption={props.title}
          caption_hidden
          rows={props.areas.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))}
          row_key={(area) => area.code}
          empty={frame.chart.nothing}
          columns={[
            {
              key: 'of',
              title: props.of,
              row_header: true,
              cell: (area) =>
                area.href ? (
                  <a class="govuk-link" href={area.href}>
                    {area.name}
                  </a>
                ) : (
                  area.name
                ),
            },
            { key: 'value', title: props.counted, numeric: true, cell: (area) => said(area.value) },
          ]}
        />
      }
    />
  )
}

/** Spreads few steps over the five shades, so that the ends always look like ends. */
const shadeOf = (step: number, of: number) => (of <= 1 ? 2 : Math.round((step * (steps - 1)) / (of - 1)))
