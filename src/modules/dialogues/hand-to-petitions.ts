/** A question that is a petition goes into the register of petitions, on the day on which it was asked; or it stands there already. */
import { z } from 'zod'
import type { QuestionOrigin } from '../../law/dialogue-rules.ts'
import { petitionWorkflow } from '../../law/petition-workflow.ts'
import type { petitionSources } from '../../law/terms.ts'
import { action, type Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import { count, personName, text, yesNo } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { codeRow, firstForm } from '../petitions/first-form.ts'
import { trackingCode } from '../petitions/inputs.ts'
import { type PetitionFacts, petition } from '../petitions/petition.ts'
import { preparerKinds } from './dialogue.ts'
import { type DialogueQuestionRow, dialogueQuestion } from './dialogue-question.ts'

/** How the register of petitions calls the way on which a question came. */
const sourceOf = {
  portal: 'online',
  paper: 'by-hand',
  phone: 'phone',
  'village-head': 'by-hand',
  room: 'in-person',
} as const satisfies Record<QuestionOrigin, (typeof petitionSources)[number]>

const handed = z.object({
  petitioner_name: personName().optional(),
  petitioner_address: text(300).optional(),
  title: text(200).optional(),
  signed: yesNo().optional(),
  petition_number: count(1, 9_999_999).optional(),
  petition_year: count(2000, 2200).optional(),
  code: trackingCode(),
})
type Handed = z.output<typeof handed>

/** As the form asks it: a petition is made of it unless a number is given, so these are no choice. */
export const petitionAsked = handed.extend({
  petitioner_name: personName(),
  petitioner_address: text(300),
  title: text(200),
  signed: yesNo(),
})

const petitionOf = (question: { id: string }) => idFrom(question.id, 'petition')

/** Did a petition come into being of it here, rather than one that stood already being linked? */
export function becamePetition<Row extends Pick<DialogueQuestionRow, 'id' | 'petition_id'>>(
  row: Row,
): row is Row & { petition_id: string } {
  return row.petition_id !== null && row.petition_id === petitionOf(row)
}

/** A number in the unit's own register links the petition that stands there; without one the petition comes into being here. */
export const handToPetitions = action({
  noun: dialogueQuestion,
  step: 'hand-to-petitions',
  input: handed,
  kept: ({ code: _, ...kept }) => kept,
  reads: async (sql, { unit_id, input, viewer, moment }) => ({
    known: input.petition_number === undefined ? null : await petitionIn(sql, unit_id, input, moment),
    facts: await petition.facts(sql, { record: null, unit_id, viewer, moment }),
  }),
  decide({ record, input, viewer, moment, unit_id }, { known, facts }) {
    if (!record) throw new Error('hand-to-petitions without a record')
    if (known !== null) return { change: { petition_id: known, group_id: null } }
    // A register that is no more takes in nothing new: whoever carries its work on enters the letter in their own.
    if (!holds(viewer, unit_id, 'head', 'deputy-head', ...preparerKinds))
      throw new WrongInput([{ field: 'petitioner_name', code: 'register-is-closed' }])
    // The register has its own rule of who takes letters in.
    const standings = petition.standings({ record: null, facts, viewer, unit_id })
    const standing = petitionWorkflow.record.by.find((by) => standings.includes(by))
    if (standing === undefined) throw new WrongInput([{ field: 'petitioner_name', code: 'intake-enters-petitions' }])
    return entered(record, input, facts, { viewer, moment, standing })
  },
})

/** What the register asks of every letter; the words are the question's, the day is that on which it was asked. */
function entered(
  record: DialogueQuestionRow,
  input: Handed,
  facts: PetitionFacts,
  { viewer, moment, standing }: { viewer: Viewer; moment: Moment; standing: string },
) {
  const { petitioner_name, petitioner_address, title, signed, code } = input
  const missing = (['petitioner_name', 'petitioner_address', 'title', 'signed'] as const).filter(
    (name) => input[name] === undefined,
  )
  if (!petitioner_name || !petitioner_address || !title || signed === undefined)
    throw new WrongInput(missing.map((field) => ({ field, code: 'needed-for-a-petition' })))
  const id = petitionOf(record)
  const on_paper = record.origin === 'paper'
  const first = firstForm(
    {
      received_on: record.asked_on,
      source: sourceOf[record.origin],
      title,
      text: record.text ?? '',
      petitioner_name,
      petitioner_address,
      petitioner_phone: record.asker_phone,
      petitioner_email: record.asker_email,
      language: record.language,
      signers: 1,
      signature: signed
        ? {
            how: on_paper ? 'paper' : 'at-desk',
            on: (on_paper ? record.asked_on : moment.on).toString(),
            by: viewer.account_id,
          }
        : null,
      asked_kind: null,
    },
    id,
    viewer.via,
    facts,
  )
  const told = tellPetitioner({ id, revision: 0 }, id, 'received', moment)
  const { change, numbers, postings, rows } = first
  return {
    change: { petition_id: id, group_id: null },
    creates: [
      {
        noun: { kind: 'petition', table: 'petition' },
        id,
        step: 'record',
        state: petitionWorkflow.record.to,
        cite: petitionWorkflow.record.cite,
        standing,
        change,
        numbers,
        postings,
      },
    ],
    rows: [...rows, codeRow(code, id, moment.on), ...told.rows],
    jobs: told.jobs,
  }
}

async function petitionIn(sql: Sql, unit_id: string, input: Handed, moment: Moment): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    `select id from petition where unit_id = $1 and register_year = $2 and register_number = $3 and state not in ('void', 'sealed-away')`,
    [unit_id, input.petition_year ?? moment.on.year, input.petition_number],
  )
  if (!rows[0]) throw new WrongInput([{ field: 'petition_number', code: 'no-such-petition' }])
  return rows[0].id
}
