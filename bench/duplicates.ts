/**
 * Likely duplicates in one register against full text search for any of the words, on planted paraphrases.
 * `DUPLICATES=1000000 npm run -s bench duplicates` for the whole size.
 */
import { factsOf, letterAbout } from '../src/demo/letters.ts'
import { personOf } from '../src/demo/names.ts'
import { offices } from '../src/demo/offices.ts'
import { chanceOf } from '../src/demo/random.ts'
import { topics } from '../src/demo/topics.ts'
import { countPairs, rarityOf } from '../src/modules/petitions/likeness.ts'
import { pairsOf } from '../src/modules/petitions/pairs.ts'
import { likelyPetitions } from '../src/modules/petitions/queries.ts'
import { submit } from '../src/modules/petitions/submit.ts'
import { perform } from '../src/platform/actions/perform.ts'
import type { Db } from '../src/platform/database.ts'
import { foldMarks } from '../src/platform/text.ts'
import { newTrackingCode, prefixOfUnit } from '../src/platform/tracking-code.ts'
import { uuidv7 } from '../src/platform/uuid.ts'
import { testDatabase } from '../tests/support/database.ts'
import { at, type Office, officer, person, smallOffice } from '../tests/support/office.ts'
import { paraphrased } from '../tests/support/paraphrase.ts'
import { type Bench, median, rounded } from './bench.ts'

const size = Number(process.env['DUPLICATES'] ?? 50_000)
const asked = Math.min(400, size / 50)
const peer_asked = 15
/** The peer answers from these letters only: its index over a million takes longer than all else here. */
const peer_size = Math.min(size, 20_000)
const batch = 2000
const day = '2026-11-20'

/** Syllables of the demonstration's own words, and words made of two of them, as common as their place in the list. */
const syllables = [
  ...new Set(
    topics
      .flatMap((topic) => [...topic.open, ...topic.facts, ...topic.effect, ...topic.wish, ...topic.answer])
      .flatMap((text) => text.toLocaleLowerCase('vi').match(/\p{L}+/gu) ?? []),
  ),
]
const vocabulary = (() => {
  const chance = chanceOf('duplicates/vocabulary')
  return Array.from({ length: 20_000 }, () => `${chance.pick(syllables)} ${chance.pick(syllables)}`)
})()

interface Written {
  title: string
  text: string
  name: string
  /** Only sentences that thousands of others use too, with facts of its own. */
  plain: boolean
}

/** Letter number `n`: sentences of its topic with facts of its own, and in seven of ten some sentences in words of its own. */
function written(n: number): Written {
  const chance = chanceOf(`duplicates/${n}`)
  const office = chance.pick(offices)
  const letter = letterAbout(
    chance,
    chance.pick(topics),
    factsOf(chance, office, Temporal.PlainDate.from(day)),
    office.region,
  )
  const { name } = personOf(chance, office.region)
  const plain = chance.percent(30)
  const own = Array.from({ length: plain ? 0 : chance.int(2, 5) }, () =>
    Array.from(
      { length: chance.int(5, 10) },
      () => vocabulary[Math.floor(vocabulary.length ** chance.next()) - 1],
    ).join(' '),
  )
  return { title: letter.title, text: [letter.text, ...own.map((one) => `${one}.`)].join(' '), name, plain }
}

const insert = `
  insert into petition (unit_id, id, revision, state, chain, created_at, register_number, register_year, received_on, source, via, title, text,
    petitioner_name, case_id, search)
  select $1, x.id, 1, 'received', '\\x00', now(), x.n, 2026, date '2026-11-20' - x.n % 300, 'post', 'desk', x.title, x.text, x.name, x.id, x.search
  from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[]) x(id, n, title, text, name, search)`

/** What upkeep is measured by: the keys' own row and its two indexes. */
const insertKeys = `
  insert into duplicate_key (unit_id, petition_id, pairs)
  select $1, x.id, x.pairs::int[] from unnest($2::uuid[], $3::text[]) x(id, pairs)`

/** Writes letters `from` to `to` with keys by the count in hand; resolves to the milliseconds of the statements and of choosing keys. */
async function fill(owner: Db, ids: string[], unit_id: string, from: number, to: number, counted: boolean) {
  const rarity = counted ? await rarityOf(owner.pool) : undefined
  const ms = { insert: 0, keys: 0 }
  for (let start = from; start < to; start += batch) {
    const numbers = Array.from({ length: Math.min(batch, to - start) }, (_, n) => start + n)
    const letters = numbers.map(written)
    const before = performance.now()
    const keys = letters.map(({ title, text }) => `{${pairsOf(`${title}\n${text}`, rarity).join(',')}}`)
    ms.keys += performance.now() - before
    for (const n of numbers) ids[n] = uuidv7()
    const values = [
      unit_id,
      numbers.map((n) => ids[n]),
      numbers.map((n) => n + 1),
      letters.map(({ title }) => title),
      letters.map(({ text }) => text),
      letters.map(({ name }) => name),
      letters.map(({ title, text, name }) => foldMarks(`${title} ${name} ${text}`).slice(0, 8000)),
    ]
    await owner.pool.query({ name: 'fill', text: insert, values })
    const began = performance.now()
    await owner.pool.query({ name: 'fill_keys', text: insertKeys, values: [unit_id, values[1], keys] })
    ms.insert += performance.now() - began
  }
  return ms
}

const p95 = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

/** What it costs to keep the index beside what a letter's whole intake costs. */
async function upkeep(base: { db: Db; owner: Db }, ids: string[], office: Office) {
  const rounds = 5
  const more: number[] = []
  let next = ids.length
  const round = async () => {
    const ms = await fill(base.owner, ids, office.commune, next, next + batch, true)
    next += batch
    return ms
  }
  const built = performance.now()
  await base.owner.pool.query('create index duplicate_key_pairs on duplicate_key using gin (pairs)')
  const build_s = (performance.now() - built) / 1000
  let keys = 0
  for (let n = 0; n < rounds; n++) {
    const ms = await round()
    const began = performance.now()
    await base.owner.pool.query(`select gin_clean_pending_list('duplicate_key_pairs')`)
    more.push((ms.insert + performance.now() - began) / batch)
    keys += ms.keys / batch / rounds
  }
  const prefix = await prefixOfUnit(base.db.pool, office.neighbour)
  const intake: number[] = []
  for (let n = 0; n < 400; n++) {
    const { title, text, name } = written(size * 2 + n)
    const began = performance.now()
    await perform(base.db, submit, {
      viewer: person(day),
      unit_id: office.neighbour,
      id: uuidv7(),
      input: {
        asked_kind: 'observation',
        title: title.slice(0, 190),
        text,
        petitioner_name: name,
        petitioner_address: 'Tổ 5',
        code: newTrackingCode(prefix),
      },
      moment: at(day),
    })
    intake.push(performance.now() - began)
  }
  return { index_ms: median(more), keys_ms: keys, intake_ms: median(intake), build_s }
}

/** Full text search for any of the words, best first. */
async function byWords(sql: Db, unit_id: string, text: string): Promise<string[]> {
  const words = [...new Set(foldMarks(text).match(/[\p{L}\p{N}]+/gu) ?? [])]
  const { rows } = await sql.pool.query<{ id: string }>(
    `select id from petition p, to_tsquery('simple', $2) q where unit_id = $1 and register_number <= ${peer_size} and to_tsvector('simple', search) @@ q
      order by ts_rank(to_tsvector('simple', search), q) desc limit 10`,
    [unit_id, words.map((word) => `'${word}'`).join(' | ')],
  )
  return rows.map(({ id }) => id)
}

/** Fills a register, plants nothing: every paraphrase asked for is of a letter that lies there. */
export async function run(): Promise<Bench> {
  const base = await testDatabase()
  try {
    const office = await smallOffice(base.owner)
    await base.owner.pool.query('drop index duplicate_key_pairs')
    const ids: string[] = []
    const first = Math.ceil(Math.min(size / 10, 20_000) / batch) * batch
    await fill(base.owner, ids, office.commune, 0, first, false)
    await base.owner.pool.query('analyze petition')
    await countPairs(base.db)
    await fill(base.owner, ids, office.commune, first, size, true)
    await base.owner.pool.query('vacuum analyze petition')
    const began = performance.now()
    await countPairs(base.db)
    const count_s = (performance.now() - began) / 1000
    const kept = await upkeep(base, ids, office)
    await base.owner.pool.query('vacuum analyze petition')
    const clerk = await officer(base.db, office.commune, 'clerk', day)
    const chance = chanceOf('duplicates/asked')
    const plain = { asked: 0, found: 0 }
    const all = { asked: 0, found: 0 }
    const ms: number[] = []
    const questions = Array.from({ length: asked }, (_, n) => {
      const number = chance.int(0, size - 1)
      return { number, letter: paraphrased(chance.branch(String(n)), written(number)), plain: written(number).plain }
    })
    for (const question of questions) {
      const text = `${question.letter.title}\n${question.letter.text}`
      const from = performance.now()
      const found = await likelyPetitions(clerk, base.db.pool, { unit_id: office.commune, text })
      ms.push(performance.now() - from)
      const hit = found.some((one) => one.id === ids[question.number])
      for (const of of question.plain ? [all, plain] : [all]) {
        of.asked += 1
        of.found += Number(hit)
      }
    }
    const peer_ms: number[] = []
    let peer_found = 0
    await base.owner.pool.query(
      `create index petition_words on petition using gin (to_tsvector('simple', search)) where register_number <= ${peer_size}`,
    )
    for (let n = 0; n < peer_asked; n++) {
      const number = chance.int(0, peer_size - 1)
      const letter = paraphrased(chance.branch(`peer/${n}`), written(number))
      const from = performance.now()
      const found = await byWords(base.db, office.commune, `${letter.title}\n${letter.text}`)
      peer_ms.push(performance.now() - from)
      peer_found += Number(found.includes(ids[number] ?? ''))
    }
    return {
      name: `duplicates: ${asked} paraphrases in a register of ${size}`,
      figures: {
        recall_at_10: rounded(all.found / all.asked),
        recall_at_10_min: 0.95,
        recall_without_own_words: rounded(plain.found / plain.asked),
        p95_ms: rounded(p95(ms)),
        p95_ms_max: 100,
        median_ms: rounded(median(ms)),
        peer_letters: peer_size,
        peer_recall_at_10: rounded(peer_found / peer_asked),
        peer_median_ms: rounded(median(peer_ms)),
        peer_times_slower: rounded(median(peer_ms) / median(ms)),
        intake_ms: rounded(kept.intake_ms),
        index_ms: rounded(kept.index_ms),
        keys_ms: rounded(kept.keys_ms),
        upkeep_share: rounded((kept.index_ms + kept.keys_ms) / kept.intake_ms),
        upkeep_share_max: 0.2,
        index_build_s: rounded(kept.build_s),
        count_s: rounded(count_s),
      },
    }
  } finally {
    await base.close()
  }
}
