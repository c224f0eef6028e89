/** The same database for one answer, asked each question once. */
import type { Queryable } from './database.ts'

/**
 * Remembers what was answered to the same text with the same values, until it is dropped: for the reads behind one page or
 * one step, where a dozen figures of a unit look up the same tree. Never for writing.
 */
export function askingOnce(sql: Queryable): Queryable {
  const answers = new Map<string, Promise<unknown>>()
  const query = (text: unknown, values?: readonly unknown[]) => {
    const key = JSON.stringify([text, values])
    const known = answers.get(key) ?? sql.query(text as string, values as unknown[])
    answers.set(key, known)
    return known
  }
  // Readers call `query` with a text, or an object with one, and values; the answer is the pool's own.
  return { query } as Queryable
}
