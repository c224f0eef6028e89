/** The search page of the tree, on any day, and the addresses of its pages. A pure function of what was read. */
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { DateInput, Select, TextInput } from '../../ui/parts/fields.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Details, Inset, ToBeChecked } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { Alias, FoundUnit } from './queries.ts'
import { type Level, levels, type Unit } from './unit.ts'

/** Address of the search on a day. */
export function searchPath(day: Temporal.PlainDate): string {
  return `/don-vi?ngay=${day}`
}

/** Address of a unit on a day. */
export function unitPath(id: string, day: Temporal.PlainDate): string {
  return `/don-vi/${id}?ngay=${day}`
}

/** What the search page shows. */
export interface SearchData {
  /** What was typed, as typed. */
  typed: { text: string; day: string; level: string }
  day: Temporal.PlainDate
  /** A day that cannot be read; the page shows the business day instead. */
  day_fault: string | null
  /** Absent while nothing was searched. */
  found: readonly FoundUnit[] | null
  /** There are more than are shown. */
  more: boolean
  aliases: readonly (Alias & { heir: string })[]
  counts: Partial<Record<Level, number>>
  provinces: readonly Unit[]
  /** First day of the tree, where `day` lies before it. */
  begins: Temporal.PlainDate | null
}

/** Search and browse on any day. */
export function UnitsPage({ frame, data }: { frame: Frame; data: SearchData }) {
  const { units } = words(frame.language)
  const day = shortDay(data.day)
  return (
    <DeskPage frame={frame} title={units.title} current="units" faulty={data.day_fault !== null}>
      <h1 class="govuk-heading-l">{units.title}</h1>
      <p class="govuk-body">{units.lead}</p>
      <SearchForm frame={frame} data={data} />
      {data.begins && <Inset>{units.search.too_early(shortDay(data.begins))}</Inset>}
      {data.found === null ? (
        <Table
          caption={units.provinces(day)}
          columns={unitColumns(frame.language, data.day)}
          rows={data.provinces}
          row_key={(unit) => unit.id}
          row_href={(unit) => unitPath(unit.id, data.day)}
          empty={units.unit.nothing_below}
        />
      ) : (
        <Found frame={frame} data={data} found={data.found} />
      )}
      <Counts frame={frame} day={data.day} counts={data.counts} />
    </DeskPage>
  )
}

function SearchForm({ frame, data }: { frame: Frame; data: SearchData }) {
  const { units } = words(frame.language)
  const items = levels.map((level) => ({ value: level, label: units.levels[level] }))
  return (
    <form method="get" action="/don-vi" class="gd-filter">
      <TextInput
        name="q"
        label={units.search.label}
        hint={units.search.hint}
        value={data.typed.text}
        type="search"
        width={30}
      />
      <DateInput name="ngay" label={units.search.day} value={data.typed.day} error={data.day_fault ?? undefined} />
      <Select
        name="cap"
        label={units.search.level}
        items={items}
        value={data.typed.level}
        empty={units.search.any_level}
      />
      <Button kind="secondary">{units.search.submit}</Button>
    </form>
  )
}

function Found({ frame, data, found }: { frame: Frame; data: SearchData; found: readonly FoundUnit[] }) {
  const { units } = words(frame.language)
  const text = data.typed.text.trim()
  const place: Column<FoundUnit> = { key: 'place', title: units.columns.place, cell: (unit) => unit.place }
  const [name, ...rest] = unitColumns<FoundUnit>(frame.language, data.day)
  const title = data.more ? units.search.results_many(found.length, text) : units.search.results(found.length, text)
  return (
    <>
      <Table
        caption={title}
        columns={name ? [name, place, ...rest] : []}
        rows={found}
        row_key={(unit) => unit.id}
        row_href={(unit) => unitPath(unit.id, data.day)}
        empty={<p class="govuk-body">{units.search.none(text, shortDay(data.day))}</p>}
      />
      {data.aliases.length > 0 && (
        <Details summary={`${units.search.old_names} (${data.aliases.length})`} open={found.length === 0}>
          <ul class="govuk-list">
            {data.aliases.map((alias) => (
              <li key={alias.id}>
                {alias.name}, {alias.place} →{' '}
                <a class="govuk-link" href={unitPath(alias.unit_id, data.day)}>
                  {alias.heir}
                </a>{' '}
                <ToBeChecked />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function Counts({ frame, day, counts }: { frame: Frame; day: Temporal.PlainDate; counts: SearchData['counts'] }) {
  const { units } = words(frame.language)
  const rows = levels.flatMap((level) => {
    const count = counts[level]
    return count === undefined || level === 'country'
      ? []
      : [{ key: units.levels[level], value: number(count, frame.language) }]
  })
  if (rows.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{units.counts(shortDay(day))}</h2>
      <SummaryList rows={rows} />
    </section>
  )
}

/** Columns that every list of units has: name, code, level. */
export function unitColumns<Row extends Unit>(language: Language, day: Temporal.PlainDate): Column<Row>[] {
  const { units } = words(language)
  return [
    {
      key: 'name',
      title: units.columns.name,
      row_header: true,
      cell: (unit) => (
        <a class="govuk-link" href={unitPath(unit.id, day)}>
          {unit.name}
        </a>
      ),
    },
    { key: 'code', title: units.columns.code, nowrap: true, cell: (unit) => unit.code ?? '–' },
    { key: 'level', title: units.columns.level, cell: (unit) => units.levels[unit.level] },
  ]
}
