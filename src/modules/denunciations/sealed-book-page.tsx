/** The closed register as pages to print: the way in, the book with its letters, the papers of one record. */
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { Select, TextInput } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { DenunciationRow } from './denunciation.ts'
import { listPath, nameOf, recordPath } from './desk.tsx'
import {
  bookRecordsMax,
  type SealedBook,
  type SealedBookLine,
  type SealedLetterLine,
  type SealedPaper,
} from './sealed-book.ts'

/** Address of the book. */
export const sealedBookPath = `${listPath}/so`

/** A unit of the viewer. */
export interface BookUnit {
  id: string
  name: string
}

/** Which unit and year; the same page for whoever is signed in. */
export function SealedBookFormPage(props: { frame: Frame; units: readonly BookUnit[] }) {
  const { sealed_book: said } = words(props.frame.language)
  return (
    <DeskPage frame={props.frame} title={said.title} current="sealed" back={{ href: listPath }}>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.lead}</p>
      <form method="post" action={sealedBookPath} class="gd-form">
        <Select
          name="unit"
          label={said.unit}
          items={props.units.map((one) => ({ value: one.id, label: one.name }))}
          value={props.units[0]?.id}
        />
        <TextInput name="year" label={said.year} value={String(props.frame.on.year)} width={4} inputmode="numeric" />
        <Button>{said.open}</Button>
      </form>
    </DeskPage>
  )
}

const numberOf = (record: DenunciationRow) =>
  record.register_number === null ? '–' : `${record.register_number}/${record.register_year}`

/** The book, as far as the viewer's keys reach. On paper: A4 landscape, without the program around it. */
export function SealedBookPage(props: { frame: Frame; unit: BookUnit; year: number; book: SealedBook }) {
  const { frame, book } = props
  const { sealed_book: said, law, denunciation_steps } = words(frame.language)
  const results = denunciation_steps.conclude.fields.choices.result
  const day = (on: Temporal.PlainDate | null) => (on === null ? '' : shortDay(on))
  const records: Column<SealedBookLine>[] = [
    {
      key: 'number',
      title: said.columns.number,
      row_header: true,
      nowrap: true,
      cell: ({ record, says }) => (record.register_number === null ? (says?.source_number ?? '–') : numberOf(record)),
    },
    { key: 'received', title: said.columns.received_on, nowrap: true, cell: ({ record }) => day(record.received_on) },
    { key: 'source', title: said.columns.source, cell: ({ record }) => known(law.sources, record.source) },
    { key: 'subject', title: said.columns.subject, cell: ({ says }) => says?.subject ?? said.not_opened },
    { key: 'text', title: said.columns.text, cell: ({ says }) => short(says?.text ?? '') },
    { key: 'accepted', title: said.columns.accepted_on, nowrap: true, cell: ({ record }) => day(record.accepted_on) },
    { key: 'due', title: said.columns.due_on, nowrap: true, cell: ({ record }) => day(record.due_on) },
    { key: 'state', title: said.columns.state, cell: ({ record }) => known(law.states.denunciation, record.state) },
    {
      key: 'outcome',
      title: said.columns.outcome,
      cell: ({ record }) => (record.outcome ? known(results, record.outcome) : ''),
    },
  ]
  const letters: Column<SealedLetterLine>[] = [
    {
      key: 'number',
      title: said.columns.number,
      row_header: true,
      nowrap: true,
      cell: (one) => `${String(one.number).padStart(2, '0')}/${one.year}`,
    },
    { key: 'day', title: said.columns.issued_on, nowrap: true, cell: (one) => day(one.issued_on) },
    { key: 'what', title: said.columns.what, cell: (one) => `${one.type}. ${one.about}` },
    { key: 'to', title: said.columns.to, cell: (one) => one.to.join('; ') },
    { key: 'record', title: said.columns.record, nowrap: true, cell: (one) => numberOf(one.record) },
  ]
  return (
    <DeskPage frame={frame} title={said.title} current="sealed" back={{ href: sealedBookPath }}>
      <div class="gd-book">
        <p class="gd-book__unit">{props.unit.name}</p>
        <h1 class="govuk-heading-l">{said.title}</h1>
        <p>{said.of_year(props.year)}</p>
        <div class="gd-screen-only">
          <Warning>{said.opened}</Warning>
        </div>
        {book.cut && <Warning>{said.cut(bookRecordsMax)}</Warning>}
        <Table
          caption={said.records}
          columns={records}
          rows={book.lines}
          row_key={({ record }) => record.id}
          empty={said.none}
        />
        <Table
          caption={said.letters}
          columns={letters}
          rows={book.letters}
          row_key={(one) => one.id}
          empty={said.no_letters}
        />
        <p>{said.only_yours}</p>
      </div>
    </DeskPage>
  )
}

const short = (text: string) => {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > 300 ? `${flat.slice(0, 299)}…` : flat
}

/** The list of a sealed record's papers, to lie on top of the file. */
export function SealedPapersPage(props: { frame: Frame; record: DenunciationRow; papers: readonly SealedPaper[] }) {
  const { frame, record } = props
  const w = words(frame.language)
  const { sealed_book: said } = w
  const steps: Readonly<Record<string, { button: string }>> = w.law.steps.denunciation
  const what = (one: SealedPaper) => {
    if (one.is === 'denunciation') return said.the_letter
    if (one.is === 'file') return one.name
    if (one.is === 'step') return `${steps[one.step]?.button ?? one.step} · ${one.by}`
    return `${one.type}. ${one.about} (${String(one.letter_number).padStart(2, '0')}/${one.year})`
  }
  const columns: Column<SealedPaper>[] = [
    {
      key: 'number',
      title: w.books.case_file.number,
      row_header: true,
      nowrap: true,
      cell: (one) => String(one.number).padStart(2, '0'),
    },
    { key: 'on', title: w.books.case_file.day, nowrap: true, cell: (one) => shortDay(one.on) },
    { key: 'what', title: w.books.case_file.what, cell: what },
    { key: 'pages', title: w.books.case_file.pages, cell: () => '' },
  ]
  return (
    <DeskPage frame={frame} title={nameOf(record, w)} current="sealed" back={{ href: recordPath(record) }}>
      <div class="gd-book">
        <p class="gd-book__unit">{frame.office}</p>
        <h1 class="govuk-heading-l">{w.books.case_file.title}</h1>
        <p>{nameOf(record, w)}</p>
        <div class="gd-screen-only">
          <Warning>{said.opened}</Warning>
        </div>
        <Table
          caption={w.books.case_file.title}
          caption_hidden
          columns={columns}
          rows={props.papers}
          row_key={(one) => String(one.number)}
          empty={w.books.case_file.empty}
        />
        <p>{w.books.case_file.sum(props.papers.length)}</p>
      </div>
    </DeskPage>
  )
}
