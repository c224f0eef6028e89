/** Addresses of meetings at the desk and in public. */

/** The desk's list of meetings. */
export const meetingsPath = '/hoi-hop'

/** What the public reads of meetings. */
export const publicMeetingsPath = '/hoi-nghi'

/** One meeting at the desk, or a page under it: a step, a print, a file. */
export function meetingPath(row: { unit_id: string; id: string }, part = ''): string {
  return `${meetingsPath}/${row.unit_id}/${row.id}${part === '' ? '' : `/${part}`}`
}

/** One meeting as the public reads it. */
export function publicMeetingPath(row: { unit_id: string; id: string }, part = ''): string {
  return `${publicMeetingsPath}/${row.unit_id}/${row.id}${part === '' ? '' : `/${part}`}`
}

/** Where those in a room say that they are there; the code is on the wall. */
export function roomPath(code: string): string {
  return `${publicMeetingsPath}/phong/${code}`
}
