/** The conclusion is made public, with nothing of the denouncer. */
import { z } from 'zod'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, longText } from '../../platform/input.ts'
import { personalData } from '../feedback/personal-data.ts'
import { sealedStep } from './sealed-step.ts'

/** Besides the denouncer's own data, numbers of telephones and papers, addresses and relations are refused. */
export const publish = sealedStep({
  step: 'publish',
  form: z.object({ way: choice(['meeting', 'posted', 'media']), public_text: longText() }),
  answers: ({ public_text }, { contents }) => {
    // The subject may be named after the conclusion: titles before a name are no reason to refuse.
    const untitled = public_text.replace(/(?<!\p{L})(?:ông|bà|anh|chị|cụ|em|cháu|cô|chú|bác)\s+(?=\p{Lu})/giu, '')
    if (personalData(untitled, [contents.person.name]) !== null)
      throw new WrongInput([{ field: 'public_text', code: 'gives-a-person-away' }])
    return {}
  },
  letters: ({ public_text }) => [
    { type: 'THÔNG BÁO', about: 'Công khai kết luận nội dung tố cáo', to: [], paragraphs: [public_text] },
  ],
  decide: ({ moment }) => ({ change: { published_on: moment.on } }),
})
