/** English, with the same keys as Vietnamese: a missing sentence does not compile. */
import { frame } from './en/frame.ts'
import type { Words } from './words.ts'

export const en: Words = { frame }
