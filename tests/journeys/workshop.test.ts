/** The workshop of Lào Cai: papers come from units and authors of many kinds, are edited, reviewed, chosen, withdrawn, and printed as one volume. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import * as mupdf from 'mupdf'
import { publishedCalendar } from '../../src/law/calendar.ts'
import { acceptPaper } from '../../src/modules/conferences/accept-paper.ts'
import { checkPaperBeside } from '../../src/modules/conferences/check-paper-beside.ts'
import { choosePaper } from '../../src/modules/conferences/choose-paper.ts'
import { readNumbering } from '../../src/modules/conferences/docx-numbering.ts'
import { openDocx } from '../../src/modules/conferences/docx-parts.ts'
import { asPdf, libreOffice } from '../../src/modules/conferences/libre-office.ts'
import type { PaperRow } from '../../src/modules/conferences/paper.ts'
import { linesOfPage } from '../../src/modules/conferences/paper-pdf.ts'
import { sendTopicDigests } from '../../src/modules/conferences/topic-digest.ts'
import { makeVolumeTask } from '../../src/modules/conferences/volume.ts'
import { volumeJobs, volumePath } from '../../src/modules/conferences/volume-job.ts'
import { remindedDays } from '../../src/modules/mailings/unit-mail.ts'
import { createAccount, givePosition } from '../../src/modules/people/accounts.ts'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { readConfig } from '../../src/platform/config.ts'
import { hashPassword } from '../../src/platform/password.ts'
import { zip } from '../support/bad-files.ts'
import { Browser, type Page } from '../support/browser-less.ts'
import { type House, housePassword, openHouse } from '../support/house.ts'
import { at } from '../support/office.ts'

const day = '2026-03-10'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
let house: House
let province: Browser
let head: Viewer
let meeting_id = ''
let topics: string[] = []
const asFile = (bytes: Buffer, name = 'bai.docx') => new File([new Uint8Array(bytes)], name)

/** A paper as its author writes it: title and byline, numbered headings, a list, a table, a footnote. */
async function paperFile(no: number, author: string, more = ''): Promise<Buffer> {
  const p = (text: string) => new Paragraph({ children: [new TextRun(text)] })
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          {
            reference: 'muc',
            levels: [
              { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.' },
              { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2.' },
            ],
          },
        ],
      },
      footnotes: { 1: { children: [p(`Chú thích của bài ${no}.`)] } },
      sections: [
        {
          children: [
            p(`Bài số ${no}: hòa giải ở cơ sở`),
            p(`${author}, điện thoại: 0912 345 678, email: tacgia${no}@example.com`),
            new Paragraph({
              text: 'Đặt vấn đề',
              heading: HeadingLevel.HEADING_1,
              numbering: { reference: 'muc', level: 0 },
            }),
            new Paragraph({
              children: [new TextRun(`Nội dung riêng của bài ${no}. ${more}`), new FootnoteReferenceRun(1)],
            }),
            new Paragraph({ text: 'Mục con', numbering: { reference: 'muc', level: 1 } }),
            new Paragraph({ text: 'Mục con nữa', numbering: { reference: 'muc', level: 1 } }),
            new Table({
              rows: [
                new TableRow({
                  children: [new TableCell({ children: [p('Năm')] }), new TableCell({ children: [p('Số vụ')] })],
                }),
                new TableRow({
                  children: [new TableCell({ children: [p('2025')] }), new TableCell({ children: [p(`${no}0`)] })],
                }),
              ],
            }),
            ...Array.from({ length: no % 6 === 0 ? 16 : 3 }, (_, at) =>
              p(`Đoạn ${at + 1}. ${'Gần dân, trọng dân, có trách nhiệm với dân. '.repeat(6)}`),
            ),
            new Paragraph({
              text: 'Kết luận',
              heading: HeadingLevel.HEADING_1,
              numbering: { reference: 'muc', level: 0 },
            }),
            p('Hết.'),
          ],
        },
      ],
    }),
  )
}

/** A paper as a PDF, with text that can be selected. */
function pdfFile(text: string): Buffer {
  const document = new mupdf.PDFDocument()
  const font = document.addSimpleFont(new mupdf.Font('Times-Roman'))
  const lines = Array.from(
    { length: 30 },
    (_, at) =>
      `1 0 0 1 72 ${760 - at * 16} Tm (${text} ${at + 1}, and it goes on to the right margin of the page as a line does.) Tj`,
  )
  const page = document.addPage([0, 0, 595, 842], 0, { Font: { F1: font } }, `BT /F1 11 Tf ${lines.join('\n')} ET`)
  document.insertPage(-1, page)
  return Buffer.from(document.saveToBuffer('').asUint8Array())
}

const rowsOf = async () =>
  (await house.owner.pool.query<PaperRow>('select * from paper where meeting_id = $1 order by id', [meeting_id])).rows

async function makeVolumeNow(): Promise<void> {
  const { rows } = await house.owner.pool.query(
    `delete from outbox where task = $1 returning payload || jsonb_build_object('unit_id', unit_id) as payload`,
    [makeVolumeTask],
  )
  const context = { app: house.db, worker: house.worker, config: readConfig({ GANDAN_DATA: house.data }) }
  for (const { payload } of rows) await volumeJobs[makeVolumeTask](payload, context)
}

before(async () => {
  house = await openHouse(day)
  const { id } = await createAccount(house.db, {
    name: 'Sùng Thị Phản',
    sign_in_name: 'phan.bien',
    password_hash: await hashPassword(housePassword),
  })
  await givePosition(house.db, {
    account_id: id,
    unit_id: house.office.province,
    kind: 'handler',
    title: 'Chuyên viên',
    from_on: '2020-01-01',
  })
  province = await Browser.signedIn(house, 'chu.tich.tinh')
  const found = await viewerOfAccount(house.db.pool, house.people['chu.tich.tinh']!, at(day))
  assert.ok(found)
  head = found
})

after(() => house.close())

const done = (page: Page): Page => {
  assert.equal(page.status, 303, page.text.slice(0, 900))
  return page
}
const papersPath = (part = '') => `/bai-tham-luan/hop/${house.office.province}/${meeting_id}${part}`
const step = async (browser: Browser, path: string, fields: Parameters<Page['submit']>[0]) =>
  (await browser.get(path)).submit(fields)

test('topics are given out, to units and to everybody; what is no topic is refused', async () => {
  const planned = done(
    await step(province, `/hoi-hop/lap/${house.office.province}`, {
      kind: 'workshop',
      title: 'Nâng cao hiệu quả công tác dân vận chính quyền',
      mode: 'in-person',
      place: 'Hội trường tỉnh, Lào Cai',
      held_on: '25/03/2026',
      starts: '08:00',
      ends: '17:00',
      is_public: 'yes',
    }),
  )
  meeting_id = /[0-9a-f-]{36}$/.exec(planned.location ?? '')?.[0] ?? ''
  const commission = (fields: Parameters<Page['submit']>[0]) =>
    step(province, papersPath('/commission'), { title: 'Hòa giải ở cơ sở', due_on: '20/03/2026', ...fields })
  const nobody = await commission({})
  assert.equal(nobody.status, 409)
  assert.match(nobody.summary, /ít nhất một đơn vị/)
  assert.equal((await commission({ units: house.office.commune, due_on: '01/03/2026' })).status, 409)
  const late = await commission({ units: house.office.commune, due_on: '26/03/2026' })
  assert.match(late.summary, /trước hoặc đúng ngày họp/)
  const asked = done(await commission({ units: [house.office.commune, house.office.neighbour], blind: 'yes' }))
  const open = done(await commission({ title: 'Chính quyền thân thiện', open_call: 'yes' }))
  topics = [asked, open].map((page) => /[0-9a-f-]{36}$/.exec(page.location ?? '')?.[0] ?? '')
  const page = await province.get(papersPath())
  assert.match(page.text, /Chưa nộp \(2\)/)
  assert.match((await new Browser(house).get('/tham-luan')).text, /Chính quyền thân thiện/)
  assert.doesNotMatch((await new Browser(house).get('/tham-luan')).text, /Hòa giải ở cơ sở/)
  // An officer of another unit neither reads the list nor gives topics out.
  const neighbour = await Browser.signedIn(house, 'chu.tich.ban')
  assert.equal((await neighbour.get(papersPath())).status, 404)
  assert.equal((await neighbour.get(papersPath('/commission'))).status, 404)
})

test('units that owe a paper are told once in a morning, in one mail, three working days before and on the day', async () => {
  const days = (on: string) => remindedDays(publishedCalendar, Temporal.PlainDate.from(on)).map(String)
  assert.ok(days('2026-03-17').includes('2026-03-20'))
  assert.ok(!days('2026-03-18').includes('2026-03-20'))
  assert.ok(days('2026-03-20').includes('2026-03-20'))
  assert.ok(days('2026-03-23').includes('2026-03-20'), 'the working day after')
  assert.deepEqual(days('2026-03-21'), [], 'a Saturday')
  const config = { smtp_url: null, from: 'a@gandan.invalid', portal: 'http://localhost' }
  const ports = { app: house.db, worker: house.worker, config, moment: at('2026-03-17') }
  assert.deepEqual(await sendTopicDigests(ports), { sent: 0, failed: 0, no_address: 2 })
  assert.deepEqual(await sendTopicDigests(ports), { sent: 0, failed: 0, no_address: 0 })
})

describe('a file that is no paper is refused with the cure, at its field', () => {
  const types = (main: string) => ({
    name: '[Content_Types].xml',
    content: Buffer.from(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
  })
  const rels = (name: string, type: string, target: string, more = '') => ({
    name,
    content: Buffer.from(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" ${more}/></Relationships>`,
    ),
  })
  const body = (inside: string) => ({
    name: 'word/document.xml',
    content: Buffer.from(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`,
    ),
  })
  const words = body('<w:p><w:r><w:t>Có chữ.</w:t></w:r></w:p>')
  const main = rels('_rels/.rels', 'officeDocument', 'word/document.xml')
  const docx = (...more: Parameters<typeof zip>[0][number][]) => zip([types(`${word}.main+xml`), main, words, ...more])
  const hugePicture = Buffer.alloc(60)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(hugePicture)
  hugePicture.writeUInt32BE(30_000, 16)
  hugePicture.writeUInt32BE(3_000, 20)
  const docxWith = (picture: Buffer) =>
    zip([
      types(`${word}.main+xml`),
      main,
      rels('word/_rels/document.xml.rels', 'image', 'media/1.png'),
      { name: 'word/media/1.png', content: picture },
      body(
        '<w:p><w:r><w:t>Ảnh</w:t><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="r1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
      ),
    ])
  const bad: Record<string, [Buffer, RegExp, string?]> = {
    'with macros': [docx({ name: 'word/vbaProject.bin', content: Buffer.from('x') }), /macro/],
    'a docm renamed': [
      zip([types('application/vnd.ms-word.document.macroEnabled.main+xml'), main, words]),
      /macro|Chỉ nhận/,
    ],
    'with a template elsewhere': [
      docx(
        rels('word/_rels/settings.xml.rels', 'attachedTemplate', 'http://evil.example/a.dotm', 'TargetMode="External"'),
      ),
      /mẫu hoặc tệp ở nơi khác/,
    ],
    'with a picture elsewhere': [
      docx(rels('word/_rels/document.xml.rels', 'image', 'file://server/a.png', 'TargetMode="External"')),
      /ở nơi khác/,
    ],
    'with an object of another program': [
      docx({ name: 'word/embeddings/oleObject1.bin', content: Buffer.from('x') }),
      /OLE/,
    ],
    locked: [
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      /mật khẩu/,
    ],
    'cut off': [docx().subarray(0, 300), /hỏng|Chỉ nhận/],
    'with broken XML': [zip([types(`${word}.main+xml`), main, body('<w:p><w:r>')]), /hỏng/],
    empty: [zip([types(`${word}.main+xml`), main, body('')]), /không có nội dung/],
    'with relations that never end': [
      docx({ name: 'word/_rels/document.xml.rels', content: Buffer.from('<Relationship '.repeat(40_000)) }),
      /hỏng/,
    ],
    'with more text than a hundred pages': [
      zip([types(`${word}.main+xml`), main, body('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(190_000))]),
      /quá lớn/,
    ],
    'with a picture of ninety million pixels': [docxWith(hugePicture), /60 triệu/],
    'a text': [Buffer.from('Bài của tôi'), /Chỉ nhận/, 'bai.txt'],
    'a broken PDF': [Buffer.from('%PDF-1.7\nnothing'), /hỏng/, 'bai.pdf'],
  }
  for (const [name, [bytes, said, file = 'bai.docx']] of Object.entries(bad))
    test(name, async () => {
      const page = await step(province, `/bai-tham-luan/chu-de/${house.office.province}/${topics[0]}/hand-in`, {
        title: 'Bài',
        authors: 'Lý Thị Mây; Chủ tịch Hội Phụ nữ',
        files: asFile(bytes, file),
      })
      assert.equal(page.status, 422)
      assert.match(page.errorAt('files') || page.summary, said)
      assert.match(page.values['authors'] ?? '', /Lý Thị Mây/, 'what was typed stays')
    })
  test('one that takes too long is given up, and the next is read', async () => {
    const slow = zip([types(`${word}.main+xml`), main, body('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(60_000))])
    assert.deepEqual(await checkPaperBeside(slow, word, 100), { ok: false, code: 'paper-too-large' })
    assert.deepEqual(await checkPaperBeside(docx(), word), { ok: true, found: { words: 2, losses: [] } })
  })
  test('lists that begin and never end are left unnumbered', () => {
    const xml = `<w:numbering><w:abstractNum w:abstractNumId="1">${'<w:lvl w:ilvl="1">'.repeat(60_000)}</w:abstractNum></w:numbering>`
    const since = performance.now()
    assert.equal(readNumbering(xml).levels.size, 0)
    assert.ok(performance.now() - since < 2_000)
  })
  test('none of them became a paper', async () => assert.equal((await rowsOf()).length, 0))
})

test('authors are read line by line, and a wrong line is said', async () => {
  const hand = (authors: string) =>
    step(province, `/bai-tham-luan/chu-de/${house.office.province}/${topics[1]}/hand-in`, { title: 'Bài', authors })
  assert.match((await hand('')).summary, /tác giả/i)
  assert.match((await hand('Lý Thị Mây')).summary + (await hand('123; Sở')).summary, /file|tệp|tên|đơn vị/)
})

test('25 papers come in: from units that were asked, from others at the desk, and over the open call', async () => {
  const commune = await Browser.signedIn(house, 'chu.tich')
  const own = await commune.get('/bai-tham-luan')
  assert.match(own.text, /Hòa giải ở cơ sở/)
  const handed = done(
    await step(commune, `/bai-tham-luan/chu-de/${house.office.province}/${topics[0]}/hand-in`, {
      title: 'Bài số 1: hòa giải ở cơ sở',
      abstract: 'Kinh nghiệm của phường.',
      authors: 'Trần Thị Chủ; Chủ tịch phường; chu@example.com; 0912 345 678\nLý Thị Mây; Hội Phụ nữ',
      files: asFile(await paperFile(1, 'Trần Thị Chủ', 'Ở phường, Trần Thị Chủ đã làm việc này.')),
    }),
  )
  assert.match((await commune.get(handed.location ?? '')).text, /Đã nhận/)
  // Another unit's paper is not theirs to send.
  const foreign = await step(commune, `/bai-tham-luan/chu-de/${house.office.province}/${topics[0]}/hand-in`, {
    title: 'Bài',
    authors: 'Lý Thị Mây; Hội Phụ nữ',
    units: house.office.neighbour,
    files: asFile(await paperFile(1, 'Lý Thị Mây')),
  })
  assert.equal(foreign.status, 409)
  for (let no = 2; no <= 23; no++) {
    const pdf = no === 5
    const file = pdf
      ? asFile(pdfFile('A paper that came as PDF, line'), 'bai.pdf')
      : asFile(await paperFile(no, `Tác giả ${no}`))
    const authors = `Nguyễn Văn ${['An', 'Bình', 'Cường', 'Đào'][no % 4]}; Trường Chính trị tỉnh${no % 5 === 0 ? '\nGiàng A Páo; Bộ Chỉ huy Quân sự tỉnh' : ''}`
    done(
      await step(province, `/bai-tham-luan/chu-de/${house.office.province}/${topics[1]}/hand-in`, {
        title: `Bài số ${no}: hòa giải ở cơ sở`,
        authors,
        files: file,
      }),
    )
  }
  const citizen = new Browser(house, '10.0.0.9')
  const codes: string[] = []
  for (const no of [24, 25]) {
    const fields = {
      title: `Bài số ${no}: hòa giải ở cơ sở <script>alert(1)</script>`,
      authors: `Vàng Thị Sinh; người dân thôn ${no}; sinh@example.com; 0987 654 321`,
      files: asFile(await paperFile(no, 'Vàng Thị Sinh')),
    }
    const path = `/tham-luan/gui/${house.office.province}/${topics[1]}`
    if (no === 24)
      assert.match((await step(citizen, path, fields)).summary, /đồng ý/, 'without consent nothing is taken')
    const sent = await step(citizen, path, { ...fields, agrees: 'yes' })
    assert.equal(sent.status, 200, sent.text.slice(0, 600))
    assert.doesNotMatch(sent.html, /<script>alert/)
    codes.push(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(sent.text)?.[0] ?? '')
  }
  assert.equal((await rowsOf()).length, 25)
  // The code opens the paper again; nobody else's.
  const mine = await citizen.track(codes[0]!)
  assert.match(mine.text, /Bài số 24/)
  assert.equal((await new Browser(house, '10.0.0.8').get(mine.url)).status, 404)
  done(
    await step(citizen, `${mine.url}/add-version`, { files: asFile(await paperFile(24, 'Vàng Thị Sinh', 'Bản sửa.')) }),
  )
  const closed = `/tham-luan/gui/${house.office.province}/${topics[0]}`
  assert.equal((await citizen.get(closed)).status, 404, 'a topic given to units takes nothing from the portal')
  const list = await province.get(papersPath())
  assert.match(list.text, /Chưa nộp \(1\)/)
  assert.match((await province.get(`/hoi-hop/${house.office.province}/${meeting_id}`)).text, /25 bài đã nhận/)
})

test('blind review: two readers who see neither authors nor units; nobody of the authors’ unit', async () => {
  const row = (await rowsOf()).find((one) => one.title.startsWith('Bài số 1:'))!
  const path = `/bai-tham-luan/bai/${row.unit_id}/${row.id}`
  const { people } = house
  const { rows } = await house.owner.pool.query<{ id: string }>(`select id from account where name = 'Sùng Thị Phản'`)
  const reader = rows[0]!.id
  const name = (first_id: string, second_id: string) =>
    province.post(`${path}/name-reviewers`, { first_id, second_id, revision: String(row.revision) })
  assert.match((await name(reader, people['chu.tich']!)).text, /cùng đơn vị với tác giả/)
  assert.match((await name(reader, reader)).text, /phải khác nhau/)
  assert.equal((await step(province, `${path}/accept`, {})).status, 409, 'not before both reviews are in')
  done(await name(reader, people['chu.tich.ban']!))
  const neighbour = await Browser.signedIn(house, 'chu.tich.ban')
  // The other one works for the organiser: while reviewing blind that opens nothing more.
  const inside = await Browser.signedIn(house, 'phan.bien')
  for (const browser of [neighbour, inside]) {
    const seen = await browser.get(path)
    const read = await browser.get(`${path}/doc`)
    assert.equal(read.status, 200)
    assert.match(read.text, /Nội dung riêng của bài 1/)
    for (const page of [seen, read]) {
      assert.doesNotMatch(
        page.text.replace(/Đăng nhập:.*?Đăng xuất/, ''),
        /Trần Thị Chủ|chu@example|0912|tacgia1|Hội Phụ nữ/,
      )
    }
    assert.equal((await browser.get(`${path}/tep/1`)).status, 404)
    assert.equal((await browser.get(`${path}/accept`)).status, 404)
  }
  assert.doesNotMatch((await inside.get(papersPath())).text, /Trần Thị Chủ/)
  done(await step(neighbour, `${path}/review`, { mark: 'accept', text: 'Bài tốt, nêu được việc cụ thể.' }))
  assert.equal((await step(neighbour, `${path}/review`, { mark: 'decline', text: 'Đổi ý.' })).status, 409)
  assert.equal((await step(province, `${path}/accept`, {})).status, 409)
  done(await step(inside, `${path}/review`, { mark: 'accept-with-changes', text: 'Cần thêm số liệu.' }))
  const seen = await province.get(path)
  assert.match(seen.text, /Sùng Thị Phản[\s\S]*Cần thêm số liệu/)
  // Authors see no reviewer.
  const commune = await Browser.signedIn(house, 'chu.tich')
  assert.doesNotMatch((await commune.get(path)).text, /Sùng Thị Phản|Cần thêm số liệu/)
  done(await step(province, `${path}/ask-for-changes`, { text: 'Đề nghị thêm số liệu năm 2025.' }))
  const asked = await commune.get(path)
  assert.match(asked.text, /Đang biên tập[\s\S]*thêm số liệu năm 2025/)
  assert.doesNotMatch(asked.text, /Giàng A Tỉnh, về bản/)
  done(
    await step(commune, `${path}/add-version`, {
      files: asFile(await paperFile(1, 'Trần Thị Chủ', 'Năm 2025 có 10 vụ.')),
    }),
  )
  assert.match((await commune.get(path)).text, /Bản 2[\s\S]*Bản 1/)
  assert.equal((await commune.get(`${path}/accept`)).status, 404, 'authors decide nothing')
})

test('9 are chosen, one is declined with its reason, one is withdrawn after the programme was given out', async () => {
  const rows = await rowsOf()
  const of = (no: number) => rows.find((one) => one.title.startsWith(`Bài số ${no}:`))!
  const path = (no: number, part = '') => `/bai-tham-luan/bai/${house.office.province}/${of(no).id}${part}`
  assert.equal((await step(province, path(7, '/decline'), {})).status, 422, 'not without a reason')
  done(await step(province, path(7, '/decline'), { note: 'Không đúng chủ đề của hội thảo.' }))
  assert.equal((await province.get(path(7, '/choose'))).status, 200)
  assert.equal((await step(province, path(7, '/choose'), { place: '1', minutes: '15' })).status, 409)
  for (const no of rows.map((_, at) => at + 1).filter((one) => one !== 7))
    await perform(house.db, acceptPaper, {
      viewer: head,
      moment: at(day),
      unit_id: head.positions[0]!.unit_id,
      id: of(no).id,
      input: {},
    })
  const chosen = [12, 3, 1, 5, 9, 24, 15, 2, 18, 20]
  for (const [index, no] of chosen.entries())
    if (index === 0) done(await step(province, path(no, '/choose'), { place: '1', minutes: '15' }))
    else
      await perform(house.db, choosePaper, {
        viewer: head,
        moment: at(day),
        unit_id: head.positions[0]!.unit_id,
        id: of(no).id,
        input: { place: index + 1, minutes: 15 },
      })
  assert.match((await step(province, path(21, '/choose'), { place: '1', minutes: '15' })).summary, /đã có bài khác/)
  await step(province, `/hoi-hop/${house.office.province}/${meeting_id}/add-item`, {
    starts: '08:30',
    minutes: '15',
    kind: 'paper',
    title: of(20).title,
    paper_id: of(20).id,
  }).then(done)
  done(await step(province, `/hoi-hop/${house.office.province}/${meeting_id}/issue-programme`, {}))
  assert.equal((await step(province, path(20, '/withdraw'), {})).status, 422)
  done(await step(province, path(20, '/withdraw'), { note: 'Tác giả đi công tác.' }))
  assert.match((await province.get(path(20))).text, /sau khi đã phát chương trình/)
  assert.match(
    (await province.get(`/hoi-hop/${house.office.province}/${meeting_id}`)).text,
    /đã rút sau khi phát chương trình/,
  )
  assert.equal((await step(province, path(20, '/withdraw'), { note: 'Lần nữa.' })).status, 409)
  const page = await province.get(papersPath())
  assert.match(page.text, /Đã nhận 25 bài tham luận, trình bày 9 bài/)
  const presented = await province.get(papersPath('?loc=presented'))
  assert.equal(presented.html.match(/<tr class="govuk-table__row" data-href/g)?.length, 9)
  assert.match((await province.get(papersPath('?loc=withdrawn'))).text, /Bài số 20/)
})

test('the volume in one click: every accepted paper, contents, running heads, page numbers, authors', async () => {
  const commune = await Browser.signedIn(house, 'chu.tich')
  assert.equal((await commune.get(papersPath('/begin'))).status, 404)
  const begun = done(await step(province, papersPath('/begin'), { foreword: 'Kính thưa quý vị.' }))
  const path = begun.location ?? ''
  const waiting = await province.get(path)
  assert.match(waiting.text, /Đang chờ làm|0 trong 23 bài/)
  assert.match((await step(province, `${path}/publish`, { authors_agree: 'yes' })).summary, /chưa làm xong/)
  await makeVolumeNow()
  const ready = await province.get(path)
  assert.match(ready.text, /Tải bản Word/)
  const { rows } = await house.owner.pool.query('select * from volume_making')
  assert.equal(rows.length, 1)
  const made = rows[0]!
  const file = readFileSync(volumePath(house.data, made, made.fingerprint, 'docx'))
  const xml = await (await openDocx(file)).text('word/document.xml')
  const text = xml
    .replace(/<w:instrText[\s\S]*?<\/w:instrText>/g, '')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
  const papers = (await rowsOf()).filter((one) => one.state === 'accepted' || one.state === 'chosen')
  assert.equal(papers.length, 23)
  for (const one of papers) assert.ok(text.includes(one.title.replace(/</g, '&lt;').replace(/>/g, '&gt;')), one.title)
  assert.doesNotMatch(text, /Bài số 20:|Bài số 7:/)
  assert.doesNotMatch(text, /0912|example\.com|0987/, 'mail and phone of authors stay out')
  assert.match(text, /I\. Đặt vấn đề[\s\S]*I\.1\.Mục con[\s\S]*I\.2\.Mục con nữa[\s\S]*II\. Kết luận/)
  assert.match(text, /A paper that came as PDF, line 1,/)
  assert.match(xml, /<w:instrText[^>]*> TOC /)
  assert.match(await (await openDocx(file)).text('word/footnotes.xml'), /Chú thích của bài 12\./)
  assert.match(await (await openDocx(file)).text('word/header1.xml'), /Bài số 12: hòa giải/)
  assert.ok(!xml.includes('alert(1)</script>'))
  if ((await libreOffice()) === null) {
    assert.match(ready.text, /chưa có LibreOffice/)
    return
  }
  const pdf = mupdf.Document.openDocument(
    new Uint8Array(readFileSync(volumePath(house.data, made, made.fingerprint, 'pdf'))),
    'application/pdf',
  )
  const pages = Array.from({ length: pdf.countPages() }, (_, index) =>
    linesOfPage(pdf.loadPage(index))
      .lines.map((line) => line.text)
      .join('\n'),
  )
  assert.equal(made.pages, pages.length)
  // What the contents say is the number at the foot of the page on which the paper begins.
  const contents = pages.slice(0, 6).join('\n')
  for (const no of [12, 3, 9, 25]) {
    const begins = pages.findIndex((page) => page.includes(`Nội dung riêng của bài ${no}.`))
    const foot = Number(/(\d+)\s*$/.exec(pages[begins]!.trim())?.[1])
    const said = new RegExp(`Bài số ${no}: hòa giải ở cơ sở[^\\n]*?[.\\s]+(\\d+)\\n`).exec(contents)?.[1]
    assert.equal(Number(said), foot, `paper ${no}`)
  }
  const index = pages.at(-1)!
  const an = pages.findIndex((page) => page.includes('Nội dung riêng của bài 12.'))
  assert.match(index, /TÁC GIẢ[\s\S]*Nguyễn Văn An[\s\S]*Nguyễn Văn Bình/)
  assert.match(index, new RegExp(`Nguyễn Văn An[. ]*${/(\d+)\s*$/.exec(pages[an]!.trim())?.[1]}`))
})

test('an office program that hangs is ended with everything it started, and leaves nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-hangs-'))
  const before = process.env['GANDAN_SOFFICE']
  try {
    const program = join(folder, 'soffice')
    writeFileSync(program, `#!/bin/sh\nsleep 60 &\necho $! > '${folder}/child'\nwait\n`, { mode: 0o755 })
    process.env['GANDAN_SOFFICE'] = program
    assert.equal(await asPdf(join(folder, 'a.docx'), folder, 300), null)
    const child = Number(readFileSync(join(folder, 'child'), 'utf8'))
    await delay(100)
    // A killed process without a parent may stand a moment as a shadow; it runs no more.
    const state = await readFile(`/proc/${child}/stat`, 'utf8').catch(() => 'gone')
    assert.match(state, /gone|\) Z /)
    assert.deepEqual(readdirSync(folder).toSorted(), ['child', 'soffice'])
  } finally {
    if (before === undefined) delete process.env['GANDAN_SOFFICE']
    else process.env['GANDAN_SOFFICE'] = before
    rmSync(folder, { recursive: true, force: true })
  }
})

test('published it is everybody’s; a paper that leaves makes it anew, and meanwhile nothing old is handed out', async () => {
  const { rows } = await house.owner.pool.query<{ unit_id: string; id: string }>(
    'select unit_id, id from papers_volume',
  )
  const key = `${rows[0]!.unit_id}/${rows[0]!.id}`
  const citizen = new Browser(house, '10.0.0.7')
  assert.equal((await citizen.get(`/ky-yeu/${key}`)).status, 404)
  const path = `/bai-tham-luan/ky-yeu/${key}`
  assert.equal((await step(province, `${path}/publish`, {})).status, 422)
  done(await step(province, `${path}/publish`, { authors_agree: 'yes' }))
  assert.match((await citizen.get('/ky-yeu')).text, /dân vận chính quyền/)
  assert.match((await citizen.get(`/ky-yeu/${key}`)).text, /Tải bản Word/)
  assert.equal((await citizen.get(`/ky-yeu/${key}/docx`)).status, 200)
  const nineteen = (await rowsOf()).find((one) => one.title.startsWith('Bài số 19:'))!
  done(await step(province, `/bai-tham-luan/bai/${nineteen.unit_id}/${nineteen.id}/withdraw`, { note: 'Tác giả rút.' }))
  const changing = await citizen.get(`/ky-yeu/${key}`)
  assert.match(changing.text, /đang được sửa/)
  assert.doesNotMatch(changing.text, /Bài số \d/, 'nothing is listed that the head has not published')
  assert.equal((await citizen.get(`/ky-yeu/${key}/docx`)).status, 404)
  done(await step(province, `${path}/take-off`, { reason: 'Chờ bản mới.' }))
  assert.equal((await citizen.get(`/ky-yeu/${key}`)).status, 404)
  assert.match(
    (await province.get(`/bai-tham-luan/bai/${nineteen.unit_id}/${nineteen.id}`)).text,
    /Rút ngày 10\/03\/2026/,
  )
})
