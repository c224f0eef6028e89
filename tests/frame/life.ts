/** Lives of petitions for tests of the frame: written by an office of four people, on any day. */
import { accept } from '../../src/modules/complaints/accept.ts'
import { assignVerification } from '../../src/modules/complaints/assign-verification.ts'
import { decide } from '../../src/modules/complaints/decide.ts'
import { reportVerification } from '../../src/modules/complaints/report-verification.ts'
import { send } from '../../src/modules/complaints/send.ts'
import { answer } from '../../src/modules/feedback/answer.ts'
import { assign as assignFeedback } from '../../src/modules/feedback/assign.ts'
import { draftAnswer } from '../../src/modules/feedback/draft-answer.ts'
import { assign } from '../../src/modules/petitions/assign.ts'
import { classify } from '../../src/modules/petitions/classify.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { record } from '../../src/modules/petitions/record.ts'
import { submit } from '../../src/modules/petitions/submit.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { type Performed, perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { newTrackingCode, prefixOfUnit } from '../../src/platform/tracking-code.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import type { TestDatabase } from '../support/database.ts'
import { at, type Office, officer, person, smallOffice } from '../support/office.ts'

/** An office with its people. */
export interface House {
  t: TestDatabase
  office: Office
  desk: Viewer
  head: Viewer
  handler: Viewer
  stranger: Viewer
  /** Takes a step on a record of the commune. */
  take(action: AnyAction, viewer: Viewer, id: string, input: unknown, day?: string): Promise<Performed>
}

/** The conditions every kind of petition must meet. */
export const conditions = [
  'in-vietnamese',
  'dated',
  'named-with-address',
  'content-stated',
  'not-sent-before',
  'not-guided-before',
]

/** Opens the house; people are seen on that day. */
export async function openHouse(t: TestDatabase, day: string): Promise<House> {
  const office = await smallOffice(t.owner)
  const post = (unit: string, kind: 'reception-officer' | 'head' | 'handler') => officer(t.db, unit, kind, day)
  const [desk, head, handler, stranger] = [
    await post(office.commune, 'reception-officer'),
    await post(office.commune, 'head'),
    await post(office.commune, 'handler'),
    await post(office.neighbour, 'head'),
  ]
  const take: House['take'] = (action, viewer, id, input, on = day) =>
    perform(t.db, action, {
      viewer: { ...viewer, on: Temporal.PlainDate.from(on) },
      unit_id: office.commune,
      id,
      input,
      moment: at(on),
    })
  return { t, office, desk, head, handler, stranger, take }
}

/** What a citizen sends. */
export async function letterFor(house: House, kind = 'observation', more: Record<string, unknown> = {}) {
  return {
    asked_kind: kind,
    title: 'Đèn đường ngõ 12 không sáng',
    text: 'Ba tuần nay đèn đường ngõ 12 không sáng, buổi tối các cháu đi học về rất nguy hiểm.',
    petitioner_name: 'Lý Thị Mây',
    petitioner_address: 'Tổ 5, phường Cam Đường',
    code: newTrackingCode(await prefixOfUnit(house.t.db.pool, house.office.commune)),
    ...more,
  }
}

/** A letter from the portal, just received. */
export async function submitted(house: House, day: string, kind?: string, id = uuidv7()): Promise<string> {
  await house.take(submit, person(day), id, await letterFor(house, kind), day)
  return id
}

/** A signed letter at the desk, classified as ours and assigned. */
export async function assigned(house: House, day: string, kind: 'complaint' | 'observation'): Promise<string> {
  const id = uuidv7()
  const letter = await letterFor(house, kind, { received_on: day, source: 'post', signed: true })
  await house.take(record, house.desk, id, letter, day)
  const seen = { kind, field: 'infrastructure', competence: 'ours', conditions: [...conditions, 'signed'] }
  await house.take(classify, house.desk, id, seen, day)
  await house.take(assign, house.head, id, { handler_id: house.handler.account_id }, day)
  return id
}

/** A complaint accepted that day; its id. */
export async function accepted(house: House, day: string): Promise<string> {
  const petition = await assigned(house, day, 'complaint')
  const against = { respondent: 'Ủy ban nhân dân phường', contested: 'Quyết định 12/QĐ-UBND' }
  await house.take(proposeAcceptance, house.handler, petition, against, day)
  const id = idFrom(petition, 'point/1')
  await house.take(accept, house.head, id, { no_ground_applies: true, remote: false }, day)
  return id
}

/** A complaint decided and sent that day. */
export async function sentDecision(house: House, day: string): Promise<string> {
  const id = await accepted(house, day)
  const plan = { verifier_id: house.handler.account_id, plan: 'Đo lại ranh giới thửa đất' }
  await house.take(assignVerification, house.head, id, plan, day)
  const found = { findings: 'Ranh giới đúng bản đồ', proposal: 'Giữ nguyên', views_differ: false }
  await house.take(reportVerification, house.handler, id, found, day)
  const words = { request: 'Hủy quyết định', verified: 'Đã đo lại', conclusion: 'Khiếu nại sai', orders: 'Giữ nguyên' }
  await house.take(decide, house.head, id, { result: 'wrong', ...words }, day)
  await house.take(send, house.handler, id, { sent_on: day }, day)
  return id
}

/** An answered observation; the id of its feedback record. */
export async function answered(house: House, day: string): Promise<string> {
  const petition = await assigned(house, day, 'observation')
  await house.take(proposeAcceptance, house.handler, petition, {}, day)
  const id = idFrom(petition, 'point/1')
  await house.take(assignFeedback, house.head, id, { handler_id: house.handler.account_id }, day)
  await house.take(draftAnswer, house.handler, id, { draft: 'Đã thay bóng đèn.' }, day)
  await house.take(answer, house.head, id, { answer: 'Đã thay bóng đèn.', contact: 'Bộ phận một cửa' }, day)
  return id
}
