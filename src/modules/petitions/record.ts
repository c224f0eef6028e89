/** An officer enters a petition from paper, a visit or the telephone. */
import { z } from 'zod'
import { forwarders } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, count, day, longText, personName, phone, text, uuid, yesNo } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { codeRow, firstForm } from './first-form.ts'
import { attachmentRows, attachments, openKinds, trackingCode } from './inputs.ts'
import { petition } from './petition.ts'

/** Ways in which a letter reaches the desk. */
export const deskSources = ['in-person', 'post', 'forwarded', 'by-hand', 'phone'] as const

/** Seven answers are required; the day received starts the clocks and is never after today. */
export const record = action({
  noun: petition,
  step: 'record',
  input: z.object({
    received_on: day(),
    source: choice(deskSources),
    petitioner_name: personName(),
    petitioner_address: text(300),
    title: text(200),
    text: longText(),
    signed: yesNo(),
    asked_kind: choice(openKinds).optional(),
    signers: count(1, 10_000).optional(),
    forwarder: choice(forwarders).optional(),
    place: text(200).optional(),
    petitioner_phone: phone().optional(),
    petitioner_email: text(200, { inputmode: 'email' }).optional(),
    helper: personName().optional(),
    helper_relation: text(100).optional(),
    read_back: yesNo().optional(),
    files: attachments(),
    code: trackingCode(),
    visit_id: uuid().optional(),
  }),
  kept: ({ code: _, ...kept }) => kept,
  decide({ input, viewer, moment, facts, id }) {
    if (Temporal.PlainDate.compare(input.received_on, moment.on) > 0)
      throw new WrongInput([{ field: 'received_on', code: 'day-in-future' }])
    if (input.source === 'forwarded' && !input.forwarder)
      throw new WrongInput([{ field: 'forwarder', code: 'required' }])
    if (input.helper && input.read_back !== true) throw new WrongInput([{ field: 'read_back', code: 'must-read-back' }])
    const { code, files, signed, helper, helper_relation, read_back, signers, ...words } = input
    const first = firstForm(
      {
        ...words,
        asked_kind: words.asked_kind ?? null,
        signers: signers ?? 1,
        signature: signed ? { how: 'paper', on: input.received_on.toString(), by: viewer.account_id } : null,
        assisted: helper ? { helper, relation: helper_relation ?? '', read_back: read_back === true } : null,
      },
      id,
      viewer.via,
      facts,
    )
    const told = tellPetitioner({ id, revision: 0 }, id, 'received', moment)
    return {
      ...first,
      rows: [
        ...first.rows,
        codeRow(code, id, moment.on),
        ...attachmentRows(files, { record_kind: 'petition', record_id: id }, { viewer, on: moment.on }),
        ...told.rows,
      ],
      jobs: told.jobs,
    }
  },
})
