/** What a recommendation about a regulation carries through its review (NĐ 20/2008). */
import type { RegulationCriterion, RegulationIssuer, RegulationOutcome } from '../../law/feedback-workflow.ts'

/** Kept in the column `regulation`; days as ISO text. */
export interface Regulation {
  /** Number and name of the regulation, or what it is about. */
  name: string
  issuer: RegulationIssuer
  marked_on: string
  /** Not enough ground yet: why, and the office's own day on which it is looked at again. */
  study: { reason: string; on: string; look_again_on: string } | null
  /** A finding for each criterion, and those that are not met. */
  findings: Readonly<Record<RegulationCriterion, string>> | null
  not_met: readonly RegulationCriterion[]
  reviewed_on: string | null
  outcome: RegulationOutcome | null
  reasons: string | null
  /** To whom the change was proposed. */
  proposed_to: string | null
  decided_on: string | null
  /** What the public reads of the outcome. */
  public_outcome: string | null
}

/** How it begins. */
export function marked(name: string, issuer: RegulationIssuer, on: Temporal.PlainDate): Regulation {
  return {
    name,
    issuer,
    marked_on: on.toString(),
    study: null,
    findings: null,
    not_met: [],
    reviewed_on: null,
    outcome: null,
    reasons: null,
    proposed_to: null,
    decided_on: null,
    public_outcome: null,
  }
}
