/** Projects and consultations as officers see them: their lists, one project, one consultation with its opinions. */
import type { ComponentChildren } from 'preact'
import type { Happened } from '../../platform/actions/timeline.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import { SummaryList, type SummaryRow, Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, Steps } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { CommitmentList } from '../commitments/commitment-list.tsx'
import type { CommitmentLine } from '../commitments/queries.ts'
import { deskDialoguePath, deskPath } from './addresses.ts'
import type { ConsultationRow } from './consultation.ts'
import type { OpinionRow } from './opinion.ts'
import type { ProjectFacts, ProjectRow } from './project.ts'
import { type DeskKind, deskPathOf, dutiesPath, projectsPath, requestsPath } from './project-addresses.ts'
import type { Named } from './project-queries.ts'

/** Names of units by id. */
export type Names = ReadonlyMap<string, string>

/** The names of these units, as one piece of text. */
export const listed = (ids: readonly string[], names: Names) => ids.map((id) => names.get(id) ?? '–').join(', ')

const isoDay = (text: string) => shortDay(Temporal.PlainDate.from(text))

/** The parts of this desk as tabs. */
export function PartTabs(props: { frame: Frame; current: 'dialogues' | 'projects' | 'requests' | 'duties' }) {
  const w = words(props.frame.language)
  const { projects } = w.dialogues
  const items = [
    { key: 'dialogues', href: deskPath, text: w.dialogues.title },
    { key: 'projects', href: projectsPath, text: projects.title },
    { key: 'requests', href: requestsPath, text: projects.requests },
    { key: 'duties', href: dutiesPath, text: projects.duties },
  ]
  return (
    <Tabs
      label={projects.parts}
      items={items.map(({ key, href, text }) => ({ href, text, current: key === props.current }))}
    />
  )
}

/** Projects and consultations of the units one sees. */
export function ProjectsPage(props: {
  frame: Frame
  projects: readonly Named<ProjectRow>[]
  consultations: readonly Named<ConsultationRow>[]
  names: Names
  may: readonly OfferedStep[]
}) {
  const { frame, names } = props
  const { dialogues, law } = words(frame.language)
  const { projects: w } = dialogues
  return (
    <DeskPage frame={frame} title={w.title} current="dialogues">
      <PartTabs frame={frame} current="projects" />
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      {props.may.map((step) => (
        <Button key={step.step} kind="secondary" href={step.href}>
          {step.verb}
        </Button>
      ))}
      <h2>{w.projects}</h2>
      <Table
        caption={w.projects}
        caption_hidden
        rows={props.projects}
        row_key={(row) => row.id}
        row_href={deskPathOf.project}
        empty={w.empty_projects}
        columns={[
          {
            key: 'title',
            title: w.columns.title,
            row_header: true,
            cell: (row) => <Link href={deskPathOf.project(row)}>{row.title}</Link>,
          },
          { key: 'state', title: w.columns.state, cell: (row) => known(law.states.project, row.state) },
          { key: 'area', title: w.columns.area, cell: (row) => listed(row.area_unit_ids, names) },
          { key: 'unit', title: w.columns.unit, cell: (row) => row.unit_name },
        ]}
      />
      <h2>{w.consultations}</h2>
      <Table
        caption={w.consultations}
        caption_hidden
        rows={props.consultations}
        row_key={(row) => row.id}
        row_href={deskPathOf.consultation}
        empty={w.empty_consultations}
        columns={[
          {
            key: 'title',
            title: w.columns.title,
            row_header: true,
            cell: (row) => <Link href={deskPathOf.consultation(row)}>{row.title}</Link>,
          },
          { key: 'state', title: w.columns.state, cell: (row) => known(law.states.consultation, row.state) },
          { key: 'last', title: w.columns.last_on, nowrap: true, cell: (row) => shortDay(row.last_on) },
          { key: 'unit', title: w.columns.unit, cell: (row) => row.unit_name },
        ]}
      />
    </DeskPage>
  )
}

/** The frame around one record: state, facts, its own parts, steps, history. */
export function RecordPage(props: {
  frame: Frame
  kind: DeskKind
  title: string
  state: string
  rows: readonly (SummaryRow | null | false)[]
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
  back?: { href: string; text?: string }
  children?: ComponentChildren
}) {
  const { frame, kind } = props
  const { law, dialogues, petitions } = words(frame.language)
  const steps: Readonly<Record<string, { done: string }>> = law.steps[kind]
  const done = Object.fromEntries(Object.entries(steps).map(([step, said]) => [step, said.done]))
  return (
    <DeskPage
      frame={frame}
      title={props.title}
      current="dialogues"
      wide={false}
      back={props.back ?? { href: projectsPath, text: dialogues.projects.back }}
    >
      <h1>
        {props.title} <Tag>{known(law.states[kind], props.state)}</Tag>
      </h1>
      <SummaryList rows={props.rows.filter((one): one is SummaryRow => Boolean(one))} />
      <Steps steps={props.steps} words={{ closed: petitions.steps_closed, none: petitions.steps_none }} />
      {props.children}
      <History frame={frame} happened={props.happened} steps={done} />
    </DeskPage>
  )
}

/** Where a project stands with consultation and dialogue; `face` says where its links lead. */
export function Duties(props: {
  frame: Frame
  facts: ProjectFacts
  names: Names
  consultation_href: string | null
  dialogue_href: (one: { unit_id: string; id: string }) => string
}) {
  const { frame, facts, names } = props
  const { projects: w } = words(frame.language).dialogues
  const { law } = words(frame.language)
  const { consultation, dialogues } = facts
  return (
    <>
      <h2>{w.consultation}</h2>
      {consultation && props.consultation_href ? (
        <p>
          <Link href={props.consultation_href}>{consultation.title}</Link>.{' '}
          {known(law.states.consultation, consultation.state)}. {w.facts.last_on}: {shortDay(consultation.last_on)}.
        </p>
      ) : (
        <p>{w.no_consultation}</p>
      )}
      {facts.not_asked.length > 0 && <Inset>{w.not_asked(listed(facts.not_asked, names))}</Inset>}
      <h2>{w.dialogue}</h2>
      {dialogues.length === 0 && <p>{w.no_dialogue}</p>}
      {dialogues.map((one) => (
        <p key={one.id}>
          <Link href={props.dialogue_href(one)}>{one.title}</Link>.{' '}
          {one.held ? w.dialogue_held(shortDay(one.held_on)) : w.dialogue_to_come(shortDay(one.held_on))}.
        </p>
      ))}
      {facts.without_dialogue.length > 0 && <Inset>{w.without_dialogue(listed(facts.without_dialogue, names))}</Inset>}
    </>
  )
}

/** Exemptions with ground, article and who answers; talks; changes of the area. The same for officers and the public. */
export function AlongTheWay(props: { frame: Frame; row: ProjectRow; names: Names }) {
  const { frame, row, names } = props
  const { projects: w } = words(frame.language).dialogues
  return (
    <>
      {row.exemptions.length > 0 && <h2>{w.exemptions}</h2>}
      {row.exemptions.map((one) => (
        <div key={`${one.on}${one.from}`} class="gd-letter">
          <p>
            {w.exempt_said(
              known(w.choices.from, one.from),
              known(w.choices.ground, one.ground),
              one.number,
              isoDay(one.decided_on),
            )}
          </p>
          {paragraphs(one.why)}
          <p>{w.exempt_by(one.by, one.title ?? '', isoDay(one.on))}</p>
        </div>
      ))}
      {row.moves.length > 0 && <h2>{w.moves}</h2>}
      {row.moves.map((one) => (
        <div key={`${one.on}${one.reason}`}>
          <p>{w.move_said(isoDay(one.on), listed(one.from, names), listed(one.to, names))}</p>
          {paragraphs(one.reason)}
        </div>
      ))}
      <h2>{w.talks}</h2>
      {row.talks.length === 0 && <p>{w.no_talks}</p>}
      {row.talks
        .toSorted((a, b) => b.on.localeCompare(a.on))
        .map((one) => (
          <section key={one.id}>
            <h3>{w.talk_said(isoDay(one.on), one.place, number(one.people, frame.language))}</h3>
            <p>
              <strong>{w.asked}:</strong> {one.asked}
            </p>
            <p>
              <strong>{w.answered}:</strong> {one.answered}
            </p>
          </section>
        ))}
    </>
  )
}

/** Facts of a project that everybody may read. */
export function projectFacts(row: Named<ProjectRow>, names: Names, frame: Frame): (SummaryRow | null | false)[] {
  const { projects: w } = words(frame.language).dialogues
  const { facts } = w
  const decided = [row.decision_number, row.decided_by, row.decided_on && shortDay(row.decided_on)].filter(Boolean)
  const day = (key: string, on: Temporal.PlainDate | null) => on && { key, value: shortDay(on) }
  return [
    { key: facts.kind, value: known(w.choices.kind, row.kind) },
    { key: facts.area, value: listed(row.area_unit_ids, names) },
    { key: facts.investor, value: row.investor },
    { key: facts.unit, value: row.owner_unit_id ? listed([row.owner_unit_id], names) : row.unit_name },
    decided.length > 0 && { key: facts.decision, value: decided.join(', ') },
    day(facts.planned_start_on, row.planned_start_on),
    day(facts.announced_on, row.announced_on),
    day(facts.started_on, row.started_on),
    day(facts.ended_on, row.ended_on),
    row.end_note !== null && { key: w.reason, value: paragraphs(row.end_note) },
  ]
}

/** One project at the desk. */
export function ProjectPage(props: {
  frame: Frame
  row: Named<ProjectRow>
  facts: ProjectFacts
  names: Names
  steps: readonly OfferedStep[]
  promises: readonly CommitmentLine[]
  happened: readonly Happened[]
}) {
  const { frame, row, facts, names } = props
  const { projects: w } = words(frame.language).dialogues
  return (
    <RecordPage
      frame={frame}
      kind="project"
      title={row.title}
      state={row.state}
      rows={projectFacts(row, names, frame)}
      steps={props.steps}
      happened={props.happened}
    >
      <Duties
        frame={frame}
        facts={facts}
        names={names}
        consultation_href={facts.consultation && deskPathOf.consultation(facts.consultation)}
        dialogue_href={deskDialoguePath}
      />
      {facts.without_dialogue.length > 0 && row.ended_on === null && (
        <p>
          <Link href={`${deskPath}/plan?cong-trinh=${row.id}`}>{w.plan_project_dialogue}</Link>
        </p>
      )}
      <h2>{w.what}</h2>
      {paragraphs(row.what)}
      <AlongTheWay frame={frame} row={row} names={names} />
      <h2>{w.promises}</h2>
      <CommitmentList frame={frame} face="desk" lines={props.promises} heading_hidden />
    </RecordPage>
  )
}

/** One consultation at the desk, with its opinions. */
export function ConsultationPage(props: {
  frame: Frame
  row: Named<ConsultationRow>
  names: Names
  count: { opinions: number; people: number }
  opinions: readonly OpinionRow[]
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
}) {
  const { frame, row, names, count } = props
  const { dialogues, law } = words(frame.language)
  const { projects: w } = dialogues
  const { facts } = w
  const rows: (SummaryRow | null | false)[] = [
    { key: facts.matter, value: known(w.choices.matter, row.matter) },
    { key: facts.unit, value: row.unit_name },
    { key: facts.asked, value: listed(row.asked_unit_ids, names) },
    { key: facts.published_on, value: shortDay(row.published_on) },
    { key: facts.last_on, value: shortDay(row.last_on) },
    row.extensions.length > 0 && {
      key: w.extensions,
      value: row.extensions.map((one) => w.extension_said(isoDay(one.from_on), isoDay(one.to_on))).join('; '),
    },
    row.where_to_read !== null && { key: facts.where_to_read, value: row.where_to_read },
    { key: facts.opinions, value: w.opinions_said(count.opinions, count.people) },
    row.explained_on && { key: facts.explained_on, value: shortDay(row.explained_on) },
    row.end_note !== null && { key: w.reason, value: paragraphs(row.end_note) },
  ]
  return (
    <RecordPage
      frame={frame}
      kind="consultation"
      title={row.title}
      state={row.state}
      rows={rows}
      steps={props.steps}
      happened={props.happened}
    >
      <h2>{w.what}</h2>
      {paragraphs(row.what)}
      <Explanation row={row} frame={frame} />
      <h2>{w.opinions}</h2>
      <Table
        caption={w.opinions}
        caption_hidden
        rows={props.opinions}
        row_key={(one) => one.id}
        row_href={deskPathOf.opinion}
        empty={w.no_opinions}
        columns={[
          {
            key: 'text',
            title: w.text,
            row_header: true,
            cell: (one) => <Link href={deskPathOf.opinion(one)}>{one.gist ?? one.text.slice(0, 120)}</Link>,
          },
          { key: 'source', title: facts.source, cell: (one) => known(w.choices.source, one.source) },
          { key: 'people', title: facts.people, numeric: true, cell: (one) => number(one.people, frame.language) },
          {
            key: 'outcome',
            title: facts.outcome,
            cell: (one) => (one.outcome ? known(w.choices.outcome, one.outcome) : known(law.states.opinion, one.state)),
          },
        ]}
      />
    </RecordPage>
  )
}

/** What was published of the explanation. */
export function Explanation({ row, frame }: { row: ConsultationRow; frame: Frame }) {
  const { projects: w } = words(frame.language).dialogues
  if (row.explanation === null) return null
  return (
    <>
      <h2>{w.explanation}</h2>
      {paragraphs(row.explanation)}
      {row.otherwise !== null && (
        <>
          <h3>{w.otherwise}</h3>
          {paragraphs(row.otherwise)}
        </>
      )}
    </>
  )
}
