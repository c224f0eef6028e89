/** A complaint comes into being: the handler proposes that a petition's point be accepted. */

import type { Instance, RespondentBody } from '../../law/competence.ts'
import { complaintLimit } from '../../law/complaint-limits.ts'
import type { ContestedKind } from '../../law/terms.ts'
import type { Creation } from '../../platform/actions/action.ts'
import type { Moment } from '../../platform/clock.ts'
import { idFrom } from '../../platform/uuid.ts'
import { clockColumns } from '../calendars/clock.ts'
import type { Counting } from '../calendars/counting.ts'
import type { Earlier } from './first-instance.ts'
import type { PetitionRow, Point } from './petition.ts'

/** What the handler adds to the letter. */
export interface ProposedComplaint {
  respondent: string
  contested: string
  contested_known_on: Temporal.PlainDate | null
  contested_kind: ContestedKind
  respondent_body: RespondentBody
  remote: boolean
  instance: Instance
  /** Why this unit settles what a body that is no more decided; null where none is asked. */
  successor_ground: string | null
  /** The record of the first instance, where one is known. */
  first: { unit_id: string; id: string } | null
  /** What the second instance keeps of the first. */
  earlier: Earlier | null
}

/** The complaint's first form. Acceptance counts from the receipt, or from the day the signature was confirmed. */
export function proposedComplaint(
  petition: PetitionRow,
  point: Point,
  proposed: ProposedComplaint,
  counting: Counting,
  moment: Moment,
): Creation {
  const signed = petition.signature ? Temporal.PlainDate.from(petition.signature.on) : petition.received_on
  const start = Temporal.PlainDate.compare(signed, petition.received_on) > 0 ? signed : petition.received_on
  return {
    noun: { kind: 'complaint', table: 'complaint' },
    id: idFrom(petition.id, `point/${point.id}`),
    step: 'propose',
    state: 'awaiting-acceptance',
    cite: 'TT 05/2021 Đ13',
    numbers: [{ column: 'register_number', book: 'complaint', year: moment.on.year }],
    change: {
      register_year: moment.on.year,
      petition_id: petition.id,
      point: point.id,
      case_id: petition.case_id,
      instance: proposed.instance,
      first_unit_id: proposed.first?.unit_id ?? null,
      first_id: proposed.first?.id ?? null,
      earlier: proposed.earlier,
      respondent_body: proposed.respondent_body,
      successor: proposed.successor_ground
        ? { ground: proposed.successor_ground, chosen_on: moment.on.toString() }
        : null,
      title: point.text,
      complainant_name: petition.petitioner_name,
      respondent: proposed.respondent,
      contested: {
        text: proposed.contested,
        known_on: proposed.contested_known_on?.toString() ?? null,
        kind: proposed.contested_kind,
      },
      field: point.field,
      handler_id: petition.handler_id,
      proposed_on: moment.on,
      received_on: petition.received_on,
      remote: proposed.remote,
      suspensions: [],
      ...clockColumns(
        {
          rule: complaintLimit('accept', { instance: proposed.instance, contested: proposed.contested_kind }),
          start: start.toString(),
        },
        counting,
      ),
    },
  }
}
