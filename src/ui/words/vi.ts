/** Vietnamese, the source language: one line a module. */
import { files } from './vi/files.ts'
import { frame } from './vi/frame.ts'
import { law } from './vi/law.ts'
import { units } from './vi/units.ts'

export const vi = { files, frame, law, units } as const
