/** `receive-petition`: papers are taken over the desk against the receipt 02/TCD of NĐ 154/2026. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { zone } from '../../platform/clock.ts'
import { longText } from '../../platform/input.ts'
import { foldMarks } from '../../platform/text.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import type { LetterData } from '../notices/letter-data.ts'
import { letterhead } from '../notices/letterhead.ts'
import { faultAt, lines, parts } from './asked.ts'
import { dayOf, type PapersTaken, visit } from './visit.ts'

/** What taking papers asks. */
export const receivePetitionInput = z.object({
  /** One a line: what; original, copy or digital; pages. */
  items: longText(5000),
})

/** Takes papers and numbers their receipt. */
export const receivePetition = action({
  noun: visit,
  step: 'receive-petition',
  input: receivePetitionInput,
  reads: async (sql, { unit_id, moment }) => ({
    letterhead: await letterhead(sql, unit_id, moment.on),
    document_id: uuidv7(),
  }),
  decide({ record, facts, input, moment, viewer }, { letterhead, document_id }) {
    if (!record) throw new Error('receive-petition without a record')
    const items = lines(input.items).map(itemOf)
    if (items.length > 50) faultAt('items', 'too-many-lines', { max: 50 })
    const at = moment.at.toZonedDateTimeISO(zone)
    const day = dayOf(record, facts)
    const data: LetterData['receipt'] = {
      issuer: letterhead.issuer,
      signature: letterhead.signature,
      giver: { name: record.visitor_name ?? '', address: record.visitor_address ?? '' },
      received_on: moment.on.toString(),
      received_at: `${at.hour} giờ ${String(at.minute).padStart(2, '0')} phút`,
      where: day?.place ?? 'nơi tiếp công dân',
      receiver: { name: viewer.name, title: 'người tiếp công dân' },
      items: items.map(({ what, form, pages }) => ({ what, form, ...(pages === null ? {} : { pages }) })),
    }
    const taken: PapersTaken = { document_id, taken_on: moment.on.toString(), items }
    return {
      change: { papers: [...record.papers, taken] },
      documents: [
        {
          id: document_id,
          kind: 'receipt',
          book: 'GBN',
          year: moment.on.year,
          title: 'Giấy biên nhận đơn, tài liệu',
          issued_on: moment.on,
          data: { ...data },
        },
      ],
    }
  },
})

/** Reads `Đơn đề nghị; bản sao; 3`: form and pages may be left out. */
function itemOf(line: string): PapersTaken['items'][number] {
  const [what = '', ...rest] = parts(line)
  const words = rest.map((part) => foldMarks(part))
  const pages = words.map((word) => /^(\d{1,4})( trang| to)?$/.exec(word)?.[1]).find((found) => found !== undefined)
  const form = words.some((word) => /sao|copy/.test(word))
    ? 'copy'
    : words.some((word) => /dien tu|tep|file|digital/.test(word))
      ? 'digital'
      : 'original'
  return { what: what.slice(0, 300), form, pages: pages === undefined ? null : Number(pages) }
}
