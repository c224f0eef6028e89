/** The theme of the year: what may carry one, and what is bound to it. */
import type { InstrumentRow } from './instrument.ts'

/** A theme that is in force. */
export const isTheme = (row: Pick<InstrumentRow, 'kind' | 'state'> | null): boolean =>
  row?.kind === 'theme-of-year' && row.state === 'recorded'
