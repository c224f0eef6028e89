/** What this installation's data are: a demonstration with its fixed day, or real. */
import { demonstrationDay, fixDay } from './clock.ts'
import type { Config } from './config.ts'
import type { Queryable } from './database.ts'
import { Stop } from './stop.ts'

/** The mark in the table of settings. `loaded`: false while the first loading has not ended. */
export interface Demonstration {
  on: string
  loaded: boolean
}

/** The mark of demonstration data; null where the data are real, or none yet. */
export async function readDemonstration(db: Queryable): Promise<Demonstration | null> {
  const { rows } = await db.query<{ value: Demonstration }>("select value from setting where name = 'demonstration'")
  return rows[0]?.value ?? null
}

/** Marks the data as a demonstration. */
export async function markDemonstration(db: Queryable, mark: Demonstration): Promise<void> {
  await db.query(
    `insert into setting (name, value) values ('demonstration', $1)
     on conflict (name) do update set value = excluded.value`,
    [JSON.stringify(mark)],
  )
}

/** Holds the business day of demonstration data; refuses `GANDAN_TODAY` with any other. */
export async function settleDay(db: Queryable, config: Config): Promise<Demonstration | null> {
  const mark = await readDemonstration(db)
  if (config.today && !mark) {
    throw new Stop(
      'GANDAN_TODAY chỉ dùng với dữ liệu trình diễn.',
      'GANDAN_TODAY is for demonstration data only, and these data are not: unset it.',
    )
  }
  fixDay(mark ? (config.today ?? mark.on ?? demonstrationDay) : null)
  return mark
}
