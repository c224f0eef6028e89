/** The narrative as the data of an official report: sections numbered I, 1, figures as they read, tables as annexes. */
import type { NarrativeSectionId } from '../../law/narrative-sections.ts'
import { numberedParts } from '../../law/narrative-sections.ts'
import type { Period } from '../../law/report-periods.ts'
import type { Sql } from '../../platform/actions/action.ts'
import type { LetterData } from '../notices/letter-data.ts'
import type { Letterhead } from '../notices/letterhead.ts'
import { officialNumber } from '../notices/wording.ts'
import { receiverOf } from '../reports/chain.ts'
import { paragraphsIn, resolved } from './tokens.ts'

type Data = LetterData['review-report']

/** The instrument along whose chain the report goes. */
const chain = { instrument: 'CT33/2021' } as const

/** Who receives the report of a unit; null at the top of the chain. */
export async function receiverOfNarrative(
  sql: Sql,
  of: { unit_id: string; on: Temporal.PlainDate },
): Promise<string | null> {
  return (await receiverOf(sql, chain, of.unit_id, of.on))?.name ?? null
}

/** How a period reads inside a sentence. */
export function periodInWords({ kind, year }: Pick<Period, 'kind' | 'year'>): string {
  const quarters = { q1: 'quý I', q2: 'quý II', q3: 'quý III', q4: 'quý IV' } as const
  if (kind === 'y') return `năm ${year}`
  if (kind === '6m') return `6 tháng đầu năm ${year}`
  return kind === '9m' ? `9 tháng năm ${year}` : `${quarters[kind]} năm ${year}`
}

/** Everything the letter must know. A draft has its figures of today and no number yet. */
export function reportLetter(of: {
  head: Letterhead
  receiver: string | null
  period: Period
  sections: readonly { id: NarrativeSectionId; text: string }[]
  values: Readonly<Record<string, string>>
  annexes: Data['annexes']
  other_days: Data['other_days']
  before?: { number: number; issued_on: Temporal.PlainDate } | null
  reason?: string | null
}): Data {
  const { issuer, signature } = of.head
  const { before, reason } = of
  const notation = before && `${officialNumber(before.number)}/BC-${issuer.symbol}`
  return {
    issuer,
    signature,
    receiver: of.receiver,
    about: `Kết quả công tác dân vận chính quyền ${periodInWords(of.period)}`,
    first_on: of.period.first_on.toString(),
    last_on: of.period.last_on.toString(),
    other_days: of.other_days,
    parts: numberedParts().map(({ number, title, sections }) => ({
      number,
      title,
      sections: sections.map((section) => ({
        number: section.number,
        title: section.title,
        paragraphs: paragraphsIn(resolved(of.sections.find((one) => one.id === section.id)?.text ?? '', of.values)),
      })),
    })),
    annexes: of.annexes,
    ...(before && notation && reason
      ? { replaces: { type: 'BÁO CÁO', notation, issued_on: before.issued_on.toString(), reason } }
      : {}),
  }
}
