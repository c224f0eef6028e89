import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import yauzl from 'yauzl'
import { openTown, type Town } from '../../../tests/support/town.ts'
import { createFrame } from '../../http/frame.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { guide } from '../petitions/guide.ts'
import { introduceTemplate } from './introduce-template.ts'
import { sampleOf } from './letter-samples.ts'
import { pages } from './module.ts'
import { documentFile } from './queries.ts'
import { takeOffTemplate } from './take-off-template.ts'
import { starterTemplate } from './template-file.ts'

let town: Town
let viewer: Viewer
const on = Temporal.PlainDate.from('2026-11-20')
before(async () => {
  town = await openTown()
  viewer = town.clerk
})
after(() => town.t.close())

const wording = (...own: string[]) =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
            'Độc lập - Tự do - Hạnh phúc',
            '{CO_QUAN}',
            'Số: {so_ky_hieu}',
            '{dia_danh_ngay}',
            'Kính gửi: {kinh_gui}',
            '{noi_dung}',
            ...own,
            '{noi_nhan}',
            '{chuc_vu}',
            '{nguoi_ky}',
          ].map((line) => new Paragraph({ children: [new TextRun(line)] })),
        },
      ],
    }),
  )

async function seen(docx: Buffer): Promise<string> {
  const opened = await yauzl.fromBufferPromise(docx)
  for await (const entry of opened.eachEntry())
    if (entry.fileName === 'word/document.xml')
      return (await text(await opened.openReadStreamPromise(entry))).replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
  throw new Error('no document')
}

async function introduced(by: Viewer, docx: Buffer, kind = 'guidance', unit = town.office.commune) {
  const id = uuidv7()
  const input = { kind, name: 'mau.docx', content: docx.toString('base64') }
  await town.take(introduceTemplate, by, id, '2026-11-18', input, { unit })
  return id
}

/** A letter of guidance, as its file reads. */
async function guided(day: string): Promise<{ id: string; says: () => Promise<string> }> {
  const petition = await town.recorded(day)
  await town.classified(petition, day, { competence: 'another' })
  await town.take(guide, town.desk, petition, day, { where: 'Ủy ban nhân dân tỉnh', reason: 'không thuộc thẩm quyền' })
  const { rows } = await town.t.db.pool.query('select id from document where record_id = $1', [petition])
  const { id } = rows[0]
  const says = async () => {
    const file = await documentFile({ ...town.handler, on }, town.t.db.pool, town.office.commune, id)
    assert.ok(file)
    return seen(file.bytes)
  }
  return { id, says }
}

test('letters keep the wording they were made with, whatever is introduced or taken off later', async () => {
  const built_in = await guided('2026-11-17')
  const one = await introduced(town.clerk, await wording('Lời văn thứ nhất của phường'))
  const first = await guided('2026-11-18')
  const two = await introduced(town.head, await wording('Lời văn thứ hai của phường'))
  const second = await guided('2026-11-18')
  await town.take(takeOffTemplate, town.clerk, two, '2026-11-19')
  const third = await guided('2026-11-19')
  await town.take(takeOffTemplate, town.head, one, '2026-11-19')
  const fourth = await guided('2026-11-19')
  assert.doesNotMatch(await built_in.says(), /Lời văn thứ/)
  assert.match(await first.says(), /Lời văn thứ nhất/)
  assert.match(await first.says(), /PHƯỜNG CAM ĐƯỜNG[\s\S]*Số: 02\/PHD-UBND[\s\S]*Kính gửi: .*Lý Thị Mây/)
  assert.match(await second.says(), /Lời văn thứ hai/)
  assert.match(await third.says(), /Lời văn thứ nhất/)
  assert.doesNotMatch(await fourth.says(), /Lời văn thứ/)
  const { rows } = await town.t.db.pool.query('select version, state from letter_template order by version')
  assert.deepEqual(rows, [
    { version: 1, state: 'taken-off' },
    { version: 2, state: 'taken-off' },
  ])
  await town.closed('not-in-this-state', takeOffTemplate, town.clerk, one, '2026-11-19')
})

test('only the head and the clerk of that unit; a wording without its parts is refused by the step itself', async () => {
  for (const stranger of [town.desk, town.handler, town.neighbour_head, town.province_head])
    await assert.rejects(introduced(stranger, await wording()), { code: 'not-yours', status: 404 })
  await assert.rejects(introduced(town.clerk, await starterTemplate('receipt', sampleOf('receipt'))), (fault) => {
    assert.match(JSON.stringify(fault), /"code":"part-is-lost","params":\{"part":"addressee"\}/)
    return true
  })
  await assert.rejects(introduced(town.clerk, Buffer.from('x')), /not-a-word-file/)
  // Letters of closed records come in several types: their wording must say which.
  await assert.rejects(introduced(town.clerk, await wording(), 'private'), /part-is-lost/)
  await assert.rejects(introduced(town.clerk, await wording(), 'no-such-kind'), { name: 'WrongInput' })
  const { rows } = await town.t.db.pool.query(`select count(*)::int as n from letter_template`)
  assert.equal(rows[0].n, 2)
})

async function ask(address: string, form?: FormData) {
  const app = createFrame({
    moment: () => ({ on, at: Temporal.Now.instant() }),
    viewerOf: async () => ({ ...viewer, on }),
    officeOf: () => ({ name: 'Phường Cam Đường' }),
  })
  pages(app, { db: town.t.db })
  const init = form ? await posted(form) : {}
  return app.request(`http://localhost${address}`, init)
}

/** As a browser posts it: with its length and its origin. */
async function posted(form: FormData): Promise<RequestInit> {
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const body = await request.arrayBuffer()
  const headers = {
    'Content-Type': request.headers.get('Content-Type') ?? '',
    'Content-Length': String(body.byteLength),
    Origin: 'http://localhost',
    'Sec-Fetch-Site': 'same-origin',
  }
  return { method: 'POST', body, headers }
}

const upload = (kind: string, docx: Buffer) => {
  const form = new FormData()
  form.set('id', uuidv7())
  form.set('kind', kind)
  form.set('file', new File([new Uint8Array(docx)], 'Mẫu của phường.docx'))
  return form
}

test('the page: hand in, be told what is wrong by name, preview with an invented letter, take off', async () => {
  viewer = town.clerk
  const path = `/mau-van-ban/${town.office.commune}`
  const lost = await ask(path, upload('acceptance', await wording('{han} {hann')))
  assert.equal(lost.status, 422)
  assert.match(await lost.text(), /Một trường thiếu ngoặc ở chỗ: \{hann\./)
  const receipt = await ask(path, upload('guidance', await starterTemplate('receipt', sampleOf('receipt'))))
  assert.match(await receipt.text(), /Mẫu thiếu phần bắt buộc: nơi kính gửi\./)
  assert.equal((await ask(path, upload('acceptance', Buffer.alloc(0)))).status, 422)
  assert.equal((await ask(path, upload('acceptance', await wording('Lời riêng')))).status, 303)
  const html = await (await ask('/mau-van-ban')).text()
  assert.match(html, /Đang dùng/)
  const { rows } = await town.t.db.pool.query(`select id, name from letter_template where kind = 'acceptance'`)
  assert.equal(rows[0].name, 'Mẫu của phường.docx')
  const preview = await ask(`${path}/${rows[0].id}/xem-thu`)
  assert.match(await seen(Buffer.from(await preview.arrayBuffer())), /Lời riêng/)
  const kept = await ask(`${path}/${rows[0].id}.docx`)
  assert.match(await seen(Buffer.from(await kept.arrayBuffer())), /\{noi_dung\}/)
  assert.equal((await ask('/mau-van-ban/bat-dau/decision.docx')).status, 200)
  assert.equal((await ask('/mau-van-ban/bat-dau/private.docx')).status, 200)
  assert.equal((await ask('/mau-van-ban/bat-dau/constructor.docx')).status, 404)
  viewer = town.handler
  assert.doesNotMatch(await (await ask('/mau-van-ban')).text(), /<form method="post" action="\/mau-van-ban/)
  assert.equal((await ask(path, upload('acceptance', await wording()))).status, 404)
  viewer = town.neighbour_head
  for (const file of [`${path}/${rows[0].id}.docx`, `${path}/${rows[0].id}/xem-thu`])
    assert.equal((await ask(file)).status, 404)
  viewer = { ...town.clerk, account_id: null, positions: [] }
  assert.equal((await ask('/mau-van-ban')).status, 303)
  viewer = town.clerk
  const form = new FormData()
  form.set('revision', '1')
  assert.equal((await ask(`${path}/${rows[0].id}/take-off`, form)).status, 303)
  assert.match(await (await ask('/mau-van-ban')).text(), /Đã thôi dùng/)
})

test('what was introduced can be folded anew from its events', async () => {
  const { rows } = await town.t.db.pool.query(
    `select encode(t.content, 'hex') = substr(p.changed ->> 'content', 3) as same, p.input ? 'content' as twice
     from letter_template t join payload p on p.record_id = t.id and p.seq = 1`,
  )
  for (const row of rows) assert.deepEqual(row, { same: true, twice: false })
  assert.equal(rows.length, 3)
})
