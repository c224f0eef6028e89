/** What the letters of meetings and of dialogues with the people must know. */
import type { FindingKind, MeetingKind } from '../../law/meeting-workflow.ts'
import type { LetterBase } from './letter-data.ts'
import type { IsoDay } from './wording.ts'

/** When and where a meeting is, as its letters say it; `where` is null for one that is online alone. */
export interface MeetingWhen {
  held_on: IsoDay
  until_on: IsoDay
  starts: string
  ends: string
  where: string | null
}

/** Their data by kind. */
export interface MeetingLetterData {
  /** Thông báo đối thoại với Nhân dân; `moved`: the day announced before, and why it changed. */
  'public-dialogue-notice': LetterBase & {
    about: string
    subject: string
    /** Bodies that hold it together with the issuer. */
    together: readonly string[]
    held_on: IsoDay
    starts: string
    ends: string
    where: string
    link: string | null
    chaired_by: string
    questions_by: IsoDay
    ways: string
    publish_by: IsoDay | null
    moved?: { from_on: IsoDay; reason: string }
  }
  /** Thông báo kết quả đối thoại với Nhân dân. */
  'public-dialogue-results': LetterBase & {
    about: string
    subject: string
    held_on: IsoDay
    where: string
    chaired_by: string
    people: number
    conclusion: string
    groups: readonly { title: string; summary: string; answer: string | null; questions: number }[]
    promises: readonly { text: string; owner: string; due_on: IsoDay }[]
  }
  /** Giấy mời of one unit to a meeting. */
  'meeting-invitation': LetterBase &
    MeetingWhen & {
      meeting: MeetingKind
      about: string
      to: string
      purpose: string | null
      chairs: readonly string[]
      /** The unit's online room. */
      room: string | null
      online_address: string | null
      answer_by: IsoDay
      note: string | null
    }
  /** Word to everybody invited that a meeting moved; `after` is null where it is not held at all. */
  'meeting-change': LetterBase & {
    meeting: MeetingKind
    about: string
    before: MeetingWhen
    after: MeetingWhen | null
    reason: string
    to: readonly string[]
  }
  /** Thông báo kết luận of a meeting. */
  'meeting-conclusion': LetterBase &
    MeetingWhen & {
      meeting: MeetingKind
      about: string
      organisers: readonly string[]
      chairs: readonly string[]
      findings: readonly { kind: FindingKind; text: string; grounds: readonly string[] }[]
      conclusion: string
      promises: readonly {
        text: string
        owner: string
        helpers: readonly string[]
        force: 'ordered' | 'recommended'
        due_on: IsoDay
      }[]
    }
}
