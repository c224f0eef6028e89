/** Papers of the workshop: 25 received, 9 presented; and an open call for the briefing that is still to come. */
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import { acceptPaper } from '../modules/conferences/accept-paper.ts'
import { askForChanges } from '../modules/conferences/ask-for-changes.ts'
import { checkPaper } from '../modules/conferences/check-paper.ts'
import { choosePaper } from '../modules/conferences/choose-paper.ts'
import { commissionTopic } from '../modules/conferences/commission-topic.ts'
import { declinePaper } from '../modules/conferences/decline-paper.ts'
import { handInPaper } from '../modules/conferences/hand-in-paper.ts'
import { withdrawPaper } from '../modules/conferences/withdraw-paper.ts'
import { keepBytes } from '../modules/files/keep-file.ts'
import { viewerOfAccount } from '../modules/people/viewer-of.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { perform } from '../platform/actions/perform.ts'
import type { Db } from '../platform/database.ts'
import { idFrom } from '../platform/uuid.ts'
import { type Day, dayOf, momentOf } from './days.ts'
import type { Reach } from './pace.ts'
import type { UnitIds } from './plan.ts'
import { idAt } from './random.ts'
import { accountIdOf, holderOn } from './staff.ts'
import { workshopId } from './story-meetings.ts'

const commissioned_on = dayOf('2026-10-05')
const received_on = dayOf('2026-10-20')
const decided_on = dayOf('2026-10-28')
const called_on = dayOf('2026-11-17')
const last_day = dayOf('2026-11-20')

const subjects = [
  'Hòa giải ở cơ sở gắn với tổ dân vận thôn, tổ dân phố',
  'Trả lời phản ánh của dân trong ngày: việc làm được và chưa được',
  'Đối thoại trước khi làm đường liên thôn',
  'Công khai việc của phường sau sắp xếp',
  'Người có uy tín và việc giữ rừng',
  'Tiếp công dân lưu động ở thôn xa',
  'Bộ phận một cửa: hẹn đúng ngày, xin lỗi khi trễ',
  'Phụ nữ tham gia giám sát công trình',
  'Bộ đội giúp dân sau mưa lũ',
  'Trường học và việc vận động học sinh ra lớp',
  'Nói với dân bằng tiếng của đồng bào',
  'Xử lý đơn tồn đọng sau sắp xếp đơn vị hành chính',
  'Mặt trận lấy ý kiến dân về dự án thủy lợi',
] as const
const authors = [
  'Lý Thị Sen; Hội Liên hiệp Phụ nữ tỉnh',
  'Giàng A Lử; Ủy ban nhân dân xã',
  'Trần Văn Hòa; Trường Chính trị tỉnh',
  'Hoàng Thị Mận; Sở Nội vụ',
  'Vàng Seo Phử; Bộ Chỉ huy Quân sự tỉnh',
] as const

const titleOf = (no: number) =>
  `${subjects[no % subjects.length]}${no >= subjects.length ? ': kinh nghiệm từ một xã vùng cao' : ''}`

/** A short paper, made up like everything here. */
async function file(no: number): Promise<Buffer> {
  const section = (text: string) =>
    new Paragraph({ text, heading: HeadingLevel.HEADING_1, numbering: { reference: 'muc', level: 0 } })
  const body = (text: string) => new Paragraph({ children: [new TextRun(text)] })
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [{ reference: 'muc', levels: [{ level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.' }] }],
      },
      sections: [
        {
          children: [
            body(titleOf(no)),
            section('Tình hình'),
            body(
              `Bài viết hư cấu số ${no + 1}. Sau sắp xếp, địa bàn rộng hơn, việc của dân nhiều hơn, cán bộ kiêm nhiệm nhiều việc.`,
            ),
            body(
              'Những việc dân hỏi nhiều nhất là đất đai, đường đi và chế độ cho người có công. '.repeat(1 + (no % 4)),
            ),
            section('Cách làm'),
            body('Mỗi ý kiến có một người chịu trách nhiệm, một ngày xong và một nơi để dân xem kết quả.'),
            body('Cán bộ xuống thôn vào ngày chợ phiên, ghi sổ tại chỗ, trả lời ngay việc trả lời được.'),
            section('Kiến nghị'),
            body('Đề nghị công khai việc đã hứa và ngày xong ở nhà văn hóa thôn.'),
          ],
        },
      ],
    }),
  )
}

type Take = (
  action: AnyAction,
  who: 'head' | 'clerk',
  id: string,
  on: Day,
  minute: number,
  input: object,
) => Promise<void>

function takerOf(db: Db, unit_id: string, reach: Reach): Take {
  return async (action, who, id, on, minute, input) => {
    await reach(on)
    const moment = momentOf(on, minute)
    const viewer = await viewerOfAccount(db.pool, accountIdOf(holderOn('laocai-tinh', who, on)), moment)
    if (!viewer) throw new Error(`the ${who} of the province does not sign in`)
    await perform(db, action, { viewer, moment, unit_id, id, input })
  }
}

/** Papers come in and are chosen before the programme is made. `data`: where files are kept. */
export async function sendPapers(db: Db, units: UnitIds, until: Day, data: string, reach: Reach): Promise<void> {
  const province = units.get('laocai-tinh')
  if (!province || Temporal.PlainDate.compare(until, last_day) < 0) return
  const take = takerOf(db, province, reach)
  const topic_id = idAt(momentOf(commissioned_on, 0).at, 'topic/workshop')
  const asked = ['camduong', 'baoyen'].flatMap((key) => units.get(key) ?? [])
  await take(commissionTopic, 'clerk', topic_id, commissioned_on, 0, {
    meeting_id: workshopId,
    title: 'Việc làm cụ thể để gần dân hơn sau sắp xếp',
    what: 'Từ 4 đến 8 trang; nêu việc đã làm, số liệu và kiến nghị.',
    units: asked,
    open_call: true,
    due_on: '2026-10-25',
  })
  const ids = Array.from({ length: 25 }, (_, no) => idAt(momentOf(received_on, no).at, `paper/workshop/${no}`))
  for (const [no, id] of ids.entries()) {
    const bytes = await file(no)
    const media_type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const said = await checkPaper(bytes, media_type)
    if (!said.ok) throw new Error(`the paper ${no} of the demonstration is none: ${said.code}`)
    const stored = await keepBytes(data, province, bytes)
    const kept = { id: idFrom(id, 'file'), name: `tham-luan-${no + 1}.docx`, media_type, size: bytes.length, stored }
    await take(handInPaper, 'clerk', id, received_on, no * 4, {
      topic_id,
      title: titleOf(no),
      authors: authors[no % authors.length],
      abstract: 'Bài viết nêu việc đã làm, số liệu một năm và ba kiến nghị.',
      files: [{ ...kept, ...said.found }],
    })
  }
  const [changed = '', declined = '', withdrawn = '', ...accepted] = ids
  await take(askForChanges, 'clerk', changed, decided_on, 0, {
    text: 'Đề nghị thêm số liệu năm 2025 và rút gọn phần mở đầu.',
  })
  await take(declinePaper, 'clerk', declined, decided_on, 5, {
    note: 'Bài trùng nội dung với bài khác của cùng tác giả.',
  })
  await take(withdrawPaper, 'clerk', withdrawn, decided_on, 10, { note: 'Tác giả xin rút để viết lại.' })
  for (const [nth, id] of accepted.entries()) await take(acceptPaper, 'clerk', id, decided_on, 20 + nth, {})
  for (const [nth, id] of accepted.slice(0, 9).entries())
    await take(choosePaper, 'clerk', id, decided_on, 60 + nth, { place: nth + 1, minutes: 12 })
}

/** Anybody may send a paper for the next briefing. */
export async function callForPapers(db: Db, units: UnitIds, until: Day, reach: Reach): Promise<void> {
  const province = units.get('laocai-tinh')
  if (!province || Temporal.PlainDate.compare(until, last_day) < 0) return
  const { rows } = await db.pool.query<{ id: string }>(
    `select id from meeting where unit_id = $1 and kind = 'briefing' and state = 'invited' order by id limit 1`,
    [province],
  )
  if (!rows[0]) return
  const id = idAt(momentOf(called_on, 0).at, 'topic/briefing')
  await takerOf(db, province, reach)(commissionTopic, 'clerk', id, called_on, 0, {
    meeting_id: rows[0].id,
    title: 'Một việc nhỏ đã làm dân bớt phải đi lại',
    what: 'Người dân, cán bộ thôn, tổ dân phố đều viết được; một đến ba trang.',
    open_call: true,
    blind: true,
    due_on: '2026-11-26',
  })
}
