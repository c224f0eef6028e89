/** Addresses of clusters, briefings and dashboards. */

/** The list of clusters. */
export const clustersPath = '/bao-cao/cum'

/** One cluster's briefing; `part`: its members, or the pack to print. */
export function clusterPath(id: string, part: '' | 'thanh-vien' | 'in' = '', period?: string): string {
  const path = part === '' ? `${clustersPath}/${id}` : `${clustersPath}/${id}/${part}`
  return period === undefined ? path : `${path}?ky=${period}`
}

/** The dashboard of a unit. */
export function overviewPath(asked: { unit?: string; period?: string; indicator?: string } = {}): string {
  const words = { don_vi: asked.unit, ky: asked.period, chi_so: asked.indicator }
  const entries = Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return entries.length === 0 ? '/toan-canh' : `/toan-canh?${new URLSearchParams(entries)}`
}
