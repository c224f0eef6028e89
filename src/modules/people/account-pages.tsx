/** The officer's own account: positions, devices signed in, password. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { passwordMin } from '../../platform/password.ts'
import { Button } from '../../ui/parts/button.tsx'
import { accountPath, DeskPage, signInPath } from '../../ui/parts/desk-page.tsx'
import { ErrorSummary } from '../../ui/parts/error-summary.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { shortDay, shortInstant } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { NotificationBanner } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { deviceOf, shortAddress } from './device.ts'
import { type OpenSession, ownPositions, ownSessions } from './queries.ts'
import { fromOf, giveCookies } from './requests.ts'
import { changePassword, type SignIn, sessionOf, signOut, signOutEverywhere } from './sign-in.ts'
import { minuteAfter, passwordPath } from './sign-in-pages.tsx'

const everywherePath = `${accountPath}/dang-xuat-moi-noi`

/** Registers `/tai-khoan` and what is done there. */
export function accountPages(app: Hono<AppEnv>, deps: { signIn: SignIn }): void {
  const { signIn } = deps
  const { pool } = signIn.db
  app.get(accountPath, async (c) => {
    const { viewer } = c.var
    const session = await sessionOf(signIn, c.req.raw.headers)
    if (!viewer.account_id || !session) return signInFirst(c)
    const [positions, sessions] = [await ownPositions(viewer, pool), await ownSessions(viewer, pool)]
    const changed = c.req.query('doi') === '1'
    return renderPage(c, <AccountPage frame={frameOf(c)} {...{ positions, sessions, changed }} here={session.id} />)
  })
  app.post(everywherePath, async (c) => {
    if (!c.var.viewer.account_id) return signInFirst(c)
    await signOutEverywhere(signIn, c.var.viewer.account_id)
    giveCookies(c, await signOut(signIn, fromOf(c)))
    return seeOther(c, `${signInPath}?ra=het`)
  })
  app.post(`${accountPath}/phien/:id/ket-thuc`, async (c) => {
    if (!c.var.viewer.account_id) return signInFirst(c)
    await pool.query('delete from auth_session where id::text = $1 and user_id = $2', [
      c.req.param('id'),
      c.var.viewer.account_id,
    ])
    return seeOther(c, accountPath)
  })
  app.get(passwordPath, (c) => (c.var.viewer.account_id ? passwordPage(c, {}) : signInFirst(c)))
  app.post(passwordPath, (c) => changeFromForm(c, signIn))
}

type PasswordField = 'current_password' | 'new_password' | 'again'
type PasswordFaults = Partial<Record<PasswordField, string>>

async function changeFromForm(c: Context<AppEnv>, signIn: SignIn): Promise<Response> {
  const session = await sessionOf(signIn, c.req.raw.headers)
  if (!session) return signInFirst(c)
  const form = await c.req.parseBody()
  const typed = (name: PasswordField) => (typeof form[name] === 'string' ? form[name] : '')
  const { people, frame } = words(c.var.language)
  if (typed('new_password').normalize('NFKC') !== typed('again').normalize('NFKC'))
    return passwordPage(c, { again: people.faults['passwords-differ'] }, 422)
  const both = { current_password: typed('current_password'), new_password: typed('new_password') }
  const changed = await changePassword(signIn, session, both, fromOf(c), c.var.moment)
  if (changed.ok) {
    giveCookies(c, changed.cookies)
    return seeOther(c, `${accountPath}?doi=1`)
  }
  if (changed.wait_until)
    return passwordPage(c, { current_password: people.wait(minuteAfter(changed.wait_until)) }, 429)
  const own: Readonly<Record<string, string>> = people.faults
  const name = { name: people.account[changed.field], Name: people.account[changed.field] }
  const length = { ...name, min: String(passwordMin), max: '128', count: String([...both.new_password].length) }
  const sentence = changed.code === 'too-short' ? frame.faults['too-short'](length) : frame.faults['too-long'](length)
  return passwordPage(c, { [changed.field]: own[changed.code] ?? sentence }, 422)
}

function passwordPage(c: Context<AppEnv>, faults: PasswordFaults, status: PageStatus = 200): Response {
  const page = <PasswordPage frame={frameOf(c)} faults={faults} must={c.var.viewer.must_change_password === true} />
  return renderPage(c, page, status)
}

function PasswordPage(props: { frame: Frame; faults: PasswordFaults; must: boolean }) {
  const { account } = words(props.frame.language).people
  const { faults } = props
  const errors = Object.entries(faults).map(([field, sentence]) => ({ field, sentence }))
  const field = (name: PasswordField, label: string, autocomplete: string, hint?: string) => (
    <TextInput
      {...{ name, label, autocomplete, hint }}
      type="password"
      width={30}
      error={faults[name]}
      spellcheck={false}
    />
  )
  return (
    <DeskPage
      frame={props.frame}
      title={account.change_password}
      wide={false}
      faulty={errors.length > 0}
      back={props.must ? undefined : { href: accountPath }}
      parts={props.must ? [] : undefined}
    >
      <ErrorSummary errors={errors} />
      {props.must && <NotificationBanner text={account.must_change} />}
      <h1>{account.change_password}</h1>
      <form method="post" action={passwordPath} novalidate class="gd-form">
        {field('current_password', account.current_password, 'current-password')}
        {field('new_password', account.new_password, 'new-password', account.new_password_hint)}
        {field('again', account.new_password_again, 'new-password')}
        <Button>{account.change_password}</Button>
      </form>
    </DeskPage>
  )
}

function AccountPage(props: {
  frame: Frame
  positions: Awaited<ReturnType<typeof ownPositions>>
  sessions: readonly OpenSession[]
  here: string
  changed: boolean
}) {
  const { account, kinds } = words(props.frame.language).people
  return (
    <DeskPage frame={props.frame} title={account.title}>
      {props.changed && <NotificationBanner kind="success" text={account.password_changed} />}
      <h1>{account.title}</h1>
      <Table
        caption={account.positions}
        rows={props.positions}
        row_key={(row) => row.id}
        empty={account.no_positions}
        columns={[
          { key: 'unit', title: account.unit, row_header: true, cell: (row) => row.unit_name },
          { key: 'kind', title: account.kind, cell: (row) => kinds[row.kind] },
          { key: 'title', title: account.held_title, cell: (row) => row.title },
          { key: 'from', title: account.from, nowrap: true, cell: (row) => shortDay(row.from_on) },
          {
            key: 'until',
            title: account.until,
            nowrap: true,
            cell: (row) => (row.until_on ? shortDay(row.until_on) : account.now),
          },
        ]}
      />
      <Sessions {...props} />
      <form method="post" action={everywherePath}>
        <p>{account.everywhere_hint}</p>
        <Button kind="warning">{account.everywhere}</Button>
      </form>
      <Button href={`${accountPath}/thu`} kind="secondary">
        {words(props.frame.language).mailings.title}
      </Button>
      <Button href={passwordPath} kind="secondary">
        {account.change_password}
      </Button>
    </DeskPage>
  )
}

function Sessions(props: { frame: Frame; sessions: readonly OpenSession[]; here: string }) {
  const { account } = words(props.frame.language).people
  const named = (row: OpenSession) => deviceOf(row.user_agent) ?? account.unknown_device
  return (
    <Table
      caption={account.sessions}
      rows={props.sessions}
      row_key={(row) => row.id}
      empty=""
      columns={[
        {
          key: 'device',
          title: account.device,
          row_header: true,
          cell: (row) => (row.id === props.here ? `${named(row)} (${account.this_device})` : named(row)),
        },
        { key: 'address', title: account.address, cell: (row) => shortAddress(row.ip_address) },
        { key: 'signed-in', title: account.signed_in, nowrap: true, cell: (row) => shortInstant(row.created_at) },
        { key: 'used', title: account.last_used, nowrap: true, cell: (row) => shortInstant(row.updated_at) },
        {
          key: 'end',
          title: account.end_session,
          cell: (row) =>
            row.id !== props.here && (
              <form method="post" action={`${accountPath}/phien/${row.id}/ket-thuc`}>
                <button type="submit" class="gd-link-button">
                  {account.end_session}
                  <span class="govuk-visually-hidden"> {account.end_session_of(named(row))}</span>
                </button>
              </form>
            ),
        },
      ]}
    />
  )
}
