/** `/tai-khoan/thu`: an officer's own mail address, and whether the mail of the morning is wanted. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { log } from '../../platform/log.ts'
import { mayTry } from '../../platform/throttle.ts'
import { Button } from '../../ui/parts/button.tsx'
import { accountPath, DeskPage } from '../../ui/parts/desk-page.tsx'
import { ErrorSummary } from '../../ui/parts/error-summary.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Inset, NotificationBanner } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { readMailConfig, singleAddress } from '../notices/notice.ts'
import type { SignIn } from '../people/sign-in.ts'
import { askAddress, confirmAddress, dropAddress, type OwnMail, ownMail, wantDigest } from './address.ts'

const path = `${accountPath}/thu`
/** Codes asked for, and codes typed, before an hour's rest. */
const tries = { tries: 6, minutes: 60 } as const

type Field = 'mail' | 'code'
type Faults = Partial<Record<Field, string>>

/** Registers the page and its four forms. */
export function pages(app: Hono<AppEnv>, deps: { signIn: SignIn }): void {
  app.get(path, (c) => page(c, deps, {}, 200))
  for (const [name, work] of [
    ['xin', ask],
    ['xac-nhan', confirm],
    ['bo', drop],
    ['ban-tin', digest],
  ] as const) {
    app.get(`${path}/${name}`, (c) => seeOther(c, path))
    app.post(`${path}/${name}`, (c) => {
      const { account_id } = c.var.viewer
      return account_id ? work(c, deps, account_id) : signInFirst(c)
    })
  }
}

async function page(c: Context<AppEnv>, deps: { signIn: SignIn }, faults: Faults, status: PageStatus, typed = '') {
  const { viewer, moment } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const own = await ownMail(viewer, deps.signIn.db.pool, moment.at)
  const ready = readMailConfig().smtp_url !== null
  const done = c.req.query('xong') === '1'
  return renderPage(c, <MailPage frame={frameOf(c)} {...{ own, faults, ready, done, typed }} />, status)
}

async function typedIn(c: Context<AppEnv>, name: string): Promise<string> {
  const form = await c.req.parseBody()
  return typeof form[name] === 'string' ? form[name].trim().slice(0, 300) : ''
}

async function ask(c: Context<AppEnv>, deps: { signIn: SignIn }, account_id: string): Promise<Response> {
  const { faults } = words(c.var.language).mailings
  const { db, secret } = deps.signIn
  const typed = await typedIn(c, 'mail')
  const mail = singleAddress(typed)
  if (mail === null) return page(c, deps, { mail: faults['not-an-address'] }, 422, typed)
  if (!(await mayTry(db.pool, `mail/${account_id}`, tries))) return page(c, deps, { mail: faults.often }, 429, typed)
  try {
    const about = { account_id, mail, language: c.var.language, secret, at: c.var.moment.at }
    const sent = await askAddress(db.pool, about, readMailConfig())
    return sent ? seeOther(c, path) : await page(c, deps, { mail: faults['no-server'] }, 422, typed)
  } catch (fault) {
    log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'a code was not delivered')
    return page(c, deps, { mail: faults['not-sent'] }, 422, typed)
  }
}

async function confirm(c: Context<AppEnv>, deps: { signIn: SignIn }, account_id: string): Promise<Response> {
  const { faults } = words(c.var.language).mailings
  const { db, secret } = deps.signIn
  if (!(await mayTry(db.pool, `mail-code/${account_id}`, tries))) return page(c, deps, { code: faults.often }, 429)
  const about = { account_id, code: await typedIn(c, 'code'), secret, at: c.var.moment.at }
  if (await confirmAddress(db.pool, about)) return seeOther(c, `${path}?xong=1`)
  return page(c, deps, { code: faults['wrong-code'] }, 422)
}

async function drop(c: Context<AppEnv>, deps: { signIn: SignIn }, account_id: string): Promise<Response> {
  await dropAddress(deps.signIn.db.pool, account_id)
  return seeOther(c, path)
}

async function digest(c: Context<AppEnv>, deps: { signIn: SignIn }, account_id: string): Promise<Response> {
  await wantDigest(deps.signIn.db.pool, account_id, (await typedIn(c, 'wants')) === 'yes')
  return seeOther(c, path)
}

function MailPage(props: { frame: Frame; own: OwnMail; faults: Faults; ready: boolean; done: boolean; typed: string }) {
  const { mailings: w } = words(props.frame.language)
  const { own, faults } = props
  const errors = Object.entries(faults).map(([field, sentence]) => ({ field, sentence }))
  const button = (name: string, text: string, wants?: 'yes' | 'no') => (
    <form method="post" action={`${path}/${name}`}>
      {wants && <input type="hidden" name="wants" value={wants} />}
      <Button kind="secondary">{text}</Button>
    </form>
  )
  return (
    <DeskPage frame={props.frame} title={w.title} wide={false} faulty={errors.length > 0} back={{ href: accountPath }}>
      <ErrorSummary errors={errors} />
      {props.done && <NotificationBanner kind="success" text={w.confirmed} />}
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      {!props.ready && <Inset>{w.faults['no-server']}</Inset>}
      {own.mail && (
        <>
          <p>
            <strong>{w.now(own.mail)}</strong>
          </p>
          <p>{own.wants_digest ? w.digest_on : w.digest_off}</p>
          {own.wants_digest ? button('ban-tin', w.want_none, 'no') : button('ban-tin', w.want, 'yes')}
          {button('bo', w.drop)}
        </>
      )}
      {own.waiting && (
        <form method="post" action={`${path}/xac-nhan`} novalidate class="gd-form">
          <p>{w.waiting(own.waiting)}</p>
          <TextInput
            name="code"
            label={w.code_label}
            width={10}
            inputmode="numeric"
            autocomplete="one-time-code"
            spellcheck={false}
            error={faults.code}
          />
          <Button>{w.confirm}</Button>
        </form>
      )}
      <form method="post" action={`${path}/xin`} novalidate class="gd-form">
        <TextInput
          name="mail"
          label={own.mail ? w.another : w.label}
          type="email"
          value={props.typed}
          width={30}
          autocomplete="email"
          spellcheck={false}
          error={faults.mail}
        />
        <Button kind={own.waiting ? 'secondary' : 'primary'}>{w.ask}</Button>
      </form>
    </DeskPage>
  )
}
