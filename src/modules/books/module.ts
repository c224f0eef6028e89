/** The books module: printable registers, case files, the paper copies of letters and what becomes of letters later. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { correctLetter } from './correct-letter.ts'
import { correctPages } from './correct-pages.ts'
import { numberPages } from './number-pages.ts'
import { numberPaper } from './number-paper.ts'
import { numberSigned } from './number-signed.ts'
import { recallLetter } from './recall-letter.ts'
import { replaceLetter } from './replace-letter.ts'
import { signLetter } from './sign-letter.ts'
import { signOnPaper } from './sign-on-paper.ts'
import { stopSigningOnPaper } from './stop-signing-on-paper.ts'
import { voidLetter } from './void-letter.ts'

export { bookPages as pages } from './pages.tsx'

/** Every action of this module. */
export const actions: readonly AnyAction[] = [
  signLetter,
  numberSigned,
  numberPaper,
  replaceLetter,
  correctLetter,
  recallLetter,
  voidLetter,
  signOnPaper,
  stopSigningOnPaper,
  numberPages,
  correctPages,
]
