/** Suggestions say why and how often they were right, decide nothing, and are for those who see the register. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, housePassword, openHouse } from '../../../tests/support/house.ts'
import { at, officer, person } from '../../../tests/support/office.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { newTrackingCode, prefixOfUnit } from '../../platform/tracking-code.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { classify } from './classify.ts'
import { countPairs } from './likeness.ts'
import type { PetitionRow } from './petition.ts'
import { recordById, settledAlike } from './queries.ts'
import { submit } from './submit.ts'
import { type Classified, foresee, hitRate, hitsOf, learn, learntMin, wordsOf, writtenWords } from './suggest.ts'
import { learnSuggestions } from './suggest-learn.ts'
import { suggestionsFor } from './suggest-queries.ts'

const day = '2026-11-20'
const on = Temporal.PlainDate.from(day)
let house: House
let desk: Viewer
before(async () => {
  house = await openHouse(day)
  desk = await officer(house.db, house.office.commune, 'reception-officer', day)
})
after(() => house?.close())

const dump = (n: number) => `Bãi rác tự phát bốc mùi cạnh trường mầm non, đã ${n} ngày chưa ai thu gom.`
const plot = (n: number) => `Thửa đất số ${n} bị thu hồi mà phương án bồi thường tính thiếu diện tích.`

async function letter(text: string, field?: 'environment' | 'land'): Promise<string> {
  const id = uuidv7()
  const unit_id = house.office.commune
  const code = newTrackingCode(await prefixOfUnit(house.db.pool, unit_id))
  const input = {
    asked_kind: 'observation' as const,
    title: text.slice(0, 40),
    text,
    petitioner_name: 'Lý Thị Mây',
    petitioner_address: 'Tổ 5',
    code,
  }
  await perform(house.db, submit, { viewer: person(day), unit_id, id, input, moment: at(day) })
  if (!field) return id
  const conditions = [
    'in-vietnamese',
    'named-with-address',
    'content-stated',
    'not-sent-before',
    'not-guided-before',
  ] as const
  const seen = { kind: 'observation' as const, field, competence: 'ours' as const, conditions }
  await perform(house.db, classify, { viewer: desk, unit_id, id, revision: 1, input: seen, moment: at(day) })
  return id
}

const rowOf = async (id: string) =>
  (await recordById<PetitionRow>(desk, house.db.pool, 'petition', house.office.commune, id))!

const classified = (count: number, label: string, text: (n: number) => string): Classified[] =>
  Array.from({ length: count }, (_, n) => ({ words: wordsOf(text(n)), label }))

test('the label with the words of the letter is foreseen, and the words are named as the letter writes them', () => {
  const learnt = learn([...classified(20, 'environment', dump), ...classified(30, 'land', plot)])
  const text = 'Xin hỏi: BÃI RÁC cạnh chợ bốc mùi'
  const foreseen = foresee(learnt, wordsOf(text))
  assert.equal(foreseen?.label, 'environment')
  const words = writtenWords(text, foreseen?.led ?? [], 4)
  assert.ok(words.includes('bãi rác') || words.includes('bốc mùi'), words.join(', '))
  assert.ok(!words.join(' ').includes('chợ'), 'a word that was never met led nowhere')
  assert.equal(foresee(learnt, wordsOf('qwz qwx')), null)
  assert.equal(foresee(learn([]), wordsOf(text)), null)
})

test('the hit rate counts the latest fifth, beside the label that is always guessed', () => {
  const letters = [
    ...classified(30, 'land', plot),
    ...classified(10, 'environment', dump),
    ...classified(6, 'environment', dump),
    ...classified(4, 'land', plot),
  ]
  assert.deepEqual(hitRate(letters), { tested: 10, hits: 10, majority_hits: 4 })
  // A letter nobody can know, and one whose officer said something else.
  const learnt = learn(letters)
  const odd = [
    { words: wordsOf('qwz qwx'), label: 'policy' },
    ...classified(1, 'policy', dump),
    ...classified(1, 'environment', dump),
  ]
  assert.deepEqual(hitsOf(learnt, odd), { tested: 3, hits: 1, majority_hits: 0 })
  assert.deepEqual(hitRate([]), { tested: 0, hits: 0, majority_hits: 0 })
})

test('nothing is suggested before enough letters were classified', async () => {
  const id = await letter(dump(1))
  await learnSuggestions(house.db, on)
  assert.deepEqual(await suggestionsFor(desk, house.db.pool, await rowOf(id)), [])
})

test('an unclassified letter is given a field with its reasons; a classified one, another unit and a citizen are given none', async () => {
  for (let n = 0; n < learntMin; n++) await letter(n % 5 < 2 ? dump(n) : plot(n), n % 5 < 2 ? 'environment' : 'land')
  await countPairs(house.db)
  await learnSuggestions(house.db, on)
  const id = await letter('Bãi rác cạnh nhà văn hóa bốc mùi đã lâu.')
  const row = await rowOf(id)
  const sql = house.db.pool
  const found = await suggestionsFor(desk, sql, row)
  const field = found.find((one) => one.about === 'field')
  assert.equal(field?.value, 'environment')
  assert.equal(field?.usual, 'land')
  assert.equal(field?.from_above, false)
  assert.deepEqual([field?.tested, field?.hits], [8, 8])
  assert.ok((field?.majority_hits ?? 9) < 8)
  assert.ok(field?.words.includes('bãi rác'), field?.words.join(', '))
  assert.deepEqual(await suggestionsFor(desk, sql, { ...row, kind: 'observation' }), [])
  assert.deepEqual(await suggestionsFor(person(day, [{ unit_id: row.unit_id, record_id: id }]), sql, row), [])
  for (const [unit, kind] of [
    [house.office.neighbour, 'handler'],
    [house.office.commune, 'administrator'],
  ] as const)
    assert.deepEqual(await suggestionsFor(await officer(house.db, unit, kind, day), sql, row), [])
  // The neighbour has learnt nothing of its own: the province's register is the next.
  const neighbour = await officer(house.db, house.office.neighbour, 'clerk', day)
  const above = await suggestionsFor(neighbour, sql, { ...row, unit_id: house.office.neighbour })
  assert.deepEqual([above.find((one) => one.about === 'field')?.value, above[0]?.from_above], ['environment', true])
})

test('what is learnt is hashes and counts; a letter sealed away is forgotten', async () => {
  for (let n = 0; n < 3; n++) await letter(`Kẻ xấu Zqvwop nhận tiền ${n}`, 'land')
  const told = async () => {
    await learnSuggestions(house.db, on)
    const { rows } = await house.db.pool.query<{ line: string; letters: number }>(
      `select t::text as line, letters from suggestion t where unit_id = $1 and about = 'field'`,
      [house.office.commune],
    )
    return rows[0]!
  }
  const before_it = await told()
  assert.ok(!before_it.line.toLowerCase().includes('zqvwop'))
  const [word] = wordsOf('zqvwop')
  assert.ok(before_it.line.includes(String(word)))
  await house.owner.pool.query(`update petition set state = 'sealed-away' where text like '%Zqvwop%'`)
  const after_it = await told()
  assert.equal(after_it.letters, before_it.letters - 3)
  assert.ok(!after_it.line.includes(String(word)))
})

test('the record page and the form show it to officers, the portal never', async () => {
  const id = await letter('Bãi rác cạnh trường mầm non bốc mùi.')
  const form = new URLSearchParams({ ten: 'tiep.dan', 'mat-khau': housePassword, den: '/ban-lam-viec' })
  const signed = await fetch(`${house.address}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: house.address },
    body: form,
  })
  const cookie = signed.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const path = `${house.address}/ho-so/${house.office.commune}/petition/${id}`
  for (const url of [path, `${path}/classify`]) {
    const page = await (await fetch(url, { headers: { cookie } })).text()
    assert.match(page, /Gợi ý phân loại/)
    assert.match(page, /vì có các từ: [^.]*bãi rác/)
    // Nothing is chosen by it.
    assert.doesNotMatch(page, /value="environment" (selected|checked)/)
  }
  for (const url of ['/gui-don', '/tra-cuu', '/tra-loi']) {
    const page = await (await fetch(house.address + url)).text()
    assert.doesNotMatch(page, /Gợi ý phân loại|Có thể cùng một việc|Vụ việc tương tự/)
  }
  const live = await fetch(`${house.address}/ban-lam-viec/giong?title=a&text=${encodeURIComponent(dump(1))}`, {
    redirect: 'manual',
  })
  assert.notEqual(live.status, 200)
})

test('similar settled cases come with result and days, to those who see the register', async () => {
  const { commune, neighbour } = house.office
  const { rows } = await house.owner.pool.query<{ id: string }>(
    `select id from petition where unit_id = $1 and field = 'environment' and state <> 'sealed-away' order by id limit 8`,
    [commune],
  )
  const [own, ...others] = rows.map((row) => row.id)
  await house.owner.pool.query(
    `insert into feedback (unit_id, id, revision, state, chain, created_at, register_number, register_year, petition_id, point, case_id, kind, title, text, field, received_on, proposed_on, answered_on)
     select $1, gen_random_uuid(), 4, 'answered', '\\x00', now(), n, 2026, id, '1', gen_random_uuid(), 'observation', 'Bãi rác ' || n, '', 'environment', date '2026-10-01', date '2026-10-02', date '2026-10-11'
     from unnest($2::uuid[]) with ordinality x(id, n)`,
    [commune, others],
  )
  const about = { unit_id: commune, petition_id: own!, field: 'environment' }
  const found = await settledAlike(desk, house.db.pool, about)
  assert.equal(found.length, 5)
  assert.deepEqual([found[0]?.result, found[0]?.days, found[0]?.kind], ['answered', 10, 'feedback'])
  assert.deepEqual(await settledAlike(desk, house.db.pool, { ...about, field: 'policy' }), [])
  // The province sees it too, with the unit's name; a neighbour does not, though it sees its own register.
  const above = await officer(house.db, house.office.province, 'handler', day)
  const province_row = { ...about, unit_id: house.office.province, petition_id: uuidv7() }
  assert.deepEqual(await settledAlike(above, house.db.pool, province_row), [])
  const [named] = await settledAlike(above, house.db.pool, about)
  assert.deepEqual([named?.unit_id, named?.letter_id], [commune, null])
  const stranger = await officer(house.db, neighbour, 'handler', day)
  assert.deepEqual(await settledAlike(stranger, house.db.pool, about), [])
  await house.owner.pool.query(`update petition set state = 'sealed-away' where id = any($1::uuid[])`, [others])
  assert.deepEqual(await settledAlike(desk, house.db.pool, about), [])
})
