/** The statement that writes many invented petitions of some units at once, with events, chain, letters and postings. */

/** One event of a scaled record, as SQL. */
interface ScaledEvent {
  /** Condition under which it happened. */
  when: string
  kind: 'petition' | 'feedback'
  record: string
  seq: number
  action: string
  /** Columns of the day, its minute, the actor. */
  on: string
  minute: number
  actor: string
  via?: 'clock'
  standing: string
  cite: string
  from: string | null
  to: string
  numbers: string
  changed: string
}

const at = (event: Pick<ScaledEvent, 'on' | 'minute'>) =>
  `(${event.on}::timestamp at time zone 'UTC' + make_interval(mins => 60 + k % 300 + ${event.minute}))`
const text = (value: string | null) => (value === null ? 'null' : `'${value}'`)
const object = (...pairs: string[]) => `jsonb_build_object(${pairs.join(', ')})`
const met = `'["in-vietnamese","dated","named-with-address","signed","content-stated","not-sent-before","not-guided-before"]'::jsonb`
const point = (step: string, on: string, led_to: string) =>
  `jsonb_build_array(${object("'id'", "'1'", "'kind'", 'kind', "'field'", 'field', "'text'", 'title', "'step'", step, "'on'", on, "'led_to'", led_to)})`
const letterOf = (id: string, number: string) => `jsonb_build_object('document/' || ${id}, ${number})`

const petitionEvents: ScaledEvent[] = [
  {
    when: 'true',
    kind: 'petition',
    record: 'id',
    seq: 1,
    action: 'record',
    on: 'd0',
    minute: 0,
    actor: 'desk_id',
    standing: 'intake',
    cite: 'LTCD 2013 Đ25; TT 05/2021',
    from: null,
    to: 'received',
    numbers: object("'register_number'", 'register_number'),
    changed: `first_form`,
  },
  {
    when: 'depth >= 2',
    kind: 'petition',
    record: 'id',
    seq: 2,
    action: 'classify',
    on: 'd1',
    minute: 20,
    actor: 'desk_id',
    standing: 'intake',
    cite: 'TT 05/2021; LTCD 2013 Đ25',
    from: 'received',
    to: 'classified',
    numbers: `'{}'::jsonb`,
    changed: object(
      "'kind'",
      'kind',
      "'field'",
      'field',
      "'competence'",
      `case when road = 'guide' then 'another' else 'ours' end`,
      "'competent_unit_id'",
      'null::text',
      "'conditions'",
      met,
      "'eligible'",
      'true',
      "'points'",
      point('null::text', 'null::text', 'null::jsonb'),
    ),
  },
  {
    when: 'depth >= 3',
    kind: 'petition',
    record: 'id',
    seq: 3,
    action: 'assign',
    on: 'd1',
    minute: 40,
    actor: 'head_id',
    standing: 'head',
    cite: 'TT 05/2021',
    from: 'classified',
    to: 'assigned',
    numbers: `'{}'::jsonb`,
    changed: object("'handler_id'", 'handler_id'),
  },
  {
    when: 'depth >= 4',
    kind: 'petition',
    record: 'id',
    seq: 4,
    action: '',
    on: 'd2',
    minute: 60,
    actor: 'handler_id',
    standing: 'handler',
    cite: 'TT 05/2021',
    from: 'assigned',
    to: 'handled',
    numbers: `case when road = 'guide' then ${letterOf('letter_id', 'letter_number')} else '{}'::jsonb end`,
    changed: object(
      "'processed_on'",
      'd2',
      "'processed_by_step'",
      'road',
      "'points'",
      point(
        'road',
        'd2',
        `case when road = 'propose-acceptance' then ${object("'kind'", "'feedback'", "'id'", 'feedback_id')} end`,
      ),
    ),
  },
]

const proposing = `road = 'propose-acceptance'`
const feedbackEvents: ScaledEvent[] = [
  {
    when: proposing,
    kind: 'feedback',
    record: 'feedback_id',
    seq: 1,
    action: 'propose',
    on: 'd2',
    minute: 60,
    actor: 'handler_id',
    standing: 'handler',
    cite: 'NĐ 20/2008 Đ9',
    from: null,
    to: 'awaiting-assignment',
    numbers: object("'register_number'", 'feedback_number'),
    changed: 'feedback_form',
  },
  {
    when: `${proposing} and feedback_depth >= 2`,
    kind: 'feedback',
    record: 'feedback_id',
    seq: 2,
    action: 'assign',
    on: 'd3',
    minute: 80,
    actor: 'head_id',
    standing: 'head',
    cite: 'NĐ 20/2008 Đ9',
    from: 'awaiting-assignment',
    to: 'assigned',
    numbers: `'{}'::jsonb`,
    changed: object("'handler_id'", 'handler_id'),
  },
  {
    when: `${proposing} and feedback_depth >= 3`,
    kind: 'feedback',
    record: 'feedback_id',
    seq: 3,
    action: 'draft-answer',
    on: 'd4',
    minute: 30,
    actor: 'handler_id',
    standing: 'handler',
    cite: 'NĐ 20/2008 Đ14',
    from: 'assigned',
    to: 'drafted',
    numbers: `'{}'::jsonb`,
    changed: object("'draft'", 'said', "'public_question'", 'null::text', "'public_answer'", 'null::text'),
  },
  {
    when: `${proposing} and feedback_depth >= 4`,
    kind: 'feedback',
    record: 'feedback_id',
    seq: 4,
    action: 'answer',
    on: 'd5',
    minute: 90,
    actor: 'head_id',
    standing: 'settler',
    cite: 'NĐ 20/2008 Đ15',
    from: 'drafted',
    to: 'answered',
    numbers: letterOf('letter_id', 'letter_number'),
    changed: object(
      "'answer'",
      'said',
      "'answered_on'",
      'd5',
      "'clock'",
      'null::text',
      "'nominal_on'",
      'null::text',
      "'due_on'",
      'null::text',
    ),
  },
  {
    when: `${proposing} and feedback_depth >= 5`,
    kind: 'feedback',
    record: 'feedback_id',
    seq: 5,
    action: 'close',
    on: '(d5 + 32)',
    minute: 0,
    actor: 'null::uuid',
    via: 'clock',
    standing: 'clock',
    cite: 'NĐ 20/2008 Đ15',
    from: 'answered',
    to: 'closed',
    numbers: `'{}'::jsonb`,
    changed: object("'ended_on'", '(d5 + 32)'),
  },
]

/** Salts, payloads and chain values of one record's events, each beside the one before. */
function chained(events: readonly ScaledEvent[], prefix: string): string {
  // `offset 0` keeps the planner from writing each value out wherever it is used: the chain would be hashed anew at every event.
  return events
    .map((event, index) => {
      const n = `${prefix}${event.seq}`
      const before = index === 0 ? 'null::bytea' : `${prefix}${event.seq - 1}.chain`
      const action = event.action === '' ? 'road' : text(event.action)
      return `cross join lateral (select ${event.numbers} as numbers, ${event.changed} as changed, decode(md5(id::text || '/${n}'), 'hex') as salt offset 0) ${n}x
      cross join lateral (select payload_hash_of(${n}x.salt, '{}'::jsonb, ${n}x.changed) as hash offset 0) ${n}h
      cross join lateral (select chain_of(${before}, unit_id, ${event.record}, ${event.seq}, '${event.kind}', ${action}, ${at(event)}, ${event.on}, ${event.actor},
        '${event.via ?? 'desk'}', '${event.standing}', ${cite(event)}, ${text(event.from)}, '${event.to}', ${n}x.numbers, ${n}h.hash) as chain offset 0) ${n}`
    })
    .join('\n')
}

function cite(event: ScaledEvent): string {
  if (event.action !== '') return text(event.cite)
  return `case road when 'guide' then 'LTCD 2013 Đ26; TT 05/2021' when 'shelve' then 'TT 05/2021' else 'TT 05/2021 Đ13' end`
}

/** The events as rows of one list, for the tables of events and payloads. */
function listed(events: readonly ScaledEvent[], prefix: string): string {
  const rows = events.map((event) => {
    const n = `${prefix}${event.seq}`
    const action = event.action === '' ? 'road' : text(event.action)
    return `(${event.when}, ${event.record}, ${event.seq}, '${event.kind}', ${action}, ${at(event)}, ${event.on}, ${event.actor}, '${event.via ?? 'desk'}', '${event.standing}', ${cite(event)}, ${text(event.from)}, '${event.to}', ${n}_numbers, ${n}_hash, ${n}_chain, ${n}_salt, ${n}_changed)`
  })
  return rows.join(',\n')
}

const all: [ScaledEvent[], string][] = [
  [petitionEvents, 'p'],
  [feedbackEvents, 'f'],
]
const kept = all
  .flatMap(([events, prefix]) => events.map((event) => `${prefix}${event.seq}`))
  .map(
    (n) =>
      `${n}x.numbers as ${n}_numbers, ${n}h.hash as ${n}_hash, ${n}.chain as ${n}_chain, ${n}x.salt as ${n}_salt, ${n}x.changed as ${n}_changed`,
  )
  .join(', ')
const wholeOf = (events: readonly ScaledEvent[], prefix: string, depth: string) =>
  events
    .map((event) => `case when ${depth} >= ${event.seq} then ${prefix}${event.seq}_changed else '{}'::jsonb end`)
    .join(' || ')
const lastOf = (events: readonly ScaledEvent[], depth: string, what: (event: ScaledEvent) => string) =>
  `case ${depth} ${events.map((event) => `when ${event.seq} then ${what(event)}`).join(' ')} end`

const die = (salt: number, sides: number) =>
  `((hashtextextended(x.unit_id || '/' || k || '/' || $4, ${salt}) & 1073741823) % ${sides})::int`
const uuidOf = (day: string, label: string) =>
  `(lpad(to_hex((extract(epoch from ${day}) * 1000)::bigint + 3600000), 12, '0') || '7' || substr(md5(key || '${label}'), 1, 3) || '8' || substr(md5(key || '${label}'), 4, 15))::uuid`

const numbered = (column: string, by: string, when: string) =>
  `case when ${when} then row_number() over (partition by unit_id, ${by}, ${when} order by ${column}, k)::int end`
const base = (book: string, year: string) =>
  `coalesce((select last from register_counter c where c.unit_id = m.unit_id and c.book = ${book} and c.year = m.${year}), 0)`

/**
 * Parameters: $1 JSON list of units {unit_id, name, n, first, desk_id, handler_id, head_id}, where `first` is the unit's first
 * working day as an ordinal; $2 number of letters; $3 ordinal of the business day; $4 label of the run. Reads the session's
 * tables scale_letter and scale_day.
 */
export const scaleStatement = `
with drawn as materialized (
  select x.*, k, x.unit_id || '/' || k || '/' || $4 as key, ${die(1, 1_000_000)} as luck, ${die(2, 100)} as how, ${die(3, 5)} as slow, ${die(4, 100)} as lies,
    1 + ${die(5, 1_000_000)} % $2::int as letter
  from jsonb_to_recordset($1::jsonb) as x(unit_id uuid, name text, n int, first int, desk_id uuid, handler_id uuid, head_id uuid), generate_series(1, x.n) k
), placed as materialized (
  select d.*, first + floor(($3::int - first + 1) * (1 - power(luck / 1e6, 1.4)))::int as n0 from drawn d
), dated as materialized (
  select p.*, l.title, l.text, l.search, l.pairs, l.kind, l.field, l.petitioner_name, l.said,
    a.on_day as d0, b.on_day as d1, c.on_day as d2, d.on_day as d3, e.on_day as d4, f.on_day as d5, a.classify_by, a.answer_by,
    case when lies < 3 then 3 when n0 + 1 > $3 then 1 when n0 + 2 + slow > $3 then 3 else 4 end as depth,
    case when how < 16 then 'guide' when how < 30 then 'shelve' else 'propose-acceptance' end as wanted,
    case when n0 + 3 + slow > $3 then 1 when n0 + 6 + slow > $3 or lies > 93 then 2 when n0 + 8 + slow > $3 then 3
      when f.on_day + 32 > z.on_day then 4 else 5 end as feedback_depth
  from placed p join scale_letter l on l.n = p.letter join scale_day a on a.n = n0 join scale_day b on b.n = least(n0 + 1, $3) join scale_day c on c.n = least(n0 + 2 + slow, $3)
    join scale_day d on d.n = least(n0 + 3 + slow, $3) join scale_day e on e.n = least(n0 + 6 + slow, $3) join scale_day f on f.n = least(n0 + 8 + slow, $3)
    join scale_day z on z.n = $3
), known as materialized (
  select d.*, case when depth = 4 then wanted end as road, extract(year from d0)::int as year, extract(year from d2)::int as year2, extract(year from d5)::int as year5,
    ${uuidOf('d0', 'petition')} as id, ${uuidOf('d2', 'feedback')} as feedback_id, ${uuidOf('d2', 'letter')} as letter_id,
    ${uuidOf('d0', 'case')} as case_id, depth = 4 and wanted = 'propose-acceptance' as leads, depth = 4 and wanted = 'guide' as guided,
    depth = 4 and wanted = 'propose-acceptance' and feedback_depth >= 4 as answers
  from dated d
), counted as materialized (
  select m.*, ${base("'petition'", 'year')} + ${numbered('d0', 'year', 'true')} as register_number,
    case when leads then ${base("'feedback'", 'year2')} + ${numbered('d2', 'year2', 'leads')} end as feedback_number,
    case when guided then ${base("'PHD'", 'year2')} + ${numbered('d2', 'year2', 'guided')}
      when answers then ${base("'CV'", 'year5')} + ${numbered('d5', 'year5', 'answers')} end as letter_number
  from known m
), formed as materialized (
  select m.*, mixed, ${object("'via'", "'desk'", "'text'", 'text', "'title'", 'title', "'search'", 'search', "'clock'", object("'rule'", "'petition.classify'", "'start'", 'd0'), "'due_on'", 'classify_by', "'nominal_on'", 'classify_by', "'urged'", "'[]'::jsonb", "'points'", "'[]'::jsonb", "'replies'", "'[]'::jsonb", "'representatives'", "'[]'::jsonb", "'source'", "case when how % 3 = 0 then 'post' else 'in-person' end", "'case_id'", 'case_id', "'signers'", '1', "'language'", "'vi'", "'signature'", object("'by'", 'desk_id', "'on'", 'd0', "'how'", "'paper'"), "'asked_kind'", 'kind', "'created_at'", at({ on: 'd0', minute: 0 }), "'received_on'", 'd0', "'register_year'", 'year', "'petitioner_name'", 'petitioner_name', "'petitioner_address'", 'name')} as first_form,
    ${object("'kind'", 'kind', "'text'", 'text', "'title'", 'title', "'clock'", object("'rule'", "'feedback.answer'", "'start'", 'd0'), "'due_on'", 'answer_by', "'nominal_on'", 'answer_by', "'field'", 'field', "'point'", "'1'", "'case_id'", 'case_id', "'reopened'", '0', "'created_at'", at({ on: 'd2', minute: 60 }), "'handler_id'", 'handler_id', "'petition_id'", 'id', "'proposed_on'", 'd2', "'publication'", "'not-asked'", "'received_on'", 'd0', "'place_unit_id'", 'null::text', "'register_year'", 'year2')} as feedback_form
  from counted m cross join lateral (select array_agg((p # (hashtext(m.unit_id || '/' || m.k / 4) & 2147483647)) & 2147483647) as mixed from unnest(m.pairs) p) g
), whole as materialized (
  select formed.*, ${kept} from formed
    ${chained(petitionEvents, 'p')}
    ${chained(feedbackEvents, 'f')}
), happened as materialized (
  select w.unit_id, v.* from whole w cross join lateral (values
    ${all.map(([events, prefix]) => listed(events, prefix)).join(',\n')}
  ) v(happens, record_id, seq, record_kind, action, at, on_day, actor_id, via, standing, cite, from_state, to_state, numbers, payload_hash, chain, salt, changed)
  where happens
), events as (
  insert into event (unit_id, record_id, seq, record_kind, action, at, on_day, actor_id, via, standing, cite, from_state, to_state, numbers, payload_hash, chain)
  select unit_id, record_id, seq, record_kind, action, at, on_day, actor_id, via, standing, cite, from_state, to_state, numbers, payload_hash, chain from happened
), payloads as (
  insert into payload (unit_id, record_id, seq, salt, input, changed) select unit_id, record_id, seq, salt, '{}', changed from happened
), petitions as (
  insert into petition select r.* from whole w cross join lateral jsonb_populate_record(null::petition, ${wholeOf(petitionEvents, 'p', 'depth')} || jsonb_build_object(
    'unit_id', unit_id, 'id', id, 'revision', depth, 'state', ${lastOf(petitionEvents, 'depth', (event) => text(event.to))},
    'chain', ${lastOf(petitionEvents, 'depth', (event) => `p${event.seq}_chain`)}, 'register_number', register_number)) r
), found_by as (
  insert into duplicate_key (unit_id, petition_id, pairs) select unit_id, id, mixed from whole
), feedbacks as (
  insert into feedback select r.* from whole w cross join lateral jsonb_populate_record(null::feedback, ${wholeOf(feedbackEvents, 'f', 'feedback_depth')} || jsonb_build_object(
    'unit_id', unit_id, 'id', feedback_id, 'revision', feedback_depth, 'state', ${lastOf(feedbackEvents, 'feedback_depth', (event) => text(event.to))},
    'chain', ${lastOf(feedbackEvents, 'feedback_depth', (event) => `f${event.seq}_chain`)}, 'register_number', feedback_number)) r where leads
), letters as (
  insert into document (unit_id, id, record_kind, record_id, seq, kind, book, year, number, title, issued_on, data)
  select unit_id, letter_id, case when guided then 'petition' else 'feedback' end, case when guided then id else feedback_id end, 4,
    case when guided then 'guidance' else 'answer' end, case when guided then 'PHD' else 'CV' end, case when guided then year2 else year5 end, letter_number,
    case when guided then 'Hướng dẫn: ' else 'Trả lời: ' end || title, case when guided then d2 else d5 end,
    jsonb_build_object('issuer', jsonb_build_object('name', name, 'body', 'peoples-committee', 'parent_name', null, 'symbol', 'UBND', 'place', name),
      'signature', jsonb_build_object('capacity', 'own', 'head_title', 'Chủ tịch', 'name', ''), 'to', jsonb_build_object('name', petitioner_name, 'address', name),
      'petition', jsonb_build_object('received_on', d0, 'about', title, 'register_number', register_number || '/' || year, 'kind', kind))
      || case when guided then jsonb_build_object('reason', said, 'advice', jsonb_build_array('Gửi đơn đến cơ quan có thẩm quyền.'), 'cite', 'Điều 26 Luật Tiếp công dân')
        else jsonb_build_object('content', said, 'done', '[]'::jsonb, 'contact', name) end
  from whole where letter_number is not null
), counters as (
  insert into register_counter as c (unit_id, book, year, last)
  select unit_id, 'petition', year, max(register_number) from whole group by 1, 3
  union all select unit_id, 'feedback', year2, max(feedback_number) from whole where leads group by 1, 3
  union all select unit_id, case when guided then 'PHD' else 'CV' end, case when guided then year2 else year5 end, max(letter_number) from whole where letter_number is not null group by 1, 2, 3
  on conflict (unit_id, book, year) do update set last = excluded.last
), figures as (
  insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, case_id, kind, field, stage, outcome, first_time, large_group, eligible, people, cases, since_on, source)
  select unit_id, id, 1, 'petition', 'petition-received', d0, d0, null::uuid, coalesce(first_form ->> 'asked_kind', kind), null::text, first_form ->> 'source', null::text, null::boolean, false, null::boolean, 1, 0, null::date, first_form ->> 'source' from whole
  union all select unit_id, id, 4, 'petition', 'petition-processed', d2, d2, case_id, kind, field, road, null::text, null::boolean, false, true, 1, 1, d0, first_form ->> 'source' from whole where depth = 4
  union all select unit_id, feedback_id, 4, 'feedback', 'petition-settled', d5, d5, case_id, kind, field, null::text, 'answered', true, null::boolean, null::boolean, 0, 1, d2, first_form ->> 'source' from whole where answers
)
select count(*)::int as petitions, (select count(*)::int from happened) as events from whole`
