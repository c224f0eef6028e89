/** The one writing statement of `perform`: event, payload, numbers, record, documents, rows, postings and outbox as a single CTE. */
import { createHash } from 'node:crypto'
import type { DocumentWanted, JobWanted, NumberWanted, PostingWanted, RowsWanted } from './action.ts'

/** One record's share of the statement: its event and what the event does. */
export interface RecordWrite {
  table: string
  kind: string
  id: string
  /** Null creates the record. */
  before: { revision: number; state: string; chain: Buffer } | null
  step: string
  to_state: string
  standing: string
  cite: string
  kept: unknown
  digest: Buffer | null
  salt: Buffer
  change: Readonly<Record<string, unknown>>
  numbers: readonly NumberWanted[]
  documents: readonly DocumentWanted[]
  void_documents: readonly { id: string; reason: string }[]
  postings: readonly PostingWanted[]
  rows: readonly RowsWanted[]
}

/** What all records of the statement share. */
export interface WriteHead {
  unit_id: string
  at: Temporal.Instant
  on_day: Temporal.PlainDate
  actor_id: string | null
  via: string
  jobs: readonly (JobWanted & { id: string })[]
}

/** Identifiers come from our own tables and columns only; anything else is a bug, never user input. */
function ident(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`not a column or table name: ${name}`)
  return name
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = `w_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    names.set(text, name)
  }
  return name
}

/** Builds the statement; its text depends only on the shape, so PostgreSQL plans each shape once per connection. */
export function writingStatement(head: WriteHead, writes: readonly RecordWrite[]) {
  const values: unknown[] = []
  const param = (value: unknown, cast: string): string => `$${values.push(value)}::${cast}`
  const ctes: string[] = []
  const unit = param(head.unit_id, 'uuid')
  const at = param(head.at.toString(), 'timestamptz')
  const day = param(head.on_day.toString(), 'date')
  const actor = param(head.actor_id, 'uuid')
  const via = param(head.via, 'text')
  const books = bookCounts(writes)
  for (const [index, book] of books.entries()) {
    const count = param(book.count, 'int')
    ctes.push(
      `n${index} as (insert into register_counter as rc (unit_id, book, year, last) values (${unit}, ${param(book.book, 'text')}, ${param(book.year, 'int')}, ${count}) on conflict (unit_id, book, year) do update set last = rc.last + ${count} returning last - ${count} as base)`,
    )
  }
  for (const [index, write] of writes.entries()) ctes.push(...recordCtes(index, write))
  if (head.jobs.length > 0) {
    const rows = head.jobs.map((job) => ({
      id: job.id,
      task: job.task,
      payload: job.payload,
      run_at: job.run_at ?? null,
    }))
    ctes.push(
      `ox as (insert into outbox (unit_id, id, task, payload, run_at) select ${unit}, x.id, x.task, x.payload, coalesce(x.run_at, ${at}) from jsonb_to_recordset(${param(JSON.stringify(rows), 'jsonb')}) as x(id uuid, task text, payload jsonb, run_at timestamptz))`,
    )
  }
  const text = `with ${ctes.join(',\n')}\nselect r0.revision, h0.numbers from r0, h0`
  return { name: nameOf(text), text, values }

  function numberOf(book: string, year: number): string {
    const index = books.findIndex((b) => b.book === book && b.year === year)
    const taken = books[index]!
    taken.given += 1
    return `(select base + ${taken.given} from n${index})`
  }

  function recordCtes(i: number, write: RecordWrite): string[] {
    const out: string[] = []
    const id = param(write.id, 'uuid')
    const kind = param(write.kind, 'text')
    const seq = param((write.before?.revision ?? 0) + 1, 'int')
    const state = param(write.to_state, 'text')
    const changed = param(JSON.stringify(write.change), 'jsonb')
    const kept = param(JSON.stringify(write.kept), 'jsonb')
    const salt = param(write.salt, 'bytea')
    const numbered = write.numbers.map((n) => ({ column: ident(n.column), value: numberOf(n.book, n.year) }))
    const documents = write.documents.map((d) => ({ wanted: d, value: numberOf(d.book, d.year) }))
    const pairs = [
      ...numbered.map((n) => `'${n.column}', ${n.value}`),
      ...documents.map((d) => `'document/' || ${param(d.wanted.id, 'uuid')}, ${d.value}`),
    ]
    const eventColumns = `${unit}, ${id}, ${seq}, ${kind}, ${param(write.step, 'text')}, ${at}, ${day}, ${actor}, ${via}, ${param(write.standing, 'text')}, ${param(write.cite, 'text')}, ${param(write.before?.state ?? null, 'text')}, ${state}`
    out.push(
      `b${i} as (select ${objectOf(pairs)} as numbers, payload_hash_of(${salt}, ${kept}, ${changed}) as payload_hash)`,
      `h${i} as (select numbers, payload_hash, chain_of(${param(write.before?.chain ?? null, 'bytea')}, ${eventColumns}, numbers, payload_hash) as chain from b${i})`,
      `e${i} as (insert into event (unit_id, record_id, seq, record_kind, action, at, on_day, actor_id, via, standing, cite, from_state, to_state, numbers, payload_hash, chain) select ${eventColumns}, numbers, payload_hash, chain from h${i})`,
      `p${i} as (insert into payload (unit_id, record_id, seq, salt, input, changed, input_digest) values (${unit}, ${id}, ${seq}, ${salt}, ${kept}, ${changed}, ${param(write.digest, 'bytea')}))`,
    )
    const table = ident(write.table)
    const columns = Object.keys(write.change).sort().map(ident)
    const numberColumns = numbered.map((n) => n.column)
    if (write.before === null) {
      const names = ['unit_id', 'id', 'revision', 'state', 'chain', ...columns, ...numberColumns]
      const selected = [
        unit,
        id,
        seq,
        state,
        `h${i}.chain`,
        ...columns.map((c) => `x.${c}`),
        ...numbered.map((n) => n.value),
      ]
      out.push(
        `r${i} as (insert into ${table} (${names.join(', ')}) select ${selected.join(', ')} from h${i}, jsonb_populate_record(null::public.${table}, ${changed}) x returning revision)`,
      )
    } else {
      const sets = [
        `revision = ${seq}`,
        `state = ${state}`,
        `chain = h${i}.chain`,
        ...columns.map((c) => `${c} = x.${c}`),
        ...numbered.map((n) => `${n.column} = ${n.value}`),
      ]
      out.push(
        `r${i} as (update ${table} r set ${sets.join(', ')} from h${i}, jsonb_populate_record(null::public.${table}, ${changed}) x where r.unit_id = ${unit} and r.id = ${id} returning r.revision)`,
      )
    }
    for (const [d, document] of documents.entries()) {
      const w = document.wanted
      out.push(
        `d${i}_${d} as (insert into document (unit_id, id, record_kind, record_id, seq, kind, book, year, number, title, issued_on, data, template_id) values (${unit}, ${param(w.id, 'uuid')}, ${kind}, ${id}, ${seq}, ${param(w.kind, 'text')}, ${param(w.book, 'text')}, ${param(w.year, 'int')}, ${document.value}, ${param(w.title, 'text')}, ${param(w.issued_on.toString(), 'date')}, ${param(JSON.stringify(w.data), 'jsonb')}, letter_template_of(${unit}, ${param(w.kind, 'text')})))`,
      )
    }
    for (const [v, { id: letter, reason }] of write.void_documents.entries()) {
      out.push(
        `v${i}_${v} as (update document set voided_on = ${day}, void_reason = ${param(reason, 'text')} where unit_id = ${unit} and id = ${param(letter, 'uuid')} and voided_on is null)`,
      )
    }
    for (const [k, group] of write.rows.entries()) {
      const target = ident(group.table)
      const keys = Object.keys(group.rows[0] ?? {}).map(ident)
      if (keys.length === 0) continue
      const over = group.over
        ? ` on conflict (unit_id, ${ident(group.over)}) do update set ${keys.map((c) => `${c} = excluded.${c}`).join(', ')}`
        : ''
      out.push(
        `k${i}_${k} as (insert into ${target} (unit_id, ${keys.join(', ')}) select ${unit}, ${keys.map((c) => `x.${c}`).join(', ')} from jsonb_populate_recordset(null::${target}, ${param(JSON.stringify(group.rows), 'jsonb')}) x${over})`,
      )
    }
    if (write.postings.length > 0) {
      const rows = write.postings.map((posting, ord) => ({
        sign: 1,
        quantity: 1,
        people: 0,
        cases: 0,
        ...posting,
        ord,
      }))
      const dims =
        'fact, on_day, sign, case_id, kind, field, stage, outcome, first_time, large_group, eligible, source, in_time, quantity, people, cases, since_on, ord'
      out.push(
        `q${i} as (insert into posting (unit_id, record_id, seq, record_kind, known_on, ${dims}) select ${unit}, ${id}, ${seq}, ${kind}, ${day}, ${dims} from jsonb_populate_recordset(null::posting, ${param(JSON.stringify(rows), 'jsonb')}) x)`,
      )
    }
    return out
  }
}

/** Name and value make two arguments, and a function takes a hundred: a step that numbers a letter for each commune of a province has more. */
const pairsAtOnce = 49

function objectOf(pairs: readonly string[]): string {
  const objects: string[] = []
  for (let from = 0; from === 0 || from < pairs.length; from += pairsAtOnce)
    objects.push(`jsonb_build_object(${pairs.slice(from, from + pairsAtOnce).join(', ')})`)
  return objects.join(' || ')
}

/** How many numbers each book gives in this statement: its counter row may be touched only once. */
function bookCounts(writes: readonly RecordWrite[]) {
  const books: { book: string; year: number; count: number; given: number }[] = []
  for (const wanted of writes.flatMap((w) => [...w.numbers, ...w.documents])) {
    const known = books.find((b) => b.book === wanted.book && b.year === wanted.year)
    if (known) known.count += 1
    else books.push({ book: wanted.book, year: wanted.year, count: 1, given: 0 })
  }
  return books
}
