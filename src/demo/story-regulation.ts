/** A recommendation about a regulation: kept for study, or reviewed by the six criteria, decided and made public. */
import { decideOnRegulation } from '../modules/feedback/decide-on-regulation.ts'
import { keepForStudy } from '../modules/feedback/keep-for-study.ts'
import { markRegulation } from '../modules/feedback/mark-regulation.ts'
import { publishOutcome } from '../modules/feedback/publish-outcome.ts'
import { reviewRegulation } from '../modules/feedback/review-regulation.ts'
import { workdaysAfter } from './days.ts'
import { type Proceeding, post } from './story-feedback.ts'

const regulation = 'Quy trình nội bộ về chứng thực tại bộ phận một cửa, bước kiểm tra bản sao'
const findings = {
  necessity: 'Bước kiểm tra cần có để tránh nhầm lẫn.',
  reasonable_and_lawful: 'Yêu cầu thêm bản sao không có trong quy định của cấp trên.',
  simplicity: 'Người dân phải đi thêm một lần chỉ để nộp bản sao.',
  feasibility: 'Cán bộ tự in bản sao từ dữ liệu, làm được ngay.',
  consistency: 'Chưa thống nhất với việc dùng chung dữ liệu.',
  treaty_conformity: 'Không liên quan.',
  not_met: ['reasonable-and-lawful', 'simplicity', 'consistency'],
}

/** Up to the decision; true where an answer may follow. */
export function regulationStory(of: Proceeding, road: 'regulation' | 'regulation-study'): boolean {
  const { story } = of
  const after = (days: number) => workdaysAfter(story.on, days)
  const mark = { regulation, issuer: 'own', in_vietnamese: true }
  if (!post(of, after(1), 'handler', markRegulation, mark)) return false
  if (road === 'regulation-study') {
    const look_again_on = story.on.add({ days: 75 }).toString()
    const reason = 'Mới có một ý kiến về quy trình này. Chúng tôi tập hợp thêm ý kiến rồi xem xét cùng một lúc.'
    post(of, after(2), 'handler', keepForStudy, { reason, look_again_on, contact: 'Bộ phận một cửa' })
    return false
  }
  if (!post(of, after(3), 'handler', reviewRegulation, findings)) return false
  const decided = {
    regulation_outcome: 'amend-or-repeal',
    reasons: 'Bỏ yêu cầu nộp thêm bản sao; cán bộ tự in từ dữ liệu.',
  }
  if (!post(of, after(2), 'head', decideOnRegulation, decided)) return false
  const public_outcome = 'Từ ngày 1 tháng 11, người dân chứng thực không phải nộp thêm bản sao. Quy trình đã được sửa.'
  return post(of, after(1), 'handler', publishOutcome, { public_outcome })
}
