/** Addresses of topical reports. */

/** The list: what waits for an answer, and what was asked. */
export const topicalPath = '/hoi-nhanh'

/** Where a unit's list is begun. */
export const preparePath = (unit_id: string): string => `${topicalPath}/lap/${unit_id}`

/** One call. */
export const callPath = (row: { unit_id: string; id: string }): string => `${topicalPath}/${row.unit_id}/${row.id}`

/** What a unit answers. */
export const answerPath = (row: { unit_id: string; id: string }): string =>
  `${topicalPath}/tra-loi/${row.unit_id}/${row.id}`

/** What came in: of a round, of one province, refreshed by itself; `question`: the answers behind a sum; `sheet`: XLSX. */
export function rollUpPath(
  row: { unit_id: string; id: string },
  asked: { round?: number; group?: string | null; refresh?: boolean; question?: string; sheet?: boolean } = {},
): string {
  const tail = asked.question ? `cau/${asked.question}` : asked.sheet ? 'tong-hop.xlsx' : 'tong-hop'
  const entries = [
    ['vong', asked.round === undefined ? undefined : String(asked.round)],
    ['noi', asked.group ?? undefined],
    ['lam_moi', asked.refresh ? '60' : undefined],
  ].flatMap(([name, value]) => (value === undefined ? [] : [[name!, value]]))
  const query = entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`
  return `${callPath(row)}/${tail}${query}`
}
