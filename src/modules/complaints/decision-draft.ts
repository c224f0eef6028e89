/** A decision drafted from what is on record: parties, contested decision, findings, dialogue, proposal. Every line may be changed. */
import type { ComplaintResult } from '../../law/terms.ts'
import { namedPerson, officialDay } from '../notices/wording.ts'
import { personInLetter } from '../petitions/petition.ts'
import type { ComplaintFacts, ComplaintRow } from './complaint.ts'

const sentence = (text: string) => (/[.!?…:;]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`)
const large = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** What the decision's form shows at first. The minutes of a dialogue and the parties stand in the letter by themselves. */
export function decisionDraft(row: ComplaintRow, { petition }: Pick<ComplaintFacts, 'petition'>) {
  const report = row.verification?.report
  const known_on = row.contested.known_on
  const known = known_on ? ` (biết được từ ${officialDay(known_on)})` : ''
  const who = large(namedPerson(personInLetter(petition)))
  return {
    request: [
      sentence(`${who} khiếu nại ${row.contested.text.trim().replace(/[.;]+$/u, '')}${known}`),
      `Đơn trình bày: ${sentence(petition.text)}`,
    ]
      .join('\n')
      .slice(0, 4000),
    verified: report?.findings ?? '',
    conclusion: report ? report.proposal : '',
  }
}

/** What follows from a result (LKN 2011 Đ31, Đ40), one order a line: kept, changed or cancelled, and who carries it out. */
export function ordersFor(result: ComplaintResult, row: Pick<ComplaintRow, 'contested' | 'respondent'>): string {
  const contested = row.contested.text.trim().replace(/[.;]+$/u, '')
  const carried_out = `Giao ${row.respondent} tổ chức thực hiện Quyết định này.`
  const orders = {
    right: [`Hủy bỏ hoặc chấm dứt: ${contested}.`, carried_out],
    'partly-right': [`Sửa đổi hoặc hủy bỏ một phần: ${contested}.`, carried_out],
    wrong: [`Giữ nguyên: ${contested}.`],
  } as const satisfies Record<ComplaintResult, readonly string[]>
  return orders[result].join('\n')
}
