/** The page of the printed law book on dialogues and conferences with the people: who owes which, how often, how soon told. */
import { type DialogueDuty, dialogueDuties } from '../src/law/dialogue-rules.ts'
import { partyDialogueRules } from '../src/law/party-dialogue-rules.ts'
import { voterShares } from '../src/law/talk-request-workflow.ts'
import type { LimitId } from '../src/law/time-limits.ts'
import { dialogues } from '../src/ui/words/vi/dialogues.ts'
import { law } from '../src/ui/words/vi/law.ts'
import { code, mark, page, table, vi } from './book-markdown.ts'

const levels = { province: 'cấp tỉnh', commune: 'cấp xã', village: 'thôn, tổ dân phố' } as const

const limit = (id: LimitId | null) => (id === null ? '(không quy định)' : `${law.limits[id]} ${code(id)}`)
const often = ({ times_a_year }: DialogueDuty) =>
  times_a_year === null ? 'khi có việc' : `${times_a_year} lần một năm`

/** Duties, the share of voters, what the Party asks; every row with its days and its article. */
export function dialoguesPage(): string {
  const { kinds, projects } = dialogues
  return page('Đối thoại, hội nghị với Nhân dân: ai phải làm', [
    'Dòng áp dụng là dòng có hiệu lực vào ngày đối thoại. Độ dài của từng thời hạn ở trang [Thời hạn](time-limits.md). Dấu † nghĩa là cần kiểm tra với Công báo.',
    '## Đối thoại và hội nghị',
    table(
      [
        'Loại',
        'Tên trong chương trình',
        'Ai',
        'Bao nhiêu',
        'Thông báo trước',
        'Công bố kết quả',
        'Từ ngày',
        'Đến trước ngày',
        'Căn cứ',
      ],
      dialogueDuties.map((row) => [
        kinds[row.kind],
        code(row.kind),
        row.levels.map((level) => levels[level]).join(', '),
        often(row),
        limit(row.notice),
        limit(row.publish),
        vi(row.from),
        row.until ? vi(row.until) : '',
        row.cite + mark(row.unverified),
      ]),
    ),
    'Đối thoại trong giải quyết khiếu nại là một bước của [khiếu nại](complaint.md). Buổi đối thoại thường theo trang [đối thoại](dialogue.md).',
    '## Đối thoại theo yêu cầu của cử tri',
    table(
      ['Tỷ lệ cử tri', 'Từ ngày', 'Đến trước ngày', 'Căn cứ'],
      voterShares.map((row) => [
        `${row.percent} %`,
        vi(row.from),
        row.until ? vi(row.until) : '',
        row.cite + mark(row.unverified),
      ]),
    ),
    '## Quy định của Đảng',
    'Chỉ hiện để biết; chương trình không tính vào số phải làm.',
    table(
      ['Cấp', 'Số lần một năm', 'Từ ngày', 'Căn cứ'],
      partyDialogueRules.map((row) => [
        projects.duty.levels[row.level],
        String(row.times_a_year),
        vi(row.from),
        row.cite + mark(row.unverified),
      ]),
    ),
  ])
}
