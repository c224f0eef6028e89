/**
 * Scans with parts of them blackened. Every page is drawn anew as pixels, the boxes are painted into the pixels, and the
 * result is a new picture: no text layer, no earlier version and no metadata of the scan is in it.
 */
import * as mupdf from 'mupdf'

/** A box in hundredths of the page: from its left and upper edge, its width and height. Pages count from 1. */
export interface Box {
  page: number
  left: number
  top: number
  width: number
  height: number
}

/** Limits: what one request draws. */
export const redactLimits = { pages_max: 20, boxes_max: 200 } as const

/** Kinds that can be drawn. */
export const redactable: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png']

/** Longest edge of a drawn page, in pixels: small writing stays readable. */
const edge_max = 1600

/** It cannot be drawn: damaged, locked, or with too many pages. */
export class CannotBeDrawn extends Error {
  override name = 'CannotBeDrawn'
}

/** The pages as PNG, with these boxes black. */
export function redactedPages(bytes: Buffer, media_type: string, boxes: readonly Box[]): Buffer[] {
  let document: mupdf.Document | null = null
  try {
    document = mupdf.Document.openDocument(new Uint8Array(bytes), media_type)
    if (document.needsPassword()) throw new CannotBeDrawn('locked')
    const count = document.countPages()
    if (count < 1 || count > redactLimits.pages_max) throw new CannotBeDrawn('pages')
    const pages: Buffer[] = []
    for (let index = 0; index < count; index++)
      pages.push(
        drawn(
          document,
          index,
          boxes.filter((box) => box.page === index + 1),
        ),
      )
    return pages
  } catch (fault) {
    throw fault instanceof CannotBeDrawn ? fault : new CannotBeDrawn('damaged')
  } finally {
    document?.destroy()
  }
}

function drawn(document: mupdf.Document, index: number, boxes: readonly Box[]): Buffer {
  const page = document.loadPage(index)
  const [left, top, right, bottom] = page.getBounds()
  const scale = edge_max / Math.max(right - left, bottom - top, 1)
  const picture = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true)
  try {
    for (const box of boxes) blacken(picture, box)
    return Buffer.from(picture.asPNG())
  } finally {
    picture.destroy()
    page.destroy()
  }
}

/** Writes zeros over the pixels; edges are rounded outwards. */
function blacken(picture: mupdf.Pixmap, box: Box): void {
  const [width, height] = [picture.getWidth(), picture.getHeight()]
  const [stride, parts] = [picture.getStride(), picture.getNumberOfComponents()]
  const pixels = picture.getPixels()
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most)
  const from_x = clamp(Math.floor((box.left / 100) * width), width)
  const to_x = clamp(Math.ceil(((box.left + box.width) / 100) * width), width)
  const from_y = clamp(Math.floor((box.top / 100) * height), height)
  const to_y = clamp(Math.ceil(((box.top + box.height) / 100) * height), height)
  for (let y = from_y; y < to_y; y++) pixels.fill(0, y * stride + from_x * parts, y * stride + to_x * parts)
}
