/** What the steps of protection share: the measures are chosen, the letter goes to whom is protected and who protects. */
import type { z } from 'zod'
import { protectionMeasures } from '../../law/denunciation-terms.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choices } from '../../platform/input.ts'
import { law } from '../../ui/words/vi/law.ts'
import type { Protection } from './denunciation.ts'

/** The measures, of which at least one is chosen. */
export const measuresField = choices(protectionMeasures)
type Measures = z.output<typeof measuresField>

/** Refuses an empty choice. */
export function someMeasures(measures: Measures): void {
  if (measures.length === 0) throw new WrongInput([{ field: 'measures', code: 'choose-one' }])
}

/** The measures in a letter. */
export function measuresInWords(measures: Measures): string {
  return measures.map((measure) => law.protection_measures[measure]).join('; ')
}

/** The next stage of a request. */
export function moved(protection: Protection | null, change: Partial<Protection>): { protection: Protection } {
  if (!protection) throw new Error('no protection was asked for')
  return { protection: { ...protection, ...change } }
}
