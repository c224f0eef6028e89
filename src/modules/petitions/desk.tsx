/** Pages of the register for officers: a petition's facts, worklists, search. */

import type { VNode } from 'preact'
import { dayOf } from '../../platform/clock.ts'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs, recordPath } from '../../ui/parts/letter.tsx'
import { Pagination, SummaryList, type SummaryRow, Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { useSpeech } from '../../ui/parts/speech.tsx'
import { DueDate, State } from '../../ui/parts/state.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Tag, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { isToBeChecked } from '../calendars/clock.ts'
import type { Counting } from '../calendars/counting.ts'
import { daysLeft, RecordDue } from '../calendars/record-due.tsx'
import { whyPath } from '../calendars/why.ts'
import type { Held } from './chain.ts'
import type { PetitionRow } from './petition.ts'
import {
  type FoundPetition,
  type Keyset,
  type LikelyPetition,
  pageSize,
  type WorkItem,
  type WorkList,
} from './queries.ts'
import { Chain, sideRows } from './side-view.tsx'
import type { Suggestion } from './suggest-queries.ts'
import { Likely, Suggestions } from './suggest-view.tsx'

/** What stands in the file, as facts. */
export function PetitionBody(props: {
  row: PetitionRow
  counting: Counting
  on: Temporal.PlainDate
  handler: string | null
  likely: readonly LikelyPetition[]
  suggested: readonly Suggestion[]
  same_case: readonly FoundPetition[]
  offers_link: boolean
  chain: readonly Held[]
}) {
  const { row } = props
  const { language } = useSpeech()
  const { petitions, law } = words(language)
  const signature = row.signature
    ? `${known(petitions.signature_of, row.signature.how)} · ${shortDay(Temporal.PlainDate.from(row.signature.on))}`
    : petitions.signature_none
  const facts: (SummaryRow | null)[] = [
    { key: petitions.state_heading, value: known(law.states.petition, row.state) },
    {
      key: petitions.due_heading,
      value: <RecordDue row={row} on={props.on} counting={props.counting} settled={row.processed_on !== null} />,
    },
    {
      key: petitions.petitioner,
      value: [row.petitioner_name, row.petitioner_address, row.petitioner_phone, row.petitioner_email]
        .filter(Boolean)
        .join(' · '),
    },
    {
      key: petitions.received,
      value: [shortDay(row.received_on), known(law.sources, row.source), lateEntry(row, petitions.recorded_later)]
        .filter(Boolean)
        .join(' · '),
    },
    { key: petitions.signature, value: signature },
    row.assisted ? { key: '', value: petitions.assisted(row.assisted.helper, row.assisted.relation) } : null,
    row.kind
      ? {
          key: petitions.labels.kind,
          value: `${known(law.kinds, row.kind)} · ${known(law.fields, row.field)} · ${known(law.competences, row.competence)} · ${row.eligible ? petitions.eligible : petitions.not_eligible}`,
        }
      : row.asked_kind
        ? { key: petitions.record_labels.asked_kind, value: known(law.kinds, row.asked_kind) }
        : null,
    { key: petitions.handler, value: props.handler ?? petitions.nobody },
    row.place ? { key: petitions.labels.place, value: row.place } : null,
    ...sideRows(row, language),
    row.came_from
      ? {
          key: petitions.came_from,
          value: `${row.came_from.unit_name} · ${shortDay(Temporal.PlainDate.from(row.came_from.on))}`,
        }
      : null,
    row.sent_to
      ? {
          key: petitions.sent_to,
          value: `${row.sent_to.unit_name} · ${shortDay(Temporal.PlainDate.from(row.sent_to.on))}`,
        }
      : null,
    row.same_as
      ? {
          key: row.same_as.how === 'same-letter' ? petitions.same_letter : petitions.same_substance,
          value: (
            <a class="govuk-link" href={recordPath('petition', { unit_id: row.unit_id, id: row.same_as.petition_id })}>
              {row.same_as.number ?? '–'}
            </a>
          ),
        }
      : null,
  ]
  return (
    <>
      <SummaryList rows={facts.filter((fact) => fact !== null)} />
      <h2 class="govuk-heading-m">{petitions.text_heading}</h2>
      <div class="gd-letter">{paragraphs(row.text)}</div>
      {row.points.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{petitions.points_heading}</h2>
          <ol class="govuk-list govuk-list--number">
            {row.points.map((point) => (
              <li key={point.id}>
                {point.text} · {known(law.kinds, point.kind)} · {known(law.fields, point.field)}{' '}
                {point.led_to ? (
                  <a
                    class="govuk-link"
                    href={recordPath(point.led_to.kind, { unit_id: row.unit_id, id: point.led_to.id })}
                  >
                    {petitions.led_to}
                  </a>
                ) : (
                  <Tag colour="grey">{point.step ? law.steps.petition[point.step].button : petitions.point_open}</Tag>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      <Chain of={props.chain} here={row.id} />
      {row.replies.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{petitions.replies_heading}</h2>
          {row.replies.map((reply) => (
            <p key={reply.on + reply.from} class="govuk-body">
              {shortDay(Temporal.PlainDate.from(reply.on))} · {reply.from}:{' '}
              {reply.handed_back ? `${petitions.reply_handed_back}. ` : ''}
              {reply.text}
            </p>
          ))}
        </>
      )}
      <Suggestions found={props.suggested} />
      <Likely {...props} />
    </>
  )
}

/** Paper entered later than it was received shows both days. */
function lateEntry(row: PetitionRow, say: (day: string) => string): string | null {
  const recorded = dayOf(row.created_at)
  return Temporal.PlainDate.compare(recorded, row.received_on) > 0 ? say(shortDay(recorded)) : null
}

/** Likely duplicates alone, for the form in which an officer is still typing. */
export function LikelyList(props: { found: readonly LikelyPetition[]; language: 'vi' | 'en' }) {
  const { petitions } = words(props.language)
  if (props.found.length === 0) return <p class="govuk-body">{petitions.likely_none}</p>
  return (
    <ul class="govuk-list">
      {props.found.map((one) => (
        <li key={one.id}>
          <a class="govuk-link" href={recordPath('petition', one)} target="_blank" rel="noreferrer">
            {one.register_number ?? '–'}/{one.register_year}
          </a>{' '}
          ·{' '}
          {[one.unit_name, one.petitioner_name, one.title, petitions.likely_common(one.common)]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </ul>
  )
}

/** Data of a worklist's page. */
export interface WorklistData {
  list: WorkList
  counts: Readonly<Record<WorkList, number>>
  items: readonly WorkItem[]
  field: string
  after: Keyset | null
  counting: Counting
  may_record: boolean
  /** Put before the head at once, and not answered yet. */
  alerts: readonly { unit_id: string; id: string; title: string }[]
  /** Where what is followed beside the worklists stands. */
  follow_up: string
  /** The viewer heads a unit: late entries are listed to them. */
  heads: boolean
}

/** Open records by due day; the address holds list, filter and page. */
export function WorklistPage(props: { frame: Frame; data: WorklistData; before?: VNode | null }) {
  const { data, frame } = props
  const { petitions, law } = words(frame.language)
  const lists = (['mine', 'unit', 'overdue', 'sign', 'unsigned', 'late'] as const).filter(
    (list) => list !== 'late' || data.heads,
  )
  const href = (change: Record<string, string>) => {
    const query = new URLSearchParams({
      'danh-sach': data.list,
      ...(data.field ? { 'linh-vuc': data.field } : {}),
      ...change,
    })
    return `/ban-lam-viec?${query}`
  }
  const shown = data.items.slice(0, pageSize)
  const last = shown.at(-1)
  const more = data.items.length > pageSize && last
  return (
    <DeskPage frame={frame} title={petitions.worklist} current="worklists">
      <h1 class="govuk-heading-l">{petitions.worklist}</h1>
      {data.alerts.length > 0 && (
        <Warning>
          {words(frame.language).complaints.follow.alerts(data.alerts.length)}:{' '}
          {data.alerts.map((one, index) => (
            <>
              {index > 0 && '; '}
              <a key={one.id} class="govuk-link" href={recordPath('petition', one)}>
                {one.title}
              </a>
            </>
          ))}
        </Warning>
      )}
      {data.may_record && (
        <p class="gd-actions">
          <a class="govuk-button" href="/ban-lam-viec/nhap-don" draggable={false}>
            {petitions.new_petition}
          </a>{' '}
          <a class="govuk-link" href="/ban-lam-viec/nhap-so">
            {petitions.import_book}
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/ton-dong">
          {words(frame.language).backlog.title}
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href={data.follow_up}>
          {words(frame.language).complaints.follow.title}
        </a>
      </p>
      {props.before}
      <Tabs
        label={petitions.worklist}
        items={lists.map((list) => ({
          text: petitions.lists[list],
          count: data.counts[list],
          href: href({ 'danh-sach': list }),
          current: list === data.list,
        }))}
      />
      <form method="get" action="/ban-lam-viec" class="gd-filter">
        <input type="hidden" name="danh-sach" value={data.list} />
        <label class="govuk-label" for="linh-vuc">
          {petitions.filter_field}
        </label>
        <select class="govuk-select" id="linh-vuc" name="linh-vuc">
          <option value="">{petitions.filter_all}</option>
          {Object.entries(law.fields).map(([id, label]) => (
            <option key={id} value={id} selected={id === data.field}>
              {label}
            </option>
          ))}
        </select>
        <button type="submit" class="govuk-button govuk-button--secondary">
          {petitions.filter_apply}
        </button>
      </form>
      <Table
        caption={petitions.list_caption}
        caption_hidden
        rows={shown}
        row_key={(row) => row.id}
        row_href={(row) => recordPath(row.kind, row)}
        empty={petitions.list_empty[data.list]}
        columns={[
          {
            key: 'due',
            title: petitions.columns.due,
            nowrap: true,
            cell: (row) =>
              row.suspended ? (
                <State state="suspended" />
              ) : row.due_on ? (
                <DueDate
                  compact
                  on={row.due_on}
                  days_left={daysLeft(row, frame.on, data.counting)}
                  why={row.clock ? whyPath(row.clock) : recordPath(row.kind, row)}
                  to_be_checked={row.clock !== null && isToBeChecked(row.clock, data.counting)}
                />
              ) : (
                petitions.no_due
              ),
          },
          {
            key: 'number',
            title: petitions.columns.number,
            nowrap: true,
            row_header: true,
            cell: (row) => (
              <a class="govuk-link" href={recordPath(row.kind, row)}>
                {row.register_number ?? '–'}/{row.register_year}
              </a>
            ),
          },
          {
            key: 'kind',
            title: petitions.columns.kind,
            cell: (row) =>
              known(
                {
                  petition: petitions.one,
                  complaint: law.kinds.complaint,
                  feedback: words(frame.language).feedback.one,
                },
                row.kind,
              ),
          },
          { key: 'title', title: petitions.columns.title, cell: (row) => <TitleCell row={row} list={data.list} /> },
          { key: 'person', title: petitions.columns.person, cell: (row) => row.person },
          { key: 'field', title: petitions.columns.field, cell: (row) => known(law.fields, row.field) },
          { key: 'state', title: petitions.columns.state, cell: (row) => known(law.states[row.kind], row.state) },
        ]}
      />
      <Pagination
        earlier={data.after ? href({}) : undefined}
        later={more ? href({ sau: `${last.due_on?.toString() ?? ''}_${last.id}` }) : undefined}
      />
    </DeskPage>
  )
}

/** The subject; in the pile to sign the proposed conclusion in one line, among late entries both days. */
function TitleCell(props: { row: WorkItem; list: WorkList }) {
  const { row, list } = props
  const { language } = useSpeech()
  const { petitions } = words(language)
  const late = row.recorded_late && row.recorded_on ? petitions.recorded_later(shortDay(row.recorded_on)) : null
  const note = list === 'sign' ? row.conclusion?.split('\n')[0] : list === 'late' ? late : null
  return (
    <>
      {row.title}
      {note && (
        <>
          <br />
          <span class="gd-muted">
            {list === 'late' && `${petitions.received} ${shortDay(row.received_on)}, `}
            {note}
          </span>
        </>
      )}
    </>
  )
}

/** What a search found in the viewer's unit and those under it. */
export function SearchPage(props: { frame: Frame; searched: string; found: readonly FoundPetition[] }) {
  const { petitions, law } = words(props.frame.language)
  return (
    <DeskPage frame={props.frame} title={petitions.search_title} current="petitions" searched={props.searched}>
      <h1 class="govuk-heading-l">{petitions.search_title}</h1>
      <p class="govuk-body" role="status">
        {props.searched && petitions.found(props.found.length)}
      </p>
      <Table
        caption={petitions.search_title}
        caption_hidden
        rows={props.found}
        row_key={(row) => row.id}
        row_href={(row) => recordPath('petition', row)}
        empty=""
        columns={[
          {
            key: 'number',
            title: petitions.columns.number,
            nowrap: true,
            row_header: true,
            cell: (row) => (
              <a class="govuk-link" href={recordPath('petition', row)}>
                {row.register_number ?? '–'}/{row.register_year}
              </a>
            ),
          },
          { key: 'received', title: petitions.received, nowrap: true, cell: (row) => shortDay(row.received_on) },
          { key: 'title', title: petitions.columns.title, cell: (row) => row.title },
          { key: 'person', title: petitions.columns.person, cell: (row) => row.petitioner_name },
          { key: 'unit', title: petitions.labels.competent_unit_id, cell: (row) => row.unit_name ?? '' },
          { key: 'state', title: petitions.columns.state, cell: (row) => known(law.states.petition, row.state) },
        ]}
      />
    </DeskPage>
  )
}
