/** What the forms of a meeting's steps start with, and the entries of their choices that come from data. */
import { periodKinds, periodOf } from '../../law/report-periods.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { startOf } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { promiseUnitFields } from '../commitments/promise.ts'
import { minuteOf, timeOf } from './asked.ts'
import { groundsOf, papersOf } from './grounds.ts'
import { guestsOf, type MeetingRow, unitsSpokenFor } from './meeting.ts'
import { clustersToName, meetingById, unitsNear } from './queries.ts'
import type { Asked } from './step-pages.tsx'
import { searchedUnits, withSearched } from './unit-search.tsx'

const isoDay = (text: string) => shortDay(Temporal.PlainDate.from(text))

/** The entry that the link named. */
const named = ({ req }: Asked['c']) => req.query('muc')?.slice(0, 36)

/** What a form starts with: what stands already, or what the link brings. */
export function usualValues(c: Asked['c'], action: AnyAction, row: MeetingRow | null): FormValues {
  const entry = named(c)
  if (row === null) return startOf()
  switch (action.step) {
    case 'correct':
      return {
        title: row.title,
        purpose: row.purpose ?? '',
        mode: row.mode,
        place: row.place ?? '',
        online_address: row.online_address ?? '',
        is_public: row.is_public ? 'yes' : 'no',
        blind_papers: row.blind_papers ? 'yes' : 'no',
        findings_public: row.findings_public ? 'yes' : 'no',
        cluster_id: row.cluster_id ?? '',
        period: row.period ?? '',
      }
    case 'conclude':
      return { findings_public: row.findings_public ? 'yes' : 'no' }
    case 'move':
      return {
        held_on: shortDay(row.held_on),
        until_on: row.until_on.equals(row.held_on) ? '' : shortDay(row.until_on),
        starts: row.starts,
        ends: row.ends,
        place: row.place ?? '',
      }
    case 'invite':
      return { answer_by: shortDay(row.answer_by ?? row.held_on.subtract({ days: 2 })) }
    case 'add-item':
      return itemValues(row, entry)
    case 'write-finding':
      return findingValues(row, entry)
    case 'write-conclusion':
      return { version: String(row.conclusion_version), text: row.conclusion ?? '' }
    case 'note-promise':
      return { promise_id: uuidv7(), finding: row.findings.find((one) => one.id === entry)?.text.slice(0, 500) ?? '' }
    case 'drop-promise':
      return { promise_id: entry ?? '' }
    case 'answer-invitation':
      return answerValues(c, row, entry)
    default:
      return entry
        ? { host_id: entry, room_id: entry, guest_id: entry, item_id: entry, speech_id: entry, finding_id: entry }
        : {}
  }
}

function itemValues(row: MeetingRow, entry: string | undefined): FormValues {
  const item = row.programme.find((one) => one.id === entry)
  if (!item) {
    // The next free time follows the last item.
    const last = row.programme.at(-1)
    const starts = last ? timeOf(minuteOf(last.starts) + last.minutes) : row.starts
    return { starts, on: last && last.on !== row.held_on.toString() ? isoDay(last.on) : '' }
  }
  return {
    item_id: item.id,
    on: isoDay(item.on),
    starts: item.starts,
    minutes: String(item.minutes),
    kind: item.kind,
    title: item.title,
    speaker: item.speaker ?? '',
    unit_id: item.unit_id ?? '',
    paper_id: item.paper_id ?? '',
  }
}

function findingValues(row: MeetingRow, entry: string | undefined): FormValues {
  const found = row.findings.find((one) => one.id === entry)
  if (!found) return {}
  return {
    finding_id: found.id,
    version: String(found.version),
    kind: found.kind,
    text: found.text,
    grounds: found.grounds.map((one) => `${one.kind}:${one.unit_id}:${one.id}`),
  }
}

function answerValues(c: Asked['c'], row: MeetingRow, entry: string | undefined): FormValues {
  const mine = guestsOf(row, c.var.viewer)
  const guest = row.invited.find((one) => one.id === entry) ?? mine[0]
  if (!guest) return {}
  const { answer } = guest
  return {
    guest_id: guest.id,
    coming: answer ? (answer.coming ? 'yes' : 'no') : '',
    people: answer ? String(answer.people) : '',
    who: answer?.who ?? '',
    room_id: answer?.room_id ?? guest.room_id ?? '',
  }
}

function periods(on: Temporal.PlainDate, language: Language): Choice[] {
  const { reports } = words(language)
  return [0, 1].flatMap((back) =>
    periodKinds.map((kind) => {
      const period = periodOf(on.year - back, kind)
      return { value: period.id, label: reports.periods[period.kind](period.year) }
    }),
  )
}

type Options = Readonly<Record<string, readonly Choice[]>>

const choice = (value: string, label: string): Choice => ({ value, label })

/** Steps that choose among units. */
export const choosesUnits: readonly string[] = ['name-host', 'add-room', 'list-guests', 'add-item', 'note-promise']

/** Entries of the choices of one step's form. */
export async function optionsOf(
  { c, db }: Asked,
  action: AnyAction,
  row: MeetingRow | null,
  unit_id: string,
): Promise<Options> {
  const { viewer, moment, language } = c.var
  const near = async () => {
    const units = await unitsNear(viewer, db.pool, unit_id, moment.on)
    return withSearched(
      await searchedUnits({ c, db }),
      units.map((one) => choice(one.unit_id, one.name)),
    )
  }
  if (action.step === 'plan' || action.step === 'correct') {
    const clusters = await clustersToName(viewer, db.pool)
    return { cluster_id: clusters.map((one) => choice(one.id, one.name)), period: periods(moment.on, language) }
  }
  if (row === null) return {}
  const { conferences: w } = words(language)
  switch (action.step) {
    case 'name-host':
    case 'add-room':
      return { unit_id: await near() }
    case 'list-guests': {
      const listed = row.invited.filter((one) => one.withdrawn_on === null).map((one) => one.unit_id)
      return { unit_ids: (await near()).filter((one) => !listed.includes(one.value) && one.value !== unit_id) }
    }
    case 'add-item': {
      const papers = await papersOf(viewer, db.pool, row)
      return { unit_id: await near(), paper_id: papers.map((one) => choice(one.id, one.title)) }
    }
    case 'drop-host':
      return {
        host_id: row.hosts.map((one) =>
          choice(one.id, [w.choices.role[one.role], one.person, one.unit].filter((part) => part).join(' · ')),
        ),
      }
    case 'drop-item':
      return { item_id: row.programme.map((one) => choice(one.id, `${one.starts} ${one.title}`)) }
    case 'drop-speech':
      return {
        speech_id: row.speeches.map((one) => choice(one.id, [one.speaker, one.post].filter((part) => part).join(', '))),
      }
    case 'drop-finding':
      return { finding_id: row.findings.map((one) => choice(one.id, one.text.slice(0, 120))) }
    case 'write-finding': {
      const known = await groundsOf(viewer, db.pool, row)
      return {
        grounds: known.map((one) =>
          choice(one.key, `${w.findings.ground_kinds[one.ground.kind]}: ${one.ground.title}`),
        ),
      }
    }
    case 'note-promise': {
      const invited = row.invited.flatMap((one) => (one.unit_id ? [choice(one.unit_id, one.name)] : []))
      const units = [...new Map([...(await near()), ...invited].map((one) => [one.value, one])).values()]
      return Object.fromEntries(promiseUnitFields.map((field) => [field, units]))
    }
    default:
      return guestOptions(await meetingById(viewer, db.pool, row.unit_id, row.id).then((one) => one?.reach), c, row)
  }
}

/** Guests and rooms; an officer of an invited unit chooses among their own. */
function guestOptions(reach: string | undefined, c: Asked['c'], row: MeetingRow): Options {
  const { viewer } = c.var
  const all = reach === 'all'
  const guests = all ? row.invited.filter((one) => one.withdrawn_on === null) : guestsOf(row, viewer)
  const mine = unitsSpokenFor(viewer)
  const central = (unit: string | null) => unit === null || mine.includes(unit)
  const rooms = row.rooms.filter((one) => all || central(one.unit_id))
  return {
    guest_id: guests.map((one) => choice(one.id, one.name)),
    room_id: rooms.map((one) => choice(one.id, one.name)),
  }
}
