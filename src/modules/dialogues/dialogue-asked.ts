/** What the desk's ways in to dialogues share: who asks, the row of an address, sentences, the choices of their forms. */
import type { Context } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { minutesParts } from '../../law/dialogue-rules.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor } from '../../platform/actions/perform.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from '../../platform/uuid.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import type { FormWords } from '../../ui/parts/form.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { promiseUnitFields } from '../commitments/promise.ts'
import { ancestorsOf, childrenOf, unitOn } from '../units/queries.ts'
import { deskDialoguePath } from './addresses.ts'
import { type DialogueRow, dialogue } from './dialogue.ts'
import { type Dialogue, dialogueById } from './queries.ts'

/** One request to the desk. */
export interface Asked {
  c: Context<AppEnv>
  db: Db
  /** Seals the cookie of opened records and makes the codes of slips. */
  secret: string
}

/** The dialogue that an address names, as the viewer sees it. */
export async function dialogueRow({ c, db }: Asked): Promise<Dialogue> {
  const unit = c.req.param('unit') ?? ''
  const id = c.req.param('id') ?? ''
  const row = isUuid(unit) && isUuid(id) ? await dialogueById(c.var.viewer, db.pool, unit, id) : null
  if (!row) throw new NotOpen('not-yours', '', 404)
  return row
}

/** A lawful no in words. */
export function sentence(language: Language, code: string, cite: string): string {
  const { law, dialogues } = words(language)
  const said: Readonly<Record<string, string>> = { ...law.conditions, ...law.refusals, ...dialogues.refusals }
  return `${said[code] ?? law.refusals['not-in-this-state']}${cite ? ` (${cite})` : ''}`
}

/** The sentences of every form of a dialogue. */
export function formWords(language: Language): FormWords {
  const { dialogues: w } = words(language)
  return {
    labels: w.labels,
    hints: w.hints,
    faults: w.faults,
    choices: {
      kind: w.kinds,
      mode: w.modes,
      force: w.forces,
      origin: w.origins,
      how: w.tellings,
      part: Object.fromEntries(minutesParts.map((part) => [part, w.minutes_parts[part]])),
    },
  }
}

/** Steps with whether each is open now; those that are not the viewer's are left out. */
export async function offeredSteps(
  { c, db }: Asked,
  actions: readonly AnyAction[],
  row: DialogueRow | null,
  unit_id: string,
): Promise<OfferedStep[]> {
  const { viewer, moment, language } = c.var
  const facts = await dialogue.facts(db.pool, { record: row, unit_id, viewer, moment })
  const verbs: Readonly<Record<string, { button: string }>> = words(language).law.steps.dialogue
  return actions.flatMap((action): OfferedStep[] => {
    const about = { record: row, facts, viewer, moment, unit_id, id: row?.id ?? '', input: null }
    const said = answerFor(dialogue, action.step, about)
    if (!said.open && said.kind === 'standing') return []
    const { step } = action
    return [
      {
        step,
        verb: verbs[step]?.button ?? step,
        href: row ? `${deskDialoguePath(row)}/${step}` : '',
        cite: said.cite,
        refusal: said.open ? null : sentence(language, said.code, ''),
        to_be_checked: action.noun.workflow[step]?.unverified !== undefined,
        moves: action.noun.workflow[step]?.to !== 'same',
      },
    ]
  })
}

/** Units that a form may name: the unit itself, what is under it, what is above it and beside it. */
export async function unitChoices({ c, db }: Asked, unit_id: string): Promise<Readonly<Record<string, Choice[]>>> {
  const { viewer, moment } = c.var
  const own = await unitOn(viewer, db.pool, unit_id, moment.on)
  const above = (await ancestorsOf(viewer, db.pool, unit_id, moment.on)).filter((unit) => unit.level !== 'country')
  const below = await childrenOf(viewer, db.pool, unit_id, moment.on)
  const beside = above[0] ? await childrenOf(viewer, db.pool, above[0].id, moment.on) : []
  const all = new Map([...(own ? [own] : []), ...below, ...above, ...beside].map((unit) => [unit.id, unit.name]))
  const units = [...all].map(([value, label]) => ({ value, label }))
  const others = units.filter((unit) => unit.value !== unit_id)
  const promised = Object.fromEntries(
    promiseUnitFields.map((field) => [field, field === 'owner_unit_id' ? units : others]),
  )
  return { ...promised, with_unit_id: others, second_with_unit_id: others }
}
