/** Everything that can be looked up in public, with how much there is of it; counted no further than what is told. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'

/** Counts are told up to here; more is "more than". */
export const countedMax = 1000

const isPublic = '(a.origin_public or a.published_on is not null) and a.ended_on is null'

// Each branch reads a partial index and stops soon after what is told.
const branches = {
  'reception-day': `announcement a where a.kind = 'reception-day' and a.held_on >= $1::date`,
  dialogue: `announcement a where a.kind = 'dialogue' and a.held_on >= $1::date and not a.cancelled`,
  'dialogue-results': `announcement a where a.kind = 'dialogue' and a.results_on is not null`,
  consultation: `consultation a where a.state = 'open' and a.last_on >= $1::date`,
  project: `project a where a.announced_on is not null and a.ended_on is null`,
  commitment: `commitment a where ${isPublic}`,
  'commitment-overdue': `commitment a where ${isPublic} and a.state = 'made' and a.due_on < $1::date and a.force = 'ordered'`,
  meeting: `announcement a where a.kind = 'meeting'`,
  'call-for-papers': `topic a where a.state = 'commissioned' and a.open_call and a.due_on >= $1::date`,
  volume: `papers_volume a where a.state = 'published'`,
  answer: `feedback a where a.published_on is not null and a.publication = 'allowed'`,
  conclusion: `publication a where a.state = 'shown' and a.published_on <= $1::date and a.until_on > $1::date`,
} as const

/** What can be looked up. */
export type OpenThing = keyof typeof branches

// Keys of a closed record.
const openThings = Object.keys(branches) as OpenThing[]

/** How much there is of each, of one unit or of all; at most one more than is told. */
export async function countOpen(viewer: Viewer, sql: Sql, unit_id: string | null): Promise<Record<OpenThing, number>> {
  // What another unit asks or builds there counts where it is felt.
  const touched: Partial<Record<OpenThing, string>> = { consultation: 'asked_unit_ids', project: 'area_unit_ids' }
  const within = (thing: OpenThing) => {
    const also = touched[thing] ? ` or a.${touched[thing]} @> to_jsonb($2::uuid::text)` : ''
    return unit_id ? `and (a.unit_id = $2::uuid${also})` : ''
  }
  const { rows } = await sql.query<Record<OpenThing, number>>(
    `select ${openThings
      .map(
        (thing) =>
          `(select count(*)::int from (select from ${branches[thing]} ${within(thing)} limit ${countedMax + 1}) n) as "${thing}"`,
      )
      .join(', ')}`,
    [viewer.on.toString(), ...(unit_id ? [unit_id] : [])],
  )
  return rows[0]!
}
