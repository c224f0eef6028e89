/** What each kind of letter must know. Plain JSON, days as ISO text: this is what `document.data` keeps. */
import type { RegulationOutcome } from '../../law/feedback-workflow.ts'
import type { VisitOutcome } from '../../law/terms.ts'
import type { MeetingLetterData } from './letter-data-meetings.ts'
import type { IsoDay, Issuer, Person, Signature } from './wording.ts'

/** Common to all letters. */
export interface LetterBase {
  issuer: Issuer
  signature: Signature
  /** Further lines of `Nơi nhận`, before the file copy. */
  copies?: readonly string[]
  /** Abbreviation of the part of the office that drafts: `VP`, `TCD`. */
  drafted_by?: string
  /** Abbreviation in the symbol, where one kind has letters of several types. */
  abbreviation?: string
  /** The letter of equal form whose place this one takes, and why. */
  replaces?: LetterNamed & { reason: string }
}

/** A letter as a later one names it. */
export interface LetterNamed {
  /** `THÔNG BÁO`; `CÔNG VĂN` for an official letter. */
  type: string
  notation: string
  issued_on: IsoDay
}

/** A petition as letters speak of it. */
export interface PetitionInLetter {
  received_on: IsoDay
  /** What it is about, one line: `bồi thường khi Nhà nước thu hồi đất`. */
  about: string
  /** Day written on the petition itself, where it has one. */
  dated_on?: IsoDay
  register_number?: string
  kind: 'complaint' | 'recommendation' | 'observation' | 'denunciation' | 'petition'
}

/** A decision that goes to both parties of a complaint. */
export interface StopLetter extends LetterBase {
  to: Person
  respondent: string
  petition: PetitionInLetter
}

/** A letter about a petition to another body, or to the head. */
export interface Onward extends LetterBase {
  receiver: string
  petitioner: Person
  petition: PetitionInLetter
  cite: string
}

/** The data of every kind of letter. */
export interface LetterData extends MeetingLetterData {
  /** Mẫu 02/TCD, NĐ 154/2026. */
  receipt: LetterBase & {
    giver: Person
    received_on: IsoDay
    received_at: string
    where: string
    receiver: { name: string; title: string }
    items: readonly { what: string; form: 'original' | 'copy' | 'digital'; pages?: number }[]
  }
  /** Phiếu hướng dẫn: the petition belongs elsewhere, or must be split or completed. */
  guidance: LetterBase & {
    to: Person
    petition: PetitionInLetter
    reason: string
    advice: readonly string[]
    cite: string
    /** Set where who settles rests on a text that was not verified. */
    unverified?: string
  }
  /** Phiếu chuyển đơn to the competent body, once. */
  transfer: LetterBase & {
    receiver: string
    petitioner: Person
    petition: PetitionInLetter
    reason: string
    cite: string
    enclosed: string
  }
  /** Papers go back to the sender. */
  'hand-back': LetterBase & { to: string; petition: PetitionInLetter; petitioner: Person; reason: string; cite: string }
  /** Công văn phúc đáp: what became of a petition that another unit had transferred. */
  'case-reply': LetterBase & {
    receiver: string
    petitioner: Person
    petition: PetitionInLetter
    transferred_on: IsoDay
    detail: string
    cite: string
  }
  /** Công văn that reminds a body of the answer it owes. */
  urge: LetterBase & {
    receiver: string
    petitioner: Person
    petition: PetitionInLetter
    sent_by: string
    due_on: IsoDay
    answer_by: IsoDay
    cite: string
  }
  /** The petition still lacks its signature: how to confirm it. */
  'confirm-signature': LetterBase & { to: Person; petition: PetitionInLetter; ways: readonly string[] }
  /** Thông báo thụ lý giải quyết khiếu nại (NĐ 124/2020 Mẫu 03). */
  acceptance: LetterBase & {
    to: Person
    petition: PetitionInLetter
    instance: 1 | 2
    accepted_on: IsoDay
    settler: string
    limit: string
    due_on: IsoDay
    /** False where the matter cannot be taken to the administrative court; absent: it can. */
    lawsuit?: boolean
    cite: string
  }
  /** Thông báo không thụ lý (NĐ 124/2020 Mẫu 04), with one legal ground. */
  decline: LetterBase & {
    to: Person
    petition: PetitionInLetter
    instance: 1 | 2
    ground: string
    cite: string
    advice: string
  }
  /** The limit grows, with the criterion recorded for it. */
  extension: LetterBase & {
    to: Person
    petition: PetitionInLetter
    accepted_on: IsoDay
    criterion: string
    cite: string
    due_before_on: IsoDay
    due_on: IsoDay
  }
  /** The limit passed without a decision: the second road is open. */
  'second-road': LetterBase & {
    to: Person
    petition: PetitionInLetter
    accepted_on: IsoDay
    due_on: IsoDay
    second_settler: string
    file_by: IsoDay
    cite: string
  }
  /** The second instance's limit passed: the court remains. */
  'court-road': LetterBase & {
    to: Person
    petition: PetitionInLetter
    accepted_on: IsoDay
    due_on: IsoDay
    lawsuit: boolean
    cite: string
  }
  /** Giấy mời / thông báo đối thoại. */
  'dialogue-notice': LetterBase & {
    to: Person
    others: readonly string[]
    petition: PetitionInLetter
    held_on: IsoDay
    held_at: string
    where: string
    chaired_by: string
    cite: string
  }
  /** Quyết định giải quyết khiếu nại. */
  decision: LetterBase & {
    complainant: Person
    respondent: string
    petition: PetitionInLetter
    instance: 1 | 2
    accepted_on: IsoDay
    request: string
    verified: string
    dialogue?: string
    conclusion: string
    result: 'right' | 'partly-right' | 'wrong'
    /** What is kept, changed, cancelled, paid back; one order each. */
    orders: readonly string[]
    second_settler: string | null
    second_days: number
    /** False where the matter cannot be taken to the administrative court; absent: it can. */
    lawsuit?: boolean
    /** The first instance, and what the second decision does to it. */
    first?: {
      settler: string
      decision: string | null
      outcome: string | null
      fate: 'upheld' | 'amended' | 'annulled' | 'none-made'
    }
    carried_out_by: readonly string[]
    more_grounds?: readonly string[]
  }
  /** NĐ 155/2026 Mẫu 14a: the settling is suspended. */
  suspension: StopLetter & { accepted_on: IsoDay; ground: string; explanation: string; from: IsoDay }
  /** NĐ 155/2026 Mẫu 14b: the settling goes on. */
  resumption: StopLetter & { grounds: string; from: IsoDay; due_on: IsoDay }
  /** NĐ 155/2026 Mẫu 14a: the settling is terminated. */
  termination: StopLetter & { ground: string; explanation: string }
  /** The contested decision waits (LKN 2011 Đ35). */
  stay: StopLetter & { contested: string; grounds: string; from: IsoDay; until: IsoDay }
  'stay-lifted': StopLetter & { contested: string; grounds: string; from: IsoDay }
  /** Report to the head on what must be stopped at once. */
  alert: Onward & { danger: string; proposal: string }
  /** Signs of a crime, to the investigation body. */
  'crime-referral': Onward & { signs: string }
  /** What is the Party's, to its competent body. */
  'party-referral': Onward & { reason: string }
  /** Công văn trả lời kiến nghị, phản ánh. */
  answer: LetterBase & {
    to: Person
    petition: PetitionInLetter
    content: string
    done: readonly string[]
    contact: string
    /** Where it was about a regulation: what came of it (NĐ 20/2008 Đ14). */
    review?: { name: string; outcome: RegulationOutcome | 'kept-for-study'; reasons?: string }
  }
  /** Công văn kiến nghị that asks whoever issued a regulation to change it; it names no petitioner. */
  'propose-change': LetterBase & { receiver: string; regulation: string; reasons: string; proposal: string }
  /** Công văn of a superior to a unit below whose records are overdue. `asked_on`: the demand that was not answered. */
  'overdue-demand': LetterBase & {
    receiver: string
    items: readonly { what: string; due_on: IsoDay; days: number }[]
    note: string
    answer_by: IsoDay
    asked_on?: IsoDay
  }
  /** The report of a period in words; tables of its figures as annexes. */
  'review-report': LetterBase & {
    /** Null at the top of the chain. */
    receiver: string | null
    about: string
    first_on: IsoDay
    last_on: IsoDay
    /** Forms whose instrument counts other days. */
    other_days: readonly { form: string; first_on: IsoDay; last_on: IsoDay }[]
    parts: readonly {
      /** `I`. */
      number: string
      title: string
      sections: readonly { number: string | null; title: string; paragraphs: readonly string[] }[]
    }[]
    annexes: readonly {
      title: string
      /** Columns that named positions alone may see. */
      left_out: readonly number[]
      rows: readonly { no: number; heading: string; now: number; before: number | null }[]
    }[]
  }
  /** Mẫu 01/TCD, NĐ 154/2026: written refusal to receive. */
  refusal: LetterBase & {
    to: Person
    reception_on: IsoDay
    about: string
    ground: string
    cite: string
    earlier?: string
  }
  /** Thông báo kết luận việc tiếp công dân of the head. */
  'reception-conclusion': LetterBase & {
    reception_on: IsoDay
    chaired_by: string
    where: string
    present: readonly string[]
    visits: readonly { who: string; about: string; conclusion: string; assigned_to: string; due_on: IsoDay | null }[]
    /** Nobody came; absent: no visit is listed. */
    nobody_came?: boolean
    /** What was concluded beyond the single visits. */
    general?: string
  }
  /** Phiếu đề xuất thụ lý (TT 05/2021 Mẫu 01), from the one who handles the letter to the one who settles. */
  proposal: LetterBase & {
    receiver: string
    petitioner: Person
    petition: PetitionInLetter
    against?: { respondent: string; contested: string }
    proposer: string
  }
  /** Quyết định giao nhiệm vụ xác minh. */
  'verification-order': LetterBase & {
    complainant: Person
    petition: PetitionInLetter
    respondent: string
    verifier: string
    plan: string
  }
  /** Báo cáo kết quả xác minh. */
  'verification-report': LetterBase & {
    complainant: Person
    petition: PetitionInLetter
    respondent: string
    verifier: string
    assigned_on: IsoDay
    findings: string
    proposal: string
    views_differ: boolean
  }
  /** Biên bản đối thoại (NĐ 155/2026 Mẫu 14). */
  'dialogue-minutes': LetterBase & {
    complainant: Person
    petition: PetitionInLetter
    respondent: string
    held_on: IsoDay
    where?: string
    minutes: string
    complainant_absent: boolean
  }
  /** Công văn đính chính: what was printed wrongly in a letter, and how it is to be read. */
  correction: LetterBase & {
    to: readonly string[]
    of: LetterNamed & { about: string }
    wrong: string
    right: string
    reason: string
  }
  /** Thông báo thu hồi văn bản. */
  recall: LetterBase & { to: readonly string[]; of: LetterNamed & { about: string }; reason: string }
  /** A letter of a sealed record: all that it says is kept sealed, its type too. */
  private: LetterBase & {
    type: string
    about: string
    to: readonly string[]
    paragraphs: readonly string[]
    orders?: readonly string[]
  }
  /** Outcome owed to a visitor within 10 working days (LTCD Đ28). */
  outcome: LetterBase & {
    to: Person
    reception_on: IsoDay
    about: string
    outcome: VisitOutcome
    detail: string
    cite: string
  }
}

/** The kinds of letter. */
export type LetterKind = keyof LetterData

/** What the register gives a letter: its number (null for a draft), and its day. */
export interface Numbered {
  number: number | null
  issued_on: IsoDay
}
