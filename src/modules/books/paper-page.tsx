/** Letters that wait for their paper copy, and the forms of one letter. */
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { ErrorSummary } from '../../ui/parts/error-summary.tsx'
import { DateInput, Select, TextInput } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { words } from '../../ui/words/words.ts'
import type { PaperLetter } from './paper-queries.ts'

/** Address of the list, and of one letter under it. */
export const paperPath = '/so/ky-giay'

const iso = (day: string) => shortDay(Temporal.PlainDate.from(day))

/** The list of a unit. */
export function PaperPage(props: { frame: Frame; unit_id: string; letters: readonly PaperLetter[] }) {
  const { paper: said, columns: heads } = words(props.frame.language).books
  const columns: Column<PaperLetter>[] = [
    { key: 'number', title: heads.letter[0], nowrap: true, cell: (one) => `${one.number}/${one.book}` },
    { key: 'day', title: heads.letter[1], nowrap: true, cell: (one) => shortDay(one.issued_on) },
    {
      key: 'what',
      title: heads.letter[3],
      row_header: true,
      cell: (one) => <Link href={`${paperPath}/${props.unit_id}/${one.id}`}>{one.title}</Link>,
    },
    {
      key: 'state',
      title: said.state,
      cell: ({ paper }) =>
        paper
          ? `${known(said.states, paper.state)} ${iso(paper.numbered_on)}${paper.late ? ` · ${said.late}` : ''}`
          : said.waiting,
    },
  ]
  return (
    <DeskPage frame={props.frame} title={said.title} current="books" back={{ href: '/so' }}>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.lead}</p>
      <Table
        caption={said.title}
        caption_hidden
        columns={columns}
        rows={props.letters}
        row_key={(one) => one.id}
        empty={said.none}
      />
    </DeskPage>
  )
}

/** One letter: what is known of its paper copy and what can be done. */
export function PaperLetterPage(props: {
  frame: Frame
  unit_id: string
  letter: PaperLetter
  others: readonly PaperLetter[]
  faults: readonly string[]
}) {
  const { frame, letter, unit_id, others } = props
  const { paper: said } = words(frame.language).books
  const { paper } = letter
  const action = (step: string) => `${paperPath}/${unit_id}/${letter.id}/${step}`
  const items = others.map((one) => ({ value: one.id, label: `${one.number}/${one.book} · ${one.title}` }))
  return (
    <DeskPage
      frame={frame}
      title={said.title}
      current="books"
      back={{ href: paperPath }}
      faulty={props.faults.length > 0}
    >
      {props.faults.length > 0 && (
        <ErrorSummary errors={props.faults.map((sentence) => ({ field: 'main', sentence }))} />
      )}
      <h1 class="govuk-heading-l">
        {letter.number}/{letter.book} · {letter.title}
      </h1>
      {paper && (
        <p class="govuk-body">
          {known(said.states, paper.state)}.{' '}
          {said.signed(paper.signed_by, iso(paper.signed_on), iso(paper.numbered_on))}{' '}
          {paper.late && said.late_since(iso(paper.number_by_on))} {paper.reason}
        </p>
      )}
      {!paper && (
        <form method="post" action={action('number-paper')}>
          <TextInput name="signed_by" label={said.signed_by} />
          <DateInput name="signed_on" label={said.signed_on} />
          <DateInput name="numbered_on" label={said.numbered_on} hint={said.numbered_hint} value={shortDay(frame.on)} />
          <Button>{said.steps['number-paper']}</Button>
        </form>
      )}
      {paper?.state === 'paper-numbered' &&
        (['replace-letter', 'correct-letter', 'recall-letter'] as const).map((step) => (
          <form key={step} method="post" action={action(step)}>
            <h2 class="govuk-heading-m">{said.steps[step]}</h2>
            <input type="hidden" name="revision" value={paper.revision} />
            {step !== 'recall-letter' && <Select id={`${step}-by`} name="by_id" label={said.by} items={items} />}
            <TextInput id={`${step}-reason`} name="reason" label={said.reason} />
            <Button kind="secondary">{said.steps[step]}</Button>
          </form>
        ))}
    </DeskPage>
  )
}
