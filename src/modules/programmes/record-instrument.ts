/** `record-instrument`: an instrument is entered in the unit's book, the unit's own or one that came from elsewhere. */
import { z } from 'zod'
import { instrumentKinds } from '../../law/instrument-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, count, day, text, unitId } from '../../platform/input.ts'
import { instrument } from './instrument.ts'
import { issuedPosting } from './instrument-posting.ts'
import { checkOwnUnits, checkStanding, units } from './references.ts'

/** Without units named it binds the unit in whose book it stands. */
export const recordInstrument = action({
  noun: instrument,
  step: 'record-instrument',
  input: z.object({
    kind: choice(instrumentKinds),
    number: text(100).optional(),
    title: text(300),
    issued_on: day(),
    issuer_unit_id: unitId().optional(),
    issuer_text: text(200).optional(),
    valid_from: day().optional(),
    valid_until: day().optional(),
    theme_year: count(2000, 2100).optional(),
    binds: units().optional(),
  }),
  async reads(sql, { unit_id, input, moment }) {
    await checkOwnUnits(sql, unit_id, input.binds ?? [], moment.on, 'binds')
    if (input.issuer_unit_id) await checkStanding(sql, [input.issuer_unit_id], moment.on, 'issuer_unit_id')
  },
  decide({ input, moment, unit_id }) {
    const change = {
      kind: input.kind,
      number: input.number ?? null,
      title: input.title,
      issued_on: input.issued_on,
      issuer_unit_id: input.issuer_unit_id ?? null,
      issuer_text: input.issuer_text ?? null,
      valid_from: input.valid_from ?? input.issued_on,
      valid_until: input.valid_until ?? null,
      theme_year: input.theme_year ?? null,
      binds: input.binds?.length ? input.binds : [unit_id],
      derived: [],
      events: [],
      replaced_by_unit_id: null,
      replaced_by_id: null,
      ended_on: null,
      end_note: null,
      recorded_on: moment.on,
    }
    return { change, postings: issuedPosting(unit_id, change) }
  },
})
