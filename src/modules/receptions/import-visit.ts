/** `import`: a row of a book kept before the program becomes a visit, counted on its own day. */
import { z } from 'zod'
import { largeGroupFrom } from '../../law/reception-rules.ts'
import { visitOutcomes } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, count, day, longText, personName, phone, text, uuid, yesNo } from '../../platform/input.ts'
import { envelopeFields, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { faultAt } from './asked.ts'
import { searchOf } from './presence.ts'
import { askedKinds, identityKinds, visit, visitPosting } from './visit.ts'

/** Who received in an old book: its office, or the head in person. */
export const importedStages = ['regular', 'head'] as const

/** A row of the book. The identity paper's number comes sealed, in the envelope, or not at all. */
export const importVisitInput = z.object({
  import_id: uuid(),
  source_number: text(40).optional(),
  held_on: day(),
  stage: choice(importedStages),
  visitor_name: personName().optional(),
  others: text(300).optional(),
  visitor_address: text(300).optional(),
  visitor_phone: phone().optional(),
  identity_kind: choice(identityKinds),
  people: count(1, 10_000),
  first_time: yesNo(),
  asked_kind: choice(askedKinds).optional(),
  subject: text(300).optional(),
  statement: longText().optional(),
  conclusion: longText().optional(),
  assigned_to: text(200).optional(),
  outcome: choice(visitOutcomes).optional(),
  case_id: uuid().optional(),
  ...envelopeFields,
})

/** Writes the visit; takes no queue number, owes nothing anew and tells nobody. */
export const importVisit = action({
  noun: visit,
  step: 'import',
  input: importVisitInput,
  sealed: true,
  kept: ({ import_id }) => ({ import_id }),
  decide({ input, moment, id }) {
    if (Temporal.PlainDate.compare(input.held_on, moment.on) > 0) faultAt('held_on', 'day-in-future')
    const closed = input.asked_kind === 'denunciation'
    const words: Partial<typeof input> = closed ? {} : input
    const seen = {
      stage: input.stage,
      asked_kind: input.asked_kind ?? null,
      people: input.people,
      large_group: input.people >= largeGroupFrom,
      first_time: input.first_time,
      case_id: closed ? null : (input.case_id ?? null),
    }
    return {
      change: {
        ...seen,
        origin: 'import' as const,
        import_id: input.import_id,
        source_number: input.source_number ?? null,
        held_on: input.held_on,
        received_on: input.held_on,
        closed_content: closed,
        visitor_name: words.visitor_name ?? null,
        visitor_address: words.visitor_address ?? null,
        visitor_phone: words.visitor_phone ?? null,
        identity_kind: input.identity_kind,
        subject: words.subject ?? null,
        statement: words.statement ?? null,
        conclusion: words.conclusion ?? null,
        assigned_to: words.assigned_to ?? null,
        outcome: input.outcome ? { kind: input.outcome, detail: words.conclusion ?? '', document_id: null } : null,
        language: 'vi',
        papers: [],
        corrections: [],
        search: searchOf({
          ...(words.visitor_name ? { visitor_name: `${words.visitor_name} ${words.others ?? ''}` } : {}),
          ...(words.subject ? { subject: words.subject } : {}),
        }),
      },
      rows: envelopeRows(id, input),
      postings: [visitPosting(seen, input.held_on)],
    }
  },
})
