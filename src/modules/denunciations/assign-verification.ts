/** The settler gives the verification to somebody: a key to the extract, and the original only where it is needed. */
import { z } from 'zod'
import { WrongInput } from '../../platform/actions/errors.ts'
import { agree, longText, text, unitId } from '../../platform/input.ts'
import { wipe } from '../../platform/vault/box.ts'
import { publicKeysOf } from '../../platform/vault/officer-key.ts'
import { openFields, sealField, sealKeyTo } from '../../platform/vault/sealed-record.ts'
import { extractId, extractKey } from './extract-key.ts'
import { linesOf, subjectOf } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

const form = z.object({
  verifier_id: unitId(),
  extract: longText(),
  plan: longText(4000),
  original_needed: agree(),
  why_original: text(1000).optional(),
})

/** The extract is written by whoever assigns and may tell nothing of the denouncer. */
export const assignVerification = sealedStep({
  step: 'assign-verification',
  form,
  answers: ({ verifier_id, original_needed, why_original }, { record }) => {
    if (original_needed && !why_original) throw new WrongInput([{ field: 'why_original', code: 'required' }])
    return { verifier_id, extract_id: extractId(record.id) }
  },
  tells_nothing: ({ extract, plan }) => [extract, plan],
  letters: ({ plan }, about) => [
    {
      type: 'QUYẾT ĐỊNH',
      about: 'Về việc xác minh nội dung tố cáo',
      to: [],
      paragraphs: [`Xét quyết định thụ lý tố cáo đối với ${subjectOf(about)},`],
      orders: ['Giao người được chỉ định tiến hành xác minh theo bản trích nội dung kèm theo.', ...linesOf(plan)],
    },
  ],
  async envelope(db, given, { record, contents }, { record_key }) {
    const { verifier_id, extract, original_needed } = form.parse(given)
    const [to] = await publicKeysOf(db.pool, [verifier_id])
    if (!to) throw new WrongInput([{ field: 'verifier_id', code: 'has-no-key' }])
    const id = extractId(record.id)
    const { rows } = await db.pool.query<{ record_id: string }>(
      'select record_id from record_key where unit_id = $1 and record_id = any($2) and key_id = $3',
      [record.unit_id, [record.id, id], to.key_id],
    )
    const holds = (record_id: string) => rows.some((row) => row.record_id === record_id)
    const key = extractKey(record_key)
    try {
      const before = await openFields(db.pool, record.unit_id, id, key)
      const version = Math.max(0, ...before.filter((one) => one.name === 'extract').map((one) => one.version)) + 1
      const { account_ids, text: named, unit_id, place } = contents.subject
      const content = { text: extract, subject: { account_ids, text: named, unit_id, place } }
      return {
        keys: original_needed && !holds(record.id) ? sealKeyTo(record_key, [to]) : [],
        extract: {
          fields: [sealField(id, 'extract', version, content, key)],
          keys: holds(id) ? [] : sealKeyTo(key, [to]),
        },
      }
    } finally {
      wipe(key)
    }
  },
  decide: ({ answers }) => ({ change: { verifier_id: answers.verifier_id, extract_id: answers.extract_id } }),
})
