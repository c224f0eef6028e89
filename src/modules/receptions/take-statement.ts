/** `take-statement`: what was said is written down, read back and confirmed (LTCD 2013 Đ25). */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, longText, mustAgree } from '../../platform/input.ts'
import { visit } from './visit.ts'

/** How the speaker confirmed what was read back. */
export const confirmedBy = ['signed', 'fingerprint', 'spoken'] as const

/** What taking a statement asks. */
export const takeStatementInput = z.object({
  statement: longText(),
  read_back: mustAgree(),
  confirmed: choice(confirmedBy),
})

/** Takes the statement. */
export const takeStatement = action({
  noun: visit,
  step: 'take-statement',
  input: takeStatementInput,
  decide: ({ input }) => ({
    change: { statement: input.statement, statement_check: { read_back: input.read_back, confirmed: input.confirmed } },
  }),
})
