/** A word between two units about a sealed record: a mark, a demand, its answer. Only its reader's key opens it. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { carries } from '../../platform/actions/viewer.ts'
import { intakeKinds } from './denunciation.ts'
import { type Lawful, lawfulPeople } from './subject.ts'

/** What a word is: a withdrawal soon after a contact, a superior's demand, a lower unit's answer. */
export const wordKinds = ['mark', 'demand', 'answer'] as const
export type WordKind = (typeof wordKinds)[number]

/** A row of the table; neutral like the closed register. */
export interface SealedWordRow extends RecordRow {
  kind: WordKind
  from_unit_id: string
  from_unit_name: string
  from_id: string
  sent_on: Temporal.PlainDate
  answer_by: Temporal.PlainDate | null
  answers_id: string | null
  answered_on: Temporal.PlainDate | null
  read_on: Temporal.PlainDate | null
}

/** What is sealed of a word. `subjects`: whom it concerns, so that none of them reads it later. */
export interface WordContent {
  title: string
  paragraphs: readonly string[]
  subjects: readonly string[]
}

/** A word as its sender's record lists it. */
export interface SentWord {
  id: string
  to_unit_id: string
  to_unit_name: string
  kind: WordKind
  on: string
  answer_by: string | null
  answers_id: string | null
}

/** Who may take it, and what they need. */
export interface SealedWordFacts {
  has_key: boolean
  lawful: readonly Lawful[]
  /** The record that sent it, or whose demand it answers, was destroyed. */
  record_is_destroyed: boolean
}

const cite = 'LTC 2018 Đ33.3, Đ38'
const own = { cite, unverified: 'own-reading' } as const

/** How a word comes, is read and answered. The clock hands ciphertext over and opens nothing. */
export const sealedWordWorkflow = {
  'hand-in': { from: [], to: 'delivered', by: ['sender'], needs: [], ...own },
  'read-word': {
    from: ['delivered', 'answered'],
    to: 'same',
    by: ['insider'],
    needs: ['actor-is-clear-of-the-subject'],
    ...own,
  },
  // With the record it was about, and never before it.
  'destroy-word': {
    from: ['delivered', 'answered'],
    to: 'destroyed',
    by: ['clock'],
    needs: ['its-record-is-destroyed'],
    cite: 'Luật Lưu trữ 2024; Luật 91/2025',
    unverified: 'own-reading',
  },
  'mark-answered': { from: ['delivered'], to: 'answered', by: ['clock'], needs: [], cite: 'LTC 2018 Đ38' },
  // Its key goes with those of the sealed records when an officer leaves.
  'hand-on-word': {
    from: ['delivered', 'answered'],
    to: 'same',
    by: ['insider', 'leaver'],
    needs: ['actor-is-clear-of-the-subject', 'successor-is-lawful'],
    ...own,
  },
} as const satisfies Workflow<
  'delivered' | 'answered' | 'destroyed',
  'sender' | 'insider' | 'leaver' | 'clock',
  'actor-is-clear-of-the-subject' | 'successor-is-lawful' | 'its-record-is-destroyed'
>

/** The noun. Without a key nobody stands towards it. */
export const sealedWord = {
  kind: 'sealed-word',
  table: 'sealed_word',
  workflow: sealedWordWorkflow,
  facts: async (sql, { record, unit_id, viewer, moment }) => {
    const { rows } = await sql.query<{ has_key: boolean; record_is_destroyed: boolean }>(
      `select exists (select from record_key r join officer_key o on o.id = r.key_id and o.account_id = r.account_id
         where r.unit_id = $1 and r.record_id = $2 and r.account_id = $3 and o.replaced_at is null and not exists (
           select from key_end e where e.unit_id = r.unit_id and e.record_id = r.record_id and e.key_id = r.key_id)) as has_key,
         exists (select from sealed_word w left join sealed_word q on q.unit_id = w.from_unit_id and q.id = w.answers_id
           join denunciation d on d.state = 'destroyed' and ((d.unit_id = w.from_unit_id and d.id = w.from_id)
             or (d.unit_id = q.from_unit_id and d.id = q.from_id))
           where w.unit_id = $1 and w.id = $2) as record_is_destroyed`,
      [unit_id, record?.id ?? null, viewer.account_id],
    )
    const lawful = await lawfulPeople(sql, unit_id, moment.on)
    return { has_key: false, record_is_destroyed: false, ...rows[0], lawful }
  },
  standings: ({ record, facts, viewer, unit_id }) => {
    if (viewer.via === 'clock') return [record === null ? 'sender' : 'clock']
    if (record === null || !facts.has_key) return []
    if (carries(viewer, unit_id, 'head', ...intakeKinds)) return ['insider']
    return viewer.positions.some((one) => one.unit_id === unit_id) ? [] : ['leaver']
  },
  conditions: {
    'actor-is-clear-of-the-subject': ({ input, viewer }) => {
      const barred = (input?.['barred'] ?? []) as readonly string[]
      return !barred.includes(viewer.account_id ?? '')
    },
    'its-record-is-destroyed': ({ facts }) => facts.record_is_destroyed,
    'successor-is-lawful': ({ input, facts }) => {
      if (input === null) return true
      const { barred = [], successor_id } = input as { barred?: readonly string[]; successor_id?: string }
      const lawful = facts.lawful.some((one) => one.account_id === successor_id)
      return lawful && successor_id !== undefined && !barred.includes(successor_id)
    },
  },
} satisfies Noun<SealedWordRow, SealedWordFacts>
