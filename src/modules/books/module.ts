/** The books module: printable registers, case files, and the paper copies of letters. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { correctLetter } from './correct-letter.ts'
import { numberPaper } from './number-paper.ts'
import { recallLetter } from './recall-letter.ts'
import { replaceLetter } from './replace-letter.ts'

export { bookPages as pages } from './pages.tsx'

/** Every action of this module. */
export const actions: readonly AnyAction[] = [numberPaper, replaceLetter, correctLetter, recallLetter]
