/** The reception desk: queue, days, what is owed, days held against required; the refusal guide; the forms that begin a record. */
import type { z } from 'zod'
import { due } from '../../law/due.ts'
import { refusalGroundsOn } from '../../law/reception-rules.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button, ButtonGroup, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import type { Choice } from '../../ui/parts/fields.tsx'
import { FieldsOf, FormOf } from '../../ui/parts/form.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { State } from '../../ui/parts/state.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Details, Inset, Tag, ToBeChecked } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { Counting } from '../calendars/counting.ts'
import type { FieldVisitRow } from './field-visit.ts'
import { formWords, recordPath, stateWord, verbOf } from './forms.tsx'
import type { DeskDayRow, DutyPeriod, dutyOf, VisitInList } from './queries.ts'
import { VisitTable } from './record-pages.tsx'
import { useWords } from './record-parts.tsx'
import type { FormName } from './steps.ts'

/** What the desk's first page shows. */
export interface DeskData {
  unit_id: string
  /** May the viewer register visitors and publish days here? */
  works_here: boolean
  queue: readonly VisitInList[]
  days: readonly DeskDayRow[]
  owed: readonly VisitInList[]
  field_visits: readonly FieldVisitRow[]
  counting: Counting
}

/** The desk of one unit on a day. */
export function ReceptionDesk(props: { frame: Frame; data: DeskData }) {
  const { frame, data } = props
  const { desk } = words(frame.language).receptions
  const of = `?don-vi=${data.unit_id}`
  return (
    <DeskPage frame={frame} title={desk.title} current="receptions">
      <h1>{desk.title}</h1>
      <p>{desk.today(shortDay(frame.on))}</p>
      {data.works_here && (
        <ButtonGroup>
          <Button href={`/tiep-dan/nguoi-den${of}`}>{desk.walk_in}</Button>
          <CallNext data={data} />
          <Button kind="secondary" href={`/tiep-dan/len-lich${of}`}>
            {desk.plan}
          </Button>
          <Button kind="secondary" href={`/tiep-dan/di-co-so${of}`}>
            {verbOf(frame.language, 'field-visit', 'record')}
          </Button>
        </ButtonGroup>
      )}
      <p>
        <Link href={`/tiep-dan/tu-choi${of}`}>{desk.refusal_guide}</Link> ·{' '}
        <Link href={`/tiep-dan/so-ngay${of}`}>{desk.duty}</Link>
      </p>
      <VisitTable
        caption={desk.queue}
        visits={data.queue}
        unit_id={data.unit_id}
        on={frame.on}
        empty={desk.queue_empty}
        calendar={data.counting.calendar}
      />
      <DayTable days={data.days} />
      <VisitTable
        caption={desk.owed}
        visits={data.owed}
        unit_id={data.unit_id}
        on={frame.on}
        empty={desk.owed_empty}
        calendar={data.counting.calendar}
        owed
      />
      <FieldVisitTable visits={data.field_visits} />
    </DeskPage>
  )
}

/** The next number that waits and was not called yet: one press calls it. */
function CallNext(props: { data: DeskData }) {
  const { receptions } = useWords()
  const next = props.data.queue.find((visit) => visit.state === 'waiting' && visit.called_at === null)
  if (!next) {
    return (
      <Button kind="secondary" id="goi-tiep" reason={receptions.desk.nobody_to_call}>
        {receptions.desk.call_next('–')}
      </Button>
    )
  }
  return (
    <form method="post" action={`${recordPath('visit', { unit_id: props.data.unit_id, id: next.id })}/call`}>
      <input type="hidden" name="revision" value={String(next.revision)} />
      {next.room && <input type="hidden" name="room" value={next.room} />}
      <Button kind="secondary">{receptions.desk.call_next(String(next.queue_number ?? '–'))}</Button>
    </form>
  )
}

function DayTable(props: { days: readonly DeskDayRow[] }) {
  const { receptions, law, language } = useWords()
  const { desk } = receptions
  const path = (day: DeskDayRow) => recordPath('reception-day', day)
  return (
    <Table
      caption={desk.days}
      rows={props.days}
      row_key={(day) => day.id}
      row_href={path}
      empty={desk.days_empty}
      columns={[
        {
          key: 'ngay',
          title: desk.day,
          row_header: true,
          nowrap: true,
          cell: (day) => (
            <a class="govuk-link" href={path(day)}>
              {shortDay(day.held_on)} {day.starts}
            </a>
          ),
        },
        { key: 'loai', title: desk.kind, cell: (day) => law.reception_kinds[day.kind] },
        {
          key: 'nguoi-tiep',
          title: desk.receiver,
          cell: (day) => day.receiver?.name ?? day.head_name ?? receptions.portal.regular_receiver,
        },
        { key: 'phong', title: desk.room, cell: (day) => day.room ?? '' },
        { key: 'dat', title: desk.booked, numeric: true, cell: (day) => day.booked },
        { key: 'den', title: desk.came, numeric: true, cell: (day) => day.came },
        {
          key: 'tinh-trang',
          title: desk.state,
          cell: (day) => (
            <>
              {stateWord(language, 'reception-day', day.state)}{' '}
              {day.published_late && <Tag colour="yellow">{receptions.day_page.late}</Tag>}
            </>
          ),
        },
      ]}
    />
  )
}

function FieldVisitTable(props: { visits: readonly FieldVisitRow[] }) {
  const { receptions } = useWords()
  const { desk, field_page } = receptions
  return (
    <Table
      caption={desk.field_visits}
      rows={props.visits}
      row_key={(visit) => visit.id}
      row_href={(visit) => recordPath('field-visit', visit)}
      empty={desk.field_visits_empty}
      columns={[
        {
          key: 'ngay',
          title: desk.day,
          nowrap: true,
          row_header: true,
          cell: (visit) => (
            <a class="govuk-link" href={recordPath('field-visit', visit)}>
              {shortDay(visit.held_on)}
            </a>
          ),
        },
        { key: 'noi', title: receptions.forms['record-field-visit'].labels.place, cell: (visit) => visit.place },
        { key: 'nguoi', title: field_page.head, cell: (visit) => visit.head_name },
        { key: 'hua', title: desk.promised, cell: (visit) => visit.promised ?? field_page.nothing_promised },
      ]}
    />
  )
}

/** A form that begins a record. */
export function CreatePage<S extends z.ZodObject>(props: {
  frame: Frame
  title: string
  unit_id: string
  form: FormName
  schema: S
  action: string
  submit: string
  /** Chosen here so that a double post is harmless. */
  id: string
  values?: FormValues
  errors?: readonly Fault[]
  options?: Readonly<Record<string, readonly Choice[]>>
  /** Fields shown at once; the others stand under "more". */
  first: readonly string[]
}) {
  const { frame } = props
  const form = formWords(frame.language, props.form)
  const others = Object.keys(props.schema.shape).filter((name) => !props.first.includes(name))
  const more = others.filter((name) => props.options?.[name]?.length !== 0)
  const shared = {
    schema: props.schema,
    words: form,
    values: props.values,
    errors: props.errors,
    options: props.options,
  }
  return (
    <DeskPage
      frame={frame}
      title={props.title}
      current="receptions"
      wide={false}
      faulty={Boolean(props.errors?.length)}
      back={{ href: `/tiep-dan?don-vi=${props.unit_id}` }}
    >
      <h1>{props.title}</h1>
      <FormOf
        {...shared}
        only={props.first}
        action={props.action}
        hidden={{ id: props.id }}
        submit={props.submit}
        cancel={`/tiep-dan?don-vi=${props.unit_id}`}
      >
        {more.length > 0 && (
          <Details
            summary={words(frame.language).receptions.desk.more}
            open={props.errors?.some((fault) => more.includes(fault.field))}
          >
            <FieldsOf {...shared} only={more} />
          </Details>
        )}
      </FormOf>
    </DeskPage>
  )
}

/** Which ground asks for a letter and which for a word, with the last day of the letter. */
export function GuidePage(props: { frame: Frame; unit_id: string | null; counting: Counting }) {
  const { frame } = props
  const { receptions, law } = words(frame.language)
  const { guide } = receptions
  const by =
    frame.on.toString() >= '2026-07-01'
      ? due('reception.refusal-notice', { start: frame.on, ...props.counting }).due
      : null
  return (
    <DeskPage
      frame={frame}
      title={guide.title}
      current="receptions"
      back={{ href: props.unit_id ? `/tiep-dan?don-vi=${props.unit_id}` : '/tiep-dan' }}
    >
      <h1>{guide.title}</h1>
      <Inset>{guide.lead}</Inset>
      <Table
        caption={guide.on_day(shortDay(frame.on))}
        rows={refusalGroundsOn(frame.on)}
        row_key={(row) => row.id}
        empty=""
        columns={[
          { key: 'ly-do', title: guide.ground, row_header: true, cell: (row) => law.refusal_grounds[row.id] },
          {
            key: 'lam',
            title: guide.how,
            cell: (row) => (
              <>
                {row.letter ? guide.letter : guide.speech}
                {row.letter && by && `, ${guide.letter_by(shortDay(by))}`}
                {row.needs_earlier && <div>{guide.earlier}</div>}
              </>
            ),
          },
          {
            key: 'dieu',
            title: guide.cite,
            cell: (row) => (
              <>
                {row.cite} {row.unverified && <ToBeChecked />}
              </>
            ),
          },
        ]}
      />
    </DeskPage>
  )
}

/** Days held by the head, and by deputies, against days required. */
export function DutyPage(props: {
  frame: Frame
  unit_id: string
  head: string | null
  duty: Awaited<ReturnType<typeof dutyOf>>
}) {
  const { frame, duty } = props
  const { desk } = words(frame.language).receptions
  const period = (row: DutyPeriod) =>
    duty.frequency?.per === 'week' ? desk.duty_week(shortDay(row.from)) : desk.duty_month(shortDay(row.from).slice(3))
  return (
    <DeskPage frame={frame} title={desk.duty} current="receptions" back={{ href: `/tiep-dan?don-vi=${props.unit_id}` }}>
      <h1>{desk.duty}</h1>
      {props.head && <p>{desk.duty_of(props.head)}</p>}
      <p>{duty.frequency ? desk.duty_required(duty.frequency.days, duty.frequency.per) : desk.none_required}</p>
      <Table
        caption={desk.duty}
        caption_hidden
        rows={duty.periods}
        row_key={(row) => row.from.toString()}
        empty={desk.duty_empty}
        columns={[
          { key: 'ky', title: desk.duty_period, row_header: true, nowrap: true, cell: period },
          { key: 'phai', title: desk.duty_need, numeric: true, cell: (row) => row.required },
          { key: 'giu', title: desk.duty_held, numeric: true, cell: (row) => row.held },
          { key: 'thay', title: desk.duty_delegated, numeric: true, cell: (row) => row.delegated },
          {
            key: 'du',
            title: desk.state,
            cell: (row) => (
              <State state={row.held >= row.required ? 'settled' : 'overdue'}>
                {row.held >= row.required ? desk.duty_enough : desk.duty_missing}
              </State>
            ),
          },
          {
            key: 'dieu',
            title: words(frame.language).receptions.guide.cite,
            cell: (row) => (
              <>
                {row.cite} {row.unverified && <ToBeChecked />}
              </>
            ),
          },
        ]}
      />
    </DeskPage>
  )
}
