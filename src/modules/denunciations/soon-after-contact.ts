/** A withdrawal within 24 hours of a contact by the subject is marked, and the unit above is told so, sealed. */
import { officialDay } from '../notices/wording.ts'
import { type TypedMoment, withinDayAfter } from './moment-typed.ts'
import type { StepAbout } from './sealed-step.ts'
import type { WordWanted } from './word-delivery.ts'

function momentIn(answers: Readonly<Record<string, unknown>>, on: string): TypedMoment {
  const { happened_on, happened_at } = answers
  return {
    on: typeof happened_on === 'string' ? happened_on : on,
    at: typeof happened_at === 'string' ? happened_at : null,
  }
}

/** When the last withdrawal was given; null where there is none. */
export function withdrawalMoment({ written }: Pick<StepAbout, 'written'>): TypedMoment | null {
  const step = written.findLast((one) => one.step === 'withdraw')
  return step ? momentIn(step.answers, step.on) : null
}

/** Was there a contact at most 24 hours before? */
export function followsContact({ written }: Pick<StepAbout, 'written'>, withdrawn: TypedMoment): boolean {
  return written
    .filter((one) => one.step === 'note-contact')
    .some((one) => withinDayAfter(momentIn(one.answers, one.on), withdrawn))
}

/** What the unit above is told: the file's number and the fact, nothing of the denouncer. */
export function soonWord({ record }: StepAbout): WordWanted {
  const number = `${record.register_number ?? '…'}/${record.register_year}`
  return {
    kind: 'mark',
    to_unit_id: 'above',
    title: 'Rút đơn trong vòng 24 giờ sau khi người bị tố cáo tiếp xúc',
    paragraphs: [
      `Hồ sơ riêng số ${number}, nhận ${officialDay(record.received_on.toString())}: người gửi đề nghị rút trong vòng 24 giờ sau một lần người bị tố cáo, hoặc người thay mặt, gặp hoặc liên lạc.`,
      'Đề nghị cấp trên lưu ý dấu hiệu bị đe dọa, mua chuộc. Có dấu hiệu thì vẫn phải giải quyết (Điều 33 Luật Tố cáo).',
    ],
  }
}
