/** Where the pages of narratives are. */
import type { NarrativeSectionId } from '../../law/narrative-sections.ts'

/** The list, under the reports. */
export const narrativesPath = '/bao-cao/loi-van'

/** One narrative. */
export const narrativePath = (row: { unit_id: string; id: string }) => `${narrativesPath}/${row.unit_id}/${row.id}`

/** A section of it on its page. */
export const sectionPath = (row: { unit_id: string; id: string }, section: NarrativeSectionId) =>
  `${narrativePath(row)}#${section}`

/** The form of a section. */
export const editPath = (row: { unit_id: string; id: string }, section: NarrativeSectionId) =>
  `${narrativePath(row)}/edit-section/${section}`

/** What units below wrote of a section. */
export const belowPath = (row: { unit_id: string; id: string }, section: NarrativeSectionId) =>
  `${narrativePath(row)}/cap-duoi/${section}`

/** The list behind a number. */
export function listPath(unit_id: string, period: string, list: string, of: string | null): string {
  const path = `${narrativesPath}/danh-sach/${list}/${unit_id}`
  return `${path}?${new URLSearchParams({ ky: period, ...(of === null ? {} : { loc: of }) })}`
}
