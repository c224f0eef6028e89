/** What is noted when somebody stands at the desk: who, how many, for the first time or not. Shared by walk-in and check-in. */
import type { z } from 'zod'
import { largeGroupFrom } from '../../law/reception-rules.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { choice, count, personName, phone, text, yesNo } from '../../platform/input.ts'
import { foldMarks } from '../../platform/text.ts'
import { faultAt, missing } from './asked.ts'
import { type ReceptionStage, stageOf } from './reception-day.ts'
import { actingAs, askedKinds, type DayForVisits, identityKinds, type VisitRow } from './visit.ts'

/** The fields of a person at the desk. The identity paper's number is not asked here: it is for the vault. */
export const presenceFields = {
  visitor_name: personName().optional(),
  visitor_address: text(300).optional(),
  identity_kind: choice(identityKinds),
  people: count(1, 10_000),
  first_time: yesNo(),
  asked_kind: choice(askedKinds),
  subject: text(300).optional(),
  acting_as: choice(actingAs).default('self'),
  papers: text(200).optional(),
  visitor_phone: phone().optional(),
  /** Register number of an earlier petition on the same case, `12/2026`. */
  earlier_petition: text(20).optional(),
}

/** The same fields as a form shows them: name and subject are asked of everybody but a denouncer, so not called optional. */
export const presenceShown = { ...presenceFields, visitor_name: personName(), subject: text(300) }

/** What the fields read as. */
export type Presence = z.output<z.ZodObject<typeof presenceFields>>

/** Whoever comes to denounce gives no name here; everybody else gives name and subject. */
export function checkPresence(input: Presence, context: z.core.$RefinementCtx): void {
  if (input.asked_kind === 'denunciation') return
  if (!input.visitor_name) missing(context, 'visitor_name')
  if (!input.subject) missing(context, 'subject')
  if (input.acting_as !== 'self' && input.acting_as !== 'helper' && !input.papers) missing(context, 'papers')
}

/** The input without what would tell who denounces, or what: dropped before anything is written. */
export function withoutSecrets<T extends Partial<Presence>>(input: T): T {
  if (input.asked_kind !== 'denunciation') return input
  const rest = { ...input }
  for (const name of [
    'visitor_name',
    'visitor_address',
    'visitor_phone',
    'subject',
    'papers',
    'earlier_petition',
  ] as const)
    delete rest[name]
  return rest
}

/** The columns of a person at the desk. */
export function presenceChange(input: Presence, day: DayForVisits | null, case_id: string | null) {
  const closed = input.asked_kind === 'denunciation'
  return {
    stage: stageNow(day),
    asked_kind: input.asked_kind,
    closed_content: closed,
    visitor_name: input.visitor_name ?? null,
    visitor_address: input.visitor_address ?? null,
    visitor_phone: input.visitor_phone ?? null,
    identity_kind: input.identity_kind,
    standing: { as: input.acting_as, papers: input.papers ?? null },
    subject: input.subject ?? null,
    people: input.people,
    large_group: input.people >= largeGroupFrom,
    first_time: input.first_time,
    case_id,
    room: day?.room ?? null,
    search: searchOf(input),
  } satisfies Partial<VisitRow>
}

/** The case of the petition with this register number (`12/2026`); null where none was asked for. */
export async function caseOf(sql: Sql, unit_id: string, typed: string | undefined): Promise<string | null> {
  if (typed === undefined) return null
  const [, number, year] = /^0*(\d{1,7})\s*[/-]\s*(\d{4})$/.exec(typed) ?? []
  if (number === undefined) faultAt('earlier_petition', 'no-such-petition')
  const { rows } = await sql.query<{ case_id: string | null }>(
    'select case_id from petition where unit_id = $1 and register_year = $2 and register_number = $3',
    [unit_id, Number(year), Number(number)],
  )
  return rows[0]?.case_id ?? faultAt('earlier_petition', 'no-such-petition')
}

/** The stage of a visit that begins now. */
export function stageNow(day: DayForVisits | null): ReceptionStage {
  return day ? stageOf(day.kind, day.receiver) : 'regular'
}

/** The folded words by which officers find a visit. */
export function searchOf(input: { visitor_name?: string; subject?: string }): string {
  return foldMarks([input.visitor_name, input.subject].filter((part) => part).join(' '))
}
