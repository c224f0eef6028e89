/** The second person counts a sheet by hand: lines, and lines struck. The first one's figures are not shown. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count } from '../../platform/input.ts'
import { linesMax } from './signature-marks.ts'
import { talkRequest } from './talk-request.ts'

/** Counted again, it replaces what this person counted before; where the two never agree, everything is counted anew. */
export const checkSheet = action({
  noun: talkRequest,
  step: 'check-sheet',
  input: z.object({ sheet: count(1, 2000), lines: count(1, linesMax), struck: count(0, linesMax) }),
  decide({ record, input }) {
    const { sheet, ...second } = input
    const { sheets } = record!
    if (!sheets.some((one) => one.sheet === sheet)) throw new WrongInput([{ field: 'sheet', code: 'no-such-sheet' }])
    return { change: { sheets: sheets.map((one) => (one.sheet === sheet ? { ...one, second } : one)) } }
  },
})
