/** Pieces of input that several steps of a call ask alike, and the question that comes of them. */
import { z } from 'zod'
import { WrongInput } from '../../platform/actions/errors.ts'
import { agree, choice, day, type FieldMeta, longText, text, tidy } from '../../platform/input.ts'
import { timeOfDay } from '../receptions/asked.ts'
import { figureMax, optionsMax, type Question, questionKinds, questionsMax, readFigure } from './question.ts'

/** By when. */
export const due = { due_on: day({ year_min: 2025 }), due_hour: timeOfDay() }

/** A bound of a number, typed as figures are. */
function bound() {
  return z
    .union([z.string(), z.number()])
    .transform((value, context) => {
      const figure = typeof value === 'number' ? value : readFigure(tidy(value))
      if (figure !== null && Math.abs(figure) <= figureMax) return figure
      context.issues.push({ code: 'custom', input: value, message: 'not-a-figure', params: { fault: 'not-a-figure' } })
      return z.NEVER
    })
    .meta({ field: 'number', width: 10, inputmode: 'numeric' } satisfies FieldMeta)
}

/** What a question is made of. */
export const questionInput = {
  kind: choice(questionKinds),
  text: text(300),
  hint: text(300).optional(),
  measure: text(40).optional(),
  options: longText(1000).optional(),
  least: bound().optional(),
  most: bound().optional(),
  required: agree(),
}

const questionSchema = z.object(questionInput)

/** The question of an input; faults at its fields where kind and fields do not fit. */
export function questionOf(
  input: z.output<typeof questionSchema>,
  before: readonly Question[],
  came: Pick<Question, 'added_at' | 'reason' | 'replaces'>,
): Question {
  if (before.length >= questionsMax) throw new WrongInput([{ field: 'text', code: 'too-many-questions' }])
  const options = [...new Set((input.options ?? '').split('\n').map(tidy))].filter((one) => one !== '')
  if (input.kind === 'choice' && (options.length < 2 || options.length > optionsMax))
    throw new WrongInput([{ field: 'options', code: 'two-to-twelve-options' }])
  if (input.kind === 'number' && input.measure === undefined)
    throw new WrongInput([{ field: 'measure', code: 'a-number-has-its-measure' }])
  const [least, most] = [input.least ?? null, input.most ?? null]
  if (least !== null && most !== null && most < least)
    throw new WrongInput([{ field: 'most', code: 'bounds-are-the-wrong-way' }])
  const number = input.kind === 'number'
  return {
    id: `q${before.length + 1}`,
    kind: input.kind,
    text: input.text,
    hint: input.hint ?? null,
    measure: number ? (input.measure ?? null) : null,
    options: input.kind === 'choice' ? options : [],
    least: number ? least : null,
    most: number ? most : null,
    required: input.required,
    dropped_at: null,
    ...came,
  }
}

/** After publication nothing changes without its reason. */
export function reasonWhere(published: boolean, reason: string | undefined): string | null {
  if (!published) return null
  if (reason === undefined) throw new WrongInput([{ field: 'reason', code: 'required' }])
  return reason
}
