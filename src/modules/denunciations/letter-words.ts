/** Sentences that letters of sealed records share. Who denounces is named in letters to the denouncer alone. */
import { headOf, issuerName, officialDay } from '../notices/wording.ts'
import type { StepAbout } from './sealed-step.ts'

/** How the denouncer is addressed. */
export function denouncer({ contents }: StepAbout): string {
  return `Ông/Bà ${contents.person.name}`
}

/** The subject as the file names them. */
export function subjectOf({ contents }: StepAbout): string {
  return contents.subject.text
}

/** `Ngày …, Ủy ban … nhận được đơn của Ông/Bà.` */
export function receivedFromYou({ record, letterhead }: StepAbout): string {
  const day = officialDay(record.received_on.toString())
  return `Ngày ${day.slice(5)}, ${issuerName(letterhead.issuer)} nhận được đơn tố cáo của Ông/Bà.`
}

/** The body that writes. */
export function office({ letterhead }: StepAbout): string {
  return issuerName(letterhead.issuer)
}

/** Who decides. */
export function decider({ letterhead }: StepAbout): string {
  return headOf(letterhead.issuer, letterhead.signature.head_title)
}

/** A day in a letter. */
export function inWords(on: Temporal.PlainDate | null): string {
  return on ? officialDay(on.toString()) : ''
}

/** What was typed at an earlier step of the same record; empty where that step was not taken. */
export function typedAt({ written }: StepAbout, step: string, field: string): string {
  const value = written.findLast((one) => one.step === step)?.answers[field]
  return typeof value === 'string' ? value : ''
}

/** Non-empty lines, each an order of its own. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
