/** Where the pages of hotspots are. */

/** Findings and plans. */
export const hotspotsPath = '/diem-nong'
/** Asks for a scan of a scope. */
export const scanPath = `${hotspotsPath}/xem-lai`
/** Plans. */
export const plansPath = `${hotspotsPath}/ke-hoach`
/** One finding. */
export const findingPath = (id: string) => `${hotspotsPath}/${id}`
/** One plan. */
export const planPath = (row: { unit_id: string; id: string }) => `${plansPath}/${row.unit_id}/${row.id}`
