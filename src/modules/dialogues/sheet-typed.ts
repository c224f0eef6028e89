/** What the first counter types of a sheet: counts, and the numbers that become marks before any step sees them. */
import { z } from 'zod'
import { count, longText } from '../../platform/input.ts'
import { linesMax } from './signature-marks.ts'

/** A sheet on which every line is struck has no number. */
export const sheetSchema = z.object({
  sheet: count(1, 2000),
  lines: count(1, linesMax),
  not_voters: count(0, linesMax),
  unreadable: count(0, linesMax),
  numbers: longText(6000).optional(),
})
