/** A citizen sends a petition from the portal, without an account. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, longText, personName, phone, text, uuid } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { codeRow, firstForm } from './first-form.ts'
import { type FirstInstance, firstById, secondMayFollow } from './first-instance.ts'
import { attachmentRows, attachments, trackingCode } from './inputs.ts'
import { petition } from './petition.ts'

/** The kinds a citizen may choose on the open form; a denunciation has a way of its own. */
export const askedKinds = ['observation', 'recommendation', 'complaint'] as const

// A stamp MẬT, TỐI MẬT, TUYỆT MẬT; not the words of people who write in capitals: MẬT ĐỘ, MẬT ONG, MẬT KHẨU, BẢO MẬT, THÂN MẬT.
const secretStamp =
  /(?<!\p{L})(?<!(?:BÍ|BẢO|THÂN|CẨN|RẬM|ĐƯỜNG|CƠ)\s)MẬT(?!\p{L})(?!\s+(?:ĐỘ|ONG|KHẨU|MÃ|THIẾT|ƯỚC|VỤ|ÍT|MÍA|DANH|GẤU))/u

/** A first instance whose second road may be taken on that day. */
function maySendSecond(first: FirstInstance, on: Temporal.PlainDate): boolean {
  return first.instance === 1 && secondMayFollow(first, on)
}

function followsOf({ unit_id, petition_id, id }: FirstInstance) {
  return { unit_id, petition_id, complaint_id: id }
}

/** Received the same day; a complaint keeps this day and waits for its signature. */
export const submit = action({
  noun: petition,
  step: 'submit',
  input: z.object({
    asked_kind: choice(askedKinds),
    title: text(200),
    text: longText(),
    place: text(200).optional(),
    petitioner_name: personName(),
    petitioner_address: text(300),
    petitioner_phone: phone().optional(),
    petitioner_email: text(200, { inputmode: 'email', autocomplete: 'email' })
      .refine((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), { error: 'not-an-email' })
      .optional(),
    files: attachments(),
    code: trackingCode(),
    visit_id: uuid().optional(),
    /** The first complaint this letter follows, from whose page it is sent. */
    first_unit_id: uuid().optional(),
    first_id: uuid().optional(),
  }),
  // Only who has opened the first one by its code may follow it.
  reads: async (sql, { input, viewer, moment }) => {
    if (!input.first_unit_id || !input.first_id) return null
    const first = await firstById(sql, input.first_unit_id, input.first_id, moment.on)
    return first && viewer.opened.some((one) => one.record_id === first.petition_id) ? first : null
  },
  kept: ({ code: _, ...kept }) => kept,
  decide({ input, viewer, moment, facts, id }, followed) {
    if (input.first_id && (!followed || !maySendSecond(followed, moment.on)))
      throw new WrongInput([{ field: 'first_id', code: 'no-such-first' }])
    if (secretStamp.test(`${input.title}\n${input.text}`))
      throw new WrongInput([{ field: 'text', code: 'state-secret' }])
    const { code, files, first_unit_id: _unit, first_id: _first, ...words } = input
    const first = firstForm(
      {
        ...words,
        received_on: moment.on,
        source: 'online',
        signers: 1,
        signature: null,
        ...(followed ? { follows: followsOf(followed), case_id: followed.case_id } : {}),
        language: viewer.language,
      },
      id,
      'portal',
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
