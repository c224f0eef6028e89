/** The form of one section, and what units below wrote for it. */
import { type NarrativeSectionId, numberedParts } from '../../law/narrative-sections.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { FormOf } from '../../ui/parts/form.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Details, Inset, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { belowPath, editPath, narrativePath, sectionPath } from './addresses.ts'
import { editSection } from './edit-section.ts'
import { nameOf } from './list-views.tsx'
import type { Section } from './narrative.ts'
import { Sources } from './narrative-view.tsx'
import type { BelowLine, Narrative } from './queries.ts'
import { sectionOf } from './sections.ts'
import { paragraphsIn, resolved } from './tokens.ts'

/** A figure offered to the writer. */
export interface FigureLine {
  source: string
  what: string
  text: string
  href: string | null
}

const titleOf = (id: NarrativeSectionId) =>
  numberedParts()
    .flatMap((part) => part.sections)
    .find((section) => section.id === id)?.title ?? id

/** One section to be written; what somebody else has just saved stands below what was typed. */
export function EditPage(props: {
  frame: Frame
  row: Narrative
  section: Section
  values: FormValues
  errors: readonly Fault[]
  /** Saved by somebody else while this was typed. */
  saved_there: string | null
  /** The text is a new draft that nobody has saved. */
  drafted: boolean
  figures: readonly FigureLine[]
  has_below: boolean
}) {
  const { frame, row, section } = props
  const { narratives: w } = words(frame.language)
  const title = `${w.edit}: ${titleOf(section.id)}`
  const path = editPath(row, section.id)
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="reports"
      faulty={props.errors.length > 0}
      back={{ href: sectionPath(row, section.id), text: nameOf(row, frame.language) }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {props.drafted && <Inset>{w.draft_anew_done}</Inset>}
      <div class="gd-long-text">
        <FormOf
          schema={editSection.input.pick({ text: true })}
          words={{ labels: w.labels, hints: w.hints, faults: w.faults }}
          action={path}
          values={props.values}
          errors={props.errors}
          hidden={{ version: section.version }}
          submit={w.save}
          cancel={sectionPath(row, section.id)}
        />
      </div>
      {props.saved_there !== null && (
        <section>
          <h2 class="govuk-heading-m">{w.saved_there}</h2>
          <Warning>{w.saved_there_lead}</Warning>
          <Inset>
            {paragraphsIn(props.saved_there).map((line, index) => (
              <p key={index} class="govuk-body">
                {line}
              </p>
            ))}
          </Inset>
        </section>
      )}
      <p class="govuk-body">
        <Link href={`${path}?nhap=moi`}>{w.draft_anew}</Link>
        {props.has_below && ' · '}
        {props.has_below && <Link href={belowPath(row, section.id)}>{w.from_below}</Link>}
      </p>
      <Sources frame={frame} section={section} />
      <h2 class="govuk-heading-m">{w.figures}</h2>
      <p class="govuk-body">{w.figures_lead}</p>
      <FigureList lines={props.figures.filter((line) => section.text.includes(line.source))} />
      <Details summary={w.figures_more}>
        <FigureList lines={props.figures.filter((line) => !section.text.includes(line.source))} />
      </Details>
    </DeskPage>
  )
}

/** Figures to copy from, readable on a telephone: what it reads, what it counts, how it is written. */
function FigureList({ lines }: { lines: readonly FigureLine[] }) {
  return (
    <ul class="govuk-list govuk-list--spaced">
      {lines.map((line) => (
        <li key={line.source}>
          <strong>{line.href ? <Link href={line.href}>{line.text}</Link> : line.text}</strong> · {line.what}
          <br />
          <code>{line.source}</code>
        </li>
      ))}
    </ul>
  )
}

/** Who below has written, and the paragraphs of this section to take from. */
export function BelowPage(props: {
  frame: Frame
  row: Narrative
  section: Section
  lines: readonly BelowLine[]
  signed: readonly Narrative[]
  error: string | null
}) {
  const { frame, row, section } = props
  const { narratives: w } = words(frame.language)
  const title = `${w.below.title}: ${titleOf(section.id)}`
  const done = props.lines.filter((line) => line.signed_id !== null).length
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="reports"
      faulty={props.error !== null}
      wide={false}
      back={{ href: sectionPath(row, section.id), text: nameOf(row, frame.language) }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {props.error !== null && <Warning>{props.error}</Warning>}
      <p class="govuk-body">{w.below.lead}</p>
      {props.signed.length === 0 && <Inset>{w.below.nothing}</Inset>}
      {props.signed.map((one) => (
        <FromBelow key={one.id} frame={frame} row={row} section={section} from={one} />
      ))}
      <h2 class="govuk-heading-m">{w.below.who}</h2>
      <p class="govuk-body">{props.lines.length === 0 ? w.below.none : w.below.count(done, props.lines.length)}</p>
      <Table
        caption={w.below.who}
        caption_hidden
        rows={props.lines}
        row_key={(line) => line.unit_id}
        empty={w.below.none}
        columns={[
          { key: 'unit', title: w.columns.unit, row_header: true, cell: (line) => line.unit },
          { key: 'written', title: w.columns.written, cell: (line) => <HowFar frame={frame} line={line} /> },
        ]}
      />
    </DeskPage>
  )
}

function HowFar({ frame, line }: { frame: Frame; line: BelowLine }) {
  const { below } = words(frame.language).narratives
  const newer = line.state === 'drafted' || line.state === 'with-head' ? below[line.state] : null
  if (line.signed_id === null) return <>{newer ?? below.not_begun}</>
  return (
    <>
      <Link href={narrativePath({ unit_id: line.unit_id, id: line.signed_id })}>
        {below.signed(line.signed_on ? shortDay(line.signed_on) : '')}
      </Link>
      {newer && ` · ${newer}`}
    </>
  )
}

function FromBelow(props: { frame: Frame; row: Narrative; section: Section; from: Narrative }) {
  const { frame, row, section, from } = props
  const { below } = words(frame.language).narratives
  const paragraphs = paragraphsIn(resolved(sectionOf(from, section.id).text, from.frozen ?? {}))
  const taken = (paragraph: number) =>
    section.quotes.some(
      (quote) => quote.narrative_id === from.id && quote.section === section.id && quote.paragraph === paragraph,
    )
  const hidden = (paragraph: number) => ({
    section: section.id,
    version: section.version,
    source_unit_id: from.unit_id,
    source_id: from.id,
    source_section: section.id,
    paragraph,
  })
  return (
    <section>
      <h2 class="govuk-heading-s">
        <Link href={sectionPath(from, section.id)}>{from.unit}</Link>
      </h2>
      {paragraphs.map((text, index) => (
        <form key={index} method="post" action={`${narrativePath(row)}/insert-paragraph`}>
          <p class="govuk-body">{text}</p>
          {Object.entries(hidden(index + 1)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={String(value)} />
          ))}
          {taken(index + 1) ? (
            <p class="govuk-hint">✓ {below.inserted}</p>
          ) : (
            <Button kind="secondary">
              {below.insert}
              <span class="govuk-visually-hidden">
                {' '}
                {from.unit} {index + 1}
              </span>
            </Button>
          )}
        </form>
      ))}
    </section>
  )
}
