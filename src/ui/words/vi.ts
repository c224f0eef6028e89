/** Vietnamese, the source language: one line a module. */
import { files } from './vi/files.ts'
import { frame } from './vi/frame.ts'
import { law } from './vi/law.ts'
import { notices } from './vi/notices.ts'
import { people } from './vi/people.ts'
import { units } from './vi/units.ts'

export const vi = { files, frame, law, notices, people, units } as const
