/** Requests by voters at the desk: their list, one with its count, the slip with the key, the entry of a sheet. */
import type { Happened } from '../../platform/actions/timeline.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { FormOf } from '../../ui/parts/form.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import type { SummaryRow } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, NotificationBanner, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { deskPathOf, requestsPath } from './project-addresses.ts'
import type { Named } from './project-queries.ts'
import { PartTabs, RecordPage } from './project-views.tsx'
import { sheetSchema } from './sheet-typed.ts'
import { agrees, neededFor, type TalkRequestRow } from './talk-request.ts'

/** Enough, or what is missing, in a sentence; null before it is counted. */
export function countSaid(row: TalkRequestRow, frame: Frame): string | null {
  const { projects: w } = words(frame.language).dialogues
  if (row.valid === null || row.needed === null) return null
  const n = (value: number) => number(value, frame.language)
  return row.valid >= row.needed
    ? w.enough(n(row.valid), n(row.needed))
    : w.missing(n(row.valid), n(row.needed), n(row.needed - row.valid))
}

/** Requests of the units one sees. */
export function RequestsPage(props: {
  frame: Frame
  rows: readonly Named<TalkRequestRow>[]
  may: readonly OfferedStep[]
}) {
  const { frame } = props
  const { dialogues, law } = words(frame.language)
  const { projects: w } = dialogues
  const n = (value: number | null) => (value === null ? '–' : number(value, frame.language))
  return (
    <DeskPage frame={frame} title={w.requests} current="dialogues">
      <PartTabs frame={frame} current="requests" />
      <h1>{w.requests}</h1>
      <p>{w.requests_lead}</p>
      {props.may.map((step) => (
        <Button key={step.step} kind="secondary" href={step.href}>
          {step.verb}
        </Button>
      ))}
      <Table
        caption={w.requests}
        caption_hidden
        rows={props.rows}
        row_key={(row) => row.id}
        row_href={deskPathOf['talk-request']}
        empty={w.empty_requests}
        columns={[
          {
            key: 'subject',
            title: w.columns.subject,
            row_header: true,
            cell: (row) => <Link href={deskPathOf['talk-request'](row)}>{row.subject}</Link>,
          },
          { key: 'asked', title: w.columns.asked_on, nowrap: true, cell: (row) => shortDay(row.asked_on) },
          { key: 'needed', title: w.columns.needed, numeric: true, cell: (row) => n(neededFor(row)) },
          { key: 'valid', title: w.columns.valid, numeric: true, cell: (row) => n(row.valid) },
          { key: 'state', title: w.columns.state, cell: (row) => known(law.states['talk-request'], row.state) },
          { key: 'unit', title: w.columns.unit, cell: (row) => row.unit_name },
        ]}
      />
    </DeskPage>
  )
}

/** One request. While it is counted nobody sees how many signed twice: that would tell of one signer at a time. */
export function RequestPage(props: {
  frame: Frame
  row: Named<TalkRequestRow>
  counters: string | null
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
  plan_dialogue: string | null
}) {
  const { frame, row } = props
  const { projects: w } = words(frame.language).dialogues
  const { facts } = w
  const n = (value: number) => number(value, frame.language)
  const counted = row.valid !== null
  const fact = (key: string, value: number | null) => value !== null && { key, value: n(value) }
  const said = countSaid(row, frame)
  const rows: (SummaryRow | null | false)[] = [
    { key: facts.asked_on, value: shortDay(row.asked_on) },
    { key: facts.voters, value: w.voters_said(n(row.voters), row.voters_source, shortDay(row.voters_on)) },
    fact(facts.needed, neededFor(row)),
    props.counters !== null && { key: facts.counters, value: props.counters },
    !counted && row.state === 'counting' && { key: facts.sheets, value: n(row.sheets.length) },
    fact(facts.lines, row.lines),
    fact(facts.struck, row.struck),
    fact(facts.repeated, row.repeated),
    fact(facts.valid, row.valid),
    row.end_note !== null && { key: w.reason, value: paragraphs(row.end_note) },
  ]
  return (
    <RecordPage
      frame={frame}
      kind="talk-request"
      title={row.subject}
      state={row.state}
      rows={rows}
      steps={props.steps}
      happened={props.happened}
      back={{ href: requestsPath, text: w.requests }}
    >
      {said && (
        <Inset>
          <p>
            <strong>{said}</strong>
          </p>
          <p>{w.only_numbers}</p>
        </Inset>
      )}
      {props.plan_dialogue && (
        <p>
          <Link href={props.plan_dialogue}>{w.plan_dialogue}</Link>
        </p>
      )}
      <h2>{w.what}</h2>
      {paragraphs(row.what)}
      {(row.state === 'counting' || counted) && <Sheets row={row} frame={frame} />}
    </RecordPage>
  )
}

function Sheets({ row, frame }: { row: TalkRequestRow; frame: Frame }) {
  const { projects: w } = words(frame.language).dialogues
  const n = (value: number) => number(value, frame.language)
  const titles = w.sheet_columns
  return (
    <>
      <h2>{w.sheets}</h2>
      <Table
        caption={w.sheets}
        caption_hidden
        rows={row.sheets.toSorted((a, b) => a.sheet - b.sheet)}
        row_key={(one) => String(one.sheet)}
        empty={w.no_sheets}
        columns={[
          { key: 'sheet', title: titles.sheet, row_header: true, numeric: true, cell: (one) => n(one.sheet) },
          { key: 'second', title: titles.second, cell: (one) => (one.second ? w.second_done : w.second_waits) },
          {
            key: 'state',
            title: titles.state,
            cell: (one) => (one.second === null ? '–' : agrees(one) ? w.agrees : w.differs),
          },
        ]}
      />
    </>
  )
}

/** The slip, before it is drawn and once it is: the key is on this page alone. */
export function SlipPage(props: {
  frame: Frame
  row: TalkRequestRow
  /** Null: not drawn yet. */
  slip: string | null
  /** The key that the form draws, locked. */
  drawn: string
  action: string
  go_on: string
}) {
  const { frame, row, slip } = props
  const { projects } = words(frame.language).dialogues
  const w = projects.slip
  return (
    <DeskPage
      frame={frame}
      title={w.title}
      current="dialogues"
      wide={false}
      back={{ href: deskPathOf['talk-request'](row), text: row.subject }}
    >
      <h1>{w.title}</h1>
      {slip === null ? (
        <form method="post" action={props.action}>
          <p>{w.draw_lead}</p>
          <input type="hidden" name="revision" value={String(row.revision)} />
          <input type="hidden" name="drawn" value={props.drawn} />
          <Button>{w.draw}</Button>
        </form>
      ) : (
        <>
          <Warning>{w.lead}</Warning>
          <p class="gd-code gd-code--groups">
            <span>{slip.slice(0, 18)}</span>
            <wbr />
            <span>{slip.slice(18)}</span>
          </p>
          <p>{w.keep}</p>
          <p>{w.lost}</p>
          <Button href={props.go_on}>{w.go_on}</Button>
        </>
      )}
    </DeskPage>
  )
}

/** Entering a sheet: first the slip, where this browser does not hold it, then the numbers. */
export function SheetPage(props: {
  frame: Frame
  row: TalkRequestRow
  action: string
  /** The slip has to be typed first. */
  locked: boolean
  wrong: boolean
  values: FormValues
  errors: readonly Fault[]
  done: string | null
}) {
  const { frame, row, locked } = props
  const { projects: w } = words(frame.language).dialogues
  const { button } = words(frame.language).law.steps['talk-request']['enter-sheet']
  return (
    <DeskPage
      frame={frame}
      title={w.sheet.title}
      current="dialogues"
      wide={false}
      faulty={props.errors.length > 0 || props.wrong}
      back={{ href: deskPathOf['talk-request'](row), text: row.subject }}
    >
      {props.done && <NotificationBanner kind="success" text={w.sheet.done(props.done)} />}
      {locked ? (
        <form method="post" action={`${props.action}/mo`} autocomplete="off">
          <h1>{w.sheet.title}</h1>
          <TextInput
            name="slip"
            label={w.slip.type}
            hint={w.slip.keep}
            value=""
            width={30}
            autocomplete="off"
            error={props.wrong ? w.slip.wrong : undefined}
          />
          <Button>{w.slip.open}</Button>
        </form>
      ) : (
        <FormOf
          heading={w.sheet.title}
          schema={sheetSchema}
          words={{ ...w, labels: { ...w.labels, numbers: w.sheet.numbers } }}
          values={props.values}
          errors={props.errors}
          action={props.action}
          hidden={{ revision: row.revision }}
          submit={button}
          cancel={deskPathOf['talk-request'](row)}
        >
          <p class="gd-muted">{w.sheet.lead}</p>
        </FormOf>
      )}
    </DeskPage>
  )
}
