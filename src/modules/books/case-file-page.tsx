/** The list of a case's papers, made to lie on top of the file. */
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { recordPath } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { words } from '../../ui/words/words.ts'
import type { CaseFile, Paper } from './case-file.ts'

/** Address of a petition's list of papers. */
export function caseFilePath(of: { unit_id: string; petition_id: string }): string {
  return `/ho-so/${of.unit_id}/petition/${of.petition_id}/but-luc`
}

/** One line a paper; pages by the number of the paper, where they are known. */
export function CaseFilePage(props: { frame: Frame; file: CaseFile; pages: ReadonlyMap<number, number> }) {
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
    { key: 'pages', title: said.pages, numeric: true, cell: (one) => pages.get(one.number) ?? '' },
    { key: 'note', title: said.note, cell: (one) => (one.is === 'letter' && one.voided ? books.void : '') },
  ]
  const known = [...pages.values()].reduce((sum, one) => sum + one, 0)
  return (
    <DeskPage
      frame={frame}
      title={`${said.title} · ${number || file.title}`}
      current="petitions"
      back={{ href: recordPath('petition', { unit_id: file.unit_id, id: file.petition_id }) }}
    >
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
          {said.sum(file.papers.length)}
          {known > 0 && ` ${said.pages_known(known)}`}
        </p>
      </div>
    </DeskPage>
  )
}

type Said = ReturnType<typeof words>['books']['case_file']

function What({ file, paper, frame }: { file: CaseFile; paper: Paper; frame: Frame }) {
  const { case_file } = words(frame.language).books
  if (paper.is === 'paper') return <>{case_file.kinds[paper.kind]}</>
  const href = paper.is === 'letter' ? `/van-ban/${file.unit_id}/${paper.id}` : `/tep/${file.unit_id}/${paper.id}`
  const text =
    paper.is === 'letter' ? `${paper.title} (${case_file.letter(paper.letter_number, paper.book)})` : paper.name
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
