/** The list of a case's papers, made to lie on top of the file. */
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { ErrorSummary } from '../../ui/parts/error-summary.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { recordPath } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Details } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { letterName, markSentences } from '../notices/letter-marks.tsx'
import type { CaseFile, Paper } from './case-file.ts'

/** Address of a petition's list of papers. */
export function caseFilePath(of: { unit_id: string; petition_id: string }): string {
  return `/ho-so/${of.unit_id}/petition/${of.petition_id}/but-luc`
}

/** One line a paper; pages by the number of the paper, where they are known. */
export function CaseFilePage(props: {
  frame: Frame
  file: CaseFile
  pages: ReadonlyMap<number, number>
  /** The viewer may give papers their pages. */
  may_page: boolean
  typed: Readonly<Record<string, string>>
  faults: readonly string[]
}) {
  const { frame, file, pages } = props
  const { books } = words(frame.language)
  const said = books.case_file
  const number = file.register_number === null ? '' : `${file.register_number}/${file.register_year}`
  const columns: Column<Paper>[] = [
    {
      key: 'number',
      title: said.number,
      row_header: true,
      nowrap: true,
      cell: (one) => String(one.number).padStart(2, '0'),
    },
    { key: 'on', title: said.day, nowrap: true, cell: (one) => shortDay(one.on) },
    { key: 'what', title: said.what, cell: (one) => <What file={file} paper={one} frame={frame} /> },
    { key: 'by', title: said.by, cell: (one) => authorOf(file, one, said, frame.office) },
    {
      key: 'pages',
      title: said.pages,
      numeric: true,
      nowrap: true,
      cell: (one) => {
        const found = file.numbered.find((paper) => paper.paper_number === one.number)
        return found ? pagesOf(found) : (pages.get(one.number) ?? '')
      },
    },
    {
      key: 'note',
      title: said.note,
      cell: (one) => (one.is === 'letter' ? noteOf(one, books.void, frame) : ''),
    },
  ]
  const last = file.numbered.at(-1)
  const known = [...pages.values()].reduce((sum, one) => sum + one, 0)
  return (
    <DeskPage
      frame={frame}
      faulty={props.faults.length > 0}
      title={`${said.title} · ${number || file.title}`}
      current="petitions"
      back={{ href: recordPath('petition', { unit_id: file.unit_id, id: file.petition_id }) }}
    >
      {props.faults.length > 0 && (
        <ErrorSummary errors={props.faults.map((sentence) => ({ field: 'pages', sentence }))} />
      )}
      <div class="gd-book">
        <p class="gd-book__unit">{frame.office}</p>
        <h1 class="govuk-heading-l">{said.title}</h1>
        <p>
          {number && `${said.petition} ${number} · `}
          {file.title} · {file.petitioner_name}
        </p>
        <p class="gd-screen-only">{said.lead}</p>
        <Table
          caption={said.title}
          caption_hidden
          columns={columns}
          rows={file.papers}
          row_key={(one) => String(one.number)}
          empty={said.empty}
        />
        <p>
          {said.sum(file.papers.length)} {last ? said.paged(last.paper_number, last.last_page) : ''}
          {!last && known > 0 && said.pages_known(known)}
        </p>
      </div>
      {props.may_page && <Paging {...props} />}
    </DeskPage>
  )
}

/** `4–6`, or one page alone. */
function pagesOf({ first_page, last_page }: { first_page: number; last_page: number }): string {
  return first_page === last_page ? String(first_page) : `${first_page}–${last_page}`
}

function noteOf(paper: Extract<Paper, { is: 'letter' }>, void_word: string, frame: Frame): string {
  const later = markSentences(paper.marks, frame.language)
  return paper.voided && later.length === 0 ? void_word : later.join('; ')
}

/** Papers without pages yet, each with what the bytes tell; and the last count, to be mended. Not printed. */
function Paging(props: {
  frame: Frame
  file: CaseFile
  pages: ReadonlyMap<number, number>
  typed: Readonly<Record<string, string>>
}) {
  const { file, frame, typed } = props
  const { case_file: said } = words(frame.language).books
  const last = file.numbered.at(-1)
  const left = file.papers.filter((one) => one.number > (last?.paper_number ?? 0)).slice(0, 60)
  const action = caseFilePath(file)
  return (
    <div class="gd-noprint gd-screen-only">
      {left.length > 0 && (
        <form method="post" action={action}>
          <h2 class="govuk-heading-m">{said.page_it}</h2>
          <p class="govuk-body" id="pages">
            {said.page_lead}
          </p>
          {left.map((one) => (
            <TextInput
              key={one.number}
              name={`pages.${one.number}`}
              label={said.pages_of(one.number, nameOf(one, frame))}
              value={typed[`pages.${one.number}`] ?? String(props.pages.get(one.number) ?? '')}
              width={4}
              inputmode="numeric"
            />
          ))}
          <Button>{said.page_it}</Button>
        </form>
      )}
      {last && (
        <Details summary={said.mend}>
          <form method="post" action={`${action}/sua`}>
            <input type="hidden" name="revision" value={last.revision} />
            <p class="govuk-body">{said.mend_lead(last.paper_number, pagesOf(last))}</p>
            <TextInput
              name="pages"
              id="mend-pages"
              label={said.pages}
              value={String(last.last_page - last.first_page + 1)}
              width={4}
              inputmode="numeric"
            />
            <TextInput name="reason" label={said.reason} value={typed['reason'] ?? ''} />
            <Button kind="secondary">{said.mend}</Button>
          </form>
        </Details>
      )}
    </div>
  )
}

function nameOf(paper: Paper, frame: Frame): string {
  if (paper.is === 'paper') return words(frame.language).books.case_file.kinds[paper.kind]
  return paper.is === 'letter' ? letterName(paper, frame.language) : paper.name
}

type Said = ReturnType<typeof words>['books']['case_file']

function What({ file, paper, frame }: { file: CaseFile; paper: Paper; frame: Frame }) {
  const { case_file } = words(frame.language).books
  if (paper.is === 'paper') return <>{case_file.kinds[paper.kind]}</>
  const href = paper.is === 'letter' ? `/van-ban/${file.unit_id}/${paper.id}` : `/tep/${file.unit_id}/${paper.id}`
  const text =
    paper.is === 'letter'
      ? `${letterName(paper, frame.language)} (${case_file.letter(paper.letter_number, paper.book)})`
      : paper.name
  return (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  )
}

const fromPetitioner = ['petition', 'signature', 'withdrawal', 'second-complaint']

function authorOf(file: CaseFile, paper: Paper, said: Said, office: string): string {
  if (paper.is === 'letter') return office
  if (paper.is === 'file') return paper.from_public ? file.petitioner_name : office
  if (paper.kind === 'reply') return said.another
  return fromPetitioner.includes(paper.kind) ? file.petitioner_name : office
}
