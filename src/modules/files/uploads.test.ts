import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, describe } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { text } from '../../platform/input.ts'
import { attachmentRows, keepBytes, keepUploads, openBytes, pathOf } from './keep-file.ts'
import { boundaryOf, partsOf } from './multipart.ts'
import { readFormWithFiles } from './read-form-with-files.ts'
import { readUploads } from './uploads.ts'

const data = mkdtempSync(join(tmpdir(), 'uploads-'))
after(() => rmSync(data, { recursive: true, force: true }))
const unit = '0197f0aa-0000-7000-8000-000000000001'
const pdf = (text = '') => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`)

/** A request with a streamed body. */
function streamed(body: ReadableStream<Uint8Array>, headers: Headers): Request {
  // `duplex` is required by the fetch standard here and missing from the DOM library's types.
  return new Request('http://x/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
}

/** A request whose body arrives in pieces of the given sizes. */
async function inPieces(form: FormData, sizes: readonly number[]): Promise<Request> {
  const whole = new Request('http://x/', { method: 'POST', body: form })
  const bytes = new Uint8Array(await whole.arrayBuffer())
  let at = 0
  let index = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      const size = Math.max(1, sizes[index++ % sizes.length] ?? 1)
      controller.enqueue(bytes.slice(at, at + size))
      at += size
    },
  })
  return streamed(body, whole.headers)
}

describe('a form read as a stream', () => {
  test('says what the platform says, however the bytes are cut', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constantFrom('', '\r\n', '--', '\r\n--', '-'.repeat(60)),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('title', 'text', 'nơi "x"\r\n'), value), { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }),
        async (fields, sizes) => {
          const form = new FormData()
          for (const [name, text] of fields) form.append(name, text)
          const read = await readUploads(await inPieces(form, sizes), data)
          const expected = await (await inPieces(form, [1_000_000])).formData()
          assert.deepEqual([...read.form.entries()], [...expected.entries()])
          assert.deepEqual(read.faults, [])
        },
      ),
      { numRuns: 150 },
    )
  })

  test('files come through whole, and nothing readable lies in the temporary folder meanwhile', async () => {
    const form = new FormData()
    form.append('text', 'Ruộng ngập.\r\nXin xem ảnh.')
    form.append('files', new File([pdf('con-chim-hoang-yen')], 'Đơn của tôi.pdf'))
    form.append('files', new File([], ''))
    const read = await readUploads(await inPieces(form, [7, 64, 3]), data)
    assert.deepEqual(read.faults, [])
    assert.equal(read.form.get('text'), 'Ruộng ngập.\r\nXin xem ảnh.')
    assert.equal(read.uploads.length, 1)
    const [upload] = read.uploads
    assert.equal(upload?.name, 'Đơn của tôi.pdf')
    assert.ok((await upload!.bytes()).equals(pdf('con-chim-hoang-yen')))
    const waiting = readdirSync(join(data, 'tmp/uploads'))
    assert.equal(waiting.length, 1)
    assert.ok(!readFileSync(join(data, 'tmp/uploads', waiting[0]!)).includes('hoang-yen'))
    await read.done()
    assert.deepEqual(readdirSync(join(data, 'tmp/uploads')), [])
  })

  test('one bad file is named; the others and all words stay', async () => {
    const form = new FormData()
    form.append('files', new File([Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)])], 'hóa đơn.pdf'))
    form.append('files', new File([Buffer.alloc(21 * 1024 * 1024, 'a')], 'to.pdf'))
    form.append('files', new File([pdf()], 'tốt.pdf'))
    form.append('title', 'Đèn đường')
    const read = await readUploads(await inPieces(form, [65_536]), data)
    assert.deepEqual(read.faults, [
      { field: 'files', name: 'hóa đơn.pdf', code: 'file-is-a-program' },
      { field: 'files', name: 'to.pdf', code: 'file-too-large' },
    ])
    assert.deepEqual(
      read.uploads.map((one) => one.name),
      ['tốt.pdf'],
    )
    assert.equal(read.form.get('title'), 'Đèn đường')
    await read.done()
  })

  test('the eleventh file is refused once, the first ten are kept', async () => {
    const form = new FormData()
    for (let n = 1; n <= 13; n++) form.append('files', new File([pdf(String(n))], `${n}.pdf`))
    const read = await readUploads(await inPieces(form, [4096]), data)
    assert.equal(read.uploads.length, 10)
    assert.deepEqual(
      read.faults.map((one) => one.code),
      ['too-many-files'],
    )
    await read.done()
  })

  test('an upload of 1 GB is cut off, its words kept, in constant memory', async () => {
    const boundary = 'xyz'
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="text"\r\n\r\nĐã viết\r\n--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="phim.mp4"\r\n\r\n`
    const chunk = Buffer.alloc(64 * 1024, 7)
    let sent = 0
    let cancelled = false
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from(head)),
      pull(controller) {
        sent += 1
        if (sent > 16 * 1024) return controller.close()
        controller.enqueue(chunk)
      },
      cancel: () => {
        cancelled = true
      },
    })
    const before = process.memoryUsage().rss
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    const read = await readUploads(streamed(body, new Headers(headers)), data)
    assert.equal(read.form.get('text'), 'Đã viết')
    assert.deepEqual(
      read.faults.map((one) => one.code),
      ['file-too-large', 'upload-too-large'],
    )
    assert.ok(cancelled && sent / 16 < 260, `${sent / 16} MB were read`)
    const grown = (process.memoryUsage().rss - before) / 1024 / 1024
    assert.ok(grown < 120, `${grown.toFixed()} MB more memory`)
    await read.done()
  })

  test('a body that breaks off keeps the words before the break', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const body =
      '--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nĐã viết\r\n--b\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1'
    const read = await readUploads(new Request('http://x/', { method: 'POST', headers, body }), data)
    assert.equal(read.form.get('text'), 'Đã viết')
    assert.deepEqual(
      read.faults.map((one) => one.code),
      ['upload-broken-off'],
    )
    assert.equal(read.uploads.length, 0)
    await read.done()
    assert.deepEqual(readdirSync(join(data, 'tmp/uploads')), [])
  })

  test('an ordinary form post is read the same way', async () => {
    const body = new URLSearchParams([
      ['title', 'Đèn & đường'],
      ['kind', 'a'],
      ['kind', 'b'],
    ])
    const read = await readUploads(new Request('http://x/', { method: 'POST', body }), data)
    assert.deepEqual(
      [...read.form.entries()],
      [
        ['title', 'Đèn & đường'],
        ['kind', 'a'],
        ['kind', 'b'],
      ],
    )
  })

  test('boundaries with and without quotes; other types have none', async () => {
    assert.equal(boundaryOf('multipart/form-data; boundary=----abc'), '----abc')
    assert.equal(boundaryOf('Multipart/Form-Data; charset=utf-8; boundary="a b"'), 'a b')
    assert.equal(boundaryOf('application/json'), null)
    const stream = new Blob(['nothing here']).stream()
    await assert.rejects(partsOf(stream, 'b', 1000).next(), /broken off/)
  })
})

test('faults of words and of files stand in one list, each at its field, and everything typed is there', async () => {
  const schema = z.object({ title: text(10), files: z.array(z.file()).optional().meta({ field: 'file' }) })
  const form = new FormData()
  form.append('title', 'Một tiêu đề dài quá mười chữ cái')
  form.append('files', new File([Buffer.from(`MZ${'x'.repeat(100)}`)], 'a.pdf'))
  const read = await readFormWithFiles(await inPieces(form, [50]), schema, data, 'vi')
  assert.ok(!read.ok)
  assert.deepEqual(
    read.errors.map((one) => [one.field, one.code]),
    [
      ['title', 'too-long'],
      ['files', 'file-is-a-program'],
    ],
  )
  assert.match(read.errors[1]?.sentence ?? '', /^“a\.pdf”: Tệp này là một chương trình/)
  assert.equal(read.values['title'], 'Một tiêu đề dài quá mười chữ cái')
  await read.done()
  const good = new FormData()
  good.append('title', 'Đèn')
  good.append('files', new File([pdf()], 'a.pdf'))
  const taken = await readFormWithFiles(await inPieces(good, [50]), schema, data, 'vi')
  assert.ok(taken.ok && taken.data.title === 'Đèn' && taken.uploads.length === 1)
  await taken.done()
})

describe('files on disk', () => {
  test('written under their hash, once, and refused when damaged', async () => {
    const stored = await keepBytes(data, unit, pdf('a'))
    assert.equal(await keepBytes(data, unit, pdf('a')), stored)
    assert.ok((await openBytes(data, unit, stored)).equals(pdf('a')))
    const folder = join(data, 'files', unit, stored.slice(0, 2))
    assert.deepEqual(readdirSync(folder), [stored])
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(folder, stored), 'other')
    await assert.rejects(openBytes(data, unit, stored), /damaged/)
  })

  test('no name leads out of the folder', () => {
    assert.throws(() => pathOf(data, '../../etc', 'a'.repeat(64)), RangeError)
    assert.throws(() => pathOf(data, unit, '../../../etc/passwd'), RangeError)
  })

  test('of a sealed record neither bytes nor name nor their hash touch the disk', async () => {
    const seal = (clear: Buffer) => Buffer.from(clear.map((byte) => byte ^ 0x5a))
    const upload = {
      field: 'files',
      name: 'tố cáo ông B.pdf',
      media_type: 'application/pdf',
      size: 5,
      bytes: async () => pdf('kín'),
    }
    const [file] = await keepUploads(data, unit, [upload], () => unit, seal)
    assert.equal(file?.name, null)
    assert.ok(!(await openBytes(data, unit, file!.stored)).includes('PDF'))
    const of = {
      record_kind: 'denunciation',
      record_id: unit,
      added_by: null,
      added_on: Temporal.PlainDate.from('2026-07-01'),
      from_public: true,
    }
    const row = JSON.stringify(attachmentRows([file!], of))
    assert.doesNotMatch(row, /tố cáo|ông B/)
    assert.match(row, /"sealed_name":"\\\\x[0-9a-f]+"/)
  })
})
