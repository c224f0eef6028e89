/** The page of an officer's own key. A pure function of what was read. */
import type { ComponentChildren } from 'preact'
import { Button, ButtonGroup } from '../../ui/parts/button.tsx'
import { Checkboxes } from '../../ui/parts/choices.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { ErrorSummary } from '../../ui/parts/error-summary.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { shortInstant } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Details, NotificationBanner, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'

/** Address of the page. */
export const keyPath = '/khoa'

/** What can be done with a key. */
export type KeyStep = 'set-up' | 'replace' | 'let-hold' | 'unlock' | 'change' | 'lock'

/** What the page shows. */
export interface KeyData {
  frame: Frame
  key_: { made_at: Temporal.Instant; is_held: boolean } | null
  open: boolean
  done: 'set-up' | 'unlock' | 'lock' | 'change' | 'let-hold' | null
  tried: KeyStep | null
  /** Sentences by field, of the step that was tried. */
  faults: Readonly<Record<string, string>>
  /** The organisation has a key service. */
  service: boolean
  /** Where to go after unlocking; empty: stay. */
  to: string
}

/** The key: none, locked or open, and what can be done. */
export function KeyPage(props: KeyData) {
  const { custody, denunciations } = words(props.frame.language)
  const { key } = denunciations
  const errors = Object.entries(props.faults).map(([field, sentence]) => ({ field, sentence }))
  const made = props.key_ && shortInstant(props.key_.made_at)
  return (
    <DeskPage frame={props.frame} title={key.title} wide={false} faulty={errors.length > 0}>
      <ErrorSummary errors={errors} />
      {props.done && <NotificationBanner kind="success" text={key.done[props.done]} />}
      <h1>{key.title}</h1>
      <p>{key.lead}</p>
      <p>
        <a href={`${keyPath}/de-nghi`}>{custody.title}</a> · <a href={`${keyPath}/ban-giao`}>{custody.hand_on.title}</a>
      </p>
      <p>
        <strong>{made === null ? key.none : props.open ? key.state_open(made) : key.state_locked(made)}</strong>
      </p>
      {made === null && <NewKey {...props} step="set-up" />}
      {made !== null && !props.open && <Unlock {...props} />}
      {made !== null && props.open && (
        <form method="post" action={`${keyPath}/lock`}>
          <Button kind="secondary">{key.lock}</Button>
        </form>
      )}
      {props.key_?.is_held && <p>{key.held}</p>}
      {props.key_ && !props.key_.is_held && <Change {...props} />}
      {made !== null && (
        <Details summary={key.replace} open={props.tried === 'replace'}>
          <p>{key.replace_lead}</p>
          <NewKey {...props} step="replace" />
        </Details>
      )}
      {props.service && <LetHold {...props} />}
    </DeskPage>
  )
}

/** Fields are named by step where two forms of the page ask the same, so that ids stay apart. */
function Secret(
  props: KeyData & { step: KeyStep; name: string; label: string; hint?: ComponentChildren; fresh?: boolean },
) {
  const mine = props.tried === props.step || props.tried === null
  return (
    <TextInput
      name={props.name}
      id={props.tried === props.step ? props.name : `${props.step}-${props.name}`}
      label={props.label}
      hint={props.hint}
      type="password"
      width={30}
      autocomplete={props.fresh ? 'new-password' : 'off'}
      spellcheck={false}
      error={mine ? props.faults[props.name] : undefined}
    />
  )
}

function NewKey(props: KeyData & { step: 'set-up' | 'replace' }) {
  const { key } = words(props.frame.language).denunciations
  const mine = props.tried === props.step
  return (
    <form method="post" action={`${keyPath}/${props.step}`} novalidate class="gd-form">
      <input type="hidden" name="den" value={props.to} />
      <Warning>{key.lost}</Warning>
      <Secret {...props} name="fresh" label={key.fresh} hint={key.rule} fresh />
      <Secret {...props} name="again" label={key.again} fresh />
      <Checkboxes
        name="understood"
        id={mine ? 'understood' : `${props.step}-understood`}
        items={[{ value: 'yes', label: key.understood }]}
        error={mine ? props.faults['understood'] : undefined}
      />
      <Button kind={props.step === 'replace' ? 'warning' : 'primary'}>{key.set_up}</Button>
    </form>
  )
}

/** The office's key service keeps the private half; the officer proves who they are with a one-time code. */
function LetHold(props: KeyData) {
  const { key } = words(props.frame.language).denunciations
  const mine = props.tried === 'let-hold'
  return (
    <Details summary={key.let_hold} open={mine}>
      <p>{key.let_hold_lead}</p>
      <form method="post" action={`${keyPath}/let-hold`} novalidate class="gd-form">
        {props.key_ && <Warning>{key.replace_lead}</Warning>}
        <Secret {...props} step="let-hold" name="token" label={key.token} hint={key.token_hint} />
        <Checkboxes
          name="understood"
          id={mine ? 'understood' : 'let-hold-understood'}
          items={[{ value: 'yes', label: key.let_hold_understood }]}
          error={mine ? props.faults['understood'] : undefined}
        />
        <Button kind="secondary">{key.let_hold}</Button>
      </form>
    </Details>
  )
}

function Unlock(props: KeyData) {
  const { key } = words(props.frame.language).denunciations
  return (
    <form method="post" action={`${keyPath}/unlock`} novalidate class="gd-form">
      <input type="hidden" name="den" value={props.to} />
      {props.key_?.is_held ? (
        <Secret {...props} step="unlock" name="token" label={key.token} hint={key.token_hint} />
      ) : (
        <Secret {...props} step="unlock" name="passphrase" label={key.passphrase} />
      )}
      <ButtonGroup>
        <Button>{key.unlock}</Button>
      </ButtonGroup>
    </form>
  )
}

function Change(props: KeyData) {
  const { key } = words(props.frame.language).denunciations
  return (
    <Details summary={key.change} open={props.tried === 'change'}>
      <form method="post" action={`${keyPath}/change`} novalidate class="gd-form">
        <Secret {...props} step="change" name="current" label={key.current} />
        <Secret {...props} step="change" name="fresh" label={key.fresh} hint={key.rule} fresh />
        <Secret {...props} step="change" name="again" label={key.again} fresh />
        <Button kind="secondary">{key.change}</Button>
      </form>
    </Details>
  )
}
