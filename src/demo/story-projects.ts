/** Projects of one ward: one that was asked about, talked over and started; one that may not start yet; voters who were four too few. */
import { makeCommitments } from '../modules/commitments/make-commitments.ts'
import { announceProject } from '../modules/dialogues/announce-project.ts'
import { checkSheet } from '../modules/dialogues/check-sheet.ts'
import { closeConsultation } from '../modules/dialogues/close-consultation.ts'
import { declineTalkRequest } from '../modules/dialogues/decline-talk-request.ts'
import { drawKey } from '../modules/dialogues/draw-key.ts'
import { enterSheet } from '../modules/dialogues/enter-sheet.ts'
import { explainConsultation } from '../modules/dialogues/explain-consultation.ts'
import { finishCounting } from '../modules/dialogues/finish-counting.ts'
import { linkConsultation } from '../modules/dialogues/link-consultation.ts'
import { linkDialogue } from '../modules/dialogues/link-dialogue.ts'
import { nameCounters } from '../modules/dialogues/name-counters.ts'
import { noteProjectPromise } from '../modules/dialogues/note-project-promise.ts'
import { noteTalk } from '../modules/dialogues/note-talk.ts'
import { publishConsultation } from '../modules/dialogues/publish-consultation.ts'
import { recordOpinion } from '../modules/dialogues/record-opinion.ts'
import { recordProject } from '../modules/dialogues/record-project.ts'
import { recordTalkRequest } from '../modules/dialogues/record-talk-request.ts'
import { sendOpinion } from '../modules/dialogues/send-opinion.ts'
import { checkOf, marksOf } from '../modules/dialogues/signature-marks.ts'
import { startProject } from '../modules/dialogues/start-project.ts'
import { weighOpinion } from '../modules/dialogues/weigh-opinion.ts'
import { citizen, viewerOfAccount } from '../modules/people/viewer-of.ts'
import type { AnyAction } from '../platform/actions/action.ts'
import { perform } from '../platform/actions/perform.ts'
import type { Db } from '../platform/database.ts'
import { idFrom } from '../platform/uuid.ts'
import { type Day, dayOf, momentOf } from './days.ts'
import type { Reach, Story } from './pace.ts'
import { codeOf, type UnitIds } from './plan.ts'
import { idAt } from './random.ts'
import { accountIdOf, holderOn } from './staff.ts'

const ward = 'camduong'

/** Whose turn: a post of the ward, or somebody at the portal. */
type Who = 'clerk' | 'handler' | 'head' | 'front-supervisor' | 'citizen'
type Take = (action: AnyAction, who: Who, on: string, id: string, input: object) => Promise<void>

interface Telling {
  db: Db
  unit_id: string
  villages: readonly string[]
  take: Take
}

const idOf = (day: string, name: string) => idAt(momentOf(dayOf(day), 0).at, name)
/** The id under which the story of dialogues has planned one. */
const dialogueOf = (day: string, name: string) => idOf(day, `dialogue/${name}`)

/** The three of them, to be told after the dialogues; a shorter demonstration ends before the first. */
export function projectStories(db: Db, units: UnitIds, until: Day): Story[] {
  const unit_id = units.get(ward)
  if (!unit_id || Temporal.PlainDate.compare(until, dayOf('2026-11-20')) < 0) return []
  const villages = [1, 2].map((nth) => units.get(`thon${nth}.${ward}`) ?? unit_id)
  return [roadProject, marketProject, landfillRequest].map(
    (tell) => (reach) => tell({ db, unit_id, villages, take: takerOf(db, unit_id, reach) }),
  )
}

function takerOf(db: Db, unit_id: string, reach: Reach): Take {
  let minute = 0
  return async (action, who, day, id, input) => {
    const on = dayOf(day)
    await reach(on)
    minute += 1
    const moment = momentOf(on, minute)
    const viewer =
      who === 'citizen' ? citizen(moment) : await viewerOfAccount(db.pool, accountIdOf(holderOn(ward, who, on)), moment)
    if (!viewer) throw new Error(`nobody is ${who} on ${day}`)
    await perform(db, action, { viewer, unit_id, id, input, moment })
  }
}

async function roadProject({ db, unit_id, villages, take }: Telling): Promise<void> {
  const id = idOf('2026-03-05', 'project/road')
  const asked = idOf('2026-03-09', 'consultation/road')
  await take(recordProject, 'clerk', '2026-03-05', id, {
    title: 'Mở rộng đường Hoàng Quốc Việt, đoạn qua tổ 5',
    kind: 'local-works',
    what: 'Mở mặt đường từ 7 m lên 11 m, dài 850 m, làm lại cống thoát nước hai bên. (Tình huống hư cấu.)',
    investor: 'Ban Quản lý dự án đầu tư xây dựng',
    decision_number: '214/QĐ-UBND',
    decided_on: '2026-02-20',
    decided_by: 'Ủy ban nhân dân tỉnh Lào Cai',
    area_unit_ids: villages,
    planned_start_on: '2026-04-20',
  })
  await take(announceProject, 'head', '2026-03-06', id, {})
  await take(publishConsultation, 'head', '2026-03-09', asked, {
    matter: 'project-policy',
    title: 'Phương án mở rộng đường Hoàng Quốc Việt',
    what: 'Phương án tuyến, bồi thường đất vườn, lối đi tạm trong lúc làm. (Tình huống hư cấu.)',
    where_to_read: 'Nhà văn hóa tổ 5 và bộ phận một cửa của phường',
    asked_unit_ids: villages,
    last_on: '2026-04-06',
  })
  await take(linkConsultation, 'clerk', '2026-03-09', id, { consultation_id: asked })
  const online = idFrom(asked, 'opinion/online')
  await take(sendOpinion, 'citizen', '2026-03-15', online, {
    consultation_id: asked,
    text: 'Đề nghị làm cống trước rồi mới mở đường, kẻo mùa mưa nước vào nhà.',
    code: codeOf(ward, online),
  })
  const paper = idFrom(asked, 'opinion/paper')
  const meeting = { consultation_id: asked, source: 'meeting', received_on: '2026-03-22', people: '37' }
  await take(recordOpinion, 'clerk', '2026-03-23', paper, {
    ...meeting,
    text: 'Đề nghị giữ nguyên hàng cây trước trường.',
  })
  await take(linkDialogue, 'clerk', '2026-03-27', id, { dialogue_id: dialogueOf('2026-03-10', 'road') })
  await take(closeConsultation, 'clerk', '2026-04-07', asked, {})
  await take(weighOpinion, 'clerk', '2026-04-08', online, {
    gist: 'Làm cống thoát nước trước khi mở đường.',
    outcome: 'taken',
    why: 'Cống được đưa lên giai đoạn đầu, xong trước mùa mưa.',
  })
  await take(weighOpinion, 'clerk', '2026-04-08', paper, {
    gist: 'Giữ nguyên hàng cây trước trường.',
    outcome: 'taken-in-part',
    why: 'Giữ 9 trên 14 cây; 5 cây nằm giữa làn đường mới được trồng lại ở sân trường.',
  })
  await take(explainConsultation, 'head', '2026-04-10', asked, {
    explanation: 'Tiếp thu việc làm cống trước. Hàng cây được giữ phần lớn. Giá đất theo bảng giá năm 2026.',
  })
  await take(startProject, 'head', '2026-04-20', id, { started_on: '2026-04-20' })
  await take(noteTalk, 'handler', '2026-06-11', id, {
    talk_id: idFrom(id, 'talk/1'),
    held_on: '2026-06-10',
    place: 'Nhà văn hóa tổ 5',
    people: '46',
    asked: 'Bao giờ có lối đi tạm cho xe máy? Bụi quá, tưới đường mấy lần một ngày?',
    answered: 'Lối đi tạm xong trước 20/6. Tưới đường ba lần một ngày khi trời nắng.',
  })
  await take(noteProjectPromise, 'handler', '2026-06-11', id, {
    promise_id: idFrom(id, 'promise/1'),
    text: 'Làm lối đi tạm cho xe máy qua đoạn đang thi công',
    owner_unit_id: unit_id,
    force: 'ordered',
    due_on: '2026-06-20',
  })
  await makeCommitments(db, { origin_kind: 'project', unit_id, id }, momentOf(dayOf('2026-06-11'), 600))
  await take(noteTalk, 'handler', '2026-09-16', id, {
    talk_id: idFrom(id, 'talk/2'),
    held_on: '2026-09-15',
    place: 'Trường tiểu học trong khu',
    people: '28',
    asked: 'Cây trồng lại ở sân trường ai chăm?',
    answered: 'Nhà thầu chăm hai năm, sau đó giao trường.',
  })
}

/** Views are still taken and the dialogue is to come: it may not start. */
async function marketProject({ unit_id, take }: Telling): Promise<void> {
  const id = idOf('2026-10-28', 'project/market')
  const asked = idOf('2026-11-10', 'consultation/market')
  await take(recordProject, 'clerk', '2026-10-28', id, {
    title: 'Chợ mới và việc di dời chợ tạm',
    kind: 'local-works',
    what: 'Xây chợ hai dãy, 120 quầy; chuyển các hộ buôn bán từ chợ tạm sang. (Tình huống hư cấu.)',
    investor: 'Ủy ban nhân dân phường',
    area_unit_ids: [unit_id],
    planned_start_on: '2026-12-15',
  })
  await take(announceProject, 'head', '2026-10-29', id, {})
  await take(publishConsultation, 'head', '2026-11-10', asked, {
    matter: 'community-decision',
    title: 'Cách sắp xếp quầy và mức phí ở chợ mới',
    what: 'Dự thảo cách bốc thăm quầy, mức phí theo diện tích, giờ mở chợ. (Tình huống hư cấu.)',
    where_to_read: 'Bảng tin chợ tạm, nhà văn hóa tổ 2',
    asked_unit_ids: [unit_id],
    last_on: '2026-12-02',
  })
  await take(linkConsultation, 'clerk', '2026-11-10', id, { consultation_id: asked })
  await take(linkDialogue, 'clerk', '2026-11-14', id, { dialogue_id: dialogueOf('2026-11-12', 'market') })
  const paper = { consultation_id: asked, source: 'village-head', received_on: '2026-11-17', people: '12' }
  await take(recordOpinion, 'clerk', '2026-11-18', idFrom(asked, 'opinion/paper'), {
    ...paper,
    text: 'Xin ưu tiên quầy đầu dãy cho người bán rau lâu năm.',
  })
}

const voters = 12_340
const signed = 1230

/** 1,234 signatures on paper, of which two stand twice and two are struck: four too few. */
async function landfillRequest({ take }: Telling): Promise<void> {
  const id = idOf('2026-10-12', 'talk-request/landfill')
  const on = '2026-10-14'
  await take(recordTalkRequest, 'clerk', '2026-10-12', id, {
    subject: 'Dời bãi rác tạm ở tổ 7',
    what: 'Cử tri yêu cầu đối thoại về thời hạn dời bãi rác tạm. (Tình huống hư cấu.)',
    asked_on: '2026-10-12',
    voters: String(voters),
    voters_source: 'Danh sách cử tri bầu cử Hội đồng nhân dân các cấp',
    voters_on: '2026-03-15',
  })
  const day = dayOf(on)
  await take(nameCounters, 'head', '2026-10-13', id, {
    first_counter_id: accountIdOf(holderOn(ward, 'handler', day)),
    second_counter_id: accountIdOf(holderOn(ward, 'front-supervisor', day)),
  })
  // No slip of paper: the count of the demonstration is over when it is loaded.
  const slip = id
  await take(drawKey, 'handler', on, id, { key_check: checkOf(slip) })
  const people = Array.from({ length: signed + 2 }, (_, nth) => String(nth % signed).padStart(12, '0'))
  for (let sheet = 1; people.length > 0; sheet += 1) {
    const numbers = people.splice(0, 176)
    const not_voters = people.length === 0 ? 2 : 0
    const lines = numbers.length + not_voters
    const marks = marksOf(slip, { id, round: 1 }, numbers)
    await take(enterSheet, 'handler', on, id, { sheet, lines, not_voters, unreadable: 0, marks })
    await take(checkSheet, 'front-supervisor', on, id, { sheet, lines, struck: not_voters })
  }
  await take(finishCounting, 'front-supervisor', on, id, {})
  await take(declineTalkRequest, 'head', '2026-10-16', id, {
    end_note: 'Chưa đủ theo luật. Phường vẫn gặp tổ 7 ngày 30/10 để báo thời hạn dời bãi rác.',
  })
}
