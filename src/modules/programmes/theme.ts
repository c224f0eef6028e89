/** The theme of the year: when it is one, and what events may belong to it. */
import type { InstrumentRow } from './instrument.ts'

/** A theme that is in force. */
export const isTheme = (row: Pick<InstrumentRow, 'kind' | 'state'> | null): boolean =>
  row?.kind === 'theme-of-year' && row.state === 'recorded'

/** Dialogues and meetings that were not called off, as rows of SQL: whose, which, its title, its day, whether everybody may know. */
export const eventSql = `
select 'dialogue' as kind, d.unit_id, d.id, d.title, d.held_on as on_day, d.announced_on is not null as is_public
from dialogue d where d.state <> 'cancelled'
union all
select 'meeting', m.unit_id, m.id, m.title, m.held_on, m.is_public from meeting m where m.state <> 'cancelled'`
