/** One narrative: its sections with live figures, where each paragraph came from, its steps and its documents. */
import { type NarrativeSectionId, numberedParts } from '../../law/narrative-sections.ts'
import type { Happened } from '../../platform/actions/timeline.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { Select } from '../../ui/parts/fields.tsx'
import { shortDay, shortInstant } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, Steps } from '../../ui/parts/steps.tsx'
import { Details, Inset, Tag, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { belowPath, editPath, narrativePath, narrativesPath } from './addresses.ts'
import { nameOf } from './list-views.tsx'
import type { Section } from './narrative.ts'
import type { Narrative, NarrativeLine, SignedLetter } from './queries.ts'
import { SectionText, type ShownFigure } from './text-view.tsx'

/** Figures of each section. */
export type FiguresOfSections = Readonly<Record<NarrativeSectionId, ReadonlyMap<string, ShownFigure>>>

/** Everything the page shows. */
export interface NarrativeData {
  row: Narrative
  figures: FiguresOfSections
  /** How many figures are marked. */
  changed: number
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
  letter: (SignedLetter & { notation: string }) | null
  versions: readonly NarrativeLine[]
  days: readonly string[]
  receiver: string | null
  /** May the reader write sections now? */
  writes: boolean
  /** Does any unit stand below? */
  has_below: boolean
}

/** The page. */
export function NarrativePage({ frame, data }: { frame: Frame; data: NarrativeData }) {
  const { row } = data
  const { narratives: w, law } = words(frame.language)
  const path = narrativePath(row)
  const steps: Readonly<Record<string, { done: string }>> = law.steps.narrative
  const title = `${nameOf(row, frame.language)} · ${row.unit}`
  return (
    <DeskPage frame={frame} title={title} current="reports" wide={false} back={{ href: narrativesPath, text: w.title }}>
      <h1 class="govuk-heading-l">
        {title} <Tag>{known(law.states.narrative, row.state)}</Tag>
      </h1>
      <ul class="govuk-list">
        {data.days.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {data.letter && <li>{w.number(data.letter.notation, shortDay(data.letter.issued_on))}</li>}
        {data.receiver && <li>{w.receiver(data.receiver)}</li>}
        <li>{row.signed_on ? w.frozen(shortDay(row.signed_on), row.signed_by ?? '') : w.live}</li>
      </ul>
      {row.reason && <Inset>{w.replaces(row.reason)}</Inset>}
      {data.changed > 0 && (
        <Warning>{row.frozen ? w.changed_since_signed(data.changed) : w.changed(data.changed)}</Warning>
      )}
      <ul class="govuk-list gd-screen-only">
        <li>
          <Link href={`${path}/van-ban.docx`}>{row.frozen ? w.word : w.word_draft}</Link>
        </li>
        <li>
          <Link href={`${path}/phu-luc.xlsx`}>{w.sheet}</Link>
        </li>
        <li>
          <Link href={`${path}/so-sanh`}>{w.compare}</Link>
        </li>
      </ul>
      {numberedParts().map((part) => (
        <section key={part.number}>
          <h2 class="govuk-heading-m">
            {part.number}. {part.title}
          </h2>
          {part.sections.map((section) => (
            <OneSection key={section.id} frame={frame} data={data} of={section} alone={part.sections.length === 1} />
          ))}
        </section>
      ))}
      <Versions frame={frame} data={data} />
      <div class="gd-screen-only">
        <Steps steps={data.steps} words={{ closed: w.closed_steps, none: w.no_steps }} />
      </div>
      <div class="gd-screen-only">
        <History
          frame={frame}
          happened={data.happened}
          steps={Object.fromEntries(Object.entries(steps).map(([step, said]) => [step, said.done]))}
        />
      </div>
    </DeskPage>
  )
}

type Numbered = ReturnType<typeof numberedParts>[number]['sections'][number]

function OneSection({ frame, data, of, alone }: { frame: Frame; data: NarrativeData; of: Numbered; alone: boolean }) {
  const { narratives: w } = words(frame.language)
  const { row } = data
  const section = row.sections.find((one) => one.id === of.id)
  if (!section) return null
  const at = shortInstant(Temporal.Instant.from(section.at))
  return (
    <section id={of.id}>
      {!alone && (
        <h3 class="govuk-heading-s">
          {of.number}. {of.title}
        </h3>
      )}
      {section.text === '' ? (
        <Inset>
          <Tag colour="yellow">{w.not_written}</Tag>{' '}
          {of.register === true ? w.nothing_drafted : of.register ? w.partly_register : w.no_register}
        </Inset>
      ) : (
        <>
          <SectionText text={section.text} figures={data.figures[of.id]} />
          {of.register === 'partly' && <p class="govuk-hint gd-screen-only">{w.partly_register}</p>}
        </>
      )}
      <Sources frame={frame} section={section} />
      {section.text !== '' && (
        <p class="govuk-hint gd-screen-only">{section.by ? w.written_by(section.by, at) : w.drafted_at(at)}</p>
      )}
      {data.writes && (
        <p class="govuk-body gd-screen-only">
          <Link href={editPath(row, of.id)}>
            {w.edit}
            <span class="govuk-visually-hidden"> {of.title}</span>
          </Link>
          {data.has_below && ' · '}
          {data.has_below && (
            <Link href={belowPath(row, of.id)}>
              {w.from_below}
              <span class="govuk-visually-hidden"> {of.title}</span>
            </Link>
          )}
        </p>
      )}
    </section>
  )
}

/** Where paragraphs of a section came from, as the unit below wrote them. */
export function Sources({ frame, section }: { frame: Frame; section: Section }) {
  const { narratives: w } = words(frame.language)
  if (section.quotes.length === 0) return null
  const titles = new Map(numberedParts().flatMap((part) => part.sections.map((one) => [one.id, one.title])))
  return (
    <Details summary={`${w.sources}: ${section.quotes.length}`}>
      {section.quotes.map((quote, index) => (
        <div key={index}>
          <p class="govuk-body">
            <Link href={`${narrativePath({ unit_id: quote.unit_id, id: quote.narrative_id })}#${quote.section}`}>
              {w.source(quote.unit, quote.version, titles.get(quote.section) ?? quote.section, quote.paragraph)}
            </Link>
            {' · '}
            {w.source_by(quote.by, shortDay(Temporal.PlainDate.from(quote.on)))}
          </p>
          <p class="govuk-hint">
            {w.source_text}: {quote.text}
          </p>
        </div>
      ))}
    </Details>
  )
}

function Versions({ frame, data }: { frame: Frame; data: NarrativeData }) {
  const { narratives: w, law } = words(frame.language)
  if (data.versions.length < 2) return null
  return (
    <section class="gd-screen-only">
      <h2 class="govuk-heading-m">{w.versions}</h2>
      <ul class="govuk-list">
        {data.versions.map((one) => (
          <li key={one.id}>
            {one.id === data.row.id ? (
              nameOf(one, frame.language)
            ) : (
              <Link href={narrativePath(one)}>{nameOf(one, frame.language)}</Link>
            )}{' '}
            · {known(law.states.narrative, one.state)}
            {one.signed_on && ` · ${shortDay(one.signed_on)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Two narratives of a unit side by side, section by section. */
export function ComparePage(props: {
  frame: Frame
  row: Narrative
  figures: FiguresOfSections
  other: { row: Narrative; figures: FiguresOfSections } | null
  choices: readonly NarrativeLine[]
}) {
  const { frame, row, other } = props
  const { narratives: w } = words(frame.language)
  const title = `${w.compare} · ${row.unit}`
  const text = (of: Narrative, figures: FiguresOfSections, id: NarrativeSectionId) => {
    const section = of.sections.find((one) => one.id === id)
    return section && section.text !== '' ? <SectionText text={section.text} figures={figures[id]} /> : w.not_written
  }
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="reports"
      back={{ href: narrativePath(row), text: nameOf(row, frame.language) }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{other ? w.compare_lead : w.nothing_to_compare}</p>
      {props.choices.length > 0 && (
        <form method="get" action={`${narrativePath(row)}/so-sanh`} class="gd-filter">
          <Select
            name="voi"
            label={w.compare_with}
            items={props.choices.map((one) => ({ value: one.id, label: nameOf(one, frame.language) }))}
            value={other?.row.id}
          />
          <Button kind="secondary">{w.show}</Button>
        </form>
      )}
      {other &&
        numberedParts().flatMap((part) =>
          part.sections.map((section) => (
            <section key={section.id}>
              <h2 class="govuk-heading-s">
                {section.number ? `${part.number}.${section.number}. ` : `${part.number}. `}
                {section.title}
              </h2>
              <div class="gd-side-by-side">
                <div>
                  <h3 class="govuk-heading-s">{nameOf(row, frame.language)}</h3>
                  {text(row, props.figures, section.id)}
                </div>
                <div>
                  <h3 class="govuk-heading-s">{nameOf(other.row, frame.language)}</h3>
                  {text(other.row, other.figures, section.id)}
                </div>
              </div>
            </section>
          )),
        )}
    </DeskPage>
  )
}
