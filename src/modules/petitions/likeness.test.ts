/** Letters on the same substance find each other; sealed ones are never found, another unit's officer finds nothing. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { at, type Office, officer, person, smallOffice } from '../../../tests/support/office.ts'
import { paraphrased } from '../../../tests/support/paraphrase.ts'
import { factsOf, letterAbout } from '../../demo/letters.ts'
import { offices } from '../../demo/offices.ts'
import { chanceOf } from '../../demo/random.ts'
import { topics } from '../../demo/topics.ts'
import { perform } from '../../platform/actions/perform.ts'
import { newTrackingCode, prefixOfUnit } from '../../platform/tracking-code.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { correct } from './correct.ts'
import { countPairs, forgetRarity, rarityOf } from './likeness.ts'
import { allPairs, askedPairs, bySound, likeness, nothingCounted, pairsMax, pairsOf } from './pairs.ts'
import { likelyPetitions, settledAlike } from './queries.ts'
import { sealAway } from './seal-away.ts'
import { submit } from './submit.ts'

const day = '2026-11-20'
let base: TestDatabase
let office: Office
before(async () => {
  base = await testDatabase()
  office = await smallOffice(base.owner)
  forgetRarity()
})
after(() => base?.close())

async function sent(unit_id: string, letter: { title: string; text: string }, name = 'Lý Thị Mây'): Promise<string> {
  const id = uuidv7()
  const code = newTrackingCode(await prefixOfUnit(base.db.pool, unit_id))
  const input = {
    ...letter,
    asked_kind: 'observation' as const,
    petitioner_name: name,
    petitioner_address: 'Tổ 5',
    code,
  }
  await perform(base.db, submit, { viewer: person(day), unit_id, id, input, moment: at(day) })
  return id
}

function invented(n: number) {
  const chance = chanceOf(`likeness/${n}`)
  const from = chance.pick(offices)
  return letterAbout(chance, chance.pick(topics), factsOf(chance, from, Temporal.PlainDate.from(day)), from.region)
}

test('spellings that sound alike are one key', () => {
  for (const [one, other] of [
    ['xu', 'su'],
    ['trau', 'chau'],
    ['nghi', 'ngi'],
    ['ly', 'li'],
    ['tui', 'toi'],
    ['rac', 'rat'],
  ] as const)
    assert.equal(bySound(one), bySound(other))
  assert.notEqual(bySound('dat'), bySound('nha'))
  assert.deepEqual(pairsOf('Đường Hoà Bình sạt lở'), pairsOf('duong hòa bình SẠT LỞ'))
})

test('keys are the rarest pairs, no more than fit the index; none of an empty letter', () => {
  const text = invented(1).text
  assert.equal(pairsOf(text).length, pairsMax)
  assert.deepEqual(pairsOf(''), [])
  const pairs = [...allPairs(text)]
  // All but three pairs are in every second letter.
  const rare = pairs.slice(0, 3)
  const rarity = { letters: 1000, register: 1000, counts: new Map(pairs.slice(3).map((pair) => [pair, 500])) }
  assert.deepEqual(new Set(pairsOf(text, rarity).slice(0, 3)), new Set(rare))
  // What would touch too many letters is not asked.
  const huge = { ...rarity, register: 1_000_000 }
  assert.ok(askedPairs(text, huge).length <= pairsMax)
})

test('likeness is 1 for the same, 0 for nothing in common', () => {
  const one = allPairs('ống cống vỡ ngập vườn chè')
  assert.equal(Math.round(likeness(one, one, nothingCounted).score * 1000), 1000)
  assert.deepEqual(likeness(one, allPairs('karaoke ồn suốt đêm'), nothingCounted), { score: 0, common: 0 })
})

test('planted paraphrases are found before and after the count', async () => {
  const clerk = await officer(base.db, office.commune, 'clerk', day)
  const ids: string[] = []
  for (let n = 0; n < 320; n++) ids.push(await sent(office.commune, invented(n)))
  const recall = async () => {
    let found = 0
    for (let n = 0; n < 40; n++) {
      const asked = paraphrased(chanceOf(`asked/${n}`), invented(n))
      const likely = await likelyPetitions(clerk, base.db.pool, {
        unit_id: office.commune,
        text: `${asked.title}\n${asked.text}`,
      })
      if (likely.some((one) => one.id === ids[n])) found += 1
    }
    return found / 40
  }
  const before_count = await recall()
  assert.ok(before_count >= 0.9, `before the count ${before_count}`)
  await countPairs(base.db)
  assert.ok((await rarityOf(base.db.pool)).letters >= 320)
  const counted = await recall()
  assert.ok(counted >= 0.95, `counted ${counted}`)
})

test('the count holds neither words nor pairs of fewer than three letters', async () => {
  await sent(office.commune, { title: 'Qzwxv bkrtn', text: 'Qzwxv bkrtn plmjk.' })
  await countPairs(base.db)
  const { rows } = await base.db.pool.query<{ line: string; least: number }>(
    'select t::text as line, (select min(c) from unnest(counts) c) as least from pair_rarity t',
  )
  assert.ok((rows[0]?.least ?? 0) >= 3)
  assert.ok(!rows[0]?.line.toLowerCase().includes('qzwxv'))
})

test('officers see their unit and those under it, nobody else and no citizen sees any', async () => {
  const letter = {
    title: 'Cầu treo Nậm Pẻn gãy ván',
    text: 'Cầu treo Nậm Pẻn gãy mất bảy tấm ván, dây cáp tuột khỏi mố.',
  }
  const id = await sent(office.commune, letter)
  const about = { unit_id: office.commune, text: `${letter.title}\n${letter.text}` }
  const sql = base.db.pool
  const clerk = await officer(base.db, office.commune, 'clerk', day)
  assert.equal((await likelyPetitions(clerk, sql, about))[0]?.id, id)
  assert.deepEqual(await likelyPetitions(clerk, sql, { ...about, except: id }), [])
  const above = await officer(base.db, office.province, 'head', day)
  const [seen] = await likelyPetitions(above, sql, { ...about, unit_id: office.province })
  assert.equal(seen?.id, id)
  assert.equal(seen?.unit_name, 'Phường Cam Đường')
  const neighbour = await officer(base.db, office.neighbour, 'head', day)
  assert.deepEqual(await likelyPetitions(neighbour, sql, about), [])
  assert.deepEqual(await likelyPetitions(neighbour, sql, { ...about, unit_id: office.neighbour }), [])
  const administrator = await officer(base.db, office.commune, 'administrator', day)
  assert.deepEqual(await likelyPetitions(administrator, sql, about), [])
  const own = person(day, [{ unit_id: office.commune, record_id: id }])
  assert.deepEqual(await likelyPetitions(own, sql, about), [])
  assert.deepEqual(await settledAlike(own, sql, { unit_id: office.commune, petition_id: id, field: 'land' }), [])
  // A letter that was sealed away is never found, even while its keys were still there.
  await base.owner.pool.query(`update petition set state = 'sealed-away' where id = $1`, [id])
  assert.deepEqual(await likelyPetitions(clerk, sql, about), [])
})

test('a letter whose title was mended is found by what it says now; one that was sealed away has no keys left', async () => {
  const clerk = await officer(base.db, office.commune, 'clerk', day)
  const was = 'Hồ bơi Bến Đá đóng cửa vì máy lọc cháy'
  const is = 'Nhà văn hóa Pom Hán dột mái, ẩm mốc phòng đọc'
  const id = await sent(office.commune, { title: was, text: 'Xin xem giúp.' })
  const about = (text: string) => likelyPetitions(clerk, base.db.pool, { unit_id: office.commune, text })
  const keys = async () => {
    const { rows } = await base.db.pool.query('select pairs from duplicate_key where petition_id = $1', [id])
    return rows[0].pairs as number[]
  }
  assert.equal((await about(was))[0]?.id, id)
  const call = { viewer: clerk, unit_id: office.commune, id, moment: at(day) }
  const before = await keys()
  await perform(base.db, correct, { ...call, revision: 1, input: { reason: 'Ghi nhầm tiêu đề.', title: is } })
  assert.notDeepEqual(await keys(), before)
  assert.equal((await about(is))[0]?.id, id)
  assert.ok(!(await about(was)).some((one) => one.id === id))
  await perform(base.db, sealAway, { ...call, revision: 2, input: {} })
  assert.deepEqual(await keys(), [])
  assert.ok(!(await about(is)).some((one) => one.id === id))
})
