import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import yauzl from 'yauzl'
import { zip } from '../../../tests/support/bad-files.ts'
import { wordedKinds } from './introduce-template.ts'
import type { LetterData, LetterKind } from './letter-data.ts'
import { samples } from './letter-samples.ts'
import { writeLetter } from './letters.ts'
import { fillTemplate, starterTemplate, templateFaults } from './template-file.ts'

const like = <K extends LetterKind>(kind: K) => {
  const found = samples.find((one) => one.kind === kind)
  assert.ok(found)
  return { data: found.data as LetterData[K], numbered: found.numbered }
}
const kinds = wordedKinds

async function seen(docx: Buffer): Promise<string> {
  const opened = await yauzl.fromBufferPromise(docx)
  for await (const entry of opened.eachEntry())
    if (entry.fileName === 'word/document.xml')
      return (await text(await opened.openReadStreamPromise(entry)))
        .replace(/<w:br\/>/g, '\n')
        .replace(/<\/w:p>/g, '\n')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&')
  throw new Error('no document')
}

const lines = (...all: (string | TextRun[])[]) =>
  Packer.toBuffer(
    new Document({
      sections: [
        { children: all.map((one) => new Paragraph({ children: typeof one === 'string' ? [new TextRun(one)] : one })) },
      ],
    }),
  )

const whole = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  '{CO_QUAN}',
  'Số: {so_ky_hieu}',
  '{dia_danh_ngay}',
  'Kính gửi: {kinh_gui}',
  'Chúng tôi nhận giải quyết việc {ve_viec}, chậm nhất {han}, do {nguoi_giai_quyet}, theo {can_cu_phap_ly}.',
  '{noi_nhan}',
  '{chuc_vu}',
  '{nguoi_ky}',
]
const faults = async (...all: (string | TextRun[])[]) =>
  templateFaults('acceptance', await lines(...all), like('acceptance'))

test('what one starts from is in order for every kind, and fills to the letter as it is laid out', async () => {
  for (const kind of kinds) {
    const start = await starterTemplate(kind, like(kind))
    assert.deepEqual(await templateFaults(kind, start, like(kind)), [], kind)
    const filled = await seen(await fillTemplate(kind, start, like(kind)))
    assert.doesNotMatch(filled, /[{}]|undefined|\[object/, kind)
    const letter = writeLetter(kind, like(kind).data, like(kind).numbered)
    assert.ok(filled.includes(letter.place_and_date), kind)
    assert.ok(letter.notation === null || filled.includes(`Số: ${letter.notation}`), kind)
    for (const one of letter.signatures) assert.ok(filled.includes(one.name), kind)
    for (const one of letter.copies) assert.ok(filled.includes(`- ${one}`), kind)
  }
})

test('an office says it in its own words; a field in capitals gives capitals', async () => {
  assert.deepEqual(await faults(...whole), [])
  const filled = await seen(await fillTemplate('acceptance', await lines(...whole), like('acceptance')))
  assert.match(filled, /ỦY BAN NHÂN DÂN PHƯỜNG CAM ĐƯỜNG/)
  assert.match(
    filled,
    /Chúng tôi nhận giải quyết việc bồi thường khi Nhà nước thu hồi đất.*, chậm nhất ngày 07 tháng 8 năm 2026, do Chủ tịch/,
  )
  assert.match(filled, /- Ban Tiếp công dân tỉnh \(để biết\);\n- Lưu: VT, TCD\./)
})

test('a wording that lost a part is refused with the part’s name', async () => {
  const named: [number, string][] = [
    [0, 'national-name'],
    [1, 'motto'],
    [2, 'issuer'],
    [3, 'number'],
    [4, 'place-and-day'],
    [5, 'addressee'],
    [7, 'recipients'],
    [8, 'signature'],
    [9, 'signature'],
  ]
  for (const [index, part] of named)
    assert.deepEqual(await faults(...whole.filter((_, at) => at !== index)), [{ code: 'part-is-lost', part }])
  const without = (field: string) => whole.map((line) => line.replace(field, ''))
  assert.deepEqual(await faults(...without('{can_cu_phap_ly}')), [{ code: 'part-is-lost', part: 'article' }])
  assert.deepEqual(await faults(...without('{han}')), [{ code: 'part-is-lost', part: 'substance' }])
  // A decision keeps its body whole: the roads that are open stand in it.
  const decision = await lines(...whole.filter((line) => !/Chúng tôi|Kính gửi/.test(line)), '{nguoi_quyet_dinh}')
  assert.deepEqual(await templateFaults('decision', decision, like('decision')), [
    { code: 'part-is-lost', part: 'substance' },
  ])
})

test('a broken field is named', async () => {
  assert.deepEqual(await faults(...whole, 'Hạn {hann}'), [{ code: 'field-is-unknown', text: '{hann}' }])
  assert.deepEqual(await faults(...whole, 'Hạn {han là'), [{ code: 'field-is-not-closed', text: '{han là' }])
  assert.deepEqual(await faults(...whole, 'Hạn han} là'), [{ code: 'field-is-not-closed', text: '} là' }])
  assert.deepEqual(await faults(...whole, 'xem {noi_dung}'), [{ code: 'field-needs-its-own-line', text: '{noi_dung}' }])
  // Word cuts a field into runs as it likes.
  const cut = [new TextRun('{so_'), new TextRun({ text: 'ky_hieu', bold: true }), new TextRun('}')]
  assert.deepEqual(await faults(...whole.filter((_, at) => at !== 3), cut), [])
})

test('what is no Word file, or reaches outside, is refused', async () => {
  const refused = async (docx: Buffer) => (await templateFaults('acceptance', docx, like('acceptance')))[0]?.code
  assert.equal(await refused(Buffer.from('%PDF-1.4')), 'not-a-word-file')
  assert.equal(await refused(zip([{ name: 'a.txt', content: Buffer.from('x') }])), 'not-a-word-file')
  const entry = (name: string, content: string | Buffer) => ({ name, content: Buffer.from(content) })
  const base = [entry('[Content_Types].xml', '<Types/>'), entry('word/document.xml', '<w:p ></w:p>')]
  const far = '<Relationship Id="r" Type="x/attachedTemplate" Target="http://a" TargetMode="External"/>'
  assert.equal(await refused(zip([...base, entry('word/_rels/settings.xml.rels', far)])), 'reaches-outside')
  assert.equal(await refused(zip([...base, entry('word/vbaProject.bin', 'x')])), 'reaches-outside')
  assert.equal(await refused(zip([...base, entry('word/media/a', Buffer.alloc(21 * 1024 * 1024))])), 'not-a-word-file')
})

test('braces that somebody typed open no field', async () => {
  const { data, numbered } = like('answer')
  const typed = { ...data, content: 'Xin {nguoi_ky} và {noi_nhan} và {x' }
  const filled = await seen(
    await fillTemplate('answer', await starterTemplate('answer', like('answer')), { data: typed, numbered }),
  )
  assert.ok(filled.replaceAll('\u2060', '').includes('Xin {nguoi_ky} và {noi_nhan} và {x'))
})

const office = spawnSync('soffice', ['--version']).status === 0
test('LibreOffice opens them', { skip: office ? false : 'LibreOffice is not installed here' }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const shown = ['acceptance', 'decision', 'receipt'] as const
  for (const kind of shown)
    writeFileSync(
      join(folder, `${kind}.docx`),
      await fillTemplate(kind, await starterTemplate(kind, like(kind)), like(kind)),
    )
  const files = shown.map((kind) => join(folder, `${kind}.docx`))
  const flags = [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
  ]
  execFileSync('soffice', [...flags, ...files], { stdio: 'pipe' })
  for (const kind of shown)
    assert.equal(
      readFileSync(join(folder, `${kind}.pdf`))
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    )
})
