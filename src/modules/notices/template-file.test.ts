import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import yauzl from 'yauzl'
import { zip } from '../../../tests/support/bad-files.ts'
import { forms } from '../../law/forms.ts'
import { type LetterForm, letterFormOf, letterForms } from '../../law/letter-forms.ts'
import { words } from '../../ui/words/words.ts'
import { letterBookOf } from '../books/book.ts'
import { wordedKinds } from './introduce-template.ts'
import type { LetterData, LetterKind } from './letter-data.ts'
import { samples } from './letter-samples.ts'
import { letterBooks, writeLetter } from './letters.ts'
import { requiredParts } from './template-fields.ts'
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

test('of every kind: each required part that is lost is named, and so is a field that does not exist', async () => {
  const lineOf: Readonly<Record<string, readonly string[]>> = {
    'national-name': [whole[0]!],
    motto: [whole[1]!],
  }
  for (const kind of kinds) {
    const { data, numbered } = like(kind)
    const required = requiredParts(kind, data, writeLetter(kind, data, numbered))
    const parts = [
      ...Object.entries(lineOf),
      ...required.map(([part, ways]) => [part, ways[0]!.map((one) => `{${one}}`)] as const),
    ]
    const all = [...new Set(parts.flatMap(([, own]) => own))]
    assert.deepEqual(await templateFaults(kind, await lines(...all), like(kind)), [], kind)
    for (const [part, own] of parts) {
      const found = await templateFaults(kind, await lines(...all.filter((line) => !own.includes(line))), like(kind))
      assert.ok(
        found.some((fault) => fault.code === 'part-is-lost' && fault.part === part),
        `${kind} ${part}`,
      )
      for (const fault of found) assert.equal(fault.code, 'part-is-lost', kind)
    }
    const broken = await templateFaults(kind, await lines(...all, 'Hạn {hạn chót}'), like(kind))
    assert.deepEqual(broken, [{ code: 'field-is-unknown', text: '{hạn chót}' }], kind)
  }
})

test('every document a step makes has its form, its names in both languages, its sample; and every kind is made by a step', () => {
  const made = new Set<string>()
  const folder = fileURLToPath(new URL('../', import.meta.url))
  for (const file of globSync('**/*.ts', { cwd: folder }).filter((one) => !/\.test\.|^notices\//.test(one))) {
    const source = readFileSync(join(folder, file), 'utf8')
    const ways = [
      /\b[a-z]*[lL]etter\(\s*record!?,\s*'([a-z-]+)'/g,
      /\bkind: '([a-z-]+)',\s*(?:book\b|\.\.\.)/g,
      /\bdata: LetterData\['([a-z-]+)'\] =/g,
      /\bdocument\(\s*'([a-z-]+)'/g,
      /\bletterBooks(?:\.([a-z]+)|\['([a-z-]+)'\])/g,
    ]
    for (const way of ways) for (const [, one, other] of source.matchAll(way)) made.add((one ?? other)!)
  }
  const known = Object.keys(letterBooks)
  assert.deepEqual(
    known.filter((kind) => !made.has(kind)),
    [],
    'kinds that no step makes',
  )
  const drafted = [...made].filter((kind) => !known.includes(kind))
  assert.deepEqual(drafted, [], 'documents without a template')
  const forms: readonly LetterForm[] = letterForms
  assert.deepEqual(forms.map((one) => one.kind).sort(), known.sort(), 'one form a kind')
  for (const kind of known as LetterKind[]) {
    for (const language of ['vi', 'en'] as const) {
      const names: Readonly<Record<string, string>> = words(language).notices.kinds
      assert.ok(names[kind], `${kind} ${language}`)
    }
    assert.ok(writeLetter(kind, like(kind).data, like(kind).numbered).parts.length > 0, kind)
    const book = letterBooks[kind].book
    assert.ok(book === 'private' || Object.values(letterBookOf).some((one) => one === book), `${kind}: book ${book}`)
  }
})

test('a form is named by its instrument and its code: 01/TCD of the decree is no report', () => {
  const decree = letterFormOf('refusal')
  assert.deepEqual([decree?.instrument, decree?.code], ['NĐ 154/2026', '01/TCD'])
  const reports = forms.filter((one) => one.code === '01/TCD')
  assert.deepEqual(reports.map((one) => one.instrument).sort(), ['TT01/2024', 'TT02/2021'])
  assert.ok(reports.every((one) => one.instrument !== decree?.instrument))
  // What is printed on the letter is the code of the table.
  for (const kind of kinds) {
    const printed = writeLetter(kind, like(kind).data, like(kind).numbered).form
    const code = letterFormOf(kind)?.code
    if (printed) assert.ok(code && printed.startsWith(`Mẫu số ${code}`), `${kind}: ${printed}`)
  }
})

test('a letter that replaces another one says so, in any wording', async () => {
  const { data, numbered } = like('acceptance')
  const replaces = { type: 'THÔNG BÁO', notation: '05/TB-UBND', issued_on: '2026-07-08', reason: 'ghi sai hạn' }
  const of = { data: { ...data, replaces }, numbered }
  const said =
    /Văn bản này thay thế Thông báo số 05\/TB-UBND ngày 08 tháng 7 năm 2026, vì có sai sót về nội dung: ghi sai hạn\./
  const wordings = [
    await starterTemplate('acceptance', like('acceptance')),
    await lines(...whole),
    await lines(...whole, '{thay_the}'),
  ]
  for (const wording of wordings) assert.match(await seen(await fillTemplate('acceptance', wording, of)), said)
  assert.doesNotMatch(
    await seen(await fillTemplate('acceptance', await lines(...whole, '{thay_the}'), like('acceptance'))),
    /thay thế|thay_the/,
  )
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
