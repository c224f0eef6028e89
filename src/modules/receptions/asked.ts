/** Pieces of input that several steps of a reception ask alike. */
import { z } from 'zod'
import { WrongInput } from '../../platform/actions/errors.ts'
import { type FieldMeta, tidy } from '../../platform/input.ts'

/** An hour and minute typed `8:30`, `08h30` or `0830`; comes out `08:30`. */
export function timeOfDay() {
  return z
    .string()
    .transform((value, context) => {
      const typed = /^(\d{1,2})\s*[:hg.]?\s*(\d{2})?$/i.exec(tidy(value))
      const [hour, minute] = [Number(typed?.[1]), Number(typed?.[2] ?? 0)]
      if (typed && hour < 24 && minute < 60)
        return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      context.issues.push({ code: 'custom', input: value, message: 'not-a-time', params: { fault: 'not-a-time' } })
      return z.NEVER
    })
    .meta({ field: 'text', width: 5, maxLength: 8 } satisfies FieldMeta)
}

/** One entry of a list that comes from data: an officer, a reception day. */
export function fromList() {
  return z.uuid({ error: 'not-a-choice' }).meta({ field: 'unit' } satisfies FieldMeta)
}

/** Throws the one fault of this field. */
export function faultAt(field: string, code: string, params?: Record<string, string | number>): never {
  throw new WrongInput([{ field, code, ...(params ? { params } : {}) }])
}

/** Adds "this field is missing" while an input is checked as a whole. */
export function missing(context: z.core.$RefinementCtx, field: string): void {
  context.issues.push({
    code: 'custom',
    input: undefined,
    message: 'required',
    path: [field],
    params: { fault: 'required' },
  })
}

/** The lines of a text that hold something. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The parts of a line that were parted by a semicolon or a vertical bar. */
export function parts(line: string): string[] {
  return line.split(/\s*[;|]\s*/).map((part) => part.trim())
}
