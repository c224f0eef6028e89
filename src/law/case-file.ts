/** What the file of a case must hold at each station of its road: read to say what it still lacks, and which step brings it. */
import type { ComplaintState, ComplaintStep } from './complaint-workflow.ts'
import type { FeedbackState, FeedbackStep } from './feedback-workflow.ts'
import type { Unverified } from './law.ts'
import type { PetitionState, PetitionStep } from './petition-workflow.ts'

/** One paper or entry of a case file. The papers of a kind stand in the order of its road. */
export type CasePaper<State extends string, Step extends string> = {
  /** States in which a file without it is incomplete. */
  states: readonly State[]
  cite: string
  unverified?: Unverified
  /** It belongs to the file, but the road does not wait for it. */
  beside?: true
} & (
  | {
      /** The step that brings it. */
      step: Step
      of?: undefined
    }
  | {
      /** A step of the petition the record grew out of. */
      step: PetitionStep
      of: 'petition'
    }
)

/** By kind of record. A complaint's file holds what LKN 2011 Đ34 lists, and what its own steps must record. */
export const casePapers = {
  petition: {
    signature: {
      states: ['received', 'classified', 'assigned'],
      step: 'confirm-signature',
      cite: 'LKN 2011 Đ8, Đ11',
      unverified: 'own-reading',
    },
    address: {
      states: ['received', 'classified', 'assigned'],
      step: 'correct',
      cite: 'LKN 2011 Đ8; NĐ 20/2008 Đ7',
      beside: true,
    },
    classification: {
      states: ['received'],
      step: 'classify',
      cite: 'TT 05/2021; LTCD 2013 Đ25',
      unverified: 'recalled',
    },
    handler: { states: ['classified'], step: 'assign', cite: 'TT 05/2021', unverified: 'recalled' },
    reply: {
      states: ['handled'],
      step: 'record-reply',
      cite: 'TT 05/2021',
      unverified: 'recalled',
    },
  },
  complaint: {
    signature: {
      states: ['awaiting-acceptance'],
      step: 'confirm-signature',
      of: 'petition',
      cite: 'LKN 2011 Đ8, Đ11',
      unverified: 'own-reading',
    },
    evidence: {
      states: ['awaiting-acceptance', 'accepted', 'verifying', 'verified'],
      step: 'attach',
      cite: 'LKN 2011 Đ12, Đ34',
      beside: true,
    },
    'acceptance-notice': { states: ['awaiting-acceptance'], step: 'accept', cite: 'LKN 2011 Đ27, Đ34' },
    'verification-task': { states: ['accepted'], step: 'assign-verification', cite: 'LKN 2011 Đ29' },
    'verification-report': { states: ['verifying'], step: 'report-verification', cite: 'LKN 2011 Đ29.4, Đ34' },
    'dialogue-notice': { states: ['verified'], step: 'call-dialogue', cite: 'LKN 2011 Đ30; NĐ 155/2026 Đ11' },
    'dialogue-minutes': { states: ['verified'], step: 'hold-dialogue', cite: 'LKN 2011 Đ30, Đ34, Đ39' },
    decision: { states: ['verified'], step: 'decide', cite: 'LKN 2011 Đ31, Đ34' },
    'decision-sent': { states: ['decided'], step: 'send', cite: 'LKN 2011 Đ32, Đ41' },
    'receipt-day': { states: ['sent', 'in-effect'], step: 'record-receipt', cite: 'LKN 2011 Đ33.1' },
    'legal-effect': { states: ['sent'], step: 'take-effect', cite: 'LKN 2011 Đ44' },
    'enforcement-evidence': { states: ['in-effect'], step: 'enforce', cite: 'LKN 2011 Đ45, Đ46' },
  },
  feedback: {
    handler: { states: ['awaiting-assignment'], step: 'assign', cite: 'NĐ 20/2008 Đ9' },
    'draft-answer': { states: ['assigned'], step: 'draft-answer', cite: 'NĐ 20/2008 Đ14' },
    'signed-answer': { states: ['drafted'], step: 'answer', cite: 'NĐ 20/2008 Đ15' },
  },
} as const satisfies {
  petition: Readonly<Record<string, CasePaper<PetitionState, PetitionStep>>>
  complaint: Readonly<Record<string, CasePaper<ComplaintState, ComplaintStep>>>
  feedback: Readonly<Record<string, CasePaper<FeedbackState, FeedbackStep>>>
}

/** A kind of record whose file is described. */
export type FiledKind = keyof typeof casePapers

/** A paper of a kind. */
export type PaperOf<K extends FiledKind> = keyof (typeof casePapers)[K] & string

/** Says of each paper of a kind whether the file lacks it, whatever its state. */
export type Lacks<K extends FiledKind, About> = Readonly<Record<PaperOf<K>, (about: About) => boolean>>

/** The papers a file lacks in this state, in the order of the road. */
export function lackingPapers<K extends FiledKind, About>(
  kind: K,
  state: string,
  lacks: Lacks<K, About>,
  about: About,
): { paper: string; row: CasePaper<string, string> }[] {
  const papers: Readonly<Record<string, CasePaper<string, string>>> = casePapers[kind]
  const said: Readonly<Record<string, (about: About) => boolean>> = lacks
  return Object.entries(papers).flatMap(([paper, row]) =>
    row.states.includes(state) && said[paper]!(about) ? [{ paper, row }] : [],
  )
}
