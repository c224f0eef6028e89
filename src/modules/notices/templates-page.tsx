/** The desk's page of wordings: what stands, what stood, and the form for a new one. */
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { ErrorSummary } from '../../ui/parts/error-summary.tsx'
import { FileUpload, Select } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Details, Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { wordedKinds } from './introduce-template.ts'
import type { LetterKind } from './letter-data.ts'
import { instrumentOf } from './template-fields.ts'
import type { TemplateInList } from './template-queries.ts'

/** Address of the page, and of what is under it. */
export const templatesPath = '/mau-van-ban'

/** The page. `offer` holds the id of a new version where the viewer may introduce one. */
export function TemplatesPage(props: {
  frame: Frame
  unit_id: string
  templates: readonly TemplateInList[]
  fields: (kind: LetterKind) => readonly string[]
  offer: { id: string } | null
  chosen?: string
  faults: readonly string[]
}) {
  const { frame, unit_id, offer } = props
  const { templates: said, kinds } = words(frame.language).notices
  const named = (kind: LetterKind) => known(kinds, kind)
  const columns: Column<TemplateInList>[] = [
    { key: 'kind', title: said.kind, row_header: true, cell: (one) => `${named(one.kind)} (${one.instrument})` },
    { key: 'version', title: said.version, numeric: true, cell: (one) => one.version },
    { key: 'from', title: said.from, nowrap: true, cell: (one) => shortDay(one.from_on) },
    { key: 'by', title: said.by, cell: (one) => one.by ?? '' },
    { key: 'letters', title: said.letters, numeric: true, cell: (one) => one.letters },
    {
      key: 'state',
      title: said.state,
      cell: (one) =>
        one.current ? <Tag colour="green">{said.current}</Tag> : one.state === 'introduced' ? said.before : said.off,
    },
    {
      key: 'do',
      title: said.what,
      cell: (one) => (
        <>
          <Link href={`${templatesPath}/${unit_id}/${one.id}.docx`}>{said.download}</Link>
          {' · '}
          <Link href={`${templatesPath}/${unit_id}/${one.id}/xem-thu`}>{said.preview}</Link>
          {offer && one.state === 'introduced' && (
            <form method="post" action={`${templatesPath}/${unit_id}/${one.id}/take-off`} class="gd-inline">
              <input type="hidden" name="revision" value={one.revision} />
              <button type="submit" class="gd-link-button">
                {said.take_off}
                <span class="govuk-visually-hidden">: {said.which(named(one.kind), one.version)}</span>
              </button>
            </form>
          )}
        </>
      ),
    },
  ]
  return (
    <DeskPage frame={frame} title={said.title} current="books" faulty={props.faults.length > 0} back={{ href: '/so' }}>
      {props.faults.length > 0 && (
        <ErrorSummary errors={props.faults.map((sentence) => ({ field: 'file', sentence }))} />
      )}
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.lead}</p>
      <Table
        caption={said.versions}
        columns={columns}
        rows={props.templates}
        row_key={(one) => one.id}
        empty={said.none}
      />
      {offer && (
        <>
          <h2 class="govuk-heading-m">{said.new_one}</h2>
          <form method="post" action={`${templatesPath}/${unit_id}`} encType="multipart/form-data">
            <input type="hidden" name="id" value={offer.id} />
            <Select
              name="kind"
              label={said.kind}
              items={wordedKinds.map((kind) => ({ value: kind, label: `${named(kind)} (${instrumentOf(kind)})` }))}
              value={props.chosen}
            />
            <FileUpload
              name="file"
              label={said.file}
              hint={said.file_hint}
              accept=".docx"
              error={props.faults.length > 0 ? props.faults.join(' ') : undefined}
            />
            <Button>{said.introduce}</Button>
          </form>
        </>
      )}
      <h2 class="govuk-heading-m">{said.start}</h2>
      <p class="govuk-body">{said.start_lead}</p>
      {wordedKinds.map((kind) => (
        <Details key={kind} summary={named(kind)}>
          <p class="govuk-body">
            <Link href={`${templatesPath}/bat-dau/${kind}.docx`}>{said.start_download}</Link>
          </p>
          <p class="govuk-body">
            {said.fields}:{' '}
            {props
              .fields(kind)
              .map((field) => `{${field}}`)
              .join(', ')}
          </p>
        </Details>
      ))}
    </DeskPage>
  )
}
