/** An office brings in the book it kept before: read, corrected, tried, imported, imported again, undone; its secrets are nowhere. */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createFrame } from '../../src/http/frame.ts'
import { guessLayout } from '../../src/modules/imports/columns.ts'
import { startImport } from '../../src/modules/imports/import.ts'
import { run } from '../../src/modules/imports/import-command.ts'
import { importPages } from '../../src/modules/imports/pages.tsx'
import { planBook } from '../../src/modules/imports/plan.ts'
import { readBook } from '../../src/modules/imports/read-book.ts'
import { keysStand, knownRows, runImport, undoRun } from '../../src/modules/imports/run.ts'
import { UnreadableBook } from '../../src/modules/imports/sheet.ts'
import { destroyStaged, stageBook, stagedBook, sweepStaged } from '../../src/modules/imports/staging.ts'
import { classify } from '../../src/modules/petitions/classify.ts'
import { NotOpen } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import type { CommandContext } from '../../src/platform/command.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { openWithPassphrase, setUpKey } from '../../src/platform/vault/officer-key.ts'
import { openFields, recordKeyFor } from '../../src/platform/vault/sealed-record.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { canaries, dirtyBook, withSheet } from '../support/dirty-book.ts'
import { at, type Office, officer, smallOffice } from '../support/office.ts'

const day = '2026-11-20'
const moment = at(day)
const passphrase = 'trâu trắng gặm cỏ bên đê'

let t: TestDatabase
let office: Office
let desk: Viewer
let head: Viewer

before(async () => {
  t = await testDatabase()
  office = await smallOffice(t.owner)
  desk = await officer(t.db, office.commune, 'reception-officer', day, 'Lò Thị Bàn')
  head = await officer(t.db, office.commune, 'head', day, 'Phan Văn Chủ')
})
after(() => t.close())

async function plan(bytes: Buffer, viewer = desk) {
  const sheets = await readBook(bytes, 'so.xlsx')
  const chosen = sheets.flatMap((sheet) => {
    const layout = guessLayout(sheet)
    return layout ? [{ sheet, layout }] : []
  })
  const keys = await keysStand({ db: t.db, viewer, unit_id: office.commune, moment })
  return await planBook(chosen, { today: moment.on, keys })
}

async function bringIn(bytes: Buffer, viewer = desk) {
  const { rows } = await plan(bytes, viewer)
  const run = { db: t.db, viewer, moment, import_id: uuidv7(), unit_id: office.commune, stage: 'regular' as const }
  const input = { file_name: 'so.xlsx', stage: 'regular', rows: rows.length }
  await perform(t.db, startImport, { viewer, unit_id: office.commune, id: run.import_id, input, moment })
  return { run, counts: await runImport(run, rows) }
}

const one = async <T>(text: string, values: unknown[] = []): Promise<T> =>
  (await t.owner.pool.query(text, values)).rows[0]

describe('the dry run', () => {
  test('without keys, what is secret stays out and says so at its cell', async () => {
    const { rows, faults } = await plan(await dirtyBook())
    const said = faults.map((fault) => `${fault.cell} ${fault.code}`)
    assert.ok(said.includes('D7 nobody-holds-a-key'))
    assert.ok(said.includes('F12 set-up-your-key-first'))
    assert.ok(rows.every((row) => !row.sealed && row.papers.length === 0))
  })

  test('columns are guessed under a header of two rows, errors stand at their cells and quote nothing', async () => {
    await setUpKey(t.db, desk.account_id ?? '', passphrase, moment.at)
    await setUpKey(t.db, head.account_id ?? '', passphrase, moment.at)
    const { rows, faults, skipped } = await plan(await dirtyBook())
    assert.deepEqual(
      faults.map((fault) => [fault.sheet, fault.cell, fault.code]),
      [
        ['Năm 2026', 'B13', 'no-such-day'],
        ['Năm 2026', 'C14', 'required'],
        ['Năm 2026', 'F15', 'not-a-kind'],
        ['Năm 2026', 'B17', 'day-in-future'],
      ],
    )
    assert.deepEqual(skipped.map((row) => row.why).sort(), ['duplicate', 'title', 'total'])
    assert.deepEqual(
      rows.map((row) => `${row.held_on} ${row.sealed ? 'kín' : row.people.names.join('+')} ${row.count}`),
      [
        '2025-08-05 Sùng A Sử 1',
        '2025-08-21 Giàng Thị Máy 1',
        '2026-07-03 Nguyễn Văn An 1',
        '2026-07-03 Nguyễn Thị Bình+Trần Văn Cường 2',
        '2026-07-09 Lê Thị Đào 1',
        '2026-07-09 Phạm Văn Giang 6',
        '2026-07-09 Vũ Thị Hoa 1',
        '2026-07-10 kín 1',
        '2026-07-14 kín 1',
        '2026-07-15 Hoà Thị Nga 1',
        '2026-07-16 Hồ Văn Phúc+Hồ Thị Quý 2',
      ],
    )
    const { n } = await one<{ n: number }>('select count(*) as n from visit')
    assert.equal(n, 0, 'nothing is written')
  })

  test('CSV of any letters and sign is read; letters from before Unicode, old Excel and programs are refused', async () => {
    const table =
      'STT;Ngày tiếp;Họ tên;Địa chỉ;Nội dung;Loại đơn\n1;3/7/26;Lê Thị Mận;Tổ 1;Phản ánh rác đổ ven suối;PA\n'
    for (const bytes of [Buffer.from(table), Buffer.from(`\ufeff${table}`), Buffer.from(`\ufeff${table}`, 'utf16le')]) {
      const { rows } = await plan(bytes)
      assert.equal(rows[0]?.people.address, 'Tổ 1')
      assert.equal(rows[0]?.kind, 'observation')
    }
    const refused = async (bytes: Buffer, code: string) =>
      assert.rejects(readBook(bytes, 'so.csv'), (fault) => fault instanceof UnreadableBook && fault.code === code)
    await refused(
      Buffer.from(`STT;Hä tªn;Néi dung\n${'1;NguyÔn V¨n ¸i;§Ò nghÞ gi¶i quyÕt ®Êt ®ai\n'.repeat(20)}`),
      'book-in-old-letters',
    )
    await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'book-is-old-excel')
    await refused(Buffer.from('MZ\x90\x00 not a book'), 'book-is-no-table')
    await refused((await dirtyBook()).subarray(0, 3000), 'file-is-damaged')
    await refused(Buffer.from('\n \n'), 'book-is-no-table')
  })
})

describe('a file that would not fit', () => {
  const refused = async (bytes: Buffer, code: string) =>
    assert.rejects(readBook(bytes, 'so.xlsx'), (fault) => fault instanceof UnreadableBook && fault.code === code)

  test('a cell at the edge of the sheet, too many rows, a bomb: refused before anything is built', async () => {
    const far = await withSheet(await dirtyBook(), (xml) =>
      xml.replace('</sheetData>', '<row r="9"><c r="XFD9"><v>1</v></c></row></sheetData>'),
    )
    await refused(far, 'book-has-too-many-columns')
    const deep = await withSheet(await dirtyBook(), (xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
    )
    await refused(deep, 'book-has-too-many-rows')
    const bomb = await withSheet(await dirtyBook(), (xml) =>
      xml.replace('</sheetData>', `</sheetData>${' '.repeat(160 * 1024 * 1024)}`),
    )
    assert.ok(bomb.length < 1024 * 1024)
    await refused(bomb, 'file-unpacks-too-large')
    await refused(Buffer.from(`a;b;c\n${'1;2;3\n'.repeat(51_100)}`), 'book-has-too-many-rows')
    await refused(Buffer.alloc(21 * 1024 * 1024, 'a;b\n'), 'file-too-large')
  })
})

describe('the import', () => {
  let first: Awaited<ReturnType<typeof bringIn>>

  test('a stranger and a handler may not; nothing is written', async () => {
    const handler = await officer(t.db, office.commune, 'handler', day)
    const neighbour = await officer(t.db, office.neighbour, 'reception-officer', day)
    for (const viewer of [handler, neighbour])
      await assert.rejects(
        bringIn(await dirtyBook(), viewer),
        (fault) => fault instanceof NotOpen && fault.status === 404,
      )
  })

  test('rows become visits and petitions, counted on their own days, without numbers or notices of ours', async () => {
    first = await bringIn(await dirtyBook())
    assert.deepEqual(first.counts, { done: 11, visits: 11, petitions: 8, sealed: 2, already: 0, refused: [] })
    const { rows } = await t.owner.pool.query(
      `select on_day::text as day, fact, sum(sign * quantity)::int as n, sum(sign * people)::int as people from posting
       where unit_id = $1 group by 1, 2 order by 1, 2`,
      [office.commune],
    )
    const counted = Object.fromEntries(rows.map((row) => [`${row.day} ${row.fact}`, [row.n, row.people]]))
    assert.deepEqual(counted['2025-08-05 visit'], [1, 1])
    assert.deepEqual(counted['2026-07-03 visit'], [2, 3])
    assert.deepEqual(counted['2026-07-03 petition-received'], [2, 3])
    assert.deepEqual(counted['2026-07-03 petition-processed'], [1, 2])
    assert.deepEqual(counted['2026-07-09 visit'], [3, 8])
    assert.deepEqual(counted['2026-07-10 petition-received'], [1, 1])
    const visits = await one<{ groups: number; queued: number }>(
      'select count(*) filter (where large_group) as groups, count(queue_number) as queued from visit',
    )
    assert.deepEqual(visits, { groups: 1, queued: 0 })
    assert.deepEqual(
      await one('select count(*) as n, count(register_number) as ours, count(source_number) as theirs from petition'),
      {
        n: 8,
        ours: 0,
        theirs: 8,
      },
    )
    assert.deepEqual(await one('select count(*) as n from notice'), { n: 0 })
    assert.deepEqual(await one('select count(*) as n from outbox'), { n: 0 })
    assert.deepEqual(
      await one(`select count(*) as n from register_counter where book in ('petition', 'denunciation')`),
      { n: 0 },
    )
    const an = await one<Record<string, unknown>>(`select * from petition where petitioner_name = 'Nguyễn Văn An'`)
    assert.equal(an['state'], 'received')
    assert.equal(an['petitioner_phone'], '0912345678')
    const binh = await one<Record<string, unknown>>(`select * from petition where petitioner_name = 'Nguyễn Thị Bình'`)
    assert.equal(binh['processed_by_step'], 'propose-acceptance')
    assert.match(String(binh['text']), /Cùng đến: Trần Văn Cường/)
  })

  test('the same book again, whole or in part, doubles nothing; a mended row comes in', async () => {
    const again = await bringIn(await dirtyBook())
    assert.deepEqual(again.counts, { done: 11, visits: 0, petitions: 0, sealed: 0, already: 11, refused: [] })
    const mended = await dirtyBook((rows) =>
      rows
        .map((row) => (row[1] === '31/02/2026' ? row.map((cell, index) => (index === 1 ? '13/02/2026' : cell)) : row))
        .slice(1),
    )
    assert.equal(await knownRows({ db: t.db, unit_id: office.commune }, (await plan(mended)).rows), 11)
    const { counts } = await bringIn(mended)
    assert.deepEqual([counts.visits, counts.petitions, counts.already, counts.refused], [1, 0, 11, []])
    assert.deepEqual(await one('select count(*) as n from denunciation'), { n: 2 })
  })

  test('broken off after some rows, it goes on where it stopped', async () => {
    const table = Array.from(
      { length: 30 },
      (_, index) => `${index + 1};${(index % 28) + 1}/5/2024;Mã Văn Đông;Thôn 1;Phản ánh lần ${index};PA`,
    )
    const { rows } = await plan(Buffer.from(`STT;Ngày tiếp;Họ tên;Địa chỉ;Nội dung;Loại đơn\n${table.join('\n')}\n`))
    const run = { db: t.db, viewer: desk, moment, import_id: uuidv7(), unit_id: office.commune, stage: 'head' as const }
    const input = { file_name: 'so.csv', stage: 'head', rows: rows.length }
    await perform(t.db, startImport, { viewer: desk, unit_id: office.commune, id: run.import_id, input, moment })
    let told = 0
    await assert.rejects(
      runImport(run, rows, () => {
        told += 1
        if (told > 8) throw new Error('pulled the plug')
      }),
      /pulled the plug/,
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { counts } = { counts: await runImport(run, rows) }
    assert.equal(counts.already + counts.visits, 30)
    assert.ok(counts.already >= 5 && counts.refused.length === 0)
    assert.deepEqual(await one('select count(*) as n from visit where import_id = $1', [run.import_id]), { n: 30 })
    assert.deepEqual(await one('select count(*) as n from petition where import_id = $1', [run.import_id]), { n: 30 })
  })

  test('what is secret opens with the keys of those who take it in and settle it, and lies nowhere in the clear', async () => {
    const key = await openWithPassphrase(t.db.pool, desk.account_id ?? '', passphrase)
    assert.ok(key)
    const { rows: sealed } = await t.owner.pool.query(
      'select id, source, register_number from denunciation order by received_on',
    )
    assert.deepEqual(
      sealed.map((row) => [row.source, row.register_number]),
      [
        ['import', null],
        ['import', null],
      ],
    )
    const opened = await Promise.all(
      sealed.map(async ({ id }) => {
        const record_key = await recordKeyFor(t.db.pool, office.commune, id, key)
        return JSON.stringify(record_key && (await openFields(t.db.pool, office.commune, id, record_key)))
      }),
    )
    assert.ok(opened[0]?.includes(canaries.denunciation) && opened[0].includes(canaries.denouncer))
    assert.ok(opened[1]?.includes(canaries.denunciation_by_words))
    const an = await one<{ id: string }>(`select id from visit where visitor_name = 'Nguyễn Văn An'`)
    const visit_key = await recordKeyFor(t.db.pool, office.commune, an.id, key)
    assert.ok(
      visit_key &&
        JSON.stringify(await openFields(t.db.pool, office.commune, an.id, visit_key)).includes(canaries.identity),
    )
    await nowhere(t, Object.values(canaries))
  })

  test('undone: figures return on their own days; rows acted on and sealed ones stay and are named; the row may come again', async () => {
    const an = await one<{ id: string; visit_id: string }>(
      `select id, visit_id from petition where petitioner_name = 'Nguyễn Văn An'`,
    )
    await perform(t.db, classify, {
      viewer: desk,
      unit_id: office.commune,
      id: an.id,
      moment,
      input: { kind: 'recommendation', field: 'infrastructure', competence: 'ours', conditions: ['in-vietnamese'] },
    })
    const undone = await undoRun(first.run)
    assert.equal(undone.undone, 8)
    assert.deepEqual(undone.kept.map((row) => row.code).sort(), ['acted-on', 'sealed', 'sealed'])
    assert.equal(undone.kept.find((row) => row.code === 'acted-on')?.visit_id, an.visit_id)
    const { n } = await one<{ n: number }>(
      `select coalesce(sum(sign * quantity), 0)::int as n from posting where on_day = '2025-08-05'`,
    )
    assert.equal(n, 0)
    assert.deepEqual(await one('select state, undone from book_import where id = $1', [first.run.import_id]), {
      state: 'undone',
      undone: 8,
    })
    const { counts } = await bringIn(await dirtyBook())
    assert.deepEqual([counts.visits, counts.already, counts.refused], [8, 3, []])
    assert.deepEqual(
      await one(`select sum(sign * quantity)::int as n from posting where on_day = '2025-08-05' and fact = 'visit'`),
      { n: 1 },
    )
  })
})

describe('a letter about those who lead', () => {
  test('goes up to the unit above; the desk that brought it in keeps no key', async () => {
    const above = await officer(t.db, office.province, 'head', day, 'Trịnh Văn Trên')
    await setUpKey(t.db, above.account_id ?? '', passphrase, moment.at)
    const words = 'Tố cáo ông chủ tịch phường bao che việc lấn suối Ngòi Đum'
    const { counts } = await bringIn(
      Buffer.from(`STT;Ngày tiếp;Họ tên;Địa chỉ;Nội dung;Loại đơn\n77;2/3/2026;Mã Thị Xa;Thôn 9;${words};Tố cáo\n`),
    )
    assert.deepEqual([counts.sealed, counts.refused], [1, []])
    const up = await one<{ id: string }>('select id from denunciation where unit_id = $1', [office.province])
    const holders = await t.owner.pool.query('select account_id from record_key where record_id = $1', [up.id])
    assert.deepEqual(
      holders.rows.map((row) => row.account_id),
      [above.account_id],
    )
    const visit = await one<Record<string, unknown>>(`select * from visit where held_on = '2026-03-02'`)
    assert.deepEqual(
      [visit['closed_content'], visit['visitor_name'], visit['statement'], visit['source_number'], visit['search']],
      [true, null, null, null, ''],
    )
    await nowhere(t, [words, 'Mã Thị Xa'])
  })
})

describe('from the command line', () => {
  const said = async (...args: string[]) => {
    const lines: string[] = []
    const print = (line: string) => void lines.push(line)
    const [log, error] = [console.log, console.error]
    Object.assign(console, { log: print, error: print })
    try {
      const house = { db: t.db, worker: t.worker, today: moment.on, say: print } as CommandContext
      return { code: await run(args, house), text: lines.join('\n') }
    } finally {
      Object.assign(console, { log, error })
    }
  }

  test('a plan needs nobody, an import an officer of the unit; wrong arguments say what is right', async () => {
    const data = await mkdtemp(join(tmpdir(), 'import-command-'))
    const file = join(data, 'so.csv')
    const rows =
      '1;2/2/2026;Mã Thị Dòng;Thôn 9;Phản ánh đường lầy;PA\n2;30/2/2026;Mã Thị Lệnh;Thôn 9;Phản ánh cầu hỏng;PA\n'
    await writeFile(file, `STT;Ngày tiếp;Họ tên;Địa chỉ;Nội dung;Loại đơn\n${rows}`)
    const plan = await said('book', '--unit', '02680', '--file', file, '--plan')
    assert.equal(plan.code, 1)
    assert.match(
      plan.text,
      /^1 rows: 1 with a petition[\s\S]*B3, sheet “CSV”: Day of reception: The calendar has no such day/,
    )
    const nobody = await said('book', '--unit', '02680', '--file', file, '--apply')
    assert.equal(nobody.code, 2)
    assert.match(nobody.text, /--by one of thu\.reception-officer/)
    const by = /thu\.reception-officer\.\d+/.exec(nobody.text)?.[0] ?? ''
    const applied = await said('book', '--unit', '02680', '--file', file, '--by', by, '--apply')
    assert.match(applied.text, /1 visits, 1 petitions, 0 sealed, 0 known before, 0 refused/)
    assert.match(
      (await said('book', '--unit', '02680', '--file', file, '--by', by, '--apply')).text,
      /0 visits, .* 1 known before/,
    )
    for (const wrong of [
      ['book'],
      ['book', '--unit', '99999', '--file', file, '--plan'],
      ['sach'],
      ['book', '--unit', '02680', '--file', `${file}x`, '--plan'],
    ])
      assert.equal((await said(...wrong)).code, 2, wrong.join(' '))
    await rm(data, { recursive: true })
  })
})

describe('the upload waits encrypted', () => {
  test('it opens with its key for its person alone, and is gone after a day', async () => {
    const data = await mkdtemp(join(tmpdir(), 'staging-'))
    const of = { unit_id: office.commune, account_id: desk.account_id ?? '', id: uuidv7() }
    const book = { name: 'sổ.csv', bytes: Buffer.from(`1;${canaries.identity};${canaries.denunciation}`) }
    const key = await stageBook(data, of, book)
    const folder = join(data, 'tmp', 'imports')
    for (const name of await readdir(folder)) {
      const kept = await readFile(join(folder, name))
      assert.ok(!kept.includes(canaries.identity) && !kept.includes(canaries.denunciation))
    }
    assert.deepEqual(await stagedBook(data, of, key), book)
    assert.equal(await stagedBook(data, { ...of, account_id: uuidv7() }, key), null)
    assert.equal(await stagedBook(data, of, Buffer.alloc(32).toString('base64url')), null)
    assert.equal(await sweepStaged(data), 0)
    const old = (Date.now() - 25 * 3_600_000) / 1000
    await utimes(join(folder, of.id), old, old)
    assert.equal(await stagedBook(data, of, key), null)
    assert.deepEqual(await readdir(folder), [])
    await stageBook(data, of, book)
    await utimes(join(folder, of.id), old, old)
    assert.equal(await sweepStaged(data), 1)
    await destroyStaged(data, of)
    await rm(data, { recursive: true })
  })
})

describe('on plain pages', () => {
  let data: string
  let viewer: Viewer
  let app: ReturnType<typeof createFrame>
  const root = '/ban-lam-viec/nhap-so'

  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'import-pages-'))
    viewer = await officer(t.db, office.neighbour, 'reception-officer', day, 'Giàng A Páo')
    await setUpKey(t.db, viewer.account_id ?? '', passphrase, moment.at)
    app = createFrame({ moment: () => moment, viewerOf: async () => viewer, officeOf: () => ({ name: 'Xã Bảo Yên' }) })
    importPages(app, { db: t.db, config: { data } })
  })
  after(() => rm(data, { recursive: true }))

  const ask = async (path: string, cookie = '', body?: FormData) => {
    const request = new Request(`http://gandan.test${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Cookie: cookie, Host: 'gandan.test', ...(body ? { Origin: 'http://gandan.test' } : {}) },
      ...(body ? { body } : {}),
    })
    const answer = await app.fetch(request)
    return {
      status: answer.status,
      location: answer.headers.get('Location') ?? '',
      cookie: (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '',
      text: await answer.text(),
    }
  }

  const upload = (bytes: Buffer, name: string) => {
    const form = new FormData()
    form.set('unit', office.neighbour)
    form.set('id', uuidv7())
    form.set('file', new File([new Uint8Array(bytes)], name))
    return ask(root, '', form)
  }

  /** The page once nobody works on the import any more. */
  const settled = async (sent: { location: string; cookie: string }) => {
    for (let tries = 0; ; tries++) {
      const shown = await ask(sent.location, sent.cookie)
      if (tries > 100 || !shown.text.includes('<progress')) return shown
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  test('a file that is no book is told at its field, nothing is kept', async () => {
    const refused = await upload(Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'so.xls')
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Excel đời cũ/)
    assert.match(refused.text, /href="#file"/)
    assert.match((await ask(root, '', new FormData())).text, /Hãy chọn đơn vị/)
    assert.deepEqual(await readdir(join(data, 'tmp', 'imports')).catch(() => []), [])
  })

  test('uploaded, columns corrected, tried, imported, shown, undone', async () => {
    const sent = await upload(await dirtyBook(), 'so 010085001234.xlsx')
    assert.equal(sent.status, 303)
    const mapping = await ask(sent.location, sent.cookie)
    assert.equal(mapping.status, 200)
    assert.equal((await ask(sent.location)).status, 404, 'without the cookie the upload stays shut')
    const fields = [...mapping.text.matchAll(/<select[^>]*name="(s\d-\w+)"[^>]*>(.*?)<\/select>/gs)].flatMap(
      ([, name = '', options = '']) => {
        const chosen = /<option value="([A-Z]+)" selected/.exec(options)?.[1]
        return chosen ? [[name, chosen]] : []
      },
    )
    const query = new URLSearchParams([
      ['stage', 'regular'],
      ...fields,
      ['s0-take', 'yes'],
      ['s0-header', '6'],
      ['s1-take', 'yes'],
      ['s1-header', '6'],
    ])
    const without = new URLSearchParams(query)
    without.delete('s1-content')
    const faulty = await ask(`${sent.location}/thu?${without}`, sent.cookie)
    assert.equal(faulty.status, 422)
    assert.match(faulty.text, /href="#s1-content"/)
    // The head of this unit has no key, so that nobody could settle what is sealed.
    const tried = await ask(`${sent.location}/thu?${query}`, sent.cookie)
    assert.match(tried.text, /B13, trang “Năm 2026”/)
    assert.match(tried.text, /Ngày này không có trong lịch/)
    for (const secret of Object.values(canaries)) assert.ok(!tried.text.includes(secret), secret)
    assert.equal((await ask(`${sent.location}/ap-dung?${query}`, sent.cookie, new FormData())).status, 303)
    const shown = await settled(sent)
    assert.match(shown.text, /Đã nhập sổ/)
    assert.match(shown.text, /Năm 2026, dòng 12: người có thẩm quyền chưa đặt khóa/)
    assert.ok(!shown.text.includes('010085001234'), 'a number in the name of the file is taken out')
    assert.deepEqual(await readdir(join(data, 'tmp', 'imports')), [], 'the upload is destroyed')
    assert.deepEqual(await one('select count(*) as n from visit where unit_id = $1', [office.neighbour]), { n: 9 })
    await ask(`${sent.location}/hoan-tac`, sent.cookie, new FormData())
    assert.match((await settled(sent)).text, /Đã bỏ lần nhập này/)
    assert.deepEqual(
      await one(`select count(*) as n from visit where unit_id = $1 and state <> 'void'`, [office.neighbour]),
      { n: 0 },
    )
    await nowhere(t, Object.values(canaries))
  })

  test('given up, the upload is gone; another office and a citizen see nothing', async () => {
    const sent = await upload(await dirtyBook(), 'so.xlsx')
    assert.match((await ask(`${sent.location}/huy`, sent.cookie, new FormData())).location, /da-huy/)
    assert.deepEqual(await readdir(join(data, 'tmp', 'imports')), [])
    assert.equal((await ask(sent.location, sent.cookie)).status, 404)
    const own = viewer
    viewer = desk
    assert.equal((await ask(sent.location, sent.cookie)).status, 404)
    viewer = { ...own, account_id: null, positions: [] }
    assert.match((await ask(root)).location, /dang-nhap/)
    viewer = own
  })
})

/** Looks for these words in every row of every table, as text and as bytes. */
async function nowhere({ owner }: TestDatabase, secrets: readonly string[]): Promise<void> {
  const { rows } = await owner.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`,
  )
  for (const { name } of rows) {
    for (const secret of secrets) {
      const { rows: found } = await owner.pool.query(
        `select count(*) as n from ${name} x where x::text ilike '%' || $1 || '%' or x::text ilike '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'`,
        [secret],
      )
      assert.equal(found[0].n, 0, `${secret} stands in ${name}`)
    }
  }
}
