/** The module `narratives`: the text of periodic reports, drafted from the registers and written by people. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { draftNarrative } from './draft-narrative.ts'
import { editSection } from './edit-section.ts'
import { handToHead } from './hand-to-head.ts'
import { insertParagraph } from './insert-paragraph.ts'
import { renew } from './renew.ts'
import { returnToWriters } from './return-to-writers.ts'
import { sign } from './sign.ts'

export { pages } from './pages.tsx'

/** Every action of the module. */
export const actions: readonly AnyAction[] = [
  draftNarrative,
  editSection,
  insertParagraph,
  handToHead,
  returnToWriters,
  sign,
  renew,
]
