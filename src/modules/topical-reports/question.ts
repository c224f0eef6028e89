/** A question of a topical report and what may be answered to it. */
import { WrongInput } from '../../platform/actions/errors.ts'
import { countCharacters, type Fault, day as readDay, tidy } from '../../platform/input.ts'
import { personalData } from '../feedback/personal-data.ts'

/** Kinds of questions. */
export const questionKinds = ['number', 'yes-no', 'choice', 'text', 'day'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** One question as it stands on a call. What was published keeps its id for good: other words are another question. */
export interface Question {
  id: string
  kind: QuestionKind
  text: string
  hint: string | null
  /** Unit of measure of a number. */
  measure: string | null
  options: readonly string[]
  /** Bounds of a number. */
  least: number | null
  most: number | null
  required: boolean
  /** Set where it came after publication. */
  added_at: string | null
  /** Set where it was dropped or replaced after publication: nobody is asked it any more, its answers stay. */
  dropped_at: string | null
  /** Why it was added or dropped. */
  reason: string | null
  /** The question that this one takes the place of. */
  replaces: string | null
}

/** What stands under a question: absent is not answered, which is not zero. */
export type Answer = number | boolean | string
export type Answers = Readonly<Record<string, Answer>>

/** Most questions of one call, most options of one question, longest answer in words. */
export const questionsMax = 30
export const optionsMax = 12
export const answerMax = 500

/** Largest figure that can be answered; two places after the comma are kept. */
export const figureMax = 1_000_000_000

/** Questions that are asked now. */
export const asked = (questions: readonly Question[]): Question[] => questions.filter((one) => one.dropped_at === null)

/** The name of a question's field on the page. */
export const fieldOf = (question: Pick<Question, 'id'>): string => `c_${question.id}`

// Asking for names, numbers or views of persons, whoever they are.
const askedPersons =
  /họ (và )?tên|tên (của )?(từng |các )?(người|hộ|chủ hộ|cá nhân)|danh sách (\p{L}+ ){0,2}(người|hộ|cá nhân)|số điện thoại|căn cước|chứng minh nhân dân|quan điểm|thái độ|tín ngưỡng|ý kiến của (từng |các )?(người|hộ|cá nhân)/iu

/** The first piece of a text that asks for a person or names one; null where none does. */
export function asksForPerson(text: string): string | null {
  return askedPersons.exec(text)?.[0] ?? personalData(text, [])
}

/** A figure as people write it: `1.234`, `1 234`, `12,5`; null where it is none. A point before other than three digits is none. */
export function readFigure(typed: string): number | null {
  const found = /^(-?)(\d{1,12}|\d{1,3}(?:[. ]\d{3})+)(?:,(\d{1,2}))?$/.exec(typed.normalize('NFKC').trim())
  if (!found) return null
  const [, sign, whole = '', places = ''] = found
  const hundredths = Number(whole.replace(/[. ]/g, '')) * 100 + Number(places.padEnd(2, '0'))
  return (sign === '-' ? -hundredths : hundredths) / 100
}

/** How a figure is typed and shown in its field. */
export const figureText = (figure: number): string => String(figure).replace('.', ',')

/** What a field shows of an answer that is there. */
export function typedOf(answer: Answer | undefined): string {
  if (answer === undefined) return ''
  if (typeof answer === 'number') return figureText(answer)
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  return /^\d{4}-\d{2}-\d{2}$/.test(answer) ? answer.split('-').reverse().join('/') : answer
}

/** One answer read, or what is wrong with it. */
function readAnswer(question: Question, typed: string, names_no_person: boolean): Answer | Fault {
  const field = fieldOf(question)
  switch (question.kind) {
    case 'number': {
      const figure = readFigure(typed)
      if (figure === null) return { field, code: 'not-a-figure' }
      const [least, most] = [question.least ?? 0, question.most ?? figureMax]
      if (figure < least) return { field, code: 'too-small', params: { min: least } }
      return figure > most ? { field, code: 'too-large', params: { max: most } } : figure
    }
    case 'yes-no':
      return typed === 'yes' || typed === 'no' ? typed === 'yes' : { field, code: 'not-a-choice' }
    case 'choice':
      return question.options.includes(typed) ? typed : { field, code: 'not-a-choice' }
    case 'day': {
      const read = readDay({ year_min: 2000 }).safeParse(typed)
      return read.success ? read.data.toString() : { field, code: 'not-a-day' }
    }
    case 'text': {
      const count = countCharacters(typed)
      if (count > answerMax) return { field, code: 'too-long', params: { max: answerMax, count } }
      if (!names_no_person && personalData(typed, []) !== null) return { field, code: 'answer-names-a-person' }
      return typed
    }
  }
}

/** Reads what was typed under the questions that are asked; throws every fault at once. */
export function readAnswers(
  questions: readonly Question[],
  typed: Readonly<Record<string, string>>,
  how: { complete: boolean; names_no_person: boolean },
): Answers {
  const faults: Fault[] = []
  const answers: Record<string, Answer> = {}
  for (const question of asked(questions)) {
    const text = tidy(typed[question.id] ?? '')
    if (text === '') {
      if (how.complete && question.required) faults.push({ field: fieldOf(question), code: 'required' })
      continue
    }
    const read = readAnswer(question, text, how.names_no_person)
    if (typeof read === 'object') faults.push(read)
    else answers[question.id] = read
  }
  if (faults.length > 0) throw new WrongInput(faults)
  return answers
}
