/** An amount as people type it: `95`, `95,5`, `1.234,5`. */
import { z } from 'zod'
import type { FieldMeta } from '../../platform/input.ts'

/** Vietnamese writes a comma before decimals and groups by dots. */
export function quantity(max = 1e12) {
  return z
    .preprocess(
      (value) => {
        if (typeof value !== 'string') return value
        const typed = value.normalize('NFKC').replace(/[\s%]/g, '')
        const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(typed) ? typed.replaceAll('.', '') : typed
        return /^-?\d{1,13}([.,]\d{1,4})?$/.test(grouped) ? Number(grouped.replace(',', '.')) : value
      },
      z
        .number({ error: (issue) => (issue.input === undefined ? 'required' : 'not-a-number') })
        .min(0, { error: 'too-small' })
        .max(max, { error: 'too-large' }),
    )
    .meta({ field: 'text', width: 10, inputmode: 'numeric' } satisfies FieldMeta)
}
