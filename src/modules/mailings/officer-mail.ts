/** Mail to an officer: one subject for everything, few words, and never what a record says. */
import nodemailer from 'nodemailer'
import { type Language, words } from '../../ui/words/words.ts'
import { type MailConfig, messageIdOf, singleAddress } from '../notices/notice.ts'

/** What is sent. `id` gives the Message-ID, so that a repeated mail is shown once. */
export interface OfficerMail {
  id: string
  to: string
  language: Language
  paragraphs: readonly string[]
  /** The last line; without one, where an officer stops such mails. */
  ends?: string
}

/** Hands it to the mail server; throws what the server or the way to it says. False where no server is set. */
export async function mailOfficer(mail: OfficerMail, config: MailConfig): Promise<boolean> {
  const to = singleAddress(mail.to)
  if (!config.smtp_url || to === null) return false
  const { mailings } = words(mail.language)
  const transport = nodemailer.createTransport({
    url: config.smtp_url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  try {
    await transport.sendMail({
      from: { name: 'Gần Dân', address: config.from },
      to,
      subject: mailings.subject,
      text: [...mail.paragraphs, mail.ends ?? mailings.stop].join('\n\n'),
      textEncoding: 'base64',
      messageId: messageIdOf(mail.id, config.from),
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
      disableUrlAccess: true,
      disableFileAccess: true,
    })
    return true
  } finally {
    transport.close()
  }
}
