/** Any unit by its name, for the lists of a form: a search above it brings what it finds into them. Works without scripts. */
import type { Context } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import type { Db } from '../../platform/database.ts'
import { Button } from '../../ui/parts/button.tsx'
import { type Choice, TextInput } from '../../ui/parts/fields.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { words } from '../../ui/words/words.ts'
import { findUnits } from '../units/queries.ts'

/** What was typed into the search; empty where nothing was. */
export function typedUnit({ req }: Context<AppEnv>): string {
  return (req.query('tim') ?? '').trim().slice(0, 100)
}

/** The address with what was typed, so that a refused form finds the same units again. */
export function withTyped(href: string, typed: string): string {
  return typed === '' ? href : `${href}?tim=${encodeURIComponent(typed)}`
}

/** Units found by name, with their place: the twenty that fit best. */
export async function searchedUnits({ c, db }: { c: Context<AppEnv>; db: Db }): Promise<Choice[]> {
  const typed = typedUnit(c)
  if (typed === '') return []
  const found = await findUnits(c.var.viewer, db.pool, typed, c.var.moment.on)
  return found.map((one) => ({ value: one.id, label: one.place === '' ? one.name : `${one.name}, ${one.place}` }))
}

/** Those found first, then the others. */
export function withSearched(found: readonly Choice[], others: readonly Choice[]): Choice[] {
  const known = new Set(found.map((one) => one.value))
  return [...found, ...others.filter((one) => !known.has(one.value))]
}

/** The search itself; it says how many it found. */
export function UnitSearch(props: { frame: Frame; action: string; typed: string; found: number }) {
  const { unit_search: w } = words(props.frame.language).conferences
  return (
    <search>
      <form method="get" action={props.action} class="gd-form">
        <TextInput name="tim" label={w.label} hint={w.hint} value={props.typed} />
        {props.typed !== '' && (
          <p class="govuk-body" role="status">
            {props.found === 0 ? w.none : w.found(String(props.found))}
          </p>
        )}
        <Button kind="secondary">{w.find}</Button>
      </form>
    </search>
  )
}
