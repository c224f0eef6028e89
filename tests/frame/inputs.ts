/** Inputs that fit an action's schema, or nearly: what a person, a script or a mischief might send. */
import fc from 'fast-check'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { type Field, fieldsOf } from '../../src/platform/read-form.ts'
import { newTrackingCode } from '../../src/platform/tracking-code.ts'

/** Ids that fields which choose a person, a unit or a record may name. */
export interface KnownIds {
  officers: readonly string[]
  units: readonly string[]
  petitions: readonly string[]
}

const texts = [
  'Lý Thị Mây',
  'Nguyễn Văn Bình',
  'Đo lại ranh giới',
  'Giữ nguyên quyết định',
  'Đã thay bóng đèn',
] as const
const rubbish = [
  '',
  '   ',
  '\u0000',
  '🙂'.repeat(30),
  '<script>alert(1)</script>',
  'a'.repeat(30_000),
  42,
  null,
  {},
  ['x'],
]

/** A value that the field takes. `days` are ISO days. */
function lawful(field: Field, ids: KnownIds, days: readonly string[]): fc.Arbitrary<unknown> {
  switch (field.field) {
    case 'day':
      return fc.constantFrom(...days)
    case 'choice':
      return fc.constantFrom(...(field.options?.length ? field.options : ['']))
    case 'choices':
      return fc.oneof(fc.constant(field.options ?? []), fc.subarray([...(field.options ?? [])]))
    case 'yes-no':
      return fc.boolean()
    case 'agree':
      return fc.constant(true)
    case 'number':
      return fc.integer({ min: 1, max: 9 })
    case 'file':
      return fc.constant([])
    case 'unit':
      if (field.name === 'point') return fc.constantFrom('1', '2', '3')
      if (field.name.endsWith('unit_id')) return fc.constantFrom(...ids.units)
      return fc.constantFrom(...(field.name === 'petition_id' ? ids.petitions : ids.officers))
    case 'hidden':
      if (field.name === 'code') return fc.constant(0).map(() => newTrackingCode('000'))
      if (field.name.startsWith('due_')) return fc.constantFrom('2026-07-06', '2026-07-07')
      return fc.constantFrom(...(field.options?.length ? field.options : ids.petitions))
    default:
      if (field.name.endsWith('_email')) return fc.constant('may@example.com')
      if (field.name.endsWith('_phone')) return fc.constant('0912 345 678')
      if (field.name.endsWith('_at')) return fc.constant('08:30')
      return fc.constantFrom(...texts)
  }
}

/** Inputs with every field filled as it should be. */
export function lawfulInput(action: AnyAction, ids: KnownIds, days: readonly string[]): fc.Arbitrary<object> {
  const fields = fieldsOf(action.input).filter((field) => field.required || field.field === 'agree')
  return fc.record(Object.fromEntries(fields.map((field) => [field.name, lawful(field, ids, days)])))
}

/** Inputs as anybody may send them: fields left out where they may be, and now and then rubbish. */
export function anyInput(action: AnyAction, ids: KnownIds, days: readonly string[]): fc.Arbitrary<object> {
  const fields = fieldsOf(action.input)
  const value = (field: Field) =>
    fc.oneof({ weight: 30, arbitrary: lawful(field, ids, days) }, { weight: 1, arbitrary: fc.constantFrom(...rubbish) })
  return fc.record(Object.fromEntries(fields.map((field) => [field.name, value(field)])), {
    requiredKeys: fields.filter((field) => field.required).map((field) => field.name),
  })
}
