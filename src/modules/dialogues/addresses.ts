/** Where the pages of dialogues are. Desk pages stand under `desk…`, all others are public. */

/** Public: dialogues to come and past ones. */
export const portalPath = '/doi-thoai'
/** Public: one dialogue. */
export const portalDialoguePath = (row: { unit_id: string; id: string }) => `${portalPath}/${row.unit_id}/${row.id}`
/** Public: ask a question, or say that one will come. */
export const askPath = (row: { unit_id: string; id: string }) => `${portalDialoguePath(row)}/hoi`
/** Public: hand in an attendance slip. */
export const slipPath = (row: { unit_id: string; id: string }) => `${portalDialoguePath(row)}/co-mat`
/** Public: one's own question, opened by its code. */
export const questionPath = (row: { unit_id: string; id: string }) => `${portalPath}/cau-hoi/${row.unit_id}/${row.id}`

/** Desk: dialogues of the units one sees. */
export const deskPath = '/doi-thoai-truc-tiep'
/** Desk: one dialogue. */
export const deskDialoguePath = (row: { unit_id: string; id: string }) => `${deskPath}/${row.unit_id}/${row.id}`
