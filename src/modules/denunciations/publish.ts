/** The conclusion is made public, with nothing of the denouncer. */
import { z } from 'zod'
import type { Creation } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, count, longText } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { personalData } from '../feedback/personal-data.ts'
import { publication, shownDays } from './publication.ts'
import { sealedStep } from './sealed-step.ts'
import { tells } from './tells.ts'

/**
 * Besides the denouncer's own data, numbers of telephones and papers, addresses and relations are refused, with the piece
 * that was found. The comparison with what lies sealed runs in the request of the insider who has opened it.
 */
export const publish = sealedStep({
  step: 'publish',
  form: z.object({
    way: choice(['portal', 'meeting', 'posted', 'media']),
    public_text: longText(),
    days_shown: count(shownDays, 365).optional(),
  }),
  answers: ({ way, public_text, days_shown }, { contents }) => {
    refuse('gives-the-sender-away', tells(public_text, contents.person))
    // The subject may be named after the conclusion: titles before a name are no reason to refuse.
    const untitled = public_text.replace(/(?<!\p{L})(?:ông|bà|anh|chị|cụ|em|cháu|cô|chú|bác)\s+(?=\p{Lu})/giu, '')
    refuse('gives-a-person-away', personalData(untitled, [contents.person.name]))
    return { on_portal: way === 'portal' ? { public_text, days: days_shown ?? shownDays } : null }
  },
  letters: ({ public_text }) => [
    { type: 'THÔNG BÁO', about: 'Công khai kết luận nội dung tố cáo', to: [], paragraphs: [public_text] },
  ],
  decide: ({ id, moment, answers: { on_portal } }) => ({
    change: { published_on: moment.on },
    ...(on_portal ? { creates: [shown(id, moment.on, on_portal)] } : {}),
  }),
})

function refuse(code: 'gives-the-sender-away' | 'gives-a-person-away', found: string | null): void {
  if (found !== null) throw new WrongInput([{ field: 'public_text', code, params: { found } }])
}

/** The public record. Its id tells nobody of which sealed one it speaks. */
function shown(
  id: string,
  on: Temporal.PlainDate,
  { public_text, days }: { public_text: string; days: number },
): Creation {
  return {
    noun: publication,
    id: idFrom(id, 'publication'),
    step: 'publish',
    state: 'shown',
    cite: 'LTC 2018 Đ40',
    change: {
      title: 'Kết luận nội dung tố cáo',
      public_text,
      published_on: on,
      until_on: on.add({ days: days + 1 }),
    },
  }
}
