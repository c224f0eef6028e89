/** A citizen sends a petition from the portal, without an account. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, longText, personName, phone, text, uuid } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { codeRow, firstForm } from './first-form.ts'
import { attachmentRows, attachments, trackingCode } from './inputs.ts'
import { petition } from './petition.ts'

/** The kinds a citizen may choose on the open form; a denunciation has a way of its own. */
export const askedKinds = ['observation', 'recommendation', 'complaint'] as const

// A stamp MẬT, TỐI MẬT, TUYỆT MẬT; not the words of people who write in capitals: MẬT ĐỘ, MẬT ONG, MẬT KHẨU, BẢO MẬT, THÂN MẬT.
const secretStamp =
  /(?<!\p{L})(?<!(?:BÍ|BẢO|THÂN|CẨN|RẬM|ĐƯỜNG|CƠ)\s)MẬT(?!\p{L})(?!\s+(?:ĐỘ|ONG|KHẨU|MÃ|THIẾT|ƯỚC|VỤ|ÍT|MÍA|DANH|GẤU))/u

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
  }),
  kept: ({ code: _, ...kept }) => kept,
  decide({ input, viewer, moment, facts, id }) {
    if (secretStamp.test(`${input.title}\n${input.text}`))
      throw new WrongInput([{ field: 'text', code: 'state-secret' }])
    const { code, files, ...words } = input
    const first = firstForm(
      {
        ...words,
        received_on: moment.on,
        source: 'online',
        signers: 1,
        signature: null,
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
