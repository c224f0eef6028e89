/** What the desk knows of each kind of record here: its noun, its steps, who may open it, what its forms offer. */
import type { AnyAction, Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { FormValues } from '../../platform/read-form.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { officersOf } from '../people/queries.ts'
import { childrenOf, descendantsOf, unitOn } from '../units/queries.ts'
import { consultation } from './consultation.ts'
import { opinion } from './opinion.ts'
import { project } from './project.ts'
import type { DeskKind } from './project-addresses.ts'
import { actionsOf } from './project-module.ts'
import { linkable } from './project-queries.ts'
import { counterKinds, talkRequest } from './talk-request.ts'

/** Any of the nouns, where their types do not matter: rows and facts of one kind are always of one another. */
// biome-ignore lint/suspicious/noExplicitAny: each noun is type-checked where it is defined.
export type AnyNoun = Noun<any, any>

/** The nouns by kind. */
export const nounOf: Readonly<Record<DeskKind, AnyNoun>> = {
  project,
  consultation,
  opinion,
  'talk-request': talkRequest,
}

/** The step that begins a record of a kind at the desk. */
export const creating = (kind: DeskKind): AnyAction => actionsOf[kind][0]

/** The steps on one that stands. */
export const onRow = (kind: DeskKind): readonly AnyAction[] => actionsOf[kind].slice(1)

/** The unit itself, its villages and other territories under it. */
async function areaOf(viewer: Viewer, sql: Sql, unit_id: string): Promise<Choice[]> {
  const own = await unitOn(viewer, sql, unit_id, viewer.on)
  const territories: readonly string[] = ['district', 'commune', 'village']
  const below =
    own?.level === 'province'
      ? (await descendantsOf(viewer, sql, unit_id, viewer.on)).filter((one) => one.level === 'commune')
      : (await childrenOf(viewer, sql, unit_id, viewer.on)).filter((one) => territories.includes(one.level))
  return [...(own ? [own] : []), ...below].map((one) => ({ value: one.id, label: one.name }))
}

/** Units that may answer for a project or a promise: the unit, what is directly under it, and what stands above. */
async function ownersOf(viewer: Viewer, sql: Sql, unit_id: string): Promise<Choice[]> {
  const own = await unitOn(viewer, sql, unit_id, viewer.on)
  const above = own?.parent_id ? await unitOn(viewer, sql, own.parent_id, viewer.on) : null
  const below = await childrenOf(viewer, sql, unit_id, viewer.on)
  return [own, above, ...below].flatMap((one) => (one ? [{ value: one.id, label: one.name }] : []))
}

/** Entries of a form's lists that come from data. */
export async function optionsFor(
  viewer: Viewer,
  sql: Sql,
  action: AnyAction,
  unit_id: string,
): Promise<Readonly<Record<string, readonly Choice[]>>> {
  const fields = Object.keys(action.input.shape)
  const asks = (name: string) => fields.includes(name)
  const options: Record<string, readonly Choice[]> = {}
  if (asks('area_unit_ids') || asks('asked_unit_ids')) {
    const area = await areaOf(viewer, sql, unit_id)
    options['area_unit_ids'] = area
    options['asked_unit_ids'] = area
  }
  if (asks('owner_unit_id')) {
    const owners = await ownersOf(viewer, sql, unit_id)
    for (const field of ['owner_unit_id', 'helper_unit_id', 'second_helper_unit_id', 'third_helper_unit_id'])
      options[field] = owners
  }
  if (asks('consultation_id') || asks('dialogue_id')) {
    const found = await linkable(viewer, sql, unit_id)
    options['consultation_id'] = found.consultations.map(({ id, title }) => ({ value: id, label: title }))
    options['dialogue_id'] = found.dialogues.map(({ id, title, held_on }) => ({
      value: id,
      label: `${title} (${shortDay(held_on)})`,
    }))
  }
  if (asks('first_counter_id')) {
    const officers = await officersOf(viewer, sql, unit_id, viewer.on, counterKinds)
    // Of a unit that is no more: those of the units that carry its work on, and of no organisation under them.
    const { rows } = await sql.query<{ id: string }>('select heirs_of($1, $2::date) as id', [
      unit_id,
      viewer.on.toString(),
    ])
    const people = officers
      .filter((one) => rows.some((heir) => heir.id === one.unit_id))
      .map(({ account_id, name, title }) => ({ value: account_id, label: `${name}, ${title}` }))
    options['first_counter_id'] = people
    options['second_counter_id'] = people
  }
  return options
}

/** What a form shows at first. */
export function firstValues(action: AnyAction, row: RecordRow | null, fresh: string): FormValues {
  const values: Record<string, string | string[]> = {}
  for (const field of ['talk_id', 'promise_id']) if (Object.hasOwn(action.input.shape, field)) values[field] = fresh
  if (action.step === 'change-area' && row && 'area_unit_ids' in row && Array.isArray(row.area_unit_ids))
    values['area_unit_ids'] = row.area_unit_ids
  return values
}
