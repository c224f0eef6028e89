/** Who reads or acts, with what they are on that day. The first parameter of every read. */

/** A dated post in a unit, as it stands on the viewer's day. */
export interface PositionOnDay {
  unit_id: string
  kind:
    | 'reception-officer'
    | 'handler'
    | 'head'
    | 'deputy-head'
    | 'clerk'
    | 'front-supervisor'
    | 'administrator'
    | 'custodian'
}

/** A power of a unit's head that somebody else holds for a stretch of days. */
export interface DelegatedPower {
  unit_id: string
  power: 'reception' | 'handling' | 'settlement'
  from_account_id: string
}

/** Somebody in front of the program: an officer, a citizen without account, or the program itself. */
export interface Viewer {
  /** Null for a citizen without account and for the clock. */
  account_id: string | null
  /** Shown in timelines. */
  name: string
  language: 'vi' | 'en'
  via: 'portal' | 'desk' | 'api' | 'clock' | 'import'
  /** Positions held on `on`. */
  positions: readonly PositionOnDay[]
  /** The same posts in units that are no more and whose work the viewer's units took over; for records that exist. */
  inherited?: readonly PositionOnDay[]
  /** Powers a head has handed to the viewer, in force on `on`. */
  delegated: readonly DelegatedPower[]
  /** Units whose registers the viewer may see, with all units under them on `on`; queries narrow by `visibleTo`. */
  visible_root_ids: readonly string[]
  /** A post at the top of the tree: everything is under it, no need to ask. */
  sees_all: boolean
  /** Records a citizen has opened with their tracking code in this session. */
  opened: readonly { unit_id: string; record_id: string }[]
  /** Signed in with a handed-out password: holds nothing until it is changed. */
  must_change_password?: boolean
  /** The business day of this request. */
  on: Temporal.PlainDate
}

/** Does the viewer hold one of these positions in that unit today? */
export function holds(viewer: Viewer, unit_id: string, ...kinds: PositionOnDay['kind'][]): boolean {
  return viewer.positions.some((position) => position.unit_id === unit_id && kinds.includes(position.kind))
}

/** As `holds`, and for a unit that is no more: does the viewer's unit carry its work on? Never for new records. */
export function carries(viewer: Viewer, unit_id: string, ...kinds: PositionOnDay['kind'][]): boolean {
  const inherited = viewer.inherited ?? []
  return (
    holds(viewer, unit_id, ...kinds) || inherited.some((one) => one.unit_id === unit_id && kinds.includes(one.kind))
  )
}

/** Has the unit's head handed this power to the viewer for today? */
export function holdsPower(viewer: Viewer, unit_id: string, power: DelegatedPower['power']): boolean {
  return viewer.delegated.some((delegated) => delegated.unit_id === unit_id && delegated.power === power)
}

/** The program acting by the clock: steps the law lets happen without a person. */
export function clockViewer(on: Temporal.PlainDate): Viewer {
  return {
    account_id: null,
    name: 'clock',
    language: 'vi',
    via: 'clock',
    positions: [],
    delegated: [],
    visible_root_ids: [],
    sees_all: false,
    opened: [],
    on,
  }
}
