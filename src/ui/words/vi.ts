/** Vietnamese, the source language: one line a module. */
import { frame } from './vi/frame.ts'

export const vi = { frame } as const
