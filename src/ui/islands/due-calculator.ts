/** Around the calculator's form: the same engine as the server's answers at once, in the same words. */
import { calendarWith } from '../../law/calendar.ts'
import { type DueAnswer, DueError, type DueQuestion, due } from '../../law/due.ts'
import type { SwitchSettings } from '../../law/switches.ts'
import { type LimitId, limitIds } from '../../law/time-limits.ts'

type Sentences = Readonly<Record<string, string>>

/** What the server gives along: days and switches as set there, and the sentences. */
interface Given {
  overrides: { on: string; working: boolean; label: string; cite: string }[]
  switches: SwitchSettings
  words: {
    weekdays: Sentences
    months: string[] | null
    rule: string
    length: string
    nominal: string
    due: string
    days: string
    counted: string
    not_counted: string
    to_be_checked: string
    units: Sentences
    reasons: Sentences
    holidays: Sentences
    notes: Sentences
    unverified: Sentences
    faults: Sentences
  }
}

class DueCalculator extends HTMLElement {
  #answer = document.createElement('div')
  #asked = ''

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    const given: Given = JSON.parse(this.dataset['given'] ?? '{}')
    const overrides = given.overrides.map((row) => ({ ...row, on: Temporal.PlainDate.from(row.on) }))
    const calendar = calendarWith(overrides, given.switches)
    this.#answer.className = 'gd-answer-now'
    this.#answer.setAttribute('aria-live', 'polite')
    this.append(this.#answer)
    form.addEventListener('input', () => {
      const typed = new FormData(form)
      const asked = JSON.stringify([...typed])
      if (asked === this.#asked) return
      this.#asked = asked
      const question = questionOf(typed)
      this.#answer.replaceChildren(...(question ? answered(given, { ...question, calendar }) : []))
    })
  }
}

type Asked = DueQuestion & { rule: LimitId }

/** The question; null while a day is not yet one. */
function questionOf(typed: FormData): Asked | null {
  const text = (name: string) => String(typed.get(name) ?? '')
  const rule = limitIds.find((id) => id === text('quy-tac'))
  const start = dayOf(text('tu'))
  if (!rule || !start || start.year < 2012) return null
  const ends = typed.getAll('dung-den').map(String)
  const suspensions = []
  for (const [index, first] of typed.getAll('dung-tu').map(String).entries()) {
    const last = ends[index] ?? ''
    if (first.trim() === '' && last.trim() === '') continue
    const from = dayOf(first)
    const to = dayOf(last)
    if (!from || !to) return null
    suspensions.push({ from, to })
  }
  const complexity = text('phuc-tap')
  return {
    rule,
    start,
    suspensions,
    remote: typed.has('vung-xa'),
    several_places: typed.has('nhieu-noi'),
    ...(complexity === 'complex' || complexity === 'specially-complex' ? { complexity } : {}),
  }
}

/** A whole day, dd/mm/yyyy or ddmmyyyy; the server reads more ways of writing one. */
function dayOf(text: string): Temporal.PlainDate | null {
  const parts = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text)
  if (!parts) return null
  try {
    const [year, month, day] = [Number(parts[3]), Number(parts[2]), Number(parts[1])]
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

function answered(given: Given, question: Asked): Node[] {
  const { words } = given
  try {
    return shown(words, due(question.rule, { ...question, switches: given.switches }))
  } catch (error) {
    if (!(error instanceof DueError)) throw error
    return [element('p', 'govuk-error-message', words.faults[error.code] ?? error.message)]
  }
}

function shown(words: Given['words'], answer: DueAnswer): Node[] {
  const day = (on: Temporal.PlainDate) => {
    const time = element('time', '', longDay(on, words))
    time.setAttribute('datetime', on.toString())
    return time
  }
  const mark = answer.unverified ? ` · ${words.to_be_checked}` : ''
  const list = element('dl', 'govuk-summary-list')
  for (const [key, value] of [
    [words.rule, answer.row.cite + mark],
    [words.length, `${answer.length} ${words.units[answer.unit]}`],
    [words.nominal, day(answer.nominal)],
    [words.due, day(answer.due)],
  ] as const) {
    const row = element('div', 'govuk-summary-list__row')
    const cell = element('dd', 'govuk-summary-list__value')
    cell.append(value)
    row.append(element('dt', 'govuk-summary-list__key', key), cell)
    list.append(row)
  }
  const notes = answer.notes.map((note) => words.notes[note] ?? note)
  if (answer.unverified) notes.unshift(words.unverified[answer.unverified] ?? '')
  const reasons = element('ol', 'gd-reasons')
  for (const one of answer.reasons) {
    const line = element('li', '')
    const span = one.days === 1 ? shortDay(one.from) : `${shortDay(one.from)} – ${shortDay(one.to)}`
    const count = one.counted ? `${words.counted} ${one.reached}/${answer.length}` : words.not_counted
    const why = [words.reasons[one.why], one.holiday && words.holidays[one.holiday], one.label]
    const reason = element('span', '', `${why.filter(Boolean).join(' · ')} `)
    reason.append(element('span', 'gd-cite', `(${one.cite})`))
    line.append(element('strong', '', span), ' ', element('span', '', count), ' ', reason)
    reasons.append(line)
  }
  return [
    list,
    ...notes.map((note) => element('p', 'govuk-body', note)),
    element('h2', 'govuk-heading-s', words.days),
    reasons,
  ]
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  made.textContent = text
  return made
}

function shortDay(on: Temporal.PlainDate): string {
  return `${String(on.day).padStart(2, '0')}/${String(on.month).padStart(2, '0')}/${on.year}`
}

function longDay(on: Temporal.PlainDate, { weekdays, months }: Given['words']): string {
  const weekday = weekdays[on.dayOfWeek] ?? ''
  if (months) return `${weekday}, ${on.day} ${months[on.month - 1]} ${on.year}`
  return `${weekday}, ngày ${on.day} tháng ${on.month} năm ${on.year}`
}

customElements.define('due-calculator', DueCalculator)
