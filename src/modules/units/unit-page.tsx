/** The page of one unit on any day. A pure function of what was read. */
import type { ComponentChildren } from 'preact'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { DateInput } from '../../ui/parts/fields.tsx'
import { FormOf } from '../../ui/parts/form.tsx'
import { percent, shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Details, Inset, NotificationBanner, ToBeChecked } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { addBodyAction } from './add-body.ts'
import { correctBodyAction } from './correct-body.ts'
import { searchPath, unitColumns, unitPath } from './desk.tsx'
import { endBodyAction } from './end-body.ts'
import type { Alias, Succession } from './queries.ts'
import { renameBodyAction } from './rename-body.ts'
import type { Doubt, Unit } from './unit.ts'

/** Steps on a body of the tree. */
export type BodyStep = 'add-body' | 'rename-body' | 'end-body' | 'correct-body'

/** What was typed into the chosen form, where it came back with faults. */
export interface TypedForm {
  values: FormValues
  errors: readonly Fault[]
}

/** What the page of one unit shows. */
export interface UnitData {
  id: string
  day: Temporal.PlainDate
  typed_day: string
  day_fault: string | null
  /** Null where it does not stand that day; `forms` is never empty. */
  unit: Unit | null
  /** Nearest first. */
  above: readonly Unit[]
  below: readonly Unit[]
  came_from: readonly Succession[]
  became: readonly Succession[]
  aliases: readonly Alias[]
  forms: readonly Unit[]
  sets: readonly { id: string; name: string; members: number }[]
  steps: readonly OfferedStep[]
  /** Revision and next id for the forms. */
  revision: number
  new_id: string
  /** The record is ahead of the tree. */
  being_placed: boolean
  /** The step whose form is open. */
  chosen: BodyStep | null
  typed: TypedForm | null
}

/** A unit on a day: above, below, came from, became, names and codes through time. */
export function UnitPage({ frame, data }: { frame: Frame; data: UnitData }) {
  const { units } = words(frame.language)
  const last = data.forms.at(-1)
  const name = data.unit?.name ?? last?.name ?? ''
  const day = shortDay(data.day)
  const faulty = data.day_fault !== null || data.typed !== null
  return (
    <DeskPage
      frame={frame}
      title={name}
      current="units"
      faulty={faulty}
      back={{ href: searchPath(data.day), text: units.title }}
    >
      <h1 class="govuk-heading-l">{name}</h1>
      {data.being_placed && <NotificationBanner kind="success" text={units.unit.being_placed} />}
      <form method="get" action={`/don-vi/${data.id}`} class="gd-filter">
        <DateInput
          name="ngay"
          label={units.unit.other_day}
          value={data.typed_day}
          error={data.day_fault ?? undefined}
        />
        <Button kind="secondary">{units.search.submit}</Button>
      </form>
      {data.unit ? <Facts frame={frame} data={data} unit={data.unit} /> : <NotThatDay frame={frame} data={data} />}
      <StepRow steps={data.steps} />
      {data.chosen !== null && <StepForm frame={frame} data={data} step={data.chosen} />}
      <Successions frame={frame} title={units.unit.came_from} rows={data.came_from} before />
      <Successions frame={frame} title={units.unit.became} rows={data.became} />
      {data.unit && (
        <Table
          caption={units.unit.below(day)}
          columns={unitColumns(frame.language, data.day)}
          rows={data.below}
          row_key={(unit) => unit.id}
          row_href={(unit) => unitPath(unit.id, data.day)}
          empty={<p class="govuk-body">{units.unit.nothing_below}</p>}
        />
      )}
      <Forms frame={frame} data={data} />
      {data.aliases.length > 0 && (
        <Details summary={`${units.unit.old_names} (${data.aliases.length})`}>
          <ul class="govuk-list">
            {data.aliases.map((alias) => (
              <li key={alias.id}>
                {alias.name}, {alias.place}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </DeskPage>
  )
}

function NotThatDay({ frame, data }: { frame: Frame; data: UnitData }) {
  const { units } = words(frame.language)
  const last = data.forms.at(-1)
  const first = data.forms[0]
  const to =
    last?.until_on && Temporal.PlainDate.compare(last.until_on, data.day) <= 0
      ? last.until_on.subtract({ days: 1 })
      : first?.from_on
  return (
    <Inset>
      {units.unit.not_that_day(shortDay(data.day))}{' '}
      {to && (
        <a class="govuk-link" href={unitPath(data.id, to)}>
          {units.unit.see_last(shortDay(to))}
        </a>
      )}
    </Inset>
  )
}

function Facts({ frame, data, unit }: { frame: Frame; data: UnitData; unit: Unit }) {
  const { units } = words(frame.language)
  const above: ComponentChildren =
    data.above.length === 0
      ? units.unit.nothing_above
      : data.above.map((one, index) => (
          <>
            {index > 0 && ' › '}
            <a key={one.id} class="govuk-link" href={unitPath(one.id, data.day)}>
              {one.name}
            </a>
          </>
        ))
  const rows = [
    { key: units.unit.level, value: units.levels[unit.level] },
    {
      key: units.unit.code,
      value: (
        <>
          {unit.code ?? units.unit.no_code} {unit.unverified.includes('code') && <ToBeChecked />}
        </>
      ),
    },
    { key: units.unit.above, value: above },
    { key: units.unit.days, value: daysOf(unit, frame.language) },
    ...(data.sets.length === 0
      ? []
      : [{ key: units.unit.sets, value: data.sets.map((set) => units.unit.set(set.name, set.members)).join('; ') }]),
  ]
  return <SummaryList rows={rows} />
}

function daysOf(unit: Unit, language: Language): ComponentChildren {
  const { units } = words(language)
  const from = shortDay(unit.from_on)
  const text =
    unit.until_on === null
      ? units.unit.since(from)
      : units.unit.between(from, shortDay(unit.until_on.subtract({ days: 1 })))
  return (
    <>
      {text} {unit.unverified.includes('first-day') && <ToBeChecked />}
    </>
  )
}

function Successions({
  frame,
  title,
  rows,
  before = false,
}: {
  frame: Frame
  title: string
  rows: readonly Succession[]
  before?: boolean
}) {
  if (rows.length === 0) return null
  const { units } = words(frame.language)
  const seenOn = (row: Succession) => (before ? row.succeeded_on.subtract({ days: 1 }) : row.succeeded_on)
  const all: (Column<Succession> & { absent?: boolean })[] = [
    {
      key: 'name',
      title: units.columns.name,
      row_header: true,
      cell: (row) => (
        <a class="govuk-link" href={unitPath(row.unit.id, seenOn(row))}>
          {row.unit.name}
        </a>
      ),
    },
    {
      key: 'place',
      title: units.columns.place,
      cell: (row) => row.place,
      absent: rows.every((row) => row.place === ''),
    },
    { key: 'code', title: units.columns.code, nowrap: true, cell: (row) => row.unit.code ?? '–' },
    { key: 'day', title: units.columns.day, nowrap: true, cell: (row) => shortDay(row.succeeded_on) },
    {
      key: 'share',
      title: units.columns.share,
      numeric: true,
      cell: (row) => (row.share === null ? '–' : percent(row.share, frame.language)),
      absent: rows.every((row) => row.share === null),
    },
  ]
  const columns = all.filter((column) => !column.absent)
  return <Table caption={title} columns={columns} rows={rows} row_key={(row) => row.unit.id} empty="" />
}

function Forms({ frame, data }: { frame: Frame; data: UnitData }) {
  const { units } = words(frame.language)
  const doubtsOf = (doubts: readonly Doubt[]) => doubts.map((doubt) => units.doubts[doubt]).join(', ')
  const columns: Column<Unit>[] = [
    { key: 'from_on', title: units.columns.from_on, nowrap: true, cell: (form) => shortDay(form.from_on) },
    {
      key: 'until_on',
      title: units.columns.until_on,
      nowrap: true,
      cell: (form) => (form.until_on === null ? '' : shortDay(form.until_on.subtract({ days: 1 }))),
    },
    { key: 'name', title: units.columns.name, row_header: true, cell: (form) => form.name },
    { key: 'code', title: units.columns.code, nowrap: true, cell: (form) => form.code ?? '–' },
    {
      key: 'note',
      title: units.columns.note,
      cell: (form) =>
        form.unverified.length === 0 ? (
          ''
        ) : (
          <>
            <ToBeChecked /> {doubtsOf(form.unverified)}
          </>
        ),
    },
  ]
  return (
    <Table
      caption={units.unit.through_time}
      columns={columns}
      rows={data.forms}
      row_key={(form) => form.from_on.toString()}
      empty=""
    />
  )
}

const schemas = {
  'add-body': addBodyAction.input,
  'rename-body': renameBodyAction.input,
  'end-body': endBodyAction.input,
  'correct-body': correctBodyAction.input,
} as const

function StepForm({ frame, data, step }: { frame: Frame; data: UnitData; step: BodyStep }) {
  const { units } = words(frame.language)
  const hidden: Record<string, string | number> =
    step === 'add-body' ? { id: data.new_id } : { revision: data.revision }
  return (
    <section id={step}>
      <h2 class="govuk-heading-m">{units.actions[step]}</h2>
      <FormOf
        action={`/don-vi/${data.id}/${step}`}
        schema={schemas[step]}
        words={{ ...units.form, choices: { level: units.levels } }}
        values={data.typed?.values}
        errors={data.typed?.errors}
        submit={units.actions[step]}
        hidden={hidden}
        cancel={unitPath(data.id, data.day)}
      />
    </section>
  )
}
