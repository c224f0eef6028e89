import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { samples } from '../notices/letter-samples.ts'
import { composeLetter } from '../notices/letters.ts'
import { checkFile, fileLimits } from './check-file.ts'
import { cleanName } from './file-name.ts'
import { attachmentResponse } from './hand-out.ts'

interface ZipEntry {
  name: string
  content: Buffer
  /** Declared instead of the true size. */
  declared?: number
  locked?: boolean
}

/** A zip made by hand, so that it can lie. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const packed = deflateRawSync(entry.content)
    const name = Buffer.from(entry.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.locked ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(entry.content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.declared ?? entry.content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, name]))
    files.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, central, Buffer.from('PK\x05\x06'), end])
}

const contentTypes = (main: string) =>
  Buffer.from(
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
  )
const docx = (...more: ZipEntry[]) =>
  zip([
    {
      name: '[Content_Types].xml',
      content: contentTypes('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
    },
    { name: 'word/document.xml', content: Buffer.from('<w:document/>') },
    ...more,
  ])
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const codeOf = async (bytes: Buffer, name: string) => {
  const said = await checkFile(bytes, name)
  return said.ok ? `ok ${said.media_type}` : said.code
}

describe('what may be attached', () => {
  test('a PDF, a text, a Word file of our own', async () => {
    assert.equal(await codeOf(pdf, 'đơn.pdf'), 'ok application/pdf')
    assert.equal(await codeOf(Buffer.from('Tôi kiến nghị…\n'), 'đơn.txt'), 'ok text/plain')
    const letter = await composeLetter('answer', samples.find((one) => one.kind === 'answer')!.data as never, {
      number: 1,
      issued_on: '2026-02-12',
    })
    assert.match(await codeOf(letter, 'x.docx'), /^ok .*wordprocessingml/)
    assert.match(await codeOf(docx(), 'x.docx'), /^ok .*wordprocessingml/)
  })

  test('a program is refused whatever it is called', async () => {
    const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)])
    assert.equal(await codeOf(exe, 'đơn.pdf'), 'file-is-a-program')
    assert.equal(
      await codeOf(Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(400)]), 'a.jpg'),
      'file-is-a-program',
    )
    assert.equal(await codeOf(Buffer.from('#!/bin/sh\nrm -rf /\n'), 'a.txt'), 'file-is-a-program')
  })

  test('a page, a picture that is a program in disguise, an archive: not taken', async () => {
    assert.equal(await codeOf(Buffer.from('<html><script>1</script>'), 'a.pdf'), 'file-kind-not-taken')
    assert.equal(
      await codeOf(Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg'),
      'file-kind-not-taken',
    )
    assert.equal(await codeOf(zip([{ name: 'a.txt', content: Buffer.from('x') }]), 'a.zip'), 'file-kind-not-taken')
    assert.equal(
      await codeOf(Buffer.from('d0cf11e0a1b11ae1'.padEnd(2000, '0'), 'hex'), 'setup.doc'),
      'file-kind-not-taken',
    )
  })

  test('macros are refused in every dress', async () => {
    assert.equal(
      await codeOf(docx({ name: 'word/vbaProject.bin', content: Buffer.from('x') }), 'a.docx'),
      'file-has-macros',
    )
    const old = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('WordDocument_VBA_PROJECT', 'utf16le'),
    ])
    assert.equal(await codeOf(old, 'a.doc'), 'file-has-macros')
  })

  test('locked files are refused with the cure, not taken unread', async () => {
    assert.equal(
      await codeOf(docx({ name: 'word/secret.xml', content: Buffer.from('x'), locked: true }), 'a.docx'),
      'file-is-locked',
    )
    const locked = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    assert.equal(await codeOf(locked, 'a.docx'), 'file-is-locked')
  })

  test('a zip bomb is refused, one that lies about its size too', async () => {
    const bomb = Buffer.alloc(60 * 1024 * 1024)
    const part = (n: number): ZipEntry => ({ name: `word/media/${n}.xml`, content: bomb })
    assert.equal(await codeOf(docx(part(1), part(2), part(3)), 'a.docx'), 'file-unpacks-too-large')
    assert.equal(await codeOf(docx({ ...part(1), declared: 1000 }), 'a.docx'), 'file-unpacks-too-large')
  })

  test('nothing, and too much', async () => {
    assert.equal(await codeOf(Buffer.alloc(0), 'a.pdf'), 'file-empty')
    assert.equal(await codeOf(Buffer.alloc(fileLimits.bytes_max + 1), 'a.pdf'), 'file-too-large')
  })

  test('any bytes give a verdict, never a throw', async () => {
    const starts = fc.constantFrom(
      '',
      'PK\x03\x04',
      '%PDF-',
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'RIFF',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    )
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 400 }), fc.string(), async (start, rest, name) => {
        const said = await checkFile(Buffer.concat([Buffer.from(start, 'latin1'), rest]), name)
        assert.equal(typeof said.ok, 'boolean')
      }),
      { numRuns: 300 },
    )
  })
})

describe('pictures lose their place', () => {
  const exif = (orientation: number) => {
    const tiff = Buffer.from(
      `49492a0008000000020012010300010000000${orientation}00000025880400010000002600000000000000`,
      'hex',
    )
    const data = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPS 22.48N 103.97E')])
    const head = Buffer.from([0xff, 0xe1, 0, 0])
    head.writeUInt16BE(data.length + 2, 2)
    return Buffer.concat([head, data])
  }
  const jfif = Buffer.from('ffe000104a46494600010100000100010000', 'hex')
  const scan = Buffer.from('ffda0008010100003f00aabbccffd9', 'hex')

  test('a JPEG keeps its direction and loses Exif, XMP and comments', async () => {
    const photo = Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      jfif,
      exif(6),
      Buffer.from('fffe000a', 'hex'),
      Buffer.from('nha toi!'),
      scan,
    ])
    const said = await checkFile(photo, 'ảnh.JPG')
    assert.ok(said.ok)
    assert.equal(said.name, 'ảnh.jpg')
    assert.doesNotMatch(said.bytes.toString('latin1'), /GPS|nha toi/)
    const at = said.bytes.indexOf('Exif')
    assert.ok(at > 0 && said.bytes.readUInt16LE(at + 24) === 6, 'orientation is kept')
    assert.ok(said.bytes.subarray(-scan.length).equals(scan), 'the picture itself is untouched')
    const again = await checkFile(said.bytes, 'ảnh.jpg')
    assert.ok(again.ok && again.bytes.equals(said.bytes))
  })

  test('a PNG loses its text', async () => {
    const chunk = (type: string, data: Buffer) => {
      const size = Buffer.alloc(4)
      size.writeUInt32BE(data.length)
      const sum = Buffer.alloc(4)
      sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), data])))
      return Buffer.concat([size, Buffer.from(type), data, sum])
    }
    const png = Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', Buffer.from('00000001000000010806000000', 'hex')),
      chunk('tEXt', Buffer.from('Author\0Lan')),
      chunk('IDAT', Buffer.from('x')),
      chunk('IEND', Buffer.alloc(0)),
    ])
    const said = await checkFile(png, 'a.png')
    assert.ok(said.ok && !said.bytes.includes('Lan') && said.bytes.includes('IEND'))
  })
})

describe('names', () => {
  test('folders, controls, directions and false extensions go', () => {
    assert.equal(cleanName('C:\\Users\\Lan\\Đơn khiếu nại.PDF', 'pdf'), 'Đơn khiếu nại.pdf')
    assert.equal(cleanName('../../etc/passwd', 'txt'), 'passwd.txt')
    assert.equal(cleanName('anh\u202Egpj.exe', 'jpg'), 'anhgpj.jpg')
    assert.equal(cleanName('\u0000\u0001', 'pdf'), 'tep.pdf')
    assert.equal(cleanName('Đơn'.normalize('NFD'), 'pdf'), 'Đơn.pdf')
  })

  test('whatever the name, the kept one is short and clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const kept = cleanName(name, 'docx')
        assert.ok(kept.length <= 120 && kept.length > 5)
        assert.match(kept, /\.docx$/)
        assert.doesNotMatch(kept, /[/\\\p{Cc}\p{Cf}]/u)
        assert.equal(kept, kept.normalize('NFC'))
      }),
    )
  })

  test('a file is handed out to be saved, never run', () => {
    const answer = attachmentResponse({ name: 'Đơn "1"\r\nX: y.pdf', media_type: 'application/pdf' }, pdf, {
      inline: true,
    })
    assert.match(
      answer.headers.get('content-disposition') ?? '',
      /^attachment; filename="Don _1___X: y\.pdf"; filename\*=UTF-8''%C4%90/,
    )
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(answer.headers.get('content-security-policy') ?? '', /^sandbox/)
    const picture = attachmentResponse({ name: 'a.png', media_type: 'image/png' }, pdf, { inline: true })
    assert.match(picture.headers.get('content-disposition') ?? '', /^inline/)
  })
})
