/** How a moved due date is told. */
import { isSwitchId } from '../../law/switches.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { reDateInput } from './re-date.ts'

/** `Hạn đổi từ 02/12/2026 sang 03/12/2026, vì 25/11/2026 …`; null for every other event, and for one whose words were erased. */
export function reDatedWords(
  event: { action: string; input: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  if (event.action !== 're-date') return null
  const read = reDateInput.safeParse(event.input)
  if (!read.success) return null
  const { due_from, due_to, cause, about, ground } = read.data
  const { calendars, law } = words(language)
  const named = isSwitchId(about) ? law.switches[about] : shortDay(Temporal.PlainDate.from(about))
  return calendars.re_dated(shortDay(due_from), shortDay(due_to), calendars.re_date_causes[cause](named, ground))
}
