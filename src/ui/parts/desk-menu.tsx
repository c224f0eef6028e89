/** The menu of the desk: a short row of what is opened every day, and behind one word everything, in the order of the work. */
import { words } from '../words/words.ts'
import type { PageProps } from './page.tsx'

/** Where the parts of the desk begin. */
export const deskPaths = {
  worklists: '/ban-lam-viec',
  receptions: '/tiep-dan',
  petitions: '/ho-so',
  grievances: '/buc-xuc',
  dialogues: '/doi-thoai-truc-tiep',
  projects: '/cong-trinh',
  sealed: '/ho-so-rieng',
  backlog: '/ton-dong',
  hotspots: '/diem-nong',
  books: '/so',
  announced: '/thong-tin',
  answers: '/tra-loi',
  figures: '/so-lieu',
  conferences: '/hoi-hop',
  papers: '/bai-tham-luan',
  programmes: '/chuong-trinh',
  instruments: '/van-ban-chi-dao',
  sessions: '/quan-triet',
  movements: '/phong-trao',
  commitments: '/cam-ket-noi-bo',
  duties: '/trach-nhiem',
  overview: '/toan-canh',
  reports: '/bao-cao',
  returns: '/bao-cao/nop',
  topical: '/hoi-nhanh',
  units: '/don-vi',
} as const

/** Key of a part of the desk. */
export type DeskPart = keyof typeof deskPaths

/** Everything, by the loop of the work: listen, settle, inform, involve, account. */
const loop = {
  listen: ['receptions', 'grievances', 'dialogues', 'projects'],
  settle: ['worklists', 'petitions', 'sealed', 'backlog', 'hotspots', 'books'],
  inform: ['announced', 'answers', 'figures'],
  involve: ['conferences', 'papers', 'programmes', 'instruments', 'sessions', 'movements'],
  account: ['commitments', 'duties', 'overview', 'reports', 'returns', 'topical', 'units'],
} as const satisfies Record<string, readonly DeskPart[]>

/** Opened every day, so always in sight on a desk. */
const daily = ['worklists', 'receptions', 'petitions', 'commitments', 'reports'] as const satisfies readonly DeskPart[]

/** What an administrator or a custodian finds: too little to hide any of it. */
const publicParts = ['reports', 'units'] as const satisfies readonly DeskPart[]
/** The Front also writes down what troubles people. */
const frontParts = ['grievances', 'commitments', ...publicParts] as const satisfies readonly DeskPart[]

/** What the menu takes. */
export interface MenuProps {
  frame: PageProps['frame']
  current?: DeskPart | undefined
  /** Parts to show instead of those of the officer's post. */
  parts?: readonly DeskPart[] | undefined
}

/** The row of parts. One that is not opened daily stands in it while one is there. */
export function DeskMenu({ frame, current, parts }: MenuProps) {
  const { desk } = words(frame.language).frame
  const { officer } = frame
  const few = parts ?? (officer?.without_register ? (officer.of_the_front ? frontParts : publicParts) : null)
  const fixed: readonly DeskPart[] = few ?? daily
  const row = current && !few && !fixed.includes(current) ? [...fixed, current] : fixed
  // A phone has room for two and the word that opens the rest.
  const narrow: readonly DeskPart[] = few ?? ['worklists', !current || current === 'worklists' ? 'petitions' : current]
  return (
    <nav aria-label={desk.navigation}>
      <ul>
        {row.map((part) => (
          <li key={part} class={narrow.includes(part) ? undefined : 'gd-navigation__wide'}>
            <MenuLink part={part} text={desk[part]} current={current} />
          </li>
        ))}
        {!few && (
          <li>
            <details class="gd-menu">
              <summary>{desk.all_parts}</summary>
              <div class="gd-menu__panel">
                <div class="gd-width gd-menu__groups">
                  {Object.entries(loop).map(([group, members]) => (
                    <section key={group} aria-labelledby={`menu-${group}`}>
                      <p id={`menu-${group}`}>{desk.loop[group as keyof typeof loop]}</p>
                      <ul>
                        {members.map((part) => (
                          <li key={part}>
                            <MenuLink part={part} text={desk[part]} current={current} />
                          </li>
                        ))}
                      </ul>
                    </section>
                  ))}
                </div>
              </div>
            </details>
          </li>
        )}
      </ul>
    </nav>
  )
}

function MenuLink(props: { part: DeskPart; text: string; current: DeskPart | undefined }) {
  return (
    <a href={deskPaths[props.part]} aria-current={props.part === props.current ? 'true' : undefined}>
      {props.text}
    </a>
  )
}
