/** What came in as a spreadsheet: the questions added up, then every unit with its answers. */
import type { Row, SheetData } from 'write-excel-file/node'
import writeSheet from 'write-excel-file/node'
import { type Language, words } from '../../ui/words/words.ts'
import type { ShownCall } from './queries.ts'
import type { Question } from './question.ts'
import { isIn, isLate, sumOf, type UnitAnswer } from './roll-up.ts'
import { answerSaid, hourSaid } from './said.ts'
import type { Round } from './topical-call.ts'

const font = { fontFamily: 'Times New Roman', fontSize: 11 } as const
const border = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'top', wrap: true } as const
const head = { ...border, fontWeight: 'bold', align: 'center', alignVertical: 'center' } as const

/** Excel takes no more letters in the name of a sheet. */
const sheetName = (name: string) => name.slice(0, 31)

const figure = (value: number | null) =>
  value === null
    ? { ...border, value: '–', align: 'right' as const }
    : { ...border, value, type: Number, format: '#,##0.##' }

/** The workbook. */
export async function rollUpSheet(
  of: { call: ShownCall; round: Round; rows: readonly UnitAnswer[]; questions: readonly Question[] },
  language: Language,
): Promise<Buffer> {
  const { 'topical-reports': topical } = words(language)
  const { call, round, rows, questions } = of
  const due_at = Temporal.Instant.from(round.due_at)
  const above = [call.title, `${call.unit_name} · ${topical.columns.due} ${hourSaid(due_at)}`]
  const opening: SheetData = above.map(
    (value, index): Row => [{ value, ...(index === 0 ? { fontWeight: 'bold' } : {}) }],
  )
  const own = topical.sums
  const sums: SheetData = [
    ...opening,
    [own.question, own.answered, own.sum, own.least, own.most, own.result].map((value) => ({ ...head, value })),
    ...questions.map((question): Row => {
      const one = sumOf(rows, question)
      return [
        { ...border, value: question.measure ? `${question.text} (${question.measure})` : question.text },
        { ...border, value: one.answered, type: Number },
        figure(one.sum),
        figure(one.least),
        figure(one.most),
        { ...border, value: resultOf(one.question, one, own) },
      ]
    }),
  ]
  const fixed = [own.code, topical.columns.unit, topical.columns.place, own.state, topical.columns.when, own.version]
  const units: SheetData = [
    ...opening,
    [...fixed, ...questions.map((one) => (one.measure ? `${one.text} (${one.measure})` : one.text))].map((value) => ({
      ...head,
      value,
    })),
    ...rows.map((one) => unitRow(one, questions, due_at, language)),
  ]
  const sheets = [
    {
      sheet: sheetName(own.title),
      columns: [{ width: 60 }, ...Array(4).fill({ width: 14 }), { width: 50 }],
      data: sums,
    },
    {
      sheet: sheetName(own.units),
      columns: [{ width: 8 }, { width: 32 }, { width: 24 }, { width: 18 }, { width: 18 }, { width: 8 }],
      data: units,
    },
  ]
  return writeSheet(sheets, font).toBuffer()
}

function resultOf(
  question: Question,
  one: ReturnType<typeof sumOf>,
  own: { yes: (count: string) => string; no: (count: string) => string },
): string {
  if (question.kind === 'yes-no') return `${own.yes(String(one.yes))} · ${own.no(String(one.no))}`
  return one.choices.map(({ option, units }) => `${option}: ${units}`).join(' · ')
}

function unitRow(one: UnitAnswer, questions: readonly Question[], due_at: Temporal.Instant, language: Language): Row {
  const { 'topical-reports': topical } = words(language)
  const known = topical.states_of_answer
  const state = one.nothing
    ? topical.answer.nothing
    : isIn(one)
      ? isLate(one, due_at)
        ? topical.answer.was_late
        : known['handed-in']
      : known[one.state === 'draft' ? 'draft' : 'asked']
  return [
    { ...border, value: one.code ?? '' },
    { ...border, value: one.name },
    { ...border, value: one.group_name },
    { ...border, value: state },
    { ...border, value: one.handed_in_at ? hourSaid(one.handed_in_at) : '' },
    isIn(one) ? { ...border, value: one.version, type: Number } : { ...border, value: '' },
    ...questions.map((question) => {
      const answer = isIn(one) ? one.answers[question.id] : undefined
      if (typeof answer === 'number') return figure(answer)
      return { ...border, value: answerSaid(question, answer, language) ?? '' }
    }),
  ]
}
