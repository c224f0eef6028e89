/** Sealed letters of the demonstration: invented, taken in and walked by officers whose passphrase the start prints. */
import type { DenunciationWords } from '../modules/denunciations/inputs.ts'
import { type ProceedingStep, proceedingSteps } from '../modules/denunciations/proceeding.ts'
import { sealDenunciation } from '../modules/denunciations/sealing.ts'
import { wordLines } from '../modules/denunciations/word-queries.ts'
import { viewerOfAccount } from '../modules/people/viewer-of.ts'
import type { Moment } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { closeKey, type OpenKey, openWithPassphrase, setUpKey } from '../platform/vault/officer-key.ts'
import { dayOf, momentOf } from './days.ts'
import { inventedMark } from './letters.ts'
import type { Reach, Story } from './pace.ts'
import type { UnitIds } from './plan.ts'
import { idAt } from './random.ts'
import { accountIdOf, passphrase } from './staff.ts'

/** Officers who have a key, besides whom it is a page of its own to set one up. */
export const keyHolders = [
  'tiepdan.camduong',
  'vanthu.camduong',
  'xuly.camduong',
  'chutich.camduong',
  'tiepdan.laocai-tinh',
  'chutich.laocai-tinh',
] as const

type Holder = (typeof keyHolders)[number]

/** Of them, who reads and signs here: opening a key takes long on purpose. */
const acting: readonly Holder[] = ['tiepdan.camduong', 'chutich.camduong', 'tiepdan.laocai-tinh', 'chutich.laocai-tinh']

interface Scene {
  db: Db
  units: UnitIds
  keys: ReadonlyMap<string, OpenKey>
  reach: Reach
}

interface At {
  unit_id: string
  id: string
}

/** Sets keys up; then four letters are sealed and walked: an extract at work, a forced withdrawal, one about a head, one overdue. */
export async function openSealed(db: Db, units: UnitIds): Promise<{ stories: Story[]; close: () => void }> {
  const keys = new Map<string, OpenKey>()
  for (const holder of keyHolders) {
    await setUpKey(db, accountIdOf(holder), passphrase, momentOf(dayOf('2026-10-05'), 0).at)
    const key = acting.includes(holder) && (await openWithPassphrase(db.pool, accountIdOf(holder), passphrase))
    if (key) keys.set(holder, key)
  }
  return {
    stories: [verified, withdrawn, aboutTheHead, turnedTo].map((tell) => (reach) => tell({ db, units, keys, reach })),
    close: () => {
      for (const key of keys.values()) closeKey(key)
    },
  }
}

async function viewerOf(db: Db, holder: Holder, moment: Moment) {
  const viewer = await viewerOfAccount(db.pool, accountIdOf(holder), moment)
  if (!viewer) throw new Error(`nobody signs in as ${holder}`)
  return viewer
}

const moment = (day: string, minute = 40) => momentOf(dayOf(day), minute)

async function seal(
  { db, units, reach }: Scene,
  holder: Holder,
  office: 'camduong' | 'laocai-tinh',
  day: string,
  more: Pick<DenunciationWords, 'person_name' | 'subject_place' | 'subject' | 'text'> & { subject_id?: string },
): Promise<At> {
  const at = moment(day)
  await reach(at.on)
  const words: DenunciationWords = {
    received_on: at.on,
    source: 'in-person',
    person_address: 'Thôn hư cấu, phường Cam Đường',
    several: false,
    ...more,
    text: `${more.text}\n${inventedMark}`,
  }
  const viewer = await viewerOf(db, holder, at)
  const id = idAt(at.at, `sealed/${more.person_name}`)
  const unit_id = units.get(office)!
  const done = await sealDenunciation(db, { viewer, unit_id, id, words, moment: at })
  return { unit_id: done.unit_id, id: done.id }
}

async function take(
  { db, keys, reach }: Scene,
  holder: Holder,
  at: At,
  day: string,
  step: ProceedingStep,
  typed: object,
) {
  const now = moment(day, 90)
  await reach(now.on)
  const viewer = await viewerOf(db, holder, now)
  await proceedingSteps[step].take(db, { viewer, ...at, key: keys.get(holder)!, moment: now }, typed)
}

const accepting = (content: string) => ({
  content,
  form_met: true,
  has_capacity: true,
  within_competence: true,
  has_basis: true,
  settled_before: false,
})

async function verified(scene: Scene): Promise<void> {
  const record = await seal(scene, 'tiepdan.camduong', 'camduong', '2026-10-12', {
    person_name: 'Lò Thị Bịa',
    subject_place: 'officer-here',
    subject_id: accountIdOf('vanthu.camduong'),
    subject: 'Văn thư phường',
    text: 'Giữ lại giấy tờ của dân, đòi bồi dưỡng mới trả.',
  })
  await take(scene, 'tiepdan.camduong', record, '2026-10-14', 'check', {
    several_places: false,
    note: 'Đã gặp người gửi.',
  })
  await take(scene, 'chutich.camduong', record, '2026-10-19', 'accept', accepting('Giữ giấy tờ, đòi bồi dưỡng.'))
  await take(scene, 'tiepdan.camduong', record, '2026-10-21', 'notify-acceptance', {})
  const extract = 'Xác minh việc giữ lại giấy tờ và đòi bồi dưỡng trong năm 2026.'
  const verifier_id = accountIdOf('xuly.camduong')
  await take(scene, 'chutich.camduong', record, '2026-10-26', 'assign-verification', {
    verifier_id,
    extract,
    plan: 'Xem sổ giao nhận giấy tờ.\nBáo cáo trong 15 ngày.',
  })
}

async function withdrawn(scene: Scene): Promise<void> {
  const record = await seal(scene, 'tiepdan.camduong', 'camduong', '2026-11-02', {
    person_name: 'Giàng A Tưởng',
    subject_place: 'elsewhere',
    subject: 'Một trưởng thôn (hư cấu)',
    text: 'Thu tiền làm đường không ghi sổ, không công khai.',
  })
  await take(scene, 'chutich.camduong', record, '2026-11-06', 'accept', accepting('Thu tiền làm đường không ghi sổ.'))
  await take(scene, 'tiepdan.camduong', record, '2026-11-18', 'note-contact', {
    happened_on: '17/11/2026',
    happened_at: '19:30',
    who: 'for-subject',
    way: 'visit',
    note: 'Hai người đến nhà buổi tối, khuyên rút đơn.',
  })
  await take(scene, 'tiepdan.camduong', record, '2026-11-18', 'withdraw', {
    whole: true,
    reason: 'Không muốn mất lòng.',
    happened_on: '18/11/2026',
    happened_at: '8:15',
  })
}

async function aboutTheHead(scene: Scene): Promise<void> {
  await seal(scene, 'tiepdan.camduong', 'camduong', '2026-11-16', {
    person_name: 'Phàn Mẩy Hư',
    subject_place: 'head-here',
    subject: 'Chủ tịch phường',
    text: 'Giao đất không qua đấu giá.',
  })
}

/** Turned to the province because the ward is overdue: the ward is asked, and its answer is awaited. */
async function turnedTo(scene: Scene): Promise<void> {
  const record = await seal(scene, 'tiepdan.laocai-tinh', 'laocai-tinh', '2026-11-12', {
    person_name: 'Vàng Thị Kịch',
    subject_place: 'elsewhere',
    subject_id: accountIdOf('vanthu.camduong'),
    subject: 'Văn thư phường Cam Đường',
    text: 'Đã gửi phường mà quá hạn chưa trả lời.',
  })
  const review = { why: 'overdue', earlier: 'Đơn gửi phường ngày 12/10/2026', note: 'Quá 30 ngày.' }
  await take(scene, 'tiepdan.laocai-tinh', record, '2026-11-13', 'review-further', review)
  await take(scene, 'chutich.laocai-tinh', record, '2026-11-18', 'demand-report', {
    receiver: 'Ủy ban nhân dân phường Cam Đường',
    receiver_unit_id: scene.units.get('camduong'),
    file: '1/2026',
    questions: 'Vì sao quá hạn, bao giờ có kết luận?',
  })
}

/** How many words wait unread for an officer of the demonstration: for its test. */
export async function wordsFor(db: Db, holder: Holder, day: string): Promise<number> {
  return (await wordLines(await viewerOf(db, holder, moment(day)), db.pool)).length
}
