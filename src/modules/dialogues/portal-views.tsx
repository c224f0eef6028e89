/** Pages of the portal about dialogues. Nobody who asked stands on any of them but the asker's own. */
import type { z } from 'zod'
import { dutyOn } from '../../law/dialogue-rules.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button, ButtonGroup, Link } from '../../ui/parts/button.tsx'
import { DateText } from '../../ui/parts/day.tsx'
import { FeedLinks } from '../../ui/parts/feed-links.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { FormOf } from '../../ui/parts/form.tsx'
import { longDay, number } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import { SummaryList, Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { Inset, Panel, Tag, ToBeChecked } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { commitmentPath } from '../commitments/addresses.ts'
import { StandingTag } from '../commitments/commitment-list.tsx'
import type { CommitmentLine } from '../commitments/queries.ts'
import { askPath, portalDialoguePath, portalPath, questionPath, slipPath } from './addresses.ts'
import { isTold } from './dialogue.ts'
import type { DialogueQuestionRow } from './dialogue-question.ts'
import type { DialogueLine, PublicDialogue, QuestionCounts } from './queries.ts'

const signUpPath = (row: { unit_id: string; id: string }) => `${portalDialoguePath(row)}/dang-ky`
const longIso = (day: string, frame: Frame) => longDay(Temporal.PlainDate.from(day), frame.language)

/** The list: to come and past, of one unit or of all. */
export function DialoguesPage(props: {
  frame: Frame
  unit: { id: string; name: string } | null
  past: boolean
  typed: string
  found: readonly { id: string; name: string; place: string }[]
  lines: readonly DialogueLine[]
}) {
  const { frame, unit, past } = props
  const { dialogues: w } = words(frame.language)
  const { portal } = w
  const of = unit ? `don-vi=${unit.id}` : ''
  const title = unit ? `${w.title}: ${unit.name}` : w.title
  return (
    <PortalPage frame={frame} title={title} unit={unit}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p>{portal.lead}</p>
      <FeedLinks unit={unit} kind="dialogue" />
      <form method="get" action={portalPath} class="gd-form">
        <TextInput name="tim" label={portal.find_unit} value={props.typed} width={30} />
        <ButtonGroup>
          <Button kind="secondary">{portal.find}</Button>
          {unit && <Link href={portalPath}>{portal.of_all}</Link>}
        </ButtonGroup>
      </form>
      <ul class="govuk-list gd-choices">
        {props.found.map((one) => (
          <li key={one.id}>
            <Link href={`${portalPath}?don-vi=${one.id}`}>{[one.name, one.place].filter(Boolean).join(', ')}</Link>
          </li>
        ))}
      </ul>
      <Tabs
        label={w.title}
        items={[
          { href: `${portalPath}${of && `?${of}`}`, text: portal.coming, current: !past },
          { href: `${portalPath}?${[of, 'xem=da-qua'].filter(Boolean).join('&')}`, text: portal.past, current: past },
        ]}
      />
      {props.lines.length === 0 && <p>{past ? portal.none_past : portal.none_coming}</p>}
      {props.lines.map((row) => (
        <Line key={row.id} frame={frame} row={row} />
      ))}
    </PortalPage>
  )
}

function Line({ frame, row }: { frame: Frame; row: DialogueLine }) {
  const { dialogues: w } = words(frame.language)
  return (
    <article class="gd-piece">
      <h2 class="govuk-heading-s">
        <Link href={portalDialoguePath(row)}>{row.title}</Link>{' '}
        {row.state === 'cancelled' && <Tag colour="red">{w.portal.cancelled}</Tag>}
        {row.published_on && <Tag colour="green">{w.portal.results_out}</Tag>}
      </h2>
      <p>
        {row.unit}. {longDay(row.held_on, frame.language)}, {row.starts}.{' '}
        {row.mode === 'online' ? w.modes.online : row.place}.
      </p>
    </article>
  )
}

/** One dialogue: when and where, how to ask; afterwards its results, with what became of each promise. */
export function PublicDialoguePage(props: {
  frame: Frame
  row: PublicDialogue
  takes: boolean
  counts: QuestionCounts
  commitments: readonly CommitmentLine[]
  owners: ReadonlyMap<string, string>
}) {
  const { frame, row } = props
  const { dialogues: w } = words(frame.language)
  const { portal } = w
  const day = longDay(row.held_on, frame.language)
  const duty = dutyOn(row.kind, row.held_on)
  const slips = row.state === 'announced' && row.slips > 0 && row.held_on.equals(frame.on)
  return (
    <PortalPage frame={frame} title={row.title} back={{ href: portalPath }}>
      <h1 class="govuk-heading-l">{row.title}</h1>
      <Changes frame={frame} row={row} />
      <SummaryList
        rows={[
          { key: portal.when, value: portal.hours(row.starts, row.ends, day) },
          ...(row.mode === 'online' ? [] : [{ key: portal.where, value: row.place }]),
          ...(row.link && row.mode !== 'in-person'
            ? [{ key: portal.online, value: <Link href={row.link}>{row.link}</Link> }]
            : []),
          { key: portal.chaired_by, value: row.chaired_by },
          { key: portal.organiser, value: [row.unit, ...row.together].join('; ') },
          { key: portal.about, value: paragraphs(row.about) },
        ]}
      />
      {props.takes && (
        <>
          <ButtonGroup>
            <Button href={askPath(row)}>{portal.ask}</Button>
            <Button href={signUpPath(row)} kind="secondary">
              {portal.come}
            </Button>
          </ButtonGroup>
          <p>
            {portal.ask_until(longDay(row.questions_by_on, frame.language))} {portal.other_ways}
          </p>
        </>
      )}
      {slips && (
        <p>
          <Link href={slipPath(row)}>{portal.slip}</Link>
        </p>
      )}
      {row.recorded_on === null && <FeedLinks unit={{ id: row.unit_id }} kind="dialogue" />}
      <Results {...props} />
      {duty && (
        <p class="govuk-hint">
          {portal.law(duty.cite)} {duty.unverified && <ToBeChecked />}
        </p>
      )}
    </PortalPage>
  )
}

/** Every move stays to be seen, and that it is off. */
function Changes({ frame, row }: { frame: Frame; row: PublicDialogue }) {
  const { portal } = words(frame.language).dialogues
  return (
    <>
      {row.cancelled && (
        <Inset>
          {portal.called_off(longIso(row.cancelled.on, frame))} {portal.why(row.cancelled.reason)}
        </Inset>
      )}
      {row.moved.map((move) => (
        <Inset key={move.to_on}>
          {portal.moved(longIso(move.from_on, frame), longIso(move.to_on, frame))} {portal.why(move.reason)}
        </Inset>
      ))}
    </>
  )
}

interface ResultsProps {
  frame: Frame
  row: PublicDialogue
  counts: QuestionCounts
  commitments: readonly CommitmentLine[]
  owners: ReadonlyMap<string, string>
}

function Results(props: ResultsProps) {
  const { frame, row, counts } = props
  const { portal } = words(frame.language).dialogues
  const said = (count: number) => number(count, frame.language)
  if (row.recorded_on === null) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{portal.results}</h2>
      <p>
        {portal.came(said(row.people ?? 0))} <When frame={frame} row={row} />
      </p>
      {row.conclusion && (
        <>
          <h3 class="govuk-heading-s">{portal.conclusion}</h3>
          {paragraphs(row.conclusion)}
        </>
      )}
      {row.groups
        .filter((group) => isTold(group, counts.by_group))
        .map((group) => (
          <article key={group.id} class="gd-piece">
            <h3 class="govuk-heading-s">
              {group.title} ({portal.questions_count(said(counts.by_group.get(group.id) ?? 0))})
            </h3>
            {paragraphs(group.summary)}
            <Inset>{group.answer ? paragraphs(group.answer) : portal.waiting}</Inset>
          </article>
        ))}
      <Promises {...props} />
    </section>
  )
}

function When({ frame, row }: { frame: Frame; row: PublicDialogue }) {
  const { portal } = words(frame.language).dialogues
  const by = row.publish_by_on
  const day = (on: Temporal.PlainDate) => longDay(on, frame.language)
  if (row.published_on === null) {
    if (by === null) return null
    return (
      <>{Temporal.PlainDate.compare(frame.on, by) > 0 ? portal.results_late(day(by)) : portal.results_owed(day(by))}</>
    )
  }
  const late = by !== null && Temporal.PlainDate.compare(row.published_on, by) > 0
  return (
    <>{late && by ? portal.published_late(day(row.published_on), day(by)) : portal.published(day(row.published_on))}</>
  )
}

function Promises({ frame, row, commitments, owners }: ResultsProps) {
  const { portal } = words(frame.language).dialogues
  if (row.promises.length === 0) return null
  const made = new Map(commitments.map((one) => [one.id, one]))
  return (
    <>
      <h3 class="govuk-heading-s">{portal.promises}</h3>
      {row.promises.map((one) => {
        const line = made.get(one.id)
        return (
          <article key={one.id} class="gd-piece">
            <p>
              {line ? <Link href={commitmentPath('public', line)}>{one.text}</Link> : one.text}{' '}
              {line && <StandingTag row={line} frame={frame} />}
            </p>
            <p>
              {portal.promise_owner}: {owners.get(one.owner_unit_id) ?? ''}. {portal.promise_due}:{' '}
              <DateText on={line?.due_on ?? Temporal.PlainDate.from(one.due_on)} />.
            </p>
          </article>
        )
      })}
    </>
  )
}

/** The form of a question, or of saying that one will come. */
export function AskPage(props: {
  frame: Frame
  row: PublicDialogue
  way: 'ask' | 'sign-up'
  schema: z.ZodObject
  /** Set once it takes no questions: its sentence. */
  refusal: string | null
  id: string
  values: FormValues
  errors: readonly Fault[]
}) {
  const { frame, row, way } = props
  const { dialogues: w, law } = words(frame.language)
  const title = way === 'ask' ? w.portal.ask_title(row.title) : w.portal.come_title(row.title)
  const labels = { ...w.labels, text: w.portal.your_question }
  return (
    <PortalPage frame={frame} title={title} faulty={props.errors.length > 0} back={{ href: portalDialoguePath(row) }}>
      {props.refusal === null ? (
        <FormOf
          heading={title}
          schema={props.schema}
          words={{ labels, hints: w.question_hints, faults: w.faults }}
          values={props.values}
          errors={props.errors}
          action={way === 'ask' ? askPath(row) : signUpPath(row)}
          hidden={{ id: props.id }}
          submit={law.steps['dialogue-question'][way].button}
        />
      ) : (
        <>
          <h1>{title}</h1>
          <Inset>{props.refusal}</Inset>
        </>
      )}
      {way === 'sign-up' && props.refusal === null && <p>{w.portal.come_lead}</p>}
    </PortalPage>
  )
}

/** One's own question: the code where it was just given, its state, its answer. */
export function OwnQuestionPage(props: {
  frame: Frame
  row: PublicDialogue
  question: DialogueQuestionRow
  code: string | null
  /** Where the petition that was made of it opens; null where there is none. */
  petition: string | null
  withdraw: boolean
}) {
  const { frame, row, question } = props
  const { dialogues: w, law } = words(frame.language)
  const { portal } = w
  const comes = question.text === null
  const title = comes ? portal.your_sign_up : portal.your_question
  const group = row.groups.find((one) => one.id === question.group_id)
  const fresh = props.code !== null && ['asked', 'signed-up'].includes(question.state)
  return (
    <PortalPage
      frame={frame}
      title={fresh ? (comes ? portal.signed_up : portal.sent) : title}
      back={{ href: portalPath }}
    >
      {fresh ? (
        <Panel title={comes ? portal.signed_up : portal.sent}>
          {portal.code}: <strong class="gd-code">{props.code}</strong>
        </Panel>
      ) : (
        <h1>{title}</h1>
      )}
      {fresh && <p>{portal.keep_code}</p>}
      <Changes frame={frame} row={row} />
      <SummaryList
        rows={[
          { key: w.title, value: <Link href={portalDialoguePath(row)}>{row.title}</Link> },
          { key: portal.when, value: portal.hours(row.starts, row.ends, longDay(row.held_on, frame.language)) },
          ...(comes ? [] : [{ key: portal.your_question, value: paragraphs(question.text ?? '') }]),
          { key: portal.state, value: known(law.states['dialogue-question'], question.state) },
          ...(comes ? [] : [{ key: portal.answer, value: answerOf(frame, question, group?.answer ?? null, row) }]),
        ]}
      />
      {props.petition && (
        <p>
          <Link href={props.petition}>{portal.open_petition}</Link>
        </p>
      )}
      {props.withdraw && (
        <form method="post" action={`${questionPath(question)}/withdraw`}>
          <input type="hidden" name="revision" value={String(question.revision)} />
          <Button kind="secondary">{portal.withdraw}</Button>
        </form>
      )}
    </PortalPage>
  )
}

function answerOf(frame: Frame, question: DialogueQuestionRow, answer: string | null, row: PublicDialogue) {
  const { portal } = words(frame.language).dialogues
  if (question.state === 'set-aside') return portal.set_aside(question.set_aside ?? '')
  if (question.state === 'handed-to-petitions') return portal.handed
  return answer !== null && row.published_on !== null ? paragraphs(answer) : portal.no_answer_yet
}

/** A slip is handed in by telephone. */
export function SlipPage(props: {
  frame: Frame
  row: PublicDialogue
  open: boolean
  typed: string
  fault: string | null
  done: boolean
}) {
  const { frame, row } = props
  const { portal, faults } = words(frame.language).dialogues
  const said: Readonly<Record<string, string>> = faults
  return (
    <PortalPage
      frame={frame}
      title={portal.slip_title}
      faulty={props.fault !== null}
      back={{ href: portalDialoguePath(row) }}
    >
      <h1>{portal.slip_title}</h1>
      {props.done && <Panel title={portal.slip_done} />}
      <p>{row.title}</p>
      {props.open ? (
        <form method="post" action={slipPath(row)} class="gd-form">
          <TextInput
            name="ma"
            label={portal.slip_label}
            hint={portal.slip_lead}
            value={props.done ? '' : props.typed}
            width={10}
            error={props.fault ? said[props.fault] : undefined}
            autocomplete="off"
          />
          <Button>{portal.slip_button}</Button>
        </form>
      ) : (
        <Inset>{portal.slip_closed}</Inset>
      )}
    </PortalPage>
  )
}
