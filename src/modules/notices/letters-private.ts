/** Letters of sealed records. Their words come from the step that wrote them; nothing of them is readable in a table. */
import type { Part } from './layout.ts'
import type { Write } from './letters.ts'
import { groundParts, paragraphs } from './letters-petition.ts'
import { headOf } from './wording.ts'

// The forms of NĐ 31/2019 as amended by NĐ 156/2026 were not seen: structure as commonly printed, to be checked.
export const privateLetters = {
  private: (data, issued_on) => ({
    title: { type: data.type, about: data.about },
    ...(data.type === 'QUYẾT ĐỊNH' ? { decider: headOf(data.issuer, data.signature.head_title) } : {}),
    // Written for the denouncer's own signature: nobody of the office signs it.
    ...(data.type === 'ĐƠN' ? { form: 'Theo Nghị định 156/2026/NĐ-CP', signatures: [ownHand], copies: [] } : {}),
    to: data.to,
    parts: [
      ...groundParts(issued_on, ['denunciation']),
      ...paragraphs(...data.paragraphs.flatMap((text) => text.split('\n').filter((line) => line.trim() !== ''))),
      ...articles(data.orders ?? []),
    ],
  }),
} as const satisfies { private: Write<'private'> }

const ownHand = { titles: ['NGƯỜI RÚT TỐ CÁO'], hint: '(Ký, ghi rõ họ tên hoặc điểm chỉ)', name: '' }

function articles(orders: readonly string[]): Part[] {
  if (orders.length === 0) return []
  return [
    { kind: 'order', text: 'QUYẾT ĐỊNH:' },
    ...orders.map((text, index): Part => ({ kind: 'article', label: `Điều ${index + 1}.`, text })),
  ]
}
