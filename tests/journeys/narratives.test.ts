/** The six-month report of a commune and its province: drafted, written by several, signed with its figures, taken upward, renewed. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { text as readText } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import yauzl from 'yauzl'
import { readPeriod } from '../../src/law/report-periods.ts'
import { record as recordGrievance } from '../../src/modules/grievances/record.ts'
import { draftNarrative } from '../../src/modules/narratives/draft-narrative.ts'
import { draftedFigures } from '../../src/modules/narratives/drafting.ts'
import { editSection } from '../../src/modules/narratives/edit-section.ts'
import { figuresNow } from '../../src/modules/narratives/figures-in-text.ts'
import { handToHead } from '../../src/modules/narratives/hand-to-head.ts'
import { insertParagraph } from '../../src/modules/narratives/insert-paragraph.ts'
import { isListName, listOf } from '../../src/modules/narratives/lists.ts'
import type { NarrativeRow, Section } from '../../src/modules/narratives/narrative.ts'
import { narrativeSheet } from '../../src/modules/narratives/narrative-sheet.ts'
import { renew } from '../../src/modules/narratives/renew.ts'
import { returnToWriters } from '../../src/modules/narratives/return-to-writers.ts'
import { sign } from '../../src/modules/narratives/sign.ts'
import { tokensIn } from '../../src/modules/narratives/tokens.ts'
import { composeLetter } from '../../src/modules/notices/letters.ts'
import { viewerOfAccount } from '../../src/modules/people/viewer-of.ts'
import { countedRecords } from '../../src/modules/reports/queries.ts'
import { readAsk } from '../../src/modules/reports/report.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { check } from '../../src/platform/actions/check-command.ts'
import { NotOpen, Stale, WrongInput } from '../../src/platform/actions/errors.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { uuidv7 } from '../../src/platform/uuid.ts'
import { Browser } from '../support/browser-less.ts'
import { type House, openHouse } from '../support/house.ts'
import { at } from '../support/office.ts'

const today = '2026-06-20'
const period = readPeriod('2026-6m')!
let house: House
let desk: Viewer
let handler: Viewer
let head: Viewer
let neighbour: Viewer
let province: Viewer
let narrative = uuidv7()
const above = uuidv7()

before(async () => {
  house = await openHouse(today)
  const of = async (name: string) => {
    const viewer = await viewerOfAccount(house.db.pool, house.people[name]!, at(today))
    assert.ok(viewer)
    return viewer
  }
  desk = await of('tiep.dan')
  handler = await of('chuyen.vien')
  head = await of('chu.tich')
  neighbour = await of('chu.tich.ban')
  province = await of('chu.tich.tinh')
  await visits('2026-02-03', 5, 12)
  await visits('2025-02-03', 8, 30)
  const told = { source: 'meeting', field: 'environment', title: 'Rác ở tổ 7', text: 'Ba tuần không ai gom.' } as const
  await take(recordGrievance, desk, uuidv7(), { ...told, known_on: '2026-06-01', place_unit_id: house.office.commune })
})
after(() => house.close())

const browsers = new Map<string, Promise<Browser>>()

/** Somebody at a browser, signed in once. */
function browserOf(name: string): Promise<Browser> {
  const known = browsers.get(name) ?? Browser.signedIn(house, name)
  browsers.set(name, known)
  return known
}

/** So many visits of one day to the commune's desk, of so many people in all. */
async function visits(on_day: string, count: number, people: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, nth) => ({
    unit_id: house.office.commune,
    record_id: randomUUID(),
    seq: 1,
    ord: 0,
    record_kind: 'visit',
    fact: 'visit',
    on_day,
    known_on: on_day,
    stage: 'regular',
    first_time: true,
    sign: 1,
    quantity: 1,
    cases: 1,
    people: nth === 0 ? people - count + 1 : 1,
    folded: false,
  }))
  await house.db.pool.query('insert into posting select * from jsonb_populate_recordset(null::posting, $1)', [
    JSON.stringify(rows),
  ])
}

const take = (action: AnyAction, viewer: Viewer, id: string, input: object, unit = house.office.commune) =>
  perform(house.db, action, { viewer, unit_id: unit, id, input, moment: at(today) })

const closed = (code: string, ...call: Parameters<typeof take>) =>
  assert.rejects(take(...call), (fault) => {
    assert.ok(fault instanceof NotOpen, String(fault))
    assert.equal(fault.code, code)
    return true
  })

const faulty = (code: string, ...call: Parameters<typeof take>) =>
  assert.rejects(take(...call), (fault) => {
    assert.ok(fault instanceof WrongInput, String(fault))
    assert.equal(fault.faults[0]?.code, code)
    return true
  })

async function row(id: string): Promise<NarrativeRow> {
  const { rows } = await house.db.pool.query<NarrativeRow>('select * from narrative where id = $1', [id])
  assert.ok(rows[0])
  return rows[0]
}

async function section(id: string, name: Section['id']): Promise<Section> {
  const found = (await row(id)).sections.find((one) => one.id === name)
  assert.ok(found)
  return found
}

async function write(viewer: Viewer, id: string, name: Section['id'], text: string, unit?: string): Promise<void> {
  const { version } = await section(id, name)
  await take(editSection, viewer, id, { section: name, version, text }, unit)
}

test('a unit drafts its report once, from its registers, and strangers learn nothing', async () => {
  await closed('not-yours', draftNarrative, neighbour, uuidv7(), { period: '2026-6m' })
  await faulty('not-a-choice', draftNarrative, desk, uuidv7(), { period: '2026' })
  await faulty('period-has-not-begun', draftNarrative, desk, uuidv7(), { period: '2026-q4' })
  // Two clerks at once: one of them begins, the other is told.
  const both = await Promise.allSettled([
    take(draftNarrative, desk, narrative, { period: '2026-6m' }),
    take(draftNarrative, handler, uuidv7(), { period: '2026-6m' }),
  ])
  const begun = await house.db.pool.query('select id from narrative')
  assert.equal(begun.rows.length, 1)
  assert.ok(both.some((one) => one.status === 'rejected'))
  narrative = begun.rows[0].id
  await closed('no-narrative-of-the-period', draftNarrative, handler, uuidv7(), { period: '2026-6m' })
  const petitions = await section(narrative, 'petitions')
  assert.match(petitions.text, /a\) Tiếp công dân: trong kỳ đã tiếp \{\{figure:01\/TCD:1\}\} lượt/)
  assert.equal(petitions.seen['{{figure:01/TCD:1}}'], '05')
  assert.equal(petitions.seen['{{change:01/TCD:1,2}}'], 'giảm 03 lượt, 18 người so với cùng kỳ năm trước')
  assert.match((await section(narrative, 'limits')).text, /bức xúc chưa thành đơn/)
  assert.equal((await section(narrative, 'front')).text, '')
})

test('every figure of the draft is the sum of the list that its link opens', async () => {
  const ask = { unit_id: house.office.commune, period, on: Temporal.PlainDate.from(today) }
  const sources = (await row(narrative)).sections.flatMap((one) => tokensIn(one.text))
  const figures = await figuresNow(desk, house.db.pool, ask, sources)
  assert.ok(figures.size >= 8)
  for (const { source, token, text, href, fault } of figures.values()) {
    assert.equal(fault, null, source)
    assert.ok(href, source)
    if (token?.kind === 'list' && isListName(token.list)) {
      const { rows } = await listOf(desk, house.db.pool, ask, token.list, token.of)
      assert.equal(
        Number(text),
        rows.reduce((sum, one) => sum + one.counts, 0),
        source,
      )
    }
    if (token?.kind !== 'figure') continue
    const read = readAsk(token.form, period.id)
    assert.ok('form' in read)
    let sum = 0
    for (const no of token.columns) {
      const asked = { ...read, unit: house.office.commune, tree_on: null, as_of: null }
      const found = await countedRecords(desk, house.db.pool, asked, { no, limit: 100 })
      sum += found?.records.reduce((total, one) => total + one.counts, 0) ?? 0
    }
    assert.equal(Number(text), sum, source)
  }
})

test('a draft of sixty figures asks the registers some forty questions', async () => {
  const asked: string[] = []
  const pool = house.db.pool
  const query = (text: string, values?: unknown[]) => {
    asked.push(text)
    return pool.query(text, values)
  }
  const ask = { unit_id: house.office.commune, period, on: at(today).on }
  // Readers call `query` with a text and values alone.
  const figures = await figuresNow(desk, { query } as typeof pool, ask, draftedFigures)
  assert.equal(figures.size, draftedFigures.length)
  assert.ok(asked.length <= 45, String(asked.length))
})

test('two people write two sections at once; of one section the second is told who and when', async () => {
  await Promise.all([
    write(desk, narrative, 'leadership', 'Ban hành 03 văn bản chỉ đạo.'),
    write(handler, narrative, 'reform', 'Duy trì một cửa.'),
  ])
  const { version } = await section(narrative, 'dialogue')
  await take(editSection, desk, narrative, { section: 'dialogue', version, text: 'Chưa có đối thoại.' })
  await assert.rejects(
    take(editSection, handler, narrative, { section: 'dialogue', version, text: 'Đã đối thoại.' }),
    (fault) => fault instanceof Stale && fault.by === desk.name,
  )
  assert.equal((await section(narrative, 'dialogue')).text, 'Chưa có đối thoại.')
  const now = await section(narrative, 'practices')
  const of = { section: 'practices', version: now.version }
  await faulty('figure-is-unknown', editSection, desk, narrative, { ...of, text: '{{figure:01/TCD:99}}' })
  await faulty('figure-is-unknown', editSection, desk, narrative, { ...of, text: 'có {{gì đó}} đây' })
  await faulty('figure-is-unknown', editSection, desk, narrative, { ...of, text: '{{list:overdue:right}}' })
  // Denunciations are in the total of letters: it never stands in a text that everybody reads.
  await faulty('figure-is-closed', editSection, desk, narrative, { ...of, text: 'Nhận {{figure:01/XLD:1}} đơn' })
  await closed('not-yours', editSection, neighbour, narrative, { ...of, text: 'Của xã khác' })
})

test('the pages keep what was typed, say who was faster, and mark a figure that changed', async () => {
  const browser = await browserOf('tiep.dan')
  const path = `/bao-cao/loi-van/${house.office.commune}/${narrative}`
  const form = await browser.get(`${path}/edit-section/democracy`)
  assert.equal(form.status, 200)
  await write(handler, narrative, 'democracy', 'Đã niêm yết.')
  const late = await form.submit({ text: 'Niêm yết công khai 12 nội dung.' })
  assert.equal(late.status, 409)
  assert.equal(late.values['text'], 'Niêm yết công khai 12 nội dung.')
  assert.match(late.text, /Lò Văn Xử.*Đã niêm yết\./)
  const saved = await late.submit({})
  assert.equal(saved.status, 303)
  assert.equal((await form.submit({ text: 'Tiếp {{figure:01/XLD:1}} đơn' })).status, 422)
  await visits('2026-03-03', 2, 2)
  const page = await browser.get(path)
  assert.match(page.html, /href="\/bao-cao\/01-TCD\/1\?[^"]*"[^>]*>07<\/a>.{0,60}lúc viết là 05/)
  assert.match(page.text, /con số đã đổi từ lúc viết/)
  assert.match(page.text, /Chưa viết Chương trình chưa có sổ/)
  const counted = await browser.get(`/bao-cao/loi-van/danh-sach/grievances-open/${house.office.commune}?ky=2026-6m`)
  assert.match(counted.text, /Tất cả: 1 .*Rác ở tổ 7/)
  const away = await browserOf('chu.tich.ban')
  const other = `/bao-cao/loi-van/danh-sach/overdue/${house.office.commune}?ky=2026-6m`
  for (const address of [path, `${path}/van-ban.docx`, `${path}/phu-luc.xlsx`, `${path}/edit-section/front`, other])
    assert.equal((await away.get(address)).status, 404, address)
})

test('what is not written is not signed, and only the head signs, after the period', async () => {
  await closed('every-section-is-written', handToHead, desk, narrative, {})
  for (const name of ['front', 'proposals'] as const) await write(desk, narrative, name, 'Không có.')
  // A form of another instrument counts other days, which the report says.
  await write(desk, narrative, 'practices', 'Chỉ tiêu riêng: {{figure:01/DVCQ:1}} lượt.')
  await write(desk, narrative, 'dialogue', 'Đã đối thoại 02 cuộc trước khi làm đường.\nCòn 01 cam kết đang thực hiện.')
  await closed('not-in-this-state', sign, head, narrative, {})
  await take(handToHead, desk, narrative, {})
  await closed('not-yours', sign, desk, narrative, {})
  await take(returnToWriters, head, narrative, { reason: 'Ghi rõ số cuộc đối thoại' })
  await take(handToHead, handler, narrative, {})
  // Nothing of 2020 is known in the form of 2021: no report is signed with a hole in it.
  const old = uuidv7()
  await take(draftNarrative, desk, old, { period: '2021-6m' })
  for (const { id, text } of (await row(old)).sections) if (text === '') await write(desk, old, id, 'Không có.')
  await write(desk, old, 'limits', 'So với năm trước: {{change:01/TCD:1}}.')
  await take(handToHead, desk, old, {})
  await closed('every-figure-has-a-value', sign, head, old, {})
  const running = uuidv7()
  await take(draftNarrative, desk, running, { period: '2026-9m' })
  for (const { id, text } of (await row(running)).sections) if (text === '') await write(desk, running, id, 'Không có.')
  await take(handToHead, desk, running, {})
  await closed('period-is-over', sign, head, running, {})
})

test('signing numbers the report and fixes its figures; the document follows the decree', async () => {
  const unseen = await browserOf('chu.tich.tinh')
  const path = `/bao-cao/loi-van/${house.office.commune}/${narrative}`
  assert.equal((await unseen.get(path)).status, 404)
  await take(sign, head, narrative, {})
  const signed = await row(narrative)
  assert.equal(signed.frozen?.['{{figure:01/TCD:1}}'], '07')
  await closed('not-in-this-state', editSection, desk, narrative, { section: 'front', version: 2, text: 'Thêm' })
  await visits('2026-04-03', 4, 4)
  const page = await unseen.get(path)
  assert.equal(page.status, 200)
  assert.match(page.html, />07<\/a>.{0,60}nay là 11/)
  assert.match(page.text, /Số 01\/BC-UBND ngày 20\/06\/2026/)
  const { rows } = await house.db.pool.query('select book, number, data from document where record_id = $1', [
    narrative,
  ])
  assert.deepEqual([rows.length, rows[0].book, rows[0].number], [1, 'BC', 1])
  const said = JSON.stringify(rows[0].data)
  assert.match(said, /đã tiếp 07 lượt với 14 người.*giảm 01 lượt, 16 người so với cùng kỳ năm trước/)
  assert.doesNotMatch(said, /\{\{|…/)
  assert.deepEqual(rows[0].data.other_days, [{ form: '01/DVCQ', first_on: '2026-01-01', last_on: '2026-06-30' }])
  // Letters of complaint and feedback are in the annex, columns with denunciations are not.
  assert.ok(rows[0].data.annexes[1].left_out.includes(1))
  assert.equal(rows[0].data.annexes[0].rows.find((one: { no: number }) => one.no === 1).now, 7)
})

async function partOf(bytes: Buffer, name: string): Promise<string> {
  const zip = await yauzl.fromBufferPromise(bytes)
  for await (const entry of zip.eachEntry())
    if (entry.fileName === name) return readText(await zip.openReadStreamPromise(entry))
  throw new Error(`no ${name}`)
}

test('the Word file has the report and its annexes on pages of their own; the workbook a sheet each', async () => {
  const browser = await browserOf('chu.tich')
  for (const file of ['van-ban.docx', 'phu-luc.xlsx'])
    assert.equal((await browser.get(`/bao-cao/loi-van/${house.office.commune}/${narrative}/${file}`)).status, 200, file)
  const { rows } = await house.db.pool.query('select number, data from document where record_id = $1', [narrative])
  const { number, data } = rows[0]
  const docx = await composeLetter('review-report', data, { number, issued_on: today })
  const xml = await partOf(docx, 'word/document.xml')
  const seen = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
  assert.match(seen, /Số: 01\/BC-UBND/)
  assert.match(seen, /BÁO CÁO\nKết quả công tác dân vận chính quyền 6 tháng đầu năm 2026/)
  assert.match(seen, /I\. KẾT QUẢ THỰC HIỆN\n1\. Công tác lãnh đạo/)
  assert.match(seen, /Phụ lục I\n.*\n\(Kèm theo Báo cáo số 01\/BC-UBND/)
  assert.equal([...xml.matchAll(/<w:sectPr/g)].length, 7)
  const book = await narrativeSheet({ title: 'Báo cáo', days: '', figures: [], annexes: data.annexes }, 'vi')
  assert.match(await partOf(book, 'xl/workbook.xml'), /Số liệu trong báo cáo.*Phụ lục 2/s)
})

test('the province takes a signed paragraph with its source, which stays when the words are changed', async () => {
  const unit = house.office.province
  await take(draftNarrative, province, above, { period: '2026-6m' }, unit)
  const from = { section: 'dialogue', source_section: 'dialogue', source_unit_id: house.office.commune } as const
  const { version } = await section(above, 'dialogue')
  const other = uuidv7()
  await take(draftNarrative, neighbour, other, { period: '2026-6m' }, house.office.neighbour)
  const unsigned = { ...from, version, source_unit_id: house.office.neighbour, source_id: other, paragraph: 1 }
  await closed('source-is-signed-below', insertParagraph, province, above, unsigned, unit)
  await faulty(
    'no-such-paragraph',
    insertParagraph,
    province,
    above,
    { ...from, version, source_id: narrative, paragraph: 3 },
    unit,
  )
  const browser = await browserOf('chu.tich.tinh')
  const path = `/bao-cao/loi-van/${unit}/${above}`
  const below = await browser.get(`${path}/cap-duoi/dialogue`)
  assert.match(below.text, /1 trên 2 đơn vị cấp dưới đã ký/)
  assert.match(below.text, /Xã Bảo Yên đang viết/)
  assert.match(below.text, /Đã đối thoại 02 cuộc trước khi làm đường\./)
  assert.equal((await below.submit({})).status, 303)
  await closed(
    'not-yours',
    insertParagraph,
    neighbour,
    above,
    { ...from, version, source_id: narrative, paragraph: 2 },
    unit,
  )
  const inserted = await section(above, 'dialogue')
  assert.equal(inserted.text, 'Phường Cam Đường: Đã đối thoại 02 cuộc trước khi làm đường.')
  await write(province, above, 'dialogue', 'Nhiều nơi đã đối thoại trước khi làm dự án, như phường Cam Đường.', unit)
  const [quote] = (await section(above, 'dialogue')).quotes
  assert.deepEqual(
    [quote?.unit, quote?.version, quote?.section, quote?.paragraph, quote?.text],
    ['Phường Cam Đường', 1, 'dialogue', 1, 'Đã đối thoại 02 cuộc trước khi làm đường.'],
  )
  const page = await browser.get(path)
  assert.match(page.text, /Nguồn từ cấp dưới: 1/)
  // The province's figures are those of all communes.
  assert.match(page.html, />11<\/a>/)
})

test('a signed report is put right by a version with its reason, which says what it replaces', async () => {
  const second = uuidv7()
  await closed('not-yours', renew, neighbour, uuidv7(), { follows_id: narrative, reason: 'Không phải của mình' })
  await take(renew, desk, second, { follows_id: narrative, reason: 'Bổ sung lượt tiếp nhập muộn' })
  await closed('newest-version-is-signed', renew, desk, uuidv7(), { follows_id: narrative, reason: 'Lần nữa' })
  await closed('no-narrative-of-the-period', draftNarrative, desk, uuidv7(), { period: '2026-6m' })
  const browser = await browserOf('tiep.dan')
  const path = `/bao-cao/loi-van/${house.office.commune}/${second}`
  assert.match((await browser.get(path)).html, />11<\/a>.{0,60}lúc viết là/)
  const compared = await browser.get(`${path}/so-sanh`)
  assert.match(compared.text, /So với báo cáo trước.*6 tháng đầu năm 2026, bản thay thế lần 1/)
  await take(handToHead, desk, second, {})
  await take(sign, head, second, {})
  const { rows } = await house.db.pool.query('select number, data from document where record_id = $1', [second])
  assert.equal(rows[0].number, 2)
  assert.deepEqual(
    [rows[0].data.replaces.notation, rows[0].data.replaces.reason],
    ['01/BC-UBND', 'Bổ sung lượt tiếp nhập muộn'],
  )
  assert.equal((await row(narrative)).frozen?.['{{figure:01/TCD:1}}'], '07')
  assert.equal((await row(second)).frozen?.['{{figure:01/TCD:1}}'], '11')
  const client = await house.owner.pool.connect()
  try {
    // The visits of this test are postings without their records.
    const { faults } = await check(client, '/nowhere')
    assert.deepEqual(
      faults.filter((one) => one.kind !== 'posting'),
      [],
    )
  } finally {
    client.release()
  }
})

test('a unit merged while its report is open: its heirs finish it, others do not, and begin nothing in its name', async () => {
  const { neighbour: gone, commune } = house.office
  const { pool } = house.owner
  const open = (await pool.query(`select id from narrative where unit_id = $1`, [gone])).rows[0].id
  await pool.query(`update unit_period set valid = '[2012-01-01,2026-06-18)' where unit_id = $1`, [gone])
  await pool.query(`update unit_ancestry set valid = '[2012-01-01,2026-06-18)' where unit_id = $1`, [gone])
  await pool.query(`insert into unit_successor (from_id, to_id, succeeded_on) values ($1, $2, '2026-06-18')`, [
    gone,
    commune,
  ])
  const heir = await viewerOfAccount(house.db.pool, house.people['chu.tich']!, at(today))
  assert.ok(heir)
  for (const { id, text } of (await row(open)).sections) if (text === '') await write(heir, open, id, 'Không có.', gone)
  await closed('not-yours', handToHead, province, open, {}, gone)
  await closed('not-yours', draftNarrative, heir, uuidv7(), { period: '2026-q2' }, gone)
  await take(handToHead, heir, open, {}, gone)
  await take(sign, heir, open, {}, gone)
  const { rows } = await house.db.pool.query('select data from document where record_id = $1', [open])
  assert.equal(rows[0].data.issuer.name, 'Phường Cam Đường')
})
