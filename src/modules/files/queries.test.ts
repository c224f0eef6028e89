import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before, describe } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts'
import { clockViewer, type Viewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { attachmentRows, keepBytes, keepUploads, pathOf, type Seal } from './keep-file.ts'
import { attachmentOf, attachmentsOf } from './queries.ts'
import { sweepFiles } from './sweep.ts'

const data = mkdtempSync(join(tmpdir(), 'files-'))
const unit_id = uuidv7()
const on = Temporal.PlainDate.from('2026-07-09')
let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(async () => {
  await database.close()
  rmSync(data, { recursive: true, force: true })
})

/** Keeps a file and writes its row as `perform` does. */
async function attach(record_id: string, name: string, from_public: boolean, seal?: Seal): Promise<string> {
  const upload = {
    field: 'files',
    name,
    media_type: 'application/pdf',
    size: 4,
    bytes: async () => Buffer.from(`%PDF ${name}`),
  }
  const kept = await keepUploads(data, unit_id, [upload], uuidv7, seal)
  const { table, rows } = attachmentRows(kept, {
    record_kind: 'petition',
    record_id,
    added_by: null,
    added_on: on,
    from_public,
  })
  const keys = Object.keys(rows[0] ?? {})
  await database.db.pool.query(
    `insert into ${table} (unit_id, ${keys.join(', ')}) select $1, ${keys.map((key) => `x.${key}`).join(', ')}
     from jsonb_populate_recordset(null::attachment, $2::jsonb) x`,
    [unit_id, JSON.stringify(rows)],
  )
  return kept[0]!.id
}

describe('who sees which file', () => {
  const officer: Viewer = {
    ...clockViewer(on),
    account_id: uuidv7(),
    via: 'desk',
    positions: [{ unit_id, kind: 'handler' }],
    visible_root_ids: [unit_id],
  }

  test('officers all, the petitioner their own, strangers and supervisors none, a sealed one nobody here', async () => {
    const record_id = uuidv7()
    const sent = await attach(record_id, 'đơn.pdf', true)
    const internal = await attach(record_id, 'báo cáo.pdf', false)
    const sealed = await attach(record_id, 'canary.pdf', true, (clear) => Buffer.from(clear.map((byte) => byte ^ 1)))
    const sql = database.db.pool
    const citizen: Viewer = { ...clockViewer(on), via: 'portal', opened: [{ unit_id, record_id }] }
    const front: Viewer = { ...officer, positions: [{ unit_id, kind: 'front-supervisor' }] }
    const seen = async (viewer: Viewer) => (await attachmentsOf(viewer, sql, unit_id, record_id)).map((one) => one.id)
    assert.deepEqual((await seen(officer)).sort(), [sent, internal, sealed].sort())
    assert.deepEqual(await seen(citizen), [sent])
    assert.deepEqual(await seen(front), [])
    assert.deepEqual(await seen(clockViewer(on)), [])
    assert.equal((await attachmentOf(citizen, sql, unit_id, sent))?.name, 'đơn.pdf')
    assert.equal(await attachmentOf(citizen, sql, unit_id, internal), null)
    assert.equal(await attachmentOf(officer, sql, unit_id, sealed), null)
    assert.equal(await attachmentOf({ ...officer, visible_root_ids: [] }, sql, unit_id, sent), null)
    const { rows } = await database.owner.pool.query('select to_jsonb(a)::text as row from attachment a')
    assert.ok(rows.every((one) => !one.row.includes('canary')))
    await assert.rejects(sql.query('delete from attachment'), /permission denied/)
  })

  test('the nightly sweep takes what no row names, and nothing young', async () => {
    const id = await attach(uuidv7(), 'giữ.pdf', true)
    const { rows } = await database.owner.pool.query('select stored from attachment where id = $1', [id])
    const orphan = await keepBytes(data, unit_id, Buffer.from('refused'))
    mkdirSync(join(data, 'tmp/uploads'), { recursive: true })
    writeFileSync(join(data, 'tmp/uploads/left'), 'x')
    const worker = database.worker.pool
    assert.equal(await sweepFiles(worker, data), 0)
    const tomorrow = Date.now() + 25 * 60 * 60 * 1000
    assert.equal(await sweepFiles(worker, data, tomorrow), 1)
    assert.ok(!existsSync(pathOf(data, unit_id, orphan)))
    assert.ok(existsSync(pathOf(data, unit_id, rows[0].stored)))
    assert.ok(!existsSync(join(data, 'tmp/uploads/left')))
  })
})
