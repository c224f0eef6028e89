/**
 * One letter in one unit's register, from its receipt until it is handled (xử lý đơn). Its proceeding, where it leads
 * to one, is a record of its own.
 *
 * A letter may have several points. The first handling step makes it `handled`; the points still open are dealt with
 * from there (`a-point-is-open`). A missing signature is a fact, not a state: classifying goes on meanwhile, and a
 * point that was guided only for lack of it is open again once the petitioner signs.
 */
import type { Workflow } from './law.ts'

export type PetitionState = 'received' | 'classified' | 'assigned' | 'handled' | 'withdrawn' | 'void' | 'sealed-away'

/** `sender` is the officer of another unit who hands the petition over to this one. */
export type PetitionStanding = 'public' | 'petitioner' | 'intake' | 'handler' | 'head' | 'settler' | 'sender' | 'clock'

export type PetitionCondition =
  | 'is-not-classified-yet'
  | 'a-point-is-open'
  | 'an-open-point-is-a-complaint'
  | 'unit-settles-second-complaints'
  | 'officer-has-this-work'
  | 'handling-conditions-met'
  | 'within-competence'
  | 'outside-competence'
  | 'signature-is-confirmed'
  | 'signature-is-missing'
  | 'signature-wait-is-over'
  | 'not-guided-before'
  | 'not-transferred-before'
  | 'transfer-is-lawful-for-its-kind'
  | 'another-unit-owes-an-answer'
  | 'petition-is-linked'
  | 'nothing-is-done-yet'
  | 'untouched-since-import'
  | 'another-point-is-open'
  | 'is-a-joint-petition'
  | 'nobody-is-authorised-yet'
  | 'authorisation-is-certified'
  | 'an-alert-is-open'
  | 'no-alert-is-open'
  | 'content-is-of-the-party'
  | 'due-date-moves'
  | 'came-from-another-unit'
  | 'matter-is-settled-here'
  | 'sender-is-not-told-yet'

/** States in which a petition may rest for good. */
export const petitionFinals = ['handled', 'withdrawn', 'void', 'sealed-away'] as const satisfies PetitionState[]

export const petitionWorkflow = {
  submit: {
    from: [],
    to: 'received',
    by: ['public', 'petitioner'],
    needs: [],
    cite: 'LTCD 2013 Đ25; NĐ 154/2026 Đ17',
    unverified: 'unofficial-transcription',
  },
  record: { from: [], to: 'received', by: ['intake'], needs: [], cite: 'LTCD 2013 Đ25; TT 05/2021' },
  receive: { from: [], to: 'received', by: ['sender', 'clock'], needs: [], cite: 'LTCD 2013 Đ27' },
  // A row of a book kept before the program: counted on its own day, numbered in its own book.
  import: {
    from: [],
    to: 'received',
    by: ['intake'],
    needs: [],
    cite: 'NĐ 154/2026 mẫu 03/TCD',
    unverified: 'own-reading',
  },
  // The book says what became of it.
  'import-handled': {
    from: [],
    to: 'handled',
    by: ['intake'],
    needs: [],
    cite: 'NĐ 154/2026 mẫu 03/TCD',
    unverified: 'own-reading',
  },
  'undo-import': {
    from: ['received', 'handled'],
    to: 'void',
    by: ['intake', 'head'],
    needs: ['untouched-since-import'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
  'confirm-signature': {
    from: ['received', 'classified', 'assigned', 'handled'],
    to: 'same',
    by: ['petitioner', 'intake', 'handler'],
    needs: ['signature-is-missing'],
    cite: 'LKN 2011 Đ8, Đ11',
    unverified: 'own-reading',
  },
  attach: {
    from: ['received', 'classified', 'assigned', 'handled'],
    to: 'same',
    by: ['petitioner', 'intake', 'handler'],
    needs: [],
    cite: 'LKN 2011 Đ12; LTCD 2013 Đ7',
  },
  // From `handled` only what was guided, unclassified, for lack of a signature that has come since.
  classify: {
    from: ['received', 'handled'],
    to: 'classified',
    by: ['intake', 'handler', 'head'],
    needs: ['is-not-classified-yet'],
    cite: 'TT 05/2021; LTCD 2013 Đ25',
    within: 'petition.classify',
    unverified: 'recalled',
  },
  split: {
    from: ['received', 'classified', 'assigned'],
    to: 'same',
    by: ['intake', 'handler', 'head'],
    needs: [],
    cite: 'LTCD 2013 Đ25.3',
  },
  assign: {
    from: ['classified', 'assigned'],
    to: 'assigned',
    by: ['head', 'intake'],
    needs: [],
    cite: 'TT 05/2021',
    unverified: 'recalled',
  },
  // Work of an officer who leaves: each record goes to the receiver with an event of its own.
  'hand-over-work': {
    from: ['classified', 'assigned', 'handled'],
    to: 'same',
    by: ['head'],
    needs: ['officer-has-this-work'],
    cite: 'NĐ 30/2020 Đ31',
    unverified: 'recalled',
  },
  'propose-acceptance': {
    from: ['classified', 'assigned', 'handled'],
    to: 'handled',
    by: ['handler', 'intake', 'head'],
    needs: ['a-point-is-open', 'handling-conditions-met', 'within-competence', 'signature-is-confirmed'],
    cite: 'TT 05/2021 Đ13',
    within: 'petition.classify',
  },
  // A second complaint (khiếu nại lần hai): linked to the first instance, or to one told on paper.
  'propose-second': {
    from: ['classified', 'assigned', 'handled'],
    to: 'handled',
    by: ['handler', 'intake', 'head'],
    needs: [
      'unit-settles-second-complaints',
      'an-open-point-is-a-complaint',
      'handling-conditions-met',
      'within-competence',
      'signature-is-confirmed',
    ],
    cite: 'LKN 2011 Đ33, Đ36; TT 05/2021 Đ13',
    within: 'petition.classify',
  },
  decline: {
    from: ['classified', 'assigned', 'handled'],
    to: 'handled',
    by: ['settler', 'head'],
    needs: ['a-point-is-open', 'within-competence'],
    cite: 'LKN 2011 Đ11, Đ27',
    within: 'complaint.accept',
  },
  guide: {
    from: ['received', 'classified', 'assigned', 'handled'],
    to: 'handled',
    by: ['intake', 'handler', 'head'],
    needs: ['a-point-is-open', 'not-guided-before'],
    cite: 'LTCD 2013 Đ26; TT 05/2021',
  },
  'guide-unsigned': {
    from: ['received', 'classified', 'assigned'],
    to: 'handled',
    by: ['clock', 'intake', 'handler'],
    needs: ['signature-is-missing', 'signature-wait-is-over'],
    cite: 'LKN 2011 Đ11; TT 05/2021',
    unverified: 'own-reading',
  },
  transfer: {
    from: ['classified', 'assigned', 'handled'],
    to: 'handled',
    by: ['handler', 'intake', 'head'],
    needs: ['a-point-is-open', 'outside-competence', 'not-transferred-before', 'transfer-is-lawful-for-its-kind'],
    cite: 'LTCD 2013 Đ26; NĐ 20/2008 Đ9; TT 05/2021',
    within: 'feedback.transfer',
    unverified: 'recalled',
  },
  'hand-back': {
    from: ['classified', 'assigned', 'handled'],
    to: 'handled',
    by: ['intake', 'handler', 'head'],
    needs: ['a-point-is-open'],
    cite: 'TT 05/2021',
    unverified: 'recalled',
  },
  shelve: {
    from: ['classified', 'assigned', 'handled'],
    to: 'handled',
    by: ['intake', 'handler', 'head'],
    needs: ['a-point-is-open'],
    cite: 'TT 05/2021',
    unverified: 'recalled',
  },
  urge: {
    from: ['classified', 'assigned', 'handled'],
    to: 'handled',
    by: ['handler', 'head'],
    needs: ['another-unit-owes-an-answer'],
    cite: 'LTCD 2013 Đ26, Đ27; TT 05/2021 Đ14.2',
  },
  'record-reply': {
    from: ['handled'],
    to: 'same',
    by: ['intake', 'handler', 'sender', 'clock'],
    needs: ['another-unit-owes-an-answer'],
    cite: 'LTCD 2013 Đ27.2',
  },
  // Whoever transferred a petition is told the result within seven working days of it.
  'reply-to-sender': {
    from: ['handled'],
    to: 'same',
    by: ['intake', 'handler', 'head'],
    needs: ['came-from-another-unit', 'matter-is-settled-here', 'sender-is-not-told-yet'],
    cite: 'LTCD 2013 Đ27.2',
    within: 'reception.reply',
  },
  // Five or more people with one content: in writing, signed by all.
  'name-representatives': {
    from: ['received', 'classified', 'assigned', 'handled'],
    to: 'same',
    by: ['intake', 'handler', 'head'],
    needs: ['is-a-joint-petition'],
    cite: 'LTCD 2013 Đ29; NĐ 155/2026 Đ10',
    unverified: 'unofficial-transcription',
  },
  'record-authorisation': {
    from: ['received', 'classified', 'assigned', 'handled'],
    to: 'same',
    by: ['intake', 'handler', 'head'],
    needs: ['nobody-is-authorised-yet', 'authorisation-is-certified'],
    cite: 'LKN 2011 Đ12; NĐ 155/2026 Đ3',
    unverified: 'unofficial-transcription',
  },
  // An act that causes or threatens serious harm.
  'alert-head': {
    from: ['received', 'classified', 'assigned', 'handled'],
    to: 'same',
    by: ['intake', 'handler'],
    needs: ['no-alert-is-open'],
    cite: 'TT 05/2021 Đ16',
  },
  'answer-alert': {
    from: ['received', 'classified', 'assigned', 'handled'],
    to: 'same',
    by: ['head'],
    needs: ['an-alert-is-open'],
    cite: 'TT 05/2021 Đ16',
  },
  'refer-crime': {
    from: ['received', 'classified', 'assigned', 'handled'],
    to: 'same',
    by: ['handler', 'head', 'settler'],
    needs: [],
    cite: 'BLTTHS 2015 Đ144; TT 05/2021',
    unverified: 'own-reading',
  },
  'refer-to-party': {
    from: ['classified', 'assigned', 'handled'],
    to: 'same',
    by: ['handler', 'head', 'settler'],
    needs: ['content-is-of-the-party'],
    cite: 'TT 05/2021 Đ15',
    unverified: 'own-reading',
  },
  'link-case': {
    from: ['received', 'classified', 'assigned', 'handled'],
    to: 'same',
    by: ['intake', 'handler', 'head'],
    needs: [],
    cite: 'TT 05/2021',
    unverified: 'recalled',
  },
  'unlink-case': {
    from: ['received', 'classified', 'assigned', 'handled'],
    to: 'same',
    by: ['intake', 'handler', 'head'],
    needs: ['petition-is-linked'],
    cite: 'TT 05/2021',
    unverified: 'recalled',
  },
  withdraw: {
    from: ['received', 'classified', 'assigned'],
    to: 'withdrawn',
    by: ['petitioner', 'intake'],
    needs: [],
    cite: 'LKN 2011 Đ10',
  },
  'withdraw-point': {
    from: ['received', 'classified', 'assigned', 'handled'],
    to: 'same',
    by: ['petitioner', 'intake'],
    needs: ['another-point-is-open'],
    cite: 'LKN 2011 Đ10',
  },
  // It turns out to denounce somebody: its words go to the closed register, what could be read here is erased.
  'seal-away': {
    from: ['received', 'classified', 'assigned'],
    to: 'sealed-away',
    by: ['intake'],
    needs: ['nothing-is-done-yet'],
    cite: 'LTC 2018 Đ8, Đ56',
    unverified: 'own-reading',
  },
  // The working calendar or a switch changed. What was done before stays lawful; only the day still ahead moves.
  're-date': {
    from: ['received', 'classified', 'assigned'],
    to: 'same',
    by: ['clock'],
    needs: ['due-date-moves'],
    cite: 'BLDS 2015 Đ147, Đ148; BLLĐ 2019 Đ112',
    unverified: 'own-reading',
  },
  correct: {
    from: ['received', 'classified', 'assigned', 'handled', 'withdrawn'],
    to: 'same',
    by: ['intake', 'handler', 'head'],
    needs: [],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
  void: {
    from: ['received', 'classified', 'assigned'],
    to: 'void',
    by: ['head'],
    needs: [],
    cite: 'NĐ 30/2020 Đ15',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<PetitionState, PetitionStanding, PetitionCondition>

/** A step of a petition: the action, its URL segment, its permission and the key of its sentences. */
export type PetitionStep = keyof typeof petitionWorkflow

/** The steps of which the first makes a petition "processed" in form 01/XLD (columns 4 and 5). */
export const processingSteps = [
  'propose-acceptance',
  'decline',
  'guide',
  'guide-unsigned',
  'transfer',
  'hand-back',
  'shelve',
  'urge',
] as const satisfies PetitionStep[]
