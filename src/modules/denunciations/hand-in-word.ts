/** A word sealed at one unit enters the other's closed desk, unopened. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { uuid } from '../../platform/input.ts'
import { envelopeOf, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { unitOn } from '../units/queries.ts'
import { areLawful } from './conditions.ts'
import type { DenunciationRow } from './denunciation.ts'
import { sealedWord } from './sealed-word.ts'

/** Taken after the sender's step was committed; repeating it is harmless. */
export const handInWord = action({
  noun: sealedWord,
  step: 'hand-in',
  input: z.object({ from_unit_id: uuid(), from_id: uuid(), word_id: uuid() }),
  async reads(sql, { input, viewer, moment }) {
    const { rows } = await sql.query<Pick<DenunciationRow, 'sent_words'>>(
      'select sent_words from denunciation where unit_id = $1 and id = $2',
      [input.from_unit_id, input.from_id],
    )
    const unit = await unitOn(viewer, sql, input.from_unit_id, moment.on)
    const envelope = await envelopeOf(sql, input.from_unit_id, input.word_id)
    return { words: rows[0]?.sent_words ?? [], unit_name: unit?.name ?? '', envelope }
  },
  decide({ input, facts, id, unit_id }, { words, unit_name, envelope }) {
    const word = words.find((one) => one.id === id && one.to_unit_id === unit_id && input.word_id === id)
    if (!word || !areLawful(envelope.keys, facts.lawful, [])) throw new NotOpen('not-yours', '', 404)
    return {
      change: {
        kind: word.kind,
        from_unit_id: input.from_unit_id,
        from_unit_name: unit_name,
        from_id: input.from_id,
        sent_on: Temporal.PlainDate.from(word.on),
        answer_by: word.answer_by === null ? null : Temporal.PlainDate.from(word.answer_by),
        answers_id: word.answers_id,
        answered_on: null,
        read_on: null,
      },
      rows: envelopeRows(id, envelope),
    }
  },
})
