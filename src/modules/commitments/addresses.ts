/** Where the pages of commitments are; the address is the state of a list. */

/** The ledger of officers, and the one that everybody reads. */
export const deskPath = '/cam-ket-noi-bo'
export const publicPath = '/cam-ket'

/** One commitment, at the desk or for everybody. */
export function commitmentPath(face: 'desk' | 'public', row: { unit_id: string; id: string }): string {
  return `${face === 'desk' ? deskPath : publicPath}/${row.unit_id}/${row.id}`
}
