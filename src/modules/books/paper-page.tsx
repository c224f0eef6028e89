/** Letters that wait for their paper copy, one letter with what can be done, and the form of each step. */
import type { z } from 'zod'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { ErrorSummary } from '../../ui/parts/error-summary.tsx'
import { TextArea, TextInput } from '../../ui/parts/fields.tsx'
import { FormErrors, FormOf, type FormWords } from '../../ui/parts/form.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { NotificationBanner, Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { LetterMarks, letterName } from '../notices/letter-marks.tsx'
import { mendableOf } from './mendable.ts'
import type { PaperLetter } from './paper-queries.ts'

/** Address of the list, and of one letter under it. */
export const paperPath = '/so/ky-giay'
/** Address of the pile to sign. */
export const signPath = '/so/cho-ky'

const iso = (day: string) => shortDay(Temporal.PlainDate.from(day))

/** Sentences of the small forms, with their own faults. */
export function formWords(frame: Frame): FormWords {
  const { paper, refusals } = words(frame.language).books
  return { ...paper.fields, faults: { ...paper.faults, ...refusals } }
}

/** The list of a unit, and whether it signs on paper. */
export function PaperPage(props: {
  frame: Frame
  unit_id: string
  letters: readonly PaperLetter[]
  setting: { id: string; revision: number; from_on: Temporal.PlainDate } | null
  is_head: boolean
  new_id: string
  schema: z.ZodObject
  errors: readonly Fault[]
}) {
  const { frame, unit_id, setting } = props
  const { paper: said, columns: heads } = words(frame.language).books
  const columns: Column<PaperLetter>[] = [
    { key: 'number', title: heads.letter[0], nowrap: true, cell: (one) => one.notation },
    { key: 'day', title: heads.letter[1], nowrap: true, cell: (one) => shortDay(one.issued_on) },
    {
      key: 'what',
      title: heads.letter[3],
      row_header: true,
      cell: (one) => (
        <>
          <Link href={`${paperPath}/${unit_id}/${one.id}`}>{letterName(one, frame.language)}</Link>
          <LetterMarks marks={one.marks} language={frame.language} />
        </>
      ),
    },
    { key: 'state', title: said.state, cell: (one) => stateOf(one, frame) },
    {
      key: 'due',
      title: said.due,
      nowrap: true,
      cell: (one) =>
        one.number_by_on && (
          <>
            {shortDay(one.number_by_on)} {one.overdue && <Tag colour="red">▲ {said.overdue}</Tag>}
          </>
        ),
    },
  ]
  return (
    <DeskPage frame={frame} title={said.title} current="books" back={{ href: '/so' }} faulty={props.errors.length > 0}>
      {props.errors.length > 0 && (
        <ErrorSummary errors={[{ field: 'from_on', sentence: said.faults['day-has-passed'] }]} />
      )}
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.lead}</p>
      {props.is_head && props.letters.some((one) => one.waits === 'signature') && (
        <p class="govuk-body">
          <Link href={signPath}>{said.sign.link}</Link>
        </p>
      )}
      <Table
        caption={said.title}
        caption_hidden
        columns={columns}
        rows={props.letters}
        row_key={(one) => one.id}
        empty={said.none}
      />
      <h2 class="govuk-heading-m">{said.setting.title}</h2>
      <p class="govuk-body">{setting ? said.setting.on(shortDay(setting.from_on)) : said.setting.off}</p>
      {!props.is_head && <p class="govuk-body">{said.setting.head_only}</p>}
      {props.is_head && setting && (
        <form method="post" action={`${paperPath}/${unit_id}/stop-signing-on-paper`}>
          <input type="hidden" name="id" value={setting.id} />
          <input type="hidden" name="revision" value={setting.revision} />
          <Button kind="secondary">{said.steps['stop-signing-on-paper']}</Button>
        </form>
      )}
      {props.is_head && !setting && (
        <FormOf
          schema={props.schema}
          words={formWords(frame)}
          values={{ from_on: shortDay(frame.on) }}
          errors={props.errors}
          no_summary
          action={`${paperPath}/${unit_id}/sign-on-paper`}
          hidden={{ id: props.new_id }}
          submit={said.steps['sign-on-paper']}
          kind="secondary"
        />
      )}
    </DeskPage>
  )
}

function stateOf(letter: PaperLetter, frame: Frame): string {
  const { paper: said } = words(frame.language).books
  const { paper } = letter
  if (letter.waits) return said.waits[letter.waits]
  if (!paper) return said.nothing
  const day = paper.numbered_on ?? paper.signed_on
  return `${known(said.states, paper.state)} ${iso(day)}${paper.late ? ` · ${said.late}` : ''}`
}

/** What is known of one letter: its number, to whom, what it says, its paper copy, what became of it. */
export function LetterFacts(props: { frame: Frame; unit_id: string; letter: PaperLetter }) {
  const { frame, letter } = props
  const { paper: said } = words(frame.language).books
  const { paper } = letter
  const signed =
    paper &&
    (paper.numbered_on
      ? said.signed(paper.signed_by, iso(paper.signed_on), iso(paper.numbered_on))
      : said.signed_only(paper.signed_by, iso(paper.signed_on)))
  const late = paper?.late && paper.number_by_on ? said.late_since(iso(paper.number_by_on)) : ''
  const due = letter.number_by_on ? said.number_by(shortDay(letter.number_by_on)) : ''
  const waits = paper || !letter.waits ? '' : `${said.waits[letter.waits]}.`
  return (
    <>
      <SummaryList
        rows={[
          { key: said.number, value: `${letter.notation} · ${shortDay(letter.issued_on)}` },
          ...(letter.to.length > 0 ? [{ key: said.to, value: letter.to.join('; ') }] : []),
          { key: said.says, value: letter.says },
          {
            key: said.state,
            value: [
              signed,
              waits || (signed ? '' : `${said.nothing}.`),
              late,
              due,
              letter.overdue ? `▲ ${said.overdue}` : '',
            ]
              .filter(Boolean)
              .join(' '),
          },
        ]}
      />
      <LetterMarks marks={letter.marks} language={frame.language} />
      <p class="govuk-body">
        <Link href={`/van-ban/${props.unit_id}/${letter.id}`}>{said.open}</Link>
      </p>
    </>
  )
}

/** One letter and the steps that are open to the viewer. */
export function PaperLetterPage(props: {
  frame: Frame
  unit_id: string
  letter: PaperLetter
  steps: readonly string[]
}) {
  const { frame, letter, unit_id } = props
  const { paper: said } = words(frame.language).books
  const verbs: Readonly<Record<string, string>> = said.steps
  return (
    <DeskPage frame={frame} title={said.title} current="books" back={{ href: paperPath }}>
      <h1 class="govuk-heading-l">{letterName(letter, frame.language)}</h1>
      <LetterFacts frame={frame} unit_id={unit_id} letter={letter} />
      {props.steps.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{said.can}</h2>
          <ul class="govuk-list">
            {props.steps.map((step) => (
              <li key={step}>
                <Link href={`${paperPath}/${unit_id}/${letter.id}/${step}`}>{verbs[step]}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </DeskPage>
  )
}

/** The form of one step about a letter. A replacement shows the letter's own words, to be mended. */
export function LetterStepPage(props: {
  frame: Frame
  unit_id: string
  letter: PaperLetter
  step: keyof ReturnType<typeof words>['books']['paper']['steps']
  schema: z.ZodObject
  values: FormValues
  hidden: Readonly<Record<string, string | number>>
  errors: readonly Fault[]
}) {
  const { frame, letter, step } = props
  const { paper: said } = words(frame.language).books
  const leads: Readonly<Record<string, string>> = said.leads
  const places: Readonly<Record<string, string>> = said.places
  const back = `${paperPath}/${props.unit_id}/${letter.id}`
  const mendable = step === 'replace-letter' ? mendableOf(letter.data) : {}
  return (
    <DeskPage
      frame={frame}
      title={said.steps[step]}
      current="books"
      back={{ href: back }}
      faulty={props.errors.length > 0}
    >
      <FormErrors errors={props.errors} words={formWords(frame)} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{letter.notation}</span> {said.steps[step]}
      </h1>
      <p class="govuk-body">{leads[step]}</p>
      <FormOf
        schema={props.schema}
        words={formWords(frame)}
        values={props.values}
        errors={props.errors}
        no_summary
        action={`${back}/${step}`}
        hidden={props.hidden}
        submit={said.steps[step]}
        cancel={back}
        kind={step === 'void-letter' || step === 'recall-letter' ? 'warning' : 'primary'}
      >
        {Object.entries(mendable).map(([place, now]) => {
          const given = props.values[`changes.${place}`]
          const value = typeof given === 'string' ? given : now
          const label = places[place] ?? said.other_place(place)
          const common = { key: place, id: `changes.${place}`, name: `changes.${place}`, label, value }
          return now.length > 80 || now.includes('\n') ? <TextArea {...common} rows={4} /> : <TextInput {...common} />
        })}
      </FormOf>
      <LetterFacts frame={frame} unit_id={props.unit_id} letter={letter} />
    </DeskPage>
  )
}

/** The pile to sign: one line a letter, with its conclusion. */
export function SignPilePage(props: { frame: Frame; unit_id: string; letters: readonly PaperLetter[]; done: boolean }) {
  const { frame, letters, unit_id } = props
  const { paper: said } = words(frame.language).books
  const [first] = letters
  return (
    <DeskPage frame={frame} title={said.sign.title} current="books" back={{ href: paperPath }}>
      {props.done && <NotificationBanner kind="success" text={said.sign.done} />}
      <h1 class="govuk-heading-l">{said.sign.title}</h1>
      <p class="govuk-body">{first ? said.sign.lead : said.sign.none}</p>
      {first && <Button href={`${signPath}/${unit_id}/${first.id}`}>{said.sign.start}</Button>}
      <ul class="govuk-list govuk-list--spaced">
        {letters.map((one) => (
          <li key={one.id}>
            <Link href={`${signPath}/${unit_id}/${one.id}`}>
              {one.notation} · {letterName(one, frame.language)}
            </Link>
            <br />
            {one.says}
            {one.overdue && (
              <>
                {' '}
                <Tag colour="red">▲ {said.overdue}</Tag>
              </>
            )}
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}

/** One letter of the pile: read, sign, and the next one comes. */
export function SignPage(props: {
  frame: Frame
  unit_id: string
  letter: PaperLetter
  next: PaperLetter | null
  left: number
  done: boolean
}) {
  const { frame, letter, next, unit_id } = props
  const { paper: said } = words(frame.language).books
  return (
    <DeskPage frame={frame} title={said.sign.title} current="books" back={{ href: signPath }}>
      {props.done && <NotificationBanner kind="success" text={said.sign.done} />}
      <h1 class="govuk-heading-l">{letterName(letter, frame.language)}</h1>
      <LetterFacts frame={frame} unit_id={unit_id} letter={letter} />
      <form method="post" action={`${signPath}/${unit_id}/${letter.id}`}>
        <Button>{said.steps['sign-letter']}</Button>
      </form>
      <p class="govuk-body">{said.sign.left(props.left)}</p>
      {next && (
        <p class="govuk-body">
          <Link href={`${signPath}/${unit_id}/${next.id}`}>{said.sign.skip}</Link>
        </p>
      )}
    </DeskPage>
  )
}
