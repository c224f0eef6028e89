/** Giving a position at the desk: to somebody with an account, or to somebody new, who gets a one-time password. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import { choice, day, type Fault, personName, text, uuid } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import { words } from '../../ui/words/words.ts'
import { type AccountMade, createAccount, signInName } from './accounts.ts'
import { type Asked, refused, stepPageOf } from './desk.tsx'
import { OneTimePage, peoplePath } from './desk-views.tsx'
import { givePositionAction } from './give-position.ts'
import { position, positionKinds } from './position.ts'
import { accountBySignInName } from './queries.ts'

const step = 'give-position'

/** The action's input with the person found by sign-in name, or described. */
const schema = z.object({
  id: uuid(),
  account_id: uuid(),
  sign_in_name: signInName(),
  name: personName().optional(),
  kind: choice(positionKinds),
  title: text(200),
  from_on: day(),
  until_on: day().optional(),
  document: text(200).optional(),
})
type Given = z.output<typeof schema>

type Handler = (work: (asked: Asked) => Promise<Response>) => (c: Context<AppEnv>) => Promise<Response>

/** Registers `…/nhan-su/give-position`. */
export function givePages(app: Hono<AppEnv>, root: string, asked: Handler): void {
  app.get(
    `${root}/${step}`,
    asked(async (one) => {
      const values = { id: uuidv7(), account_id: uuidv7(), from_on: shortDay(one.c.var.moment.on) }
      return page(one, values, [])
    }),
  )
  app.post(`${root}/${step}`, asked(fromForm))
}

async function fromForm(asked: Asked): Promise<Response> {
  const { c, unit_id, unit_name } = asked
  const { db } = asked.deps.signIn
  const read = await readPost(c, schema)
  if (!read.ok) return page(asked, read.values, read.errors, 422)
  const given = read.data
  const { id, account_id: _new, sign_in_name, name, ...post } = given
  const { viewer, moment } = c.var
  try {
    const made = await holderOf(asked, given)
    await perform(db, givePositionAction, { viewer, unit_id, id, input: { ...post, account_id: made.id }, moment })
    if (name === undefined) return seeOther(c, peoplePath(unit_id))
    const slip = { unit_id, unit_name, name, sign_in_name, password: made.one_time_password }
    return renderPage(c, <OneTimePage frame={frameOf(c)} {...slip} />)
  } catch (fault) {
    const { errors, status } = refused(c, fault)
    return page(asked, read.values, errors, status)
  }
}

/** The account that gets the position: the one of this name, or a new one, made only where the step is open. */
async function holderOf(asked: Asked, given: Given): Promise<AccountMade> {
  const { c, unit_id } = asked
  const { db } = asked.deps.signIn
  const { viewer, moment } = c.var
  const facts = await position.facts(db.pool, { record: null, unit_id, viewer, moment })
  const known = await accountBySignInName(viewer, db.pool, unit_id, given.sign_in_name)
  const input = { ...given, account_id: known?.id ?? given.account_id }
  const said = answerFor(position, step, { record: null, facts, viewer, moment, unit_id, id: given.id, input })
  if (!said.open) throw new NotOpen(said.code, said.cite, said.kind === 'standing' ? 404 : 409)
  const fault = (field: string, code: string) => new WrongInput([{ field, code }])
  if (known && given.name !== undefined && known.id !== given.account_id)
    throw fault('sign_in_name', 'sign-in-name-is-taken')
  if (known) return { id: known.id, one_time_password: null }
  if (given.name === undefined) throw fault('name', 'new-person-needs-a-name')
  const wanted = { id: given.account_id, name: given.name, sign_in_name: given.sign_in_name }
  return createAccount(db, wanted, moment.at)
}

async function page(asked: Asked, values: FormValues, errors: readonly Fault[], status: PageStatus = 200) {
  const { c, unit_id } = asked
  const { people } = words(c.var.language)
  const base = peoplePath(unit_id)
  return renderPage(
    c,
    <StepPage
      {...stepPageOf(asked, step)}
      {...{ schema, values, errors }}
      action={`${base}/${step}`}
      cancel={base}
      form={{ ...people.forms.give, faults: people.faults, choices: { kind: people.kinds } }}
    />,
    status,
  )
}
