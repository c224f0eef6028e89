/** Text messages: what they say, and the port a provider would be put behind. No provider is built in. */
import { type Language, words } from '../../ui/words/words.ts'
import type { NoticeTemplate } from './notice.ts'

/** Sends one text message, or says that nothing is set up for it. */
export interface SmsSender {
  send: (to: string, text: string) => Promise<'sent' | 'not-configured'>
}

/** The sender there is without a provider: it sends nothing and says so, and the delivery log keeps that answer. */
export const smsNotConfigured: SmsSender = { send: async () => 'not-configured' }

/** Most letters of a text message, two parts of the GSM alphabet. */
export const smsLengthMax = 306

/** `20/11/2026: ho so Ong/Ba gui co buoc moi. …`: no tone marks, the day, and where to come in person. */
export function smsText(template: NoticeTemplate, language: Language, on: Temporal.PlainDate, desk: string): string {
  const { sms } = words(language).notices
  const day = `${String(on.day).padStart(2, '0')}/${String(on.month).padStart(2, '0')}/${on.year}`
  return sms.text(day, sms.said[template], plain(desk).slice(0, 120)).slice(0, smsLengthMax)
}

/** Letters every telephone shows: marks off, `đ` as `d`, the rest of ASCII only. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[–—]/g, '-')
    .replace(/[^ -~]/g, '')
    .trim()
}
