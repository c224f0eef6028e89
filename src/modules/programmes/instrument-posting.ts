/** What figures are told of an instrument: that the unit itself issued one. */
import type { PostingWanted } from '../../platform/actions/action.ts'
import type { InstrumentRow } from './instrument.ts'

/** Nothing for an instrument that came from elsewhere; the sign takes back what was told before. */
export function issuedPosting(
  unit_id: string,
  of: Pick<InstrumentRow, 'issuer_unit_id' | 'issued_on' | 'kind'>,
  sign: 1 | -1 = 1,
): PostingWanted[] {
  if (of.issuer_unit_id !== unit_id) return []
  return [{ fact: 'instrument', on_day: of.issued_on, kind: of.kind, sign }]
}
