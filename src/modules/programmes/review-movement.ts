/** `review-interim`, `review-final`: what came of the movement part-way (sơ kết) and at its end (tổng kết). */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { movement } from './movement.ts'

const reviewsMax = 20
const input = z.object({ text: longText(4000) })

/** Any number of times while it runs. */
export const reviewInterim = action({
  noun: movement,
  step: 'review-interim',
  input,
  decide({ record, input: said, moment }) {
    const { reviews } = record!
    if (reviews.length >= reviewsMax) throw new WrongInput([{ field: 'text', code: 'too-many-reviews' }])
    return { change: { reviews: [...reviews, { on: moment.on.toString(), text: said.text, final: false }] } }
  },
})

/** After it nobody registers any more, and awards may be given. */
export const reviewFinal = action({
  noun: movement,
  step: 'review-final',
  input,
  decide: ({ record, input: said, moment }) => ({
    change: { reviews: [...record!.reviews, { on: moment.on.toString(), text: said.text, final: true }] },
  }),
})
