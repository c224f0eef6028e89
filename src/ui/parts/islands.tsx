/** The boxes that scripts of the desk bring to life, with the sentences they need. */
import './island-elements.ts'
import type { ComponentChildren } from 'preact'
import { useSpeech } from './speech.tsx'

/** Rows of the table inside are walked by keys: j k move, Enter opens, x selects. */
export function ListKeys(props: { children: ComponentChildren; selects?: boolean }) {
  const { frame, face } = useSpeech()
  if (face === 'portal') return <>{props.children}</>
  return (
    <list-keys>
      {props.children}
      <p class="gd-keys-line" aria-hidden="true">
        {frame.desk.keys_line(props.selects === true)}
      </p>
    </list-keys>
  )
}

/** The form inside is kept as a draft in this browser until it is sent. Never around secret matters. */
export function KeepDraft(props: { draft: string; children: ComponentChildren }) {
  const { desk } = useSpeech().frame
  return (
    <keep-draft
      data-draft={props.draft}
      data-found={desk.draft_found}
      data-restore={desk.draft_restore}
      data-discard={desk.draft_discard}
    >
      {props.children}
    </keep-draft>
  )
}

/**
 * What resembles the text being typed. `of`: names of the watched fields. `from`: address of an HTML fragment,
 * asked by POST with those fields so that no text stands in an address; an empty fragment means nothing was found.
 */
export function LiveMatches(props: { of: readonly string[]; from: string; children?: ComponentChildren }) {
  const { desk } = useSpeech().frame
  return (
    <live-matches
      data-for={props.of.join(' ')}
      data-from={props.from}
      data-waiting={desk.matches_waiting}
      data-none={desk.matches_none}
      data-failed={desk.matches_failed}
      aria-live="polite"
    >
      {props.children}
    </live-matches>
  )
}

/** Says that this page opens without a network too, once this device keeps it; the answer needs `keepPage`. */
export function KeepPage() {
  const { desk } = useSpeech().frame
  return (
    <keep-page class="govuk-hint" hidden>
      {desk.page_kept}
    </keep-page>
  )
}

/** The list of keys, opened by `?`. */
export function KeyHelp() {
  const { desk } = useSpeech().frame
  const keys = [
    ['j', desk.keys_list.j],
    ['k', desk.keys_list.k],
    ['Enter', desk.keys_list.enter],
    ['x', desk.keys_list.x],
    ['/', desk.keys_list.slash],
    ['?', desk.keys_list.question],
    ['Esc', desk.keys_list.escape],
  ] as const
  return (
    <key-help>
      <dialog aria-labelledby="key-help-title">
        <h2 id="key-help-title" class="govuk-heading-m">
          {desk.keys}
        </h2>
        <dl class="gd-keys">
          {keys.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" class="govuk-button govuk-button--secondary">
            {desk.close}
          </button>
        </form>
      </dialog>
    </key-help>
  )
}
