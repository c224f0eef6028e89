import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import test, { describe } from 'node:test'
import fc from 'fast-check'
import yauzl from 'yauzl'
import { groundsOn } from './grounds.ts'
import type { LetterData } from './letter-data.ts'
import { samples } from './letter-samples.ts'
import { composeLetter, letterBooks, letterFileName, notation, writeLetter } from './letters.ts'
import { officialDay, placeOf, signatureTitles } from './wording.ts'

/** The named part of a Word file as text. */
async function part(docx: Buffer, name: string): Promise<string> {
  const zip = await yauzl.fromBufferPromise(docx)
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === name) return text(await zip.openReadStreamPromise(entry))
  }
  throw new Error(`no ${name}`)
}

/** What a reader sees, tables included, without markup. */
function visible(xml: string): string {
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
}

function sample<K extends keyof LetterData>(kind: K): LetterData[K] {
  const found = samples.find((one) => one.kind === kind)
  assert.ok(found)
  // The list pairs every kind with its own data.
  return found.data as LetterData[K]
}

const compose = (one: (typeof samples)[number]) => composeLetter(one.kind, one.data as never, one.numbered)
const mm = (twips: string | undefined) => (Number(twips) / 1440) * 25.4

describe('layout of NĐ 30/2020', () => {
  for (const one of samples) {
    test(`${one.kind}: paper, margins, font and parts`, async () => {
      const docx = await compose(one)
      const xml = await part(docx, 'word/document.xml')
      const styles = await part(docx, 'word/styles.xml')
      const margin = (side: string) => mm(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(xml)?.[1])
      assert.match(xml, /<w:pgSz w:w="1190[56]" w:h="1683[78]"/)
      assert.ok(margin('top') >= 19.9 && margin('top') <= 25.1, `top ${margin('top')}`)
      assert.ok(margin('bottom') >= 19.9 && margin('bottom') <= 25.1)
      assert.ok(margin('left') >= 29.9 && margin('left') <= 35.1)
      assert.ok(margin('right') >= 14.9 && margin('right') <= 20.1)
      const fonts = [...(xml + styles).matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"/g)].map((hit) => hit[1])
      assert.ok(fonts.length > 10)
      assert.deepEqual([...new Set(fonts)], ['Times New Roman'])
      const sizes = [...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map((hit) => Number(hit[1]))
      assert.ok(
        Math.min(...sizes) >= 22 && Math.max(...sizes) <= 28,
        `sizes ${Math.min(...sizes)}–${Math.max(...sizes)}`,
      )

      const seen = visible(xml)
      assert.match(seen, /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n/)
      assert.match(seen, /^ỦY BAN NHÂN DÂN\nPHƯỜNG CAM ĐƯỜNG\n/)
      assert.match(seen, /Số: (0[1-9]|[1-9]\d+)\/[^\s/]+-[^\s/]+\n/)
      assert.match(seen, /Cam Đường, ngày \d\d tháng (0[12]|[3-9]|1[0-2]) năm 2026/)
      assert.doesNotMatch(seen, /undefined|null|NaN|\[object/)
      const letter = writeLetter(one.kind, one.data as never, one.numbered)
      if (letter.copies.length > 0) {
        assert.match(seen, /\.\/\.\n/)
        assert.match(seen, /Nơi nhận:\n(- .*;\n)*- Lưu: VT.*\.\n/)
      }
    })
  }

  test('page number stands centred in the top margin and not on the first page', async () => {
    const docx = await composeLetter('decision', sample('decision'), { number: 3, issued_on: '2026-08-05' })
    const xml = await part(docx, 'word/document.xml')
    assert.match(xml, /<w:titlePg\/>/)
    const id = /<w:headerReference w:type="default" r:id="([^"]+)"/.exec(xml)?.[1]
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(
      await part(docx, 'word/_rels/document.xml.rels'),
    )
    const header = await part(docx, `word/${target?.[1] ?? target?.[2]}`)
    assert.match(header, /<w:jc w:val="center"\/>/)
    assert.match(header, /PAGE/)
  })

  test('body is justified, 14 points, first line 1.27 cm, 6 points between paragraphs, grounds italic', async () => {
    const xml = await part(
      await composeLetter('acceptance', sample('acceptance'), { number: 9, issued_on: '2026-07-08' }),
      'word/document.xml',
    )
    const ground = xml.split('</w:p>').find((paragraph) => paragraph.includes('Căn cứ'))
    assert.match(ground ?? '', /<w:i\/>/)
    const sentence = xml.split('</w:p>').find((paragraph) => paragraph.includes('Sau khi xem xét')) ?? ''
    assert.match(sentence, /<w:jc w:val="both"\/>/)
    assert.ok(Math.abs(mm(/w:firstLine="(\d+)"/.exec(sentence)?.[1]) - 12.7) < 0.1)
    const between = Number(/w:after="(\d+)"/.exec(sentence)?.[1]) + Number(/w:before="(\d+)"/.exec(sentence)?.[1])
    assert.ok(between / 20 >= 6)
    assert.match(await part(await compose(samples[0]!), 'word/styles.xml'), /<w:sz w:val="28"\/>/)
  })
})

describe('wording', () => {
  test('days: zero before days under 10 and months 1 and 2 only', () => {
    assert.equal(officialDay('2020-01-05'), 'ngày 05 tháng 01 năm 2020')
    assert.equal(officialDay('2020-02-10'), 'ngày 10 tháng 02 năm 2020')
    assert.equal(officialDay('2020-06-30'), 'ngày 30 tháng 6 năm 2020')
    assert.equal(officialDay('2020-11-09'), 'ngày 09 tháng 11 năm 2020')
  })

  test('numbers under 10 carry a zero; a công văn names the drafting part', () => {
    assert.equal(notation('decision', sample('decision'), 5), '05/QĐ-UBND')
    assert.equal(notation('answer', sample('answer'), 12), '12/UBND-TCD')
    assert.match(notation('decision', sample('decision'), null), /^ +\/QĐ-UBND$/)
  })

  test('places lose their type, but numbers and persons keep it', () => {
    assert.equal(placeOf('Phường Cam Đường'), 'Cam Đường')
    assert.equal(placeOf('Tỉnh Lào Cai'), 'Lào Cai')
    assert.equal(placeOf('Phường 5'), 'Phường 5')
    assert.equal(placeOf('Thành phố Hồ Chí Minh'), 'Thành phố Hồ Chí Minh')
  })

  test('a deputy signs KT., by order TL., the collective TM.; without a title of their own nobody does', () => {
    const { issuer } = sample('decision')
    const of = (capacity: Parameters<typeof signatureTitles>[0]['capacity'], own_title?: string) =>
      signatureTitles({ capacity, head_title: 'Chủ tịch', own_title, name: 'X' }, issuer)
    assert.deepEqual(of('own'), ['Chủ tịch'])
    assert.deepEqual(of('deputy', 'Phó Chủ tịch'), ['KT. Chủ tịch', 'Phó Chủ tịch'])
    assert.deepEqual(of('by-order', 'Chánh Văn phòng'), ['TL. Chủ tịch', 'Chánh Văn phòng'])
    assert.deepEqual(of('collective'), ['TM. Ủy ban nhân dân', 'Chủ tịch'])
    assert.throws(() => of('deputy'), TypeError)
  })

  test('grounds follow the day: the old decree before 01/07/2026, the new one after', () => {
    const before = groundsOn('2026-06-30', ['reception'])
    const after = groundsOn('2026-07-01', ['reception'])
    assert.ok(before.some((line) => line.includes('64/2014')) && !before.some((line) => line.includes('154/2026')))
    assert.ok(after.some((line) => line.includes('154/2026')) && !after.some((line) => line.includes('64/2014')))
    assert.ok(after.slice(0, -1).every((line) => line.endsWith(';')) && after.at(-1)?.endsWith('.'))
  })

  test('one book a unit and year for each abbreviation, and every kind has one', () => {
    // Letters of sealed records stand in a closed book, whatever their type.
    const { private: closed, ...open } = letterBooks
    for (const { book, abbreviation } of Object.values(open)) {
      assert.equal(book, abbreviation ?? 'CV')
      assert.notEqual(book, closed.book)
    }
    assert.equal(samples.length, Object.keys(letterBooks).length)
  })

  test('the file name tells nothing', () => {
    assert.equal(letterFileName(5, 2026), 'van-ban-05-2026.docx')
  })

  test('the decision offers the second road, and the lawsuit alone after the second instance', () => {
    const first = JSON.stringify(writeLetter('decision', sample('decision'), { number: 1, issued_on: '2026-08-05' }))
    assert.match(first, /khiếu nại lần hai đến Chủ tịch Ủy ban nhân dân tỉnh Lào Cai/)
    const second = JSON.stringify(
      writeLetter(
        'decision',
        { ...sample('decision'), instance: 2, second_settler: null },
        { number: 1, issued_on: '2026-08-05' },
      ),
    )
    assert.doesNotMatch(second, /khiếu nại lần hai đến/)
    assert.match(second, /khởi kiện vụ án hành chính/)
  })

  test('the second decision tells the first and what becomes of it; on discipline it speaks of no court', () => {
    const first = {
      settler: 'Chủ tịch Ủy ban nhân dân phường Cam Đường',
      decision: 'Quyết định số 9/QĐ ngày 05/08/2026',
      outcome: 'khiếu nại sai',
      fate: 'annulled',
    } as const
    const said = (more: Partial<LetterData['decision']>) =>
      JSON.stringify(
        writeLetter(
          'decision',
          { ...sample('decision'), instance: 2, second_settler: null, first, ...more },
          { number: 1, issued_on: '2026-10-05' },
        ),
      )
    assert.match(said({}), /II\. Kết quả giải quyết khiếu nại lần đầu/)
    assert.match(said({}), /Yêu cầu Chủ tịch .* hủy bỏ Quyết định số 9/)
    assert.match(said({}), /"Như Điều 6"/)
    assert.match(said({ first: { ...first, fate: 'upheld' } }), /Giữ nguyên Quyết định số 9/)
    const none = said({ first: { ...first, decision: null, fate: 'none-made' } })
    assert.match(none, /chưa ra quyết định giải quyết trong thời hạn/)
    assert.doesNotMatch(none, /Giữ nguyên|hủy bỏ Quyết định/)
    assert.doesNotMatch(said({ lawsuit: false }), /khởi kiện/)
    const accepted = (instance: 1 | 2) =>
      JSON.stringify(
        writeLetter('acceptance', { ...sample('acceptance'), instance }, { number: 1, issued_on: '2026-09-14' }),
      )
    assert.match(accepted(1), /quyền khiếu nại tiếp hoặc khởi kiện/)
    assert.doesNotMatch(accepted(2), /khiếu nại tiếp/)
  })
})

test('the transfer of a denunciation names nobody who denounces', () => {
  const open = sample('transfer')
  const closed = { ...open, petition: { ...open.petition, kind: 'denunciation' as const } }
  const said = (data: LetterData['transfer']) =>
    JSON.stringify(writeLetter('transfer', data, { number: 3, issued_on: '2026-07-09' }))
  assert.match(said(open), /Nguyễn Văn Dụ/)
  assert.doesNotMatch(said(closed), /Nguyễn Văn Dụ|tổ 5, phường Cam Đường/)
})

test('whatever people type, the file opens: markup, controls, lone surrogates, emoji', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (typed) => {
      const answer = { ...sample('answer'), content: `${typed}\u0000\u0007\uD800<w:p>&]]>😀` }
      const xml = await part(
        await composeLetter('answer', answer, { number: 1, issued_on: '2026-02-12' }),
        'word/document.xml',
      )
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids these
      assert.doesNotMatch(xml, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/)
      assert.ok(xml.isWellFormed())
      assert.ok(visible(xml).includes('<w:p>&]]>😀'))
    }),
    { numRuns: 40 },
  )
})

test('LibreOffice opens every letter', { skip: soffice() ? false : 'LibreOffice is not installed here' }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  t.diagnostic(soffice() ?? '')
  return Promise.all(
    samples.map(async (one) => writeFileSync(join(folder, `${one.kind}.docx`), await compose(one))),
  ).then(() => {
    const files = samples.map((one) => join(folder, `${one.kind}.docx`))
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ],
      { stdio: 'pipe' },
    )
    for (const one of samples)
      assert.equal(
        readFileSync(join(folder, `${one.kind}.pdf`))
          .subarray(0, 5)
          .toString(),
        '%PDF-',
      )
  })
})

/** Version of LibreOffice, or null where there is none. */
function soffice(): string | null {
  const asked = spawnSync('soffice', ['--version'], { encoding: 'utf8' })
  return asked.status === 0 ? asked.stdout.trim() : null
}
