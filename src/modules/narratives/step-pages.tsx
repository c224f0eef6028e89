/** The forms of the steps on a whole narrative: handing it to the head, returning it, signing, a version in its place. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { perform } from '../../platform/actions/perform.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import { words } from '../../ui/words/words.ts'
import { narrativePath } from './addresses.ts'
import { type Asked, offered, rowOf, sentence, wholeSteps } from './asked.ts'
import { nameOf } from './list-views.tsx'
import type { Narrative } from './queries.ts'
import { renew } from './renew.ts'
import { sign } from './sign.ts'

type Wrap = (work: (asked: Asked) => Promise<Response>) => (c: Context<AppEnv>) => Promise<Response>

/** Registers them under the path of one narrative. */
export function stepPages(app: Hono<AppEnv>, one: string, asked: Wrap): void {
  for (const action of [...wholeSteps, renew]) {
    app.get(
      `${one}/${action.step}`,
      asked(async (of) => form(of, action, await rowOf(of))),
    )
    app.post(
      `${one}/${action.step}`,
      asked(async (of) => take(of, action, await rowOf(of))),
    )
  }
}

/** Another version has an id of its own, and the address says what it follows. */
const schemaOf = (action: AnyAction) =>
  action.step === renew.step ? withId(action.input.omit({ follows_id: true })) : action.input

async function form(
  one: Asked,
  action: AnyAction,
  row: Narrative,
  typed: FormValues | null = null,
  errors: readonly Fault[] = [],
  status: PageStatus = 200,
): Promise<Response> {
  const { c } = one
  const said = await offered(one, action, row)
  if (!said) throw new NotOpen('not-yours', '', 404)
  const { narratives: w } = words(c.var.language)
  const renewing = action.step === renew.step
  const page = (
    <StepPage
      frame={frameOf(c)}
      title={said.verb}
      current="reports"
      about={`${nameOf(row, c.var.language)} · ${row.unit}. ${w.about[action.step] ?? ''}`}
      action={said.href}
      cancel={narrativePath(row)}
      schema={schemaOf(action)}
      form={{ labels: w.labels, faults: w.faults }}
      values={typed ?? (renewing ? startOf() : {})}
      errors={said.refusal && errors.length === 0 ? [{ field: '', code: 'not-now', sentence: said.refusal }] : errors}
      revision={renewing ? undefined : row.revision}
      grave={action.step === sign.step}
    />
  )
  return renderPage(c, page, status)
}

async function take(one: Asked, action: AnyAction, row: Narrative): Promise<Response> {
  const { c, db } = one
  const { viewer, moment, language } = c.var
  const read = await readPost(c, schemaOf(action))
  if (!read.ok) return form(one, action, row, read.values, read.errors, 422)
  const { id: new_id, ...typed }: Record<string, unknown> = read.data
  const renewing = action.step === renew.step
  const id = renewing ? String(new_id) : row.id
  const input = renewing ? { ...typed, follows_id: row.id } : typed
  const revision = renewing ? {} : { revision: Number(read.form.get('revision')) || 0 }
  try {
    await perform(db, action, { viewer, moment, unit_id: row.unit_id, id, ...revision, input })
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => sentence(c, code, cite))
    return form(one, action, row, read.values, errors, status)
  }
  return seeOther(c, narrativePath({ unit_id: row.unit_id, id }))
}
