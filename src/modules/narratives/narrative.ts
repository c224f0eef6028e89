/** A narrative: the text of a unit's periodic report, its sections, who stands how towards it. */
import type { NarrativeSectionId } from '../../law/narrative-sections.ts'
import { type NarrativeCondition, type NarrativeStanding, narrativeWorkflow } from '../../law/narrative-workflow.ts'
import { readPeriod } from '../../law/report-periods.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries, holds } from '../../platform/actions/viewer.ts'

/** A paragraph taken from a unit below, as it stood there; what people make of it in the text does not change this. */
export interface Quote {
  unit_id: string
  unit: string
  narrative_id: string
  version: number
  section: NarrativeSectionId
  /** From 1. */
  paragraph: number
  text: string
  by: string
  on: string
}

/** One section as it is written. */
export interface Section {
  id: NarrativeSectionId
  /** Paragraphs on lines of their own; figures as tokens. */
  text: string
  /** Counts the changes of this section alone, so that two people may edit two sections at once. */
  version: number
  by_id: string | null
  by: string | null
  /** Instant of the last change. */
  at: string
  /** What each figure read when the section was last written: token → text. */
  seen: Readonly<Record<string, string>>
  quotes: readonly Quote[]
}

/** A row of the table. */
export interface NarrativeRow extends RecordRow {
  period: string
  version: number
  follows_id: string | null
  reason: string | null
  sections: readonly Section[]
  /** Token → text, once signed. */
  frozen: Readonly<Record<string, string>> | null
  signed_on: Temporal.PlainDate | null
  signed_by: string | null
}

/** A version of the unit's reports, for conditions. */
export interface VersionLine {
  id: string
  period: string
  version: number
  state: string
}

/** What conditions need besides the row: all versions the unit has. */
export interface NarrativeFacts {
  versions: readonly VersionLine[]
}

/** Posts whose holders write. */
export const writerKinds = ['reception-officer', 'handler', 'clerk', 'deputy-head', 'head'] as const

async function narrativeFacts(sql: Sql, unit_id: string): Promise<NarrativeFacts> {
  const { rows } = await sql.query<VersionLine>(
    'select id, period, version, state from narrative where unit_id = $1 order by period, version limit 2000',
    [unit_id],
  )
  return { versions: rows }
}

/** The version of a period that stands last; null where there is none. */
export function newestOf(facts: NarrativeFacts, period: string): VersionLine | null {
  return facts.versions.findLast((one) => one.period === period) ?? null
}

/** The noun. Heirs of a unit that is no more finish what it began; they begin nothing in its name. */
export const narrative = {
  kind: 'narrative',
  table: 'narrative',
  workflow: narrativeWorkflow,
  async facts(sql, { record, unit_id }) {
    // Of two clerks who begin the same report at once, the second waits and finds the first's.
    if (record === null) await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`narrative ${unit_id}`])
    return narrativeFacts(sql, unit_id)
  },
  standings({ record, viewer, unit_id }): NarrativeStanding[] {
    const may = record === null ? holds : carries
    const standings: NarrativeStanding[] = []
    if (may(viewer, unit_id, 'head')) standings.push('head')
    if (may(viewer, unit_id, ...writerKinds)) standings.push('writer')
    return standings
  },
  conditions: {
    'no-narrative-of-the-period': ({ facts, input }) =>
      input === null || newestOf(facts, String(input['period'])) === null,
    'newest-version-is-signed': ({ facts, input }) => {
      if (input === null) return true
      const followed = facts.versions.find((one) => one.id === input['follows_id'])
      return followed?.state === 'signed' && newestOf(facts, followed.period)?.id === followed.id
    },
    'every-section-is-written': ({ record }) => record!.sections.every((section) => section.text !== ''),
    'period-is-over': ({ record, moment }) => {
      const period = readPeriod(record!.period)
      return period !== null && Temporal.PlainDate.compare(moment.on, period.last_on) > 0
    },
  } satisfies Record<NarrativeCondition, Noun<NarrativeRow, NarrativeFacts>['conditions'][string]>,
} satisfies Noun<NarrativeRow, NarrativeFacts>
