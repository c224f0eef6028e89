/** The form of each step of a cluster: shown, posted, refused with everything typed kept. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Db } from '../../platform/database.ts'
import { type Fault, text } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import { unitName, unitsByCode } from '../units/queries.ts'
import { clusterPath, clustersPath } from './addresses.ts'
import { type ClusterRow, cluster } from './cluster.ts'
import { periodItems } from './cluster-views.tsx'
import { fitting, membersOn, namesOf } from './queries.ts'

/** One request of an officer. */
export interface Asked {
  c: Context<AppEnv>
  db: Db
}

/** More bodies than these are not offered as boxes: their codes are typed. */
const boxes_max = 200

/** Units for which the viewer may keep clusters. */
export function keptUnits(viewer: Viewer): string[] {
  const kinds: readonly string[] = ['administrator', 'head', 'clerk']
  return [...new Set(viewer.positions.filter((one) => kinds.includes(one.kind)).map((one) => one.unit_id))]
}

function keeperOf({ c }: Asked, row: ClusterRow | null): string {
  return row?.unit_id ?? c.req.param('unit') ?? ''
}

/** Every step of the viewer's standing, with whether it is open now. */
export async function offered(
  one: Asked,
  actions: readonly AnyAction[],
  row: ClusterRow | null,
): Promise<OfferedStep[]> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const { briefings } = words(language)
  const verbs: Readonly<Record<string, string>> = briefings.steps
  const unit_id = keeperOf(one, row)
  const facts = await cluster.facts(db.pool, { record: row, unit_id, viewer, moment })
  return actions.flatMap(({ step }) => {
    const about = { record: row, facts, viewer, moment, unit_id, id: row?.id ?? '', input: null }
    const said = answerFor(cluster, step, about)
    if (!said.open && said.kind === 'standing') return []
    const href = row ? `${clustersPath}/${row.id}/${step}` : `${clustersPath}/lap/${unit_id}`
    const refusal = said.open ? null : briefings.has_ended
    return [{ step, verb: verbs[step] ?? step, href, cite: said.cite, refusal, to_be_checked: false }]
  })
}

/** Codes are typed where there are too many bodies for boxes. */
const codesForm = z.object({ codes: text(4000, { field: 'long-text' }) })

async function takesCodes({ c, db }: Asked, action: AnyAction, row: ClusterRow | null): Promise<boolean> {
  if (action.step !== 'add-members' || !row) return false
  return (await fitting(c.var.viewer, db.pool, row, c.var.moment.on)).length > boxes_max
}

const schemaOf = (action: AnyAction, row: ClusterRow | null, codes: boolean): z.ZodObject => {
  if (row === null) return withId(action.input)
  return codes ? codesForm.extend({ from_on: action.input.shape['from_on'] }) : action.input
}

/** The page of the form; as to a stranger where the step is not the viewer's. */
export async function showForm(
  one: Asked,
  action: AnyAction,
  row: ClusterRow | null,
  typed: FormValues | null = null,
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  const { c, db } = one
  const { viewer, language, moment } = c.var
  const [step] = await offered(one, [action], row)
  if (!step) throw new NotOpen('not-yours', '', 404)
  const { briefings, units } = words(language)
  const about: Readonly<Record<string, string>> = briefings.about
  const keeper = (await unitName(viewer, db.pool, keeperOf(one, row))) ?? ''
  const first = row ? { from_on: shortDay(moment.on), name: row.name } : { ...startOf(), from_on: shortDay(moment.on) }
  const usual: FormValues = action.step === 'add-cluster' || action.step === 'add-members' ? first : {}
  return renderPage(
    c,
    <StepPage
      frame={frameOf(c)}
      title={step.verb}
      current="reports"
      about={`${row?.name ?? keeper}. ${about[action.step] ?? ''}`}
      action={step.href}
      cancel={row ? clusterPath(row.id, 'thanh-vien') : clustersPath}
      schema={schemaOf(action, row, await takesCodes(one, action, row))}
      form={{
        labels: briefings.labels,
        hints: briefings.hints,
        faults: briefings.faults,
        choices: { level: units.levels },
      }}
      values={typed ?? usual}
      errors={errors}
      options={await optionsOf(one, action, row)}
      revision={row?.revision}
      grave={action.step === 'end-cluster'}
    />,
    status,
  )
}

async function optionsOf(
  { c, db }: Asked,
  action: AnyAction,
  row: ClusterRow | null,
): Promise<Readonly<Record<string, readonly Choice[]>>> {
  const { viewer, moment, language } = c.var
  if (!row) return {}
  if (action.step === 'add-members') {
    const open = new Set(row.members.filter((one) => one.until_on === null).map((one) => one.unit_id))
    const free = (await fitting(viewer, db.pool, row, moment.on)).filter((one) => !open.has(one.id))
    return { unit_ids: free.slice(0, boxes_max).map(({ id, name }) => ({ value: id, label: name })) }
  }
  const all = [...(await namesOf(viewer, db.pool, row))].map(([value, label]) => ({ value, label }))
  const open = new Set(row.members.filter((one) => one.until_on === null).map((one) => one.unit_id))
  const now = (await membersOn(viewer, db.pool, row, moment.on)).members
  const hosts = new Map([
    ...all.map((one) => [one.value, one.label] as const),
    ...now.map((one) => [one.id, one.name] as const),
  ])
  const chosen = {
    'end-membership': all.filter((one) => open.has(one.value)),
    'name-host': [...hosts].map(([value, label]) => ({ value, label })),
  }[action.step]
  return { member_id: chosen ?? all, period: periodItems(moment.on, `${moment.on.year}-y`, language) }
}

/** Takes the posted form. */
export async function takeForm(one: Asked, action: AnyAction, row: ClusterRow | null): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const codes = await takesCodes(one, action, row)
  const read = await readPost(c, schemaOf(action, row, codes))
  if (!read.ok) return showForm(one, action, row, read.values, read.errors, 422)
  const { id: new_id, ...typed }: Record<string, unknown> = read.data
  const id = row?.id ?? String(new_id)
  const revision = row ? { revision: Number(read.form.get('revision')) || 0 } : {}
  const unit_id = keeperOf(one, row)
  const { briefings } = words(language)
  try {
    const input = codes ? await withUnits(one, typed) : typed
    await perform(db, action, { viewer, moment, unit_id, id, ...revision, input })
  } catch (error) {
    const own: Readonly<Record<string, string>> = briefings.refusals
    const { errors, status } = refusedForm(error, language, (code) => own[code] ?? briefings.has_ended)
    const shown = codes ? errors.map((one) => (one.field === 'unit_ids' ? { ...one, field: 'codes' } : one)) : errors
    return showForm(one, action, row, read.values, shown, status)
  }
  return seeOther(c, clusterPath(id, 'thanh-vien'))
}

/** Typed codes → units of that day; a code that means nothing becomes no unit and is refused as one that does not stand. */
async function withUnits({ c, db }: Asked, typed: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { viewer, moment } = c.var
  const on = typed['from_on'] instanceof Temporal.PlainDate ? typed['from_on'] : moment.on
  const codes = String(typed['codes'] ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const unit_ids: string[] = []
  for (const code of codes.slice(0, boxes_max)) {
    const [found] = await unitsByCode(viewer, db.pool, code, on)
    unit_ids.push(found?.id ?? '00000000-0000-0000-0000-000000000000')
  }
  return { unit_ids, from_on: typed['from_on'] }
}
