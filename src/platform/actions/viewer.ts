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
  /** Units under which the viewer may see open records: their own units and all below, on that day. */
  visible_unit_ids: readonly string[]
  /** Records a citizen has opened with their tracking code in this session. */
  opened: readonly { unit_id: string; record_id: string }[]
  /** The business day of this request. */
  on: Temporal.PlainDate
}

/** Does the viewer hold one of these positions in that unit today? */
export function holds(viewer: Viewer, unit_id: string, ...kinds: PositionOnDay['kind'][]): boolean {
  return viewer.positions.some((position) => position.unit_id === unit_id && kinds.includes(position.kind))
}

/** The program acting by the clock: steps the law lets happen without a person. */
export function clockViewer(on: Temporal.PlainDate): Viewer {
  return {
    account_id: null,
    name: 'clock',
    language: 'vi',
    via: 'clock',
    positions: [],
    visible_unit_ids: [],
    opened: [],
    on,
  }
}
