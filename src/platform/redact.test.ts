/** What is blackened is gone: looked for in the pixels and in the bytes of the new picture. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as mupdf from 'mupdf'
import { CannotBeDrawn, redactedPages } from './redact.ts'

/** A page of 200 × 100 points with a word in its upper left corner, as PDF with a text layer. */
function page(word: string): Buffer {
  const document = new mupdf.PDFDocument()
  const font = document.addSimpleFont(new mupdf.Font('Helvetica'))
  const resources = document.addObject({ Font: { F1: font } })
  const said = `BT /F1 20 Tf 10 70 Td (${word}) Tj ET 150 10 30 20 re f`
  document.insertPage(-1, document.addPage([0, 0, 200, 100], 0, resources, said))
  return Buffer.from(document.saveToBuffer('').asUint8Array())
}

function picture(png: Buffer) {
  const pixmap = new mupdf.Image(new Uint8Array(png)).toPixmap()
  const [width, height, parts, stride] = [
    pixmap.getWidth(),
    pixmap.getHeight(),
    pixmap.getNumberOfComponents(),
    pixmap.getStride(),
  ]
  const pixels = pixmap.getPixels()
  /** Share of dark pixels in a box of hundredths. */
  const dark = (left: number, top: number, right: number, bottom: number) => {
    let [count, all] = [0, 0]
    for (let y = Math.ceil((top / 100) * height); y < Math.floor((bottom / 100) * height); y++)
      for (let x = Math.ceil((left / 100) * width); x < Math.floor((right / 100) * width); x++) {
        all += 1
        if ((pixels[y * stride + x * parts] ?? 255) < 128) count += 1
      }
    return count / all
  }
  return { width, height, dark }
}

const box = { page: 1, left: 0, top: 0, width: 60, height: 50 }

test('a box is black all over, what stands beside it is as it was, and the text layer is gone', () => {
  const scan = page('Kwzyxa')
  assert.ok(
    mupdf.Document.openDocument(new Uint8Array(scan), 'application/pdf').loadPage(0).search('Kwzyxa', '').length > 0,
  )
  const open = picture(redactedPages(scan, 'application/pdf', [])[0] ?? Buffer.alloc(0))
  const written = open.dark(0, 0, 60, 50)
  assert.ok(written > 0.02 && written < 0.6, `the word is there to be seen: ${written}`)
  const [png = Buffer.alloc(0)] = redactedPages(scan, 'application/pdf', [box])
  const seen = picture(png)
  assert.equal(seen.dark(0, 0, 60, 50), 1)
  assert.equal(seen.dark(62, 0, 100, 50), 0)
  assert.ok(seen.dark(75, 70, 90, 90) > 0.95)
  assert.equal(png.toString('latin1', 1, 4), 'PNG')
  assert.doesNotMatch(png.toString('latin1'), /Kwzyxa|tEXt|eXIf/)
})

test('a photograph goes the same way', () => {
  const drawn = mupdf.Document.openDocument(new Uint8Array(page('Kwzyxa')), 'application/pdf')
    .loadPage(0)
    .toPixmap(mupdf.Matrix.scale(4, 4), mupdf.ColorSpace.DeviceRGB, false)
  const [png = Buffer.alloc(0)] = redactedPages(Buffer.from(drawn.asJPEG(80, false)), 'image/jpeg', [box])
  assert.equal(picture(png).dark(0, 0, 60, 50), 1)
  assert.ok(picture(png).dark(75, 70, 90, 90) > 0.9)
})

test('boxes over the edge are cut, and what is no scan is refused', () => {
  const over = { page: 1, left: 90, top: 90, width: 100, height: 100 }
  assert.equal(
    picture(redactedPages(page('x'), 'application/pdf', [over])[0] ?? Buffer.alloc(0)).dark(91, 91, 100, 100),
    1,
  )
  assert.throws(() => redactedPages(Buffer.from('not a scan at all'), 'application/pdf', []), CannotBeDrawn)
})
