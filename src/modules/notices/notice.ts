/** What a notice says and through what it goes. Pure: sending is in `send-notice.ts`. */
import { type Language, words } from '../../ui/words/words.ts'

/** The templates; each has a sentence in both languages. */
export const noticeTemplates = [
  'received',
  'step-taken',
  'second-road-open',
  'answer-ready',
  'confirm-signature',
  'dialogue-changed',
] as const

/** A kind of notice. */
export type NoticeTemplate = (typeof noticeTemplates)[number]

/** Where mail leaves from and leads to. */
export interface MailConfig {
  /** Null where the office has set none: notices then wait in the queue. */
  smtp_url: string | null
  /** Sender address; its name is always the product's, which tells nothing of the matter. */
  from: string
  /** Address of the portal, without a slash at the end. */
  portal: string
}

/** Reads `GANDAN_SMTP_URL`, `GANDAN_MAIL_FROM` and `GANDAN_URL`. */
export function readMailConfig(env: NodeJS.ProcessEnv = process.env): MailConfig {
  return {
    smtp_url: env['GANDAN_SMTP_URL'] || null,
    from: env['GANDAN_MAIL_FROM'] || 'thong-bao@gandan.invalid',
    portal: (env['GANDAN_URL'] || `http://localhost:${env['PORT'] || 3000}`).replace(/\/+$/, ''),
  }
}

/** A mail ready to be handed to SMTP. Plain text only: nothing to load, nothing that tells that it was opened. */
export interface ComposedMail {
  from: { name: string; address: string }
  to: string
  subject: string
  text: string
  textEncoding: 'base64'
  messageId: string
  headers: Readonly<Record<string, string>>
  disableUrlAccess: true
  disableFileAccess: true
}

/** Writes the mail of a notice. The same notice always has the same Message-ID, so that a repeated mail is shown once. */
export function composeMail(
  notice: { id: string; template: NoticeTemplate },
  to: string,
  language: Language,
  config: Pick<MailConfig, 'from' | 'portal'>,
): ComposedMail {
  const { mail } = words(language).notices
  return {
    from: { name: 'Gần Dân', address: config.from },
    to,
    subject: mail.subject,
    text: [mail.greeting, mail.said[notice.template], mail.how(`${config.portal}/tra-cuu`), mail.no_reply].join('\n\n'),
    textEncoding: 'base64',
    messageId: messageIdOf(notice.id, config.from),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    disableUrlAccess: true,
    disableFileAccess: true,
  }
}

/** Follows from the notice's id alone. */
export function messageIdOf(id: string, from: string): string {
  return `<${id}@${from.split('@').at(-1)}>`
}

/** One address as mail programs take it: no list, no line end, no display name that could carry more addresses. */
export function singleAddress(typed: string | null): string | null {
  const address = typed?.trim() ?? ''
  return /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,189}$/.test(address) ? address : null
}
