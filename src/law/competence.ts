/**
 * Who settles a complaint (thẩm quyền giải quyết khiếu nại): for each body whose decision or act is contested, at the
 * first instance and at the second, with the days between which a row holds. The day is that of the complaint's receipt.
 */
import { isDiscipline } from './complaint-limits.ts'
import type { Unverified } from './law.ts'
import type { ContestedKind } from './terms.ts'

/** Whose decision or act is contested; `other` stands on no ladder of this table, so a person judges. */
export const respondentBodies = [
  'commune',
  'department',
  'department-unit',
  'province',
  'ministry-unit',
  'ministry',
  'district',
  'district-department',
  'other',
] as const
export type RespondentBody = (typeof respondentBodies)[number]

/** Who settles. `chosen-successor`: a person names the unit that took over, with a recorded ground. `court`: no second complaint. */
export const settlingBodies = [
  'commune-chairman',
  'department-unit-head',
  'department-head',
  'province-chairman',
  'ministry-unit-head',
  'minister',
  'home-affairs-minister',
  'district-department-head',
  'district-chairman',
  'chosen-successor',
  'court',
] as const
export type SettlingBody = (typeof settlingBodies)[number]

/** The first complaint, or the second. There is no third. */
export type Instance = 1 | 2

/** One row of the ladder. */
export interface CompetenceRow {
  respondent: Exclude<RespondentBody, 'other'>
  instance: Instance
  settler: SettlingBody
  /** First day; `until` is the first day without it, null while it stands. */
  from: string
  until: string | null
  cite: string
  unverified?: Unverified
}

const begins = '2012-07-01'
/** The day on which districts ended. */
const districtsEnded = '2025-07-01'
const decreeDay = '2026-07-01'
const bridge = { from: districtsEnded, cite: 'NĐ 141/2025', unverified: 'not-found' } as const

/** All rows, in force and past. A change in the law adds a row. */
export const competenceRows = [
  { respondent: 'commune', instance: 1, settler: 'commune-chairman', from: begins, until: null, cite: 'LKN 2011 Đ17' },
  {
    respondent: 'commune',
    instance: 2,
    settler: 'district-chairman',
    from: begins,
    until: districtsEnded,
    cite: 'LKN 2011 Đ18',
  },
  { respondent: 'commune', instance: 2, settler: 'province-chairman', until: decreeDay, ...bridge },
  {
    respondent: 'commune',
    instance: 2,
    settler: 'province-chairman',
    from: decreeDay,
    until: null,
    cite: 'LKN 2011 Đ21; NĐ 155/2026 Đ11, Đ14',
    unverified: 'unofficial-transcription',
  },
  {
    respondent: 'district-department',
    instance: 1,
    settler: 'district-department-head',
    from: begins,
    until: districtsEnded,
    cite: 'LKN 2011 Đ17',
  },
  {
    respondent: 'district-department',
    instance: 2,
    settler: 'district-chairman',
    from: begins,
    until: districtsEnded,
    cite: 'LKN 2011 Đ18',
  },
  {
    respondent: 'district',
    instance: 1,
    settler: 'district-chairman',
    from: begins,
    until: districtsEnded,
    cite: 'LKN 2011 Đ18',
  },
  {
    respondent: 'district',
    instance: 2,
    settler: 'province-chairman',
    from: begins,
    until: districtsEnded,
    cite: 'LKN 2011 Đ21',
  },
  // Districts are no more: who took over their decisions is said in a bridging text that was not seen.
  { respondent: 'district', instance: 1, settler: 'chosen-successor', until: null, ...bridge },
  { respondent: 'district', instance: 2, settler: 'province-chairman', until: null, ...bridge },
  { respondent: 'district-department', instance: 1, settler: 'chosen-successor', until: null, ...bridge },
  { respondent: 'district-department', instance: 2, settler: 'province-chairman', until: null, ...bridge },
  {
    respondent: 'department-unit',
    instance: 1,
    settler: 'department-unit-head',
    from: begins,
    until: null,
    cite: 'LKN 2011 Đ19',
  },
  {
    respondent: 'department-unit',
    instance: 2,
    settler: 'department-head',
    from: begins,
    until: null,
    cite: 'LKN 2011 Đ20',
  },
  {
    respondent: 'department',
    instance: 1,
    settler: 'department-head',
    from: begins,
    until: null,
    cite: 'LKN 2011 Đ20',
  },
  {
    respondent: 'department',
    instance: 2,
    settler: 'province-chairman',
    from: begins,
    until: null,
    cite: 'LKN 2011 Đ21',
  },
  {
    respondent: 'province',
    instance: 1,
    settler: 'province-chairman',
    from: begins,
    until: null,
    cite: 'LKN 2011 Đ21',
  },
  { respondent: 'province', instance: 2, settler: 'minister', from: begins, until: null, cite: 'LKN 2011 Đ23' },
  {
    respondent: 'ministry-unit',
    instance: 1,
    settler: 'ministry-unit-head',
    from: begins,
    until: null,
    cite: 'LKN 2011 Đ22',
  },
  { respondent: 'ministry-unit', instance: 2, settler: 'minister', from: begins, until: null, cite: 'LKN 2011 Đ23' },
  { respondent: 'ministry', instance: 1, settler: 'minister', from: begins, until: null, cite: 'LKN 2011 Đ23' },
  {
    respondent: 'ministry',
    instance: 2,
    settler: 'court',
    from: begins,
    until: null,
    cite: 'LKN 2011 Đ7',
    unverified: 'recalled',
  },
] as const satisfies CompetenceRow[]

/** What is asked of the ladder. */
export interface CompetenceQuestion {
  respondent: RespondentBody
  instance: Instance
  /** Day of the complaint's receipt. */
  on: Temporal.PlainDate
  contested?: ContestedKind | null
}

/** Who settles, by which article. */
export interface Competent {
  settler: SettlingBody
  cite: string
  unverified?: Unverified
}

/** Who settles this complaint; null where the ladder does not know the body, or the law was not there yet. */
export function whoSettles({ respondent, instance, on, contested }: CompetenceQuestion): Competent | null {
  const day = on.toString()
  const rows: readonly CompetenceRow[] = competenceRows
  const row = rows.find(
    (one) =>
      one.respondent === respondent &&
      one.instance === instance &&
      one.from <= day &&
      (one.until === null || day < one.until),
  )
  if (!row) return null
  const found: Competent = { settler: row.settler, cite: row.cite }
  if (row.unverified) found.unverified = row.unverified
  if (!isDiscipline(contested)) return found
  // A disciplinary decision climbs the same ladder by an article of its own; the last step is the Minister of Home Affairs.
  const last = instance === 2 && (respondent === 'ministry' || respondent === 'province')
  return { settler: last ? 'home-affairs-minister' : row.settler, cite: 'LKN 2011 Đ51', unverified: 'recalled' }
}

/** Where a unit stands on the ladder as one who settles; null for bodies that settle no complaint. */
export function tierOf(level: string, parent_level: string | null): SettlingBody | null {
  if (level === 'commune') return 'commune-chairman'
  if (level === 'province') return 'province-chairman'
  if (level === 'district') return 'district-chairman'
  if (level === 'ministry') return 'minister'
  if (level !== 'department') return null
  const under: Readonly<Record<string, SettlingBody>> = {
    province: 'department-head',
    district: 'district-department-head',
    department: 'department-unit-head',
    ministry: 'ministry-unit-head',
  }
  return parent_level === null ? null : (under[parent_level] ?? null)
}

const own: Partial<Record<SettlingBody, RespondentBody>> = {
  'commune-chairman': 'commune',
  'department-unit-head': 'department-unit',
  'department-head': 'department',
  'province-chairman': 'province',
  'ministry-unit-head': 'ministry-unit',
  minister: 'ministry',
  'district-department-head': 'district-department',
  'district-chairman': 'district',
}

/** The body whose own decisions somebody of this tier settles first. */
export function ownRespondent(tier: SettlingBody | null): RespondentBody {
  return (tier && own[tier]) ?? 'other'
}

/** May a unit of this tier settle it? A body off the ladder is left to the officer; a successor needs its recorded ground. */
export function mayBeSettledBy(
  tier: SettlingBody | null,
  question: CompetenceQuestion,
  ground: string | null = null,
): boolean {
  const found = whoSettles(question)
  if (found === null) return true
  if (found.settler === 'chosen-successor') return ground !== null && tier !== null
  return found.settler === tier || (found.settler === 'home-affairs-minister' && tier === 'minister')
}

/** Does a unit of this tier settle second complaints at all? Communes, and bodies under a department or ministry, do not. */
export function settlesSecond(tier: SettlingBody | null): boolean {
  const rows: readonly CompetenceRow[] = competenceRows
  return tier !== null && rows.some((row) => row.instance === 2 && row.settler === tier)
}

/** What a unit of this tier settles on that day, and where the second road from it leads. */
export function ladderOf(
  tier: SettlingBody | null,
  on: Temporal.PlainDate,
): readonly (Competent & { respondent: RespondentBody; instance: Instance; ours: boolean })[] {
  const asked = respondentBodies.flatMap((respondent) =>
    ([1, 2] as const).map((instance) => ({ respondent, instance, on })),
  )
  return asked.flatMap(({ respondent, instance }) => {
    const found = whoSettles({ respondent, instance, on })
    if (!found) return []
    return [{ ...found, respondent, instance, ours: tier !== null && found.settler === tier }]
  })
}
