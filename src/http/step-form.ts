/** The form of a step: its sentences, the entries of its lists, and what is known already. */

import type { ComplaintRow } from '../modules/complaints/complaint.ts'
import { officersOf } from '../modules/people/queries.ts'
import type { PetitionRow } from '../modules/petitions/petition.ts'
import { likelyPetitions } from '../modules/petitions/queries.ts'
import { findUnits } from '../modules/units/queries.ts'
import type { AnyAction, RecordRow } from '../platform/actions/action.ts'
import type { Viewer } from '../platform/actions/viewer.ts'
import type { Db } from '../platform/database.ts'
import type { Fault } from '../platform/input.ts'
import { type FormValues, fieldsOf } from '../platform/read-form.ts'
import type { Choice } from '../ui/parts/fields.tsx'
import type { FormWords } from '../ui/parts/form.tsx'
import { shortDay } from '../ui/parts/format.ts'
import type { Words } from '../ui/words/words.ts'
import type { RecordKind } from './record-kinds.ts'
import type { Loaded } from './records.tsx'

const groundsOf: Readonly<
  Record<string, 'decline_grounds' | 'shelving_grounds' | 'hand_back_grounds' | 'suspension_grounds'>
> = {
  decline: 'decline_grounds',
  shelve: 'shelving_grounds',
  'hand-back': 'hand_back_grounds',
  suspend: 'suspension_grounds',
}

/** The sentences of a step's form. */
export function stepWords(w: Words, kind: RecordKind, step: string): FormWords {
  const steps: Readonly<Record<string, { button: string }>> = w.law.steps[kind]
  const grounds = groundsOf[step]
  const module = { petition: w.petitions, complaint: w.complaints, feedback: w.feedback }[kind]
  const extra = kind === 'feedback' && step === 'attach' ? { note: w.feedback.attach_note } : {}
  return {
    labels: {
      ...w.petitions.labels,
      ...module.labels,
      ...(step === 'record' ? w.petitions.record_labels : {}),
      ...extra,
    },
    hints: step === 'record' ? {} : { ...module.hints },
    names: w.petitions.names,
    faults: module.faults,
    submit: steps[step]?.button ?? step,
    choices: {
      kind: w.law.kinds,
      field: w.law.fields,
      competence: w.law.competences,
      source: w.law.sources,
      forwarder: w.law.forwarders,
      conditions: w.law.handling_conditions,
      criteria: w.law.complexity_criteria,
      result: w.law.complaint_results,
      fate: w.law.first_decision_fates,
      contested_kind: w.law.contested_kinds,
      respondent_body: w.law.respondent_bodies,
      instance: w.law.instances,
      ...(step === 'propose-second' ? { why: w.law.second_reasons } : {}),
      stage: w.law.enforcement_stages,
      ...w.petitions.choices,
      ...w.complaints.choices,
      ...w.feedback.choices,
      ...(step === 'record' ? { asked_kind: w.law.kinds } : {}),
      ...(grounds ? { ground: w.law[grounds] } : {}),
    },
  }
}

/** The entries of a step's lists that come from data. */
export async function stepOptions(
  viewer: Viewer,
  db: Db,
  action: AnyAction,
  record: RecordRow,
): Promise<Readonly<Record<string, readonly Choice[]>>> {
  const options: Record<string, readonly Choice[]> = {}
  const fields = fieldsOf(action.input).map((field) => field.name)
  if (fields.includes('handler_id') || fields.includes('verifier_id')) {
    const officers = await officersOf(viewer, db.pool, record.unit_id, viewer.on, ['handler', 'reception-officer'])
    const items = officers.map((one) => ({
      value: one.account_id,
      label: one.title ? `${one.name}, ${one.title}` : one.name,
    }))
    options['handler_id'] = items
    options['verifier_id'] = items
  }
  if (fields.includes('point')) {
    // Only a petition has points.
    const points = (record as PetitionRow).points.filter((point) => point.step === null)
    options['point'] = points.map((point) => ({ value: point.id, label: `${point.id}. ${point.text}` }))
  }
  if (fields.includes('obligation')) {
    // Only a complaint has what is owed.
    const owed = ((record as ComplaintRow).obligations ?? []).filter((one) => one.done === null)
    options['obligation'] = owed.map((one) => ({ value: one.id, label: `${one.id}. ${one.what}` }))
  }
  if (fields.includes('petition_id')) {
    const row = record as PetitionRow
    const likely = await likelyPetitions(viewer, db.pool, {
      unit_id: row.unit_id,
      text: `${row.title}\n${row.text}`,
      name: row.petitioner_name,
      except: row.id,
    })
    // Letters of units below are shown beside the record; a case is joined within one register.
    const here = likely.filter((one) => one.unit_id === row.unit_id)
    options['petition_id'] = here.map((one) => ({
      value: one.id,
      label: `${one.register_number ?? '–'}/${one.register_year} · ${one.petitioner_name} · ${one.title} (${shortDay(one.received_on)})`,
    }))
  }
  return options
}

/** What the form shows at first. */
export function firstValues(action: AnyAction, record: RecordRow, today: Temporal.PlainDate): FormValues {
  const known: Record<string, string | string[]> = {}
  const row = record as Partial<PetitionRow>
  if (action.step === 'classify') {
    if (row.asked_kind) known['kind'] = row.asked_kind
    known['competence'] = 'ours'
    const met = ['in-vietnamese', 'named-with-address', 'content-stated', 'not-sent-before', 'not-guided-before']
    known['conditions'] = row.signature ? [...met, 'dated', 'signed'] : met
  }
  // Boxes left as they are change nothing.
  if (action.step === 'correct' && row.conditions) known['conditions'] = [...row.conditions]
  if (action.step === 'answer' && 'draft' in record) known['answer'] = String(record.draft ?? '')
  for (const field of ['sent_on', 'delivered_on', 'held_on', 'filed_on']) known[field] = shortDay(today)
  if (row.points) known['point'] = row.points.find((point) => point.step === null)?.id ?? ''
  return known
}

/** Fields in which a unit is typed by its name. */
export const unitFields = ['receiver_unit_id', 'competent_unit_id', 'first_unit_id'] as const

/**
 * Units typed by name become ids: one match is taken, several are offered as a list, none is a fault. The form works
 * without JavaScript and nothing typed is lost.
 */
export async function resolveUnits(
  viewer: Viewer,
  db: Db,
  action: AnyAction,
  form: FormData,
): Promise<{ faults: Fault[]; options: Record<string, readonly Choice[]> }> {
  const faults: Fault[] = []
  const options: Record<string, readonly Choice[]> = {}
  for (const field of unitFields) {
    if (!fieldsOf(action.input).some((one) => one.name === field)) continue
    const typed = String(form.get(field) ?? '').trim()
    if (typed === '' || /^[0-9a-f-]{36}$/i.test(typed)) continue
    const matches = await findUnits(viewer, db.pool, typed, viewer.on, { limit: 12 })
    const only = matches.length === 1 ? matches[0] : undefined
    if (only) form.set(field, only.id)
    else if (matches.length === 0) faults.push({ field, code: 'no-such-unit' })
    else {
      options[field] = matches.map((unit) => ({
        value: unit.id,
        label: unit.place ? `${unit.name}, ${unit.place}` : unit.name,
      }))
      faults.push({ field, code: 'choose-one' })
    }
  }
  return { faults, options }
}

/** All fields but a list without entries where the form has another way to say it: the register's number of a petition. */
export function shownFields(
  action: AnyAction,
  data: Readonly<Record<string, readonly Choice[]>>,
  loaded: Loaded,
): string[] {
  const names = fieldsOf(action.input).map(({ name }) => name)
  // What becomes of the first decision is asked at the second instance alone.
  const first = loaded.kind === 'complaint' && loaded.row.instance === 1
  return names.filter(
    (name) =>
      (!['petition_id', 'obligation'].includes(name) || (data[name]?.length ?? 0) > 0) && !(name === 'fate' && first),
  )
}
