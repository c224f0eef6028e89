/** Where the pages of projects, consultations and requests by voters are. */

interface Key {
  unit_id: string
  id: string
}

/** Public: projects, and what the people are asked about now. */
export const publicProjectsPath = '/du-an'
/** Public: one project. */
export const publicProjectPath = (row: Key) => `${publicProjectsPath}/${row.unit_id}/${row.id}`
/** Public: one consultation, where opinions are sent. */
export const publicConsultationPath = (row: Key) => `/lay-y-kien/${row.unit_id}/${row.id}`
/** Public: one's own opinion, opened by its code. */
export const ownOpinionPath = (row: Key) => `/lay-y-kien/y-kien/${row.unit_id}/${row.id}`

/** Desk: projects and consultations. */
export const projectsPath = '/cong-trinh'
/** Desk: requests by voters. */
export const requestsPath = `${projectsPath}/yeu-cau`
/** Desk: what is owed a year, and what was held. */
export const dutiesPath = `${projectsPath}/nghia-vu`

/** Desk: one record of these kinds. */
export const deskPathOf = {
  project: (row: Key) => `${projectsPath}/du-an/${row.unit_id}/${row.id}`,
  consultation: (row: Key) => `${projectsPath}/lay-y-kien/${row.unit_id}/${row.id}`,
  opinion: (row: Key) => `${projectsPath}/gop-y/${row.unit_id}/${row.id}`,
  'talk-request': (row: Key) => `${requestsPath}/${row.unit_id}/${row.id}`,
} as const

/** A kind of record whose desk pages are here. */
export type DeskKind = keyof typeof deskPathOf
