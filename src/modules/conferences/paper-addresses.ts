/** Where the pages of topics, papers and volumes are. */

interface Key {
  unit_id: string
  id: string
}

/** What a unit is asked for and an officer reviews. */
export const papersPath = '/bai-tham-luan'
/** Topics and papers of a meeting. */
export const meetingPapersPath = ({ unit_id, id }: Key, part = '') =>
  `${papersPath}/hop/${unit_id}/${id}${part === '' ? '' : `/${part}`}`
/** One topic. */
export const topicPath = ({ unit_id, id }: Key, part = '') =>
  `${papersPath}/chu-de/${unit_id}/${id}${part === '' ? '' : `/${part}`}`
/** One paper. */
export const paperPath = ({ unit_id, id }: Key, part = '') =>
  `${papersPath}/bai/${unit_id}/${id}${part === '' ? '' : `/${part}`}`
/** One volume. */
export const volumePagePath = ({ unit_id, id }: Key, part = '') =>
  `${papersPath}/ky-yeu/${unit_id}/${id}${part === '' ? '' : `/${part}`}`

/** Open calls, as everybody reads them. */
export const callsPath = '/tham-luan'
/** The public form of an open call. */
export const callPath = ({ unit_id, id }: Key) => `${callsPath}/gui/${unit_id}/${id}`
/** A paper that was opened with its code. */
export const ownPaperPath = ({ unit_id, id }: Key, part = '') =>
  `${callsPath}/bai/${unit_id}/${id}${part === '' ? '' : `/${part}`}`
/** Published volumes. */
export const volumesPath = '/ky-yeu'
/** One published volume. */
export const publicVolumePath = ({ unit_id, id }: Key, part = '') =>
  `${volumesPath}/${unit_id}/${id}${part === '' ? '' : `/${part}`}`
