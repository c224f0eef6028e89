/** The letters of a dialogue, as the step that writes them asks for them. */
import type { DocumentWanted, Sql } from '../../platform/actions/action.ts'
import type { Promised } from '../commitments/promise.ts'
import type { LetterData } from '../notices/letter-data.ts'
import type { Letterhead } from '../notices/letterhead.ts'
import { type DialogueRow, isTold } from './dialogue.ts'
import { officialDay } from './fields.ts'

interface Written {
  id: string
  on: Temporal.PlainDate
}

const ofBook = ({ id, on }: Written) => ({ id, book: 'TB', year: on.year, issued_on: on })
const lowered = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** Who holds it too, and how soon its results are published. */
export interface NoticeMore {
  together: readonly string[]
  publish_by: Temporal.PlainDate | null
}

/** The notice: also of a dialogue that moved, which names the old day and why. */
export function noticeLetter(row: DialogueRow, head: Letterhead, more: NoticeMore, written: Written): DocumentWanted {
  const last = row.moved.at(-1)
  const data: LetterData['public-dialogue-notice'] = {
    issuer: head.issuer,
    signature: head.signature,
    about: last ? 'Về việc đổi ngày đối thoại với Nhân dân' : 'Về việc tổ chức đối thoại với Nhân dân',
    subject: lowered(row.title),
    together: more.together,
    held_on: row.held_on.toString(),
    starts: row.starts,
    ends: row.ends,
    where: row.mode === 'online' ? 'trực tuyến' : row.place,
    link: row.mode === 'in-person' ? null : row.link,
    chaired_by: row.chaired_by,
    questions_by: row.questions_by_on.toString(),
    ways: 'trên Cổng thông tin (mục Đối thoại), tại trụ sở, hoặc qua trưởng thôn, tổ trưởng tổ dân phố',
    publish_by: more.publish_by?.toString() ?? null,
    ...(last ? { moved: { from_on: last.from_on, reason: last.reason } } : {}),
  }
  const title = `Thông báo đối thoại ngày ${officialDay(row.held_on)}`
  return { ...ofBook(written), kind: 'public-dialogue-notice', title, data: { ...data } }
}

/** Names of the units that promised, as they stand that day. */
export const ownerNames = (sql: Sql, promises: readonly Promised[], on: Temporal.PlainDate) =>
  unitNames(
    sql,
    promises.map((one) => one.owner_unit_id),
    on,
  )

/** Names of units on a day. */
export async function unitNames(
  sql: Sql,
  ids: readonly string[],
  on: Temporal.PlainDate,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql.query<{ unit_id: string; name: string }>(
    'select unit_id, name from unit_period where unit_id = any($1::uuid[]) and valid @> $2::date',
    [ids, on.toString()],
  )
  return new Map(rows.map((row) => [row.unit_id, row.name]))
}

/** The results: what was asked and answered, and what was promised. Nobody who asked is in it. */
export function resultsLetter(
  row: DialogueRow,
  counts: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
  head: Letterhead,
  written: Written,
): DocumentWanted {
  const data: LetterData['public-dialogue-results'] = {
    issuer: head.issuer,
    signature: head.signature,
    about: 'Kết quả đối thoại với Nhân dân',
    subject: lowered(row.title),
    held_on: row.held_on.toString(),
    where: row.mode === 'online' ? 'buổi trực tuyến' : row.place,
    chaired_by: row.chaired_by,
    people: row.people ?? 0,
    conclusion: row.conclusion ?? '',
    groups: row.groups
      .filter((one) => isTold(one, counts))
      .map(({ id, title, summary, answer }) => ({
        title,
        summary,
        answer,
        questions: counts.get(id) ?? 0,
      })),
    promises: row.promises.map((one) => ({
      text: one.text,
      owner: names.get(one.owner_unit_id) ?? head.issuer.name,
      due_on: one.due_on,
    })),
  }
  const title = `Thông báo kết quả đối thoại ngày ${officialDay(row.held_on)}`
  return { ...ofBook(written), kind: 'public-dialogue-results', title, data: { ...data } }
}
