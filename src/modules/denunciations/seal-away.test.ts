import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { at, type Office, officer, smallOffice } from '../../../tests/support/office.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { newTrackingCode, prefixOfUnit } from '../../platform/tracking-code.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { openWithPassphrase, setUpKey } from '../../platform/vault/officer-key.ts'
import { keepUploads } from '../files/keep-file.ts'
import { record } from '../petitions/record.ts'
import { openDenunciation, openSealedFile, transferDenunciation } from './opening.ts'
import { eraseSealedAway, sealPetitionAway } from './seal-petition-away.ts'
import { receivedId } from './transfer.ts'

let base: TestDatabase
let office: Office
let desk: Viewer
let head: Viewer
let other: Viewer
const data = mkdtempSync(join(tmpdir(), 'sealed-'))
const day = '2026-11-20'
const moment = at(day)
const passphrase = 'mưa rào trên mái ngói đỏ'
const letter = 'Ông Tư lấy tiền của xóm, tôi xin báo.'
const picture = Buffer.from('một tấm ảnh chụp sổ thu tiền')

before(async () => {
  base = await testDatabase()
  office = await smallOffice(base.owner)
  desk = await officer(base.db, office.commune, 'reception-officer', day, 'Lê Thị Bàn')
  head = await officer(base.db, office.commune, 'head', day, 'Trần Văn Đầu')
  other = await officer(base.db, office.neighbour, 'head', day, 'Hà Văn Láng')
  for (const one of [desk, head, other]) await setUpKey(base.db, one.account_id ?? '', passphrase, moment.at)
})
after(async () => {
  await base.close()
  rmSync(data, { recursive: true, force: true })
})

async function misfiled(): Promise<string> {
  const id = uuidv7()
  const upload = {
    field: 'files',
    name: 'sổ thu.txt',
    media_type: 'text/plain',
    size: picture.length,
    bytes: async () => picture,
  }
  const files = await keepUploads(data, office.commune, [upload], uuidv7)
  const code = newTrackingCode(await prefixOfUnit(base.db.pool, office.commune))
  const input = {
    received_on: '2026-11-18',
    source: 'post',
    petitioner_name: 'Hoàng Thị Kể',
    petitioner_address: 'Tổ 4',
    title: 'Xin báo một việc',
    text: letter,
    signed: true,
    files,
    code,
  }
  await perform(base.db, record, { viewer: desk, unit_id: office.commune, id, input, moment })
  return id
}

const away = (id: string, viewer = desk, more: Partial<Parameters<typeof sealPetitionAway>[2]> = {}) =>
  sealPetitionAway(
    base.db,
    { viewer, unit_id: office.commune, id, moment, data },
    { subject_place: 'elsewhere', subject: 'Ông Tư, trưởng thôn', ...more },
  )

async function keyOf(viewer: Viewer) {
  const key = await openWithPassphrase(base.db.pool, viewer.account_id ?? '', passphrase)
  assert.ok(key)
  return key
}

const filesOnDisk = () =>
  readdirSync(data, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length

test('its words and file are readable in the vault alone; number, chain and tombstones stay', async () => {
  const id = await misfiled()
  const sealed = await away(id)
  const { rows: left } = await base.owner.pool.query(
    'select state, title, text, petitioner_name, search, register_number from petition where id = $1',
    [id],
  )
  assert.equal(left[0].state, 'sealed-away')
  assert.equal(typeof left[0].register_number, 'number')
  assert.doesNotMatch(JSON.stringify(left[0]), /Tư|Hoàng|tu lay tien/)
  const { rows: payloads } = await base.owner.pool.query(
    'select seq, input, changed, erased_cite from payload where record_id = $1 order by seq',
    [id],
  )
  assert.deepEqual(payloads[0], { seq: 1, input: {}, changed: {}, erased_cite: 'LTC 2018 Đ8' })
  assert.equal(payloads[1].erased_cite, null)
  const { rows: broken } = await base.owner.pool.query(
    `select seq from event e where record_id = $1 and chain <> chain_of(
       (select b.chain from event b where b.record_id = e.record_id and b.seq = e.seq - 1), unit_id, record_id, seq, record_kind,
       action, at, on_day, actor_id, via, standing, cite, from_state, to_state, numbers, payload_hash)`,
    [id],
  )
  assert.deepEqual(broken, [])
  assert.equal(filesOnDisk(), 1, 'the sealed file alone')

  const opening = { viewer: head, unit_id: sealed.unit_id, id: sealed.id, key: await keyOf(head), moment, data }
  const opened = await openDenunciation(base.db, opening)
  assert.ok(opened.words.text.includes(letter))
  assert.equal(opened.person.name, 'Hoàng Thị Kể')
  assert.deepEqual(
    opened.files.map((file) => file.name),
    ['sổ thu.txt'],
  )
  assert.deepEqual((await openSealedFile(base.db, opening, opened.files[0]?.id ?? '')).bytes, picture)
  await assert.rejects(openSealedFile(base.db, opening, uuidv7()), NotOpen)
  const { rows: kept } = await base.owner.pool.query('select received_on::text from denunciation where id = $1', [
    sealed.id,
  ])
  assert.deepEqual(kept, [{ received_on: '2026-11-18' }])
  const { rows: sums } = await base.owner.pool.query(
    `select record_kind, sum(sign * quantity)::int as count from posting where fact = 'petition-received' and record_id = any($1)
     group by 1 order by 1`,
    [[id, sealed.id]],
  )
  assert.deepEqual(sums, [
    { record_kind: 'denunciation', count: 1 },
    { record_kind: 'petition', count: 0 },
  ])

  await transferDenunciation(base.db, opening, office.neighbour)
  const there = {
    viewer: other,
    unit_id: office.neighbour,
    id: receivedId(sealed.id, office.neighbour),
    key: await keyOf(other),
    moment,
    data,
  }
  const passed = await openDenunciation(base.db, there)
  assert.deepEqual((await openSealedFile(base.db, there, passed.files[0]?.id ?? '')).bytes, picture)
})

test('only who takes letters in, only before anything is done, and only once', async () => {
  const id = await misfiled()
  await assert.rejects(away(id, head), (fault: unknown) => fault instanceof NotOpen && fault.status === 404)
  await assert.rejects(away(id, other), (fault: unknown) => fault instanceof NotOpen && fault.status === 404)
  await base.owner.pool.query(`update petition set processed_on = '2026-11-19' where id = $1`, [id])
  await assert.rejects(away(id), (fault: unknown) => fault instanceof NotOpen && fault.code === 'nothing-is-done-yet')
  await base.owner.pool.query('update petition set processed_on = null where id = $1', [id])
  await away(id)
  await assert.rejects(away(id), (fault: unknown) => fault instanceof NotOpen && fault.code === 'not-in-this-state')
  await eraseSealedAway(base.db, data, office.commune, id, moment.on)
})

test('nothing but a petition that was sealed away can be erased', async () => {
  const id = await misfiled()
  await assert.rejects(
    base.db.pool.query('select erase_sealed_away($1, $2, $3)', [office.commune, id, day]),
    /was not sealed away/,
  )
  await assert.rejects(
    base.db.pool.query(`select erase_payload($1, $2, 1, $3, 'x', 'x')`, [office.commune, id, day]),
    /permission denied/,
  )
  const { rows } = await base.owner.pool.query('select text from petition where id = $1', [id])
  assert.equal(rows[0].text, letter)
})

test('about the head: it goes up and the office that took it in keeps nothing readable', async () => {
  const above = await officer(base.db, office.province, 'head', day, 'Vũ Thị Tỉnh')
  await setUpKey(base.db, above.account_id ?? '', passphrase, moment.at)
  const sealed = await away(await misfiled(), desk, { subject_place: 'head-here', subject: 'Chủ tịch' })
  assert.equal(sealed.handed_over, true)
  const opening = { viewer: above, unit_id: office.province, id: sealed.id, key: await keyOf(above), moment, data }
  assert.ok((await openDenunciation(base.db, opening)).words.text.includes(letter))
  await assert.rejects(openDenunciation(base.db, { ...opening, viewer: head, key: await keyOf(head) }), NotOpen)
})
