/** Pages of signing in and out. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, renderPage, seeOther } from '../../http/pages.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage, signInPath, signOutPath } from '../../ui/parts/desk-page.tsx'
import { ErrorSummary } from '../../ui/parts/error-summary.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { shortInstant } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Details, NotificationBanner } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { closeRecords } from './opened.ts'
import { fromOf, giveCookies, safePath } from './requests.ts'
import { type SignIn, signInWith, signOut } from './sign-in.ts'
import { viewerOfAccount } from './viewer-of.ts'

/** The page of the password that must be changed first. */
export const passwordPath = '/tai-khoan/mat-khau'

/** Registers `/dang-nhap` and `/dang-xuat`. */
export function signInPages(app: Hono<AppEnv>, deps: { signIn: SignIn }): void {
  app.get(signInPath, (c) => {
    if (c.var.viewer.account_id) return c.redirect(safePath(c.req.query('den')), 303)
    return renderPage(c, <SignInPage frame={frameOf(c)} to={safePath(c.req.query('den'))} left={leftBy(c)} />)
  })
  app.post(signInPath, (c) => signInFromForm(c, deps.signIn))
  app.get(signOutPath, (c) => renderPage(c, <SignOutPage frame={frameOf(c)} />))
  app.post(signOutPath, async (c) => {
    giveCookies(c, await signOut(deps.signIn, fromOf(c)))
    giveCookies(c, [closeRecords()])
    return seeOther(c, `${signInPath}?ra=1`)
  })
}

function leftBy(c: Context<AppEnv>): 'here' | 'everywhere' | null {
  const left = c.req.query('ra')
  return left === '1' ? 'here' : left === 'het' ? 'everywhere' : null
}

async function signInFromForm(c: Context<AppEnv>, signIn: SignIn): Promise<Response> {
  const form = await c.req.parseBody()
  const typed = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  const to = safePath(typed('den'))
  const { people } = words(c.var.language)
  const result = await signInWith(signIn, { name: typed('ten'), password: typed('mat-khau') }, fromOf(c), c.var.moment)
  if (!result.ok) {
    const sentence = result.wait_until ? people.wait(minuteAfter(result.wait_until)) : people.faults['wrong-sign-in']
    const status: PageStatus = result.wait_until ? 429 : 422
    if (result.wait_until) c.header('Retry-After', String(secondsUntil(result.wait_until)))
    const page = <SignInPage frame={frameOf(c)} to={to} typed={typed('ten').slice(0, 100)} fault={sentence} />
    return renderPage(c, page, status)
  }
  giveCookies(c, result.cookies)
  const viewer = await viewerOfAccount(signIn.db.pool, result.account_id, c.var.moment)
  return seeOther(c, viewer?.must_change_password ? passwordPath : to)
}

function secondsUntil(at: Temporal.Instant): number {
  return Math.max(1, Math.ceil(Temporal.Now.instant().until(at).total('seconds')))
}

/** The full minute after it: nobody is told to come a few seconds early. */
export function minuteAfter(at: Temporal.Instant): string {
  return shortInstant(at.round({ smallestUnit: 'minute', roundingMode: 'ceil' }))
}

function SignInPage(props: {
  frame: Frame
  to: string
  typed?: string
  fault?: string
  left?: 'here' | 'everywhere' | null
}) {
  const { sign_in } = words(props.frame.language).people
  const { fault, left } = props
  return (
    <DeskPage frame={props.frame} title={sign_in.title} wide={false} faulty={fault !== undefined}>
      {fault !== undefined && <ErrorSummary errors={[{ field: 'ten', sentence: fault }]} />}
      {left && (
        <NotificationBanner
          kind="success"
          text={left === 'here' ? sign_in.signed_out : sign_in.signed_out_everywhere}
        />
      )}
      <h1>{sign_in.title}</h1>
      <p>{sign_in.lead}</p>
      <form method="post" action={signInPath} novalidate class="gd-form">
        <input type="hidden" name="den" value={props.to} />
        <TextInput
          name="ten"
          label={sign_in.name}
          value={props.typed}
          error={fault}
          width={20}
          autocomplete="username"
          spellcheck={false}
        />
        <TextInput
          name="mat-khau"
          label={sign_in.password}
          type="password"
          width={20}
          autocomplete="current-password"
          spellcheck={false}
        />
        <Button>{sign_in.submit}</Button>
      </form>
      <Details summary={sign_in.forgotten}>{sign_in.forgotten_help}</Details>
    </DeskPage>
  )
}

function SignOutPage(props: { frame: Frame }) {
  const { sign_out } = words(props.frame.language).people
  return (
    <DeskPage frame={props.frame} title={sign_out.title} wide={false}>
      <h1>{sign_out.question}</h1>
      <form method="post" action={signOutPath}>
        <Button>{sign_out.submit}</Button>
      </form>
    </DeskPage>
  )
}
