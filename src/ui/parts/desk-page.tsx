/** A page for officers: dense, wide, walked by keyboard. */
import { words } from '../words/words.ts'
import { DeskMenu, type DeskPart, deskPaths } from './desk-menu.tsx'
import { KeyHelp } from './islands.tsx'
import { type PageProps, Shell } from './page.tsx'

/** Sign-in and sign-out. */
export const signInPath = '/dang-nhap'
export const signOutPath = '/dang-xuat'

/** The officer's own account. */
export const accountPath = '/tai-khoan'

/** The working calendar, in the footer: seldom needed, never far. */
export const calendarPath = '/lich-lam-viec'

/** The officer's own key; whoever left or keeps keys finds it too. */
export const vaultKeyPath = '/khoa'

/** A page of the desk, wide unless told otherwise; without an officer (sign-in) it has no navigation. */
export function DeskPage(
  props: PageProps & {
    current?: DeskPart
    /** Parts to show; default all. */
    parts?: readonly DeskPart[]
    /** What was searched, to stay in the field. */
    searched?: string
  },
) {
  const { frame } = words(props.frame.language)
  const { officer } = props.frame
  return (
    <Shell
      {...props}
      wide={props.wide ?? true}
      face="desk"
      home="/ban-lam-viec"
      account={officer && <Account language={props.frame.language} officer={officer} />}
      navigation={officer && <DeskNavigation {...props} />}
      after={officer && <KeyHelp />}
      footer={
        <footer class="gd-footer">
          <p class="gd-width">
            {officer && (
              <span class="gd-screen-only">
                <a href={calendarPath}>{frame.desk.calendar}</a> · <a href={vaultKeyPath}>{frame.desk.vault_key}</a> ·{' '}
              </span>
            )}
            {frame.footer_office(props.frame.office)} {frame.footer_software}
          </p>
        </footer>
      }
    />
  )
}

function Account(props: { language: 'vi' | 'en'; officer: { name: string; unit?: string } }) {
  const { desk } = words(props.language).frame
  return (
    <form class="gd-account" method="post" action={signOutPath}>
      <span>
        <span class="govuk-visually-hidden">{desk.signed_in_as}: </span>
        <a href={accountPath}>{props.officer.name}</a>
        {props.officer.unit && <span class="gd-account__unit"> · {props.officer.unit}</span>}
      </span>
      <button type="submit" class="gd-link-button">
        {desk.sign_out}
      </button>
    </form>
  )
}

function DeskNavigation(props: PageProps & { current?: DeskPart; parts?: readonly DeskPart[]; searched?: string }) {
  const { desk } = words(props.frame.language).frame
  return (
    <div class="gd-navigation gd-navigation--desk">
      <div class="gd-width gd-navigation__row">
        <DeskMenu frame={props.frame} current={props.current} parts={props.parts} />
        {/* biome-ignore lint/a11y/useSemanticElements: browsers of older office machines know the role, not the element */}
        <form class="gd-search" method="get" action={deskPaths.petitions} role="search">
          <label class="govuk-visually-hidden" for="tim">
            {desk.search}
          </label>
          <input
            class="govuk-input"
            id="tim"
            name="q"
            type="search"
            value={props.searched}
            placeholder={desk.search_hint}
            maxLength={200}
            data-search
          />
          <button type="submit" class="govuk-button govuk-button--secondary">
            {desk.search_button}
          </button>
        </form>
      </div>
    </div>
  )
}
