/** The desk's list of questions with what the program proposes, and the page of one question. */
import { tellings } from '../../law/dialogue-rules.ts'
import type { Fault } from '../../platform/input.ts'
import { Button, ButtonGroup, Link } from '../../ui/parts/button.tsx'
import { Checkboxes, Fieldset } from '../../ui/parts/choices.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { Select, TextArea, TextInput } from '../../ui/parts/fields.tsx'
import { FormErrors } from '../../ui/parts/form.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs, recordPath } from '../../ui/parts/letter.tsx'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type OfferedStep, Steps } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Details, Inset, Panel, Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { deskDialoguePath } from './addresses.ts'
import type { Proposal } from './alike.ts'
import { type DialogueQuestionRow, owedWord } from './dialogue-question.ts'
import type { Dialogue } from './queries.ts'
import { questionColours } from './state-colours.ts'

interface ListProps {
  frame: Frame
  row: Dialogue
  questions: readonly DialogueQuestionRow[]
  proposals: readonly Proposal[]
  errors: readonly Fault[]
  may_record: boolean
}

const listOf = (row: Dialogue) => `${deskDialoguePath(row)}/cau-hoi`
const short = (text: string | null) => (text !== null && text.length > 160 ? `${text.slice(0, 157)}…` : (text ?? ''))

/** All questions of a dialogue, by what they wait for. */
export function QuestionsPage(props: ListProps) {
  const { frame, row, questions } = props
  const { dialogues: w } = words(frame.language)
  const q = w.questions
  const asked = questions.filter((one) => one.state === 'asked')
  const grouped = questions.filter((one) => one.state === 'grouped')
  const signed = questions.filter((one) => one.state === 'signed-up')
  const others = questions.filter((one) => !['asked', 'grouped', 'signed-up'].includes(one.state))
  const groupable = ['announced', 'held', 'published'].includes(row.state)
  return (
    <DeskPage
      frame={frame}
      title={q.title}
      current="dialogues"
      faulty={props.errors.length > 0}
      back={{ href: deskDialoguePath(row) }}
    >
      <FormErrors errors={props.errors} words={{ labels: w.labels, faults: w.faults }} />
      <h1 class="govuk-heading-l">{q.title}</h1>
      <p>
        {row.title}, {shortDay(row.held_on)}
      </p>
      {props.may_record && <Button href={`${listOf(row)}/record`}>{q.record}</Button>}
      {groupable && <Proposals {...props} />}
      <h2 class="govuk-heading-m">
        {q.to_sort} ({number(asked.length, frame.language)})
      </h2>
      {asked.length === 0 ? (
        <p>{q.none}</p>
      ) : groupable ? (
        <ToSort {...props} asked={asked} />
      ) : (
        <List {...props} rows={asked} />
      )}
      {grouped.length > 0 && <Sorted {...props} rows={grouped} />}
      {signed.length > 0 && <SignedUp {...props} rows={signed} />}
      {others.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{q.others}</h2>
          <List {...props} rows={others} />
        </section>
      )}
    </DeskPage>
  )
}

function Proposals({ frame, row, proposals }: ListProps) {
  const { questions: q } = words(frame.language).dialogues
  if (proposals.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{q.proposals}</h2>
      <p>{q.proposals_lead}</p>
      {proposals.map(({ group_id, questions }) => {
        const group = row.groups.find((one) => one.id === group_id)
        const name = group ? q.for_group(group.title) : q.new_group
        const ids = questions.map((one) => one.id)
        return (
          <form key={ids[0]} method="post" action={`${listOf(row)}/nhom`} class="gd-piece gd-form">
            <Checkboxes
              name="q"
              id={`q-${ids[0]}`}
              legend={name}
              small
              items={questions.map((one) => ({ value: one.id, label: short(one.text) }))}
              values={ids}
            />
            {group ? (
              <input type="hidden" name="group_id" value={group.id} />
            ) : (
              <NewGroup frame={frame} at={ids[0] ?? ''} />
            )}
            <Button kind="secondary">{q.group_these}</Button>
          </form>
        )
      })}
    </section>
  )
}

/** Name and summary of a group that comes into being. */
function NewGroup({ frame, at }: { frame: Frame; at: string }) {
  const { labels, hints } = words(frame.language).dialogues
  return (
    <>
      <TextInput name="title" id={`title-${at}`} label={labels.group_title} />
      <TextArea name="summary" id={`summary-${at}`} label={labels.summary} hint={hints.summary} rows={3} />
    </>
  )
}

function ToSort({ frame, row, asked }: ListProps & { asked: readonly DialogueQuestionRow[] }) {
  const { questions: q } = words(frame.language).dialogues
  return (
    <form method="post" action={`${listOf(row)}/nhom`} class="gd-form">
      <Fieldset legend={<span class="govuk-visually-hidden">{q.selected}</span>}>
        <Rows frame={frame} row={row} rows={asked} select />
      </Fieldset>
      {row.groups.length > 0 && (
        <Select
          name="group_id"
          label={q.choose_group}
          items={[{ value: '', label: q.new_group }, ...row.groups.map((one) => ({ value: one.id, label: one.title }))]}
        />
      )}
      <Details summary={q.or_new} open={row.groups.length === 0}>
        <NewGroup frame={frame} at="new" />
      </Details>
      <Button kind="secondary">{q.group_these}</Button>
    </form>
  )
}

function Sorted(props: ListProps & { rows: readonly DialogueQuestionRow[] }) {
  const { questions: q } = words(props.frame.language).dialogues
  return (
    <section>
      <h2 class="govuk-heading-m">
        {q.sorted} ({number(props.rows.length, props.frame.language)})
      </h2>
      <Tell {...props} what="answer" />
    </section>
  )
}

function SignedUp(props: ListProps & { rows: readonly DialogueQuestionRow[] }) {
  const { questions: q } = words(props.frame.language).dialogues
  return (
    <section>
      <h2 class="govuk-heading-m">{q.sign_ups}</h2>
      <Tell {...props} what="change" />
    </section>
  )
}

/** A list from which several are marked as answered, or as told of a change. */
function Tell(props: ListProps & { rows: readonly DialogueQuestionRow[]; what: 'answer' | 'change' }) {
  const { frame, row, rows, what } = props
  const { dialogues: w } = words(frame.language)
  const owed = rows.some((one) => owedWord(one, row) !== null)
  const answerable = rows.some((one) => row.groups.find((group) => group.id === one.group_id)?.answer != null)
  const buttons = [
    ...(what === 'answer' && answerable ? [{ value: 'answer', said: w.questions.tell_group }] : []),
    ...(owed ? [{ value: 'change', said: w.questions.tell_change }] : []),
  ]
  if (buttons.length === 0) return <List {...props} />
  return (
    <form method="post" action={`${listOf(row)}/bao`} class="gd-form">
      <Fieldset legend={<span class="govuk-visually-hidden">{w.questions.selected}</span>}>
        <Rows frame={frame} row={row} rows={rows} select />
      </Fieldset>
      <Select
        name="how"
        id={`how-${what}`}
        label={w.labels.how}
        items={tellings.map((value) => ({ value, label: w.tellings[value] }))}
        value="phone"
      />
      <ButtonGroup>
        {buttons.map((one) => (
          <Button key={one.value} kind="secondary" name="what" value={one.value}>
            {one.said}
          </Button>
        ))}
      </ButtonGroup>
    </form>
  )
}

function List(props: { frame: Frame; row: Dialogue; rows: readonly DialogueQuestionRow[] }) {
  return <Rows frame={props.frame} row={props.row} rows={props.rows} />
}

function Rows(props: { frame: Frame; row: Dialogue; rows: readonly DialogueQuestionRow[]; select?: boolean }) {
  const { frame, row, rows } = props
  const { dialogues: w, law } = words(frame.language)
  const q = w.questions
  return (
    <Table
      caption={q.title}
      caption_hidden
      rows={rows}
      row_key={(one) => one.id}
      empty={q.none}
      {...(props.select
        ? {
            select: {
              name: 'q',
              value: (one: DialogueQuestionRow) => one.id,
              label: (one: DialogueQuestionRow) => short(one.text),
            },
          }
        : {})}
      columns={[
        {
          key: 'question',
          title: q.columns.question,
          row_header: true,
          cell: (one) => (
            <Link href={`${listOf(row)}/${one.id}`}>
              {one.text === null ? q.people(number(one.people, frame.language)) : short(one.text)}
            </Link>
          ),
        },
        { key: 'from', title: q.columns.from, cell: (one) => `${w.origins[one.origin]}, ${shortDay(one.asked_on)}` },
        {
          key: 'group',
          title: q.columns.group,
          cell: (one) => row.groups.find((group) => group.id === one.group_id)?.title ?? '',
        },
        {
          key: 'state',
          title: q.columns.state,
          cell: (one) => (
            <Tag colour={questionColours[one.state]}>{known(law.states['dialogue-question'], one.state)}</Tag>
          ),
        },
        { key: 'owed', title: q.columns.owed, cell: (one) => owedText(frame, row, one) },
      ]}
    />
  )
}

function owedText(frame: Frame, row: Dialogue, one: DialogueQuestionRow): string {
  const { dialogues: w } = words(frame.language)
  const word = owedWord(one, row)
  const answer = row.published_on !== null && (one.state === 'asked' || one.state === 'grouped')
  return [answer && w.questions.owes_answer, word && w.told_what[word.what]].filter(Boolean).join(', ')
}

/** One question with its asker, for those who answer. */
export function QuestionPage(props: {
  frame: Frame
  row: Dialogue
  question: DialogueQuestionRow
  steps: readonly OfferedStep[]
}) {
  const { frame, row, question } = props
  const { dialogues: w, law } = words(frame.language)
  const q = w.questions
  const contact = [question.asker_phone, question.asker_email].filter(Boolean).join(' · ')
  const group = row.groups.find((one) => one.id === question.group_id)
  const rows = [
    { key: q.columns.from, value: `${w.origins[question.origin]}, ${shortDay(question.asked_on)}` },
    {
      key: w.labels.asker_name,
      value: [question.asker_name ?? q.no_name, question.village].filter(Boolean).join(', '),
    },
    { key: w.labels.asker_phone, value: contact || q.no_contact },
    ...(group ? [{ key: q.columns.group, value: group.title }] : []),
    ...(question.set_aside ? [{ key: w.labels.reason, value: question.set_aside }] : []),
    ...(question.petition_id
      ? [
          {
            key: law.states['dialogue-question']['handed-to-petitions'],
            value: (
              <Link href={recordPath('petition', { unit_id: row.unit_id, id: question.petition_id })}>
                {q.to_petition}
              </Link>
            ),
          },
        ]
      : []),
    ...(question.answered
      ? [
          {
            key: w.portal.answer,
            value: q.answered(
              w.tellings[question.answered.how],
              shortDay(Temporal.PlainDate.from(question.answered.on)),
            ),
          },
        ]
      : []),
  ]
  const owed = owedText(frame, row, question)
  return (
    <DeskPage frame={frame} title={q.columns.question} current="dialogues" wide={false} back={{ href: listOf(row) }}>
      <h1>{q.columns.question}</h1>
      <p>
        <Tag colour={questionColours[question.state]}>{known(law.states['dialogue-question'], question.state)}</Tag>
      </p>
      {question.text !== null && <Inset>{paragraphs(question.text)}</Inset>}
      {owed !== '' && (
        <p>
          {q.columns.owed}: {owed}.
        </p>
      )}
      <SummaryList rows={rows} />
      <Steps steps={props.steps} words={w.desk.steps} />
    </DeskPage>
  )
}

/** A question became a petition: its number, and the code to hand to its sender, shown once. */
export function PetitionMadePage(props: { frame: Frame; number: string; code: string; href: string }) {
  const { petitions } = words(props.frame.language)
  return (
    <DeskPage frame={props.frame} title={petitions.recorded_title} current="dialogues" wide={false}>
      <Panel title={petitions.recorded_title}>
        {petitions.recorded_number(props.number)}
        <br />
        <strong class="gd-code">{props.code}</strong>
      </Panel>
      <p>{petitions.hand_code}</p>
      <p>
        <Link href={props.href}>{petitions.open_record}</Link>
      </p>
    </DeskPage>
  )
}
