/** English, with the same keys as Vietnamese: a missing sentence does not compile. */
import { files } from './en/files.ts'
import { frame } from './en/frame.ts'
import { law } from './en/law.ts'
import { notices } from './en/notices.ts'
import { people } from './en/people.ts'
import { units } from './en/units.ts'
import type { Words } from './words.ts'

export const en: Words = { files, frame, law, notices, people, units }
