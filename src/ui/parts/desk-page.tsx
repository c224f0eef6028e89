/** A page for officers: dense, wide, walked by keyboard. */
import { words } from '../words/words.ts'
import { KeyHelp } from './islands.tsx'
import { type PageProps, Shell } from './page.tsx'

/** Parts of the desk that stand in its navigation. */
export const deskPaths = {
  worklists: '/ban-lam-viec',
  receptions: '/tiep-dan',
  petitions: '/ho-so',
  grievances: '/buc-xuc',
  dialogues: '/doi-thoai-truc-tiep',
  commitments: '/cam-ket-noi-bo',
  programmes: '/chuong-trinh',
  sealed: '/ho-so-rieng',
  books: '/so',
  conferences: '/hoi-hop',
  overview: '/toan-canh',
  reports: '/bao-cao',
  units: '/don-vi',
} as const

/** Key of a part of the desk. */
export type DeskPart = keyof typeof deskPaths

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
            {officer && <a href={calendarPath}>{frame.desk.calendar}</a>}
            {officer && ' · '}
            {officer && <a href={vaultKeyPath}>{frame.desk.vault_key}</a>}
            {officer && ' · '}
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

/** What an administrator, a custodian or a Front supervisor finds at the desk. */
const publicParts = ['reports', 'units'] as const satisfies readonly DeskPart[]
/** The Front also writes down what troubles people. */
const frontParts = ['grievances', 'commitments', ...publicParts] as const satisfies readonly DeskPart[]

const allParts = [
  'worklists',
  'receptions',
  'petitions',
  'grievances',
  'dialogues',
  'commitments',
  'programmes',
  'sealed',
  'books',
  'conferences',
  'overview',
  'reports',
  'units',
] as const satisfies readonly DeskPart[]

function partsOf(officer: PageProps['frame']['officer']): readonly DeskPart[] {
  if (!officer?.without_register) return allParts
  return officer.of_the_front ? frontParts : publicParts
}

function DeskNavigation(props: PageProps & { current?: DeskPart; parts?: readonly DeskPart[]; searched?: string }) {
  const { desk } = words(props.frame.language).frame
  return (
    <div class="gd-navigation gd-navigation--desk">
      <div class="gd-width gd-navigation__row">
        <nav aria-label={desk.navigation}>
          <ul>
            {(props.parts ?? partsOf(props.frame.officer)).map((part) => (
              <li key={part}>
                <a href={deskPaths[part]} aria-current={part === props.current ? 'true' : undefined}>
                  {desk[part]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
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
