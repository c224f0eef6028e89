/** The handler proposes that a point be accepted: the record that carries its proceeding comes into being. */
import { z } from 'zod'
import { ownRespondent, respondentBodies, whoSettles } from '../../law/competence.ts'
import { contestedKinds } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, text, yesNo } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { headOf } from '../notices/wording.ts'
import { checkCompetence } from './competent.ts'
import { letter } from './handling.ts'
import { chosenPoint } from './inputs.ts'
import { dealtWith, inLetter, personInLetter, petition, processedPosting } from './petition.ts'
import { proposedComplaint } from './propose-complaint.ts'
import { proposedFeedback } from './propose-feedback.ts'

/** One point at a time; a complaint also says against what and whom. */
export const proposeAcceptance = action({
  noun: petition,
  step: 'propose-acceptance',
  input: z.object({
    point: chosenPoint().optional(),
    respondent: text(300).optional(),
    contested: text(500).optional(),
    contested_kind: choice(contestedKinds).optional(),
    contested_known_on: day().optional(),
    /** Whose decision it is; the unit's own where nothing is said. */
    respondent_body: choice(respondentBodies).optional(),
    /** Why this unit settles what a body that is no more decided. */
    successor_ground: text(500, { field: 'long-text' }).optional(),
    remote: yesNo().optional(),
  }),
  decide({ record, input, moment, facts, viewer }) {
    const { tier } = facts
    const open = record!.points.filter((point) => point.step === null)
    const point = input.point ? open.find((one) => one.id === input.point) : open[0]
    if (!point) throw new WrongInput([{ field: 'point', code: 'not-an-open-point' }])
    if (input.contested_known_on && Temporal.PlainDate.compare(input.contested_known_on, moment.on) > 0)
      throw new WrongInput([{ field: 'contested_known_on', code: 'day-in-future' }])
    const missing = (['respondent', 'contested'] as const).filter((field) => !input[field])
    if (point.kind === 'complaint' && missing.length > 0)
      throw new WrongInput(missing.map((field) => ({ field, code: 'required' })))
    const respondent_body = input.respondent_body ?? ownRespondent(tier)
    const contested_kind = input.contested_kind ?? 'administrative-decision'
    const asked = {
      respondent: respondent_body,
      instance: 1,
      on: record!.received_on,
      contested: contested_kind,
    } as const
    const successor_ground = input.successor_ground ?? null
    if (point.kind === 'complaint') checkCompetence(tier, asked, successor_ground)
    const creation =
      point.kind === 'complaint'
        ? proposedComplaint(
            record!,
            point,
            {
              respondent: input.respondent!,
              contested: input.contested!,
              contested_known_on: input.contested_known_on ?? null,
              contested_kind,
              respondent_body,
              remote: input.remote ?? false,
              instance: 1,
              // Kept only where the ladder asks a person to choose.
              successor_ground: whoSettles(asked)?.settler === 'chosen-successor' ? successor_ground : null,
              first: null,
              earlier: null,
            },
            facts,
            moment,
          )
        : proposedFeedback(record!, point, facts, moment)
    const first = record!.points.every((one) => one.led_to === null)
    const kind = creation.noun.kind as 'complaint' | 'feedback'
    const led_to = { kind, id: creation.id, ...(first ? { first } : {}) }
    const processed = processedPosting(record!, 'propose-acceptance', moment.on)
    const told = tellPetitioner(record!, record!.id, 'step-taken', moment)
    const { issuer, signature } = facts.letterhead
    const proposal = {
      receiver: headOf(issuer, signature.head_title),
      petitioner: personInLetter(record!),
      petition: inLetter(record!),
      ...(point.kind === 'complaint'
        ? { against: { respondent: input.respondent!, contested: input.contested! } }
        : {}),
      proposer: viewer.name,
    }
    return {
      change: { points: dealtWith(record!, 'propose-acceptance', moment.on, point.id, led_to), ...processed.change },
      postings: processed.postings,
      creates: [creation],
      documents: [letter(record!, 'proposal', `Đề xuất thụ lý: ${record!.title}`, proposal, facts, moment)],
      ...told,
    }
  },
})
