/** The address of the page that explains a due date. */
import type { Clock } from './clock.ts'

/** `/vi-sao?…` with everything the count depends on; nothing in it tells which case it is. */
export function whyPath(clock: Clock): string {
  const query = new URLSearchParams({ 'quy-tac': clock.rule, tu: clock.start })
  if (clock.remote) query.set('vung-xa', '1')
  if (clock.complexity) query.set('phuc-tap', clock.complexity)
  if (clock.several_places) query.set('nhieu-noi', '1')
  for (const stretch of clock.suspensions ?? []) query.append('dung', `${stretch.from}..${stretch.to}`)
  return `/vi-sao?${query}`
}

/** Reads the address back; null where it asks nothing. Throws a RangeError on days that do not exist. */
export function clockOfQuery(query: URLSearchParams): Clock | null {
  const rule = query.get('quy-tac')
  const start = query.get('tu')
  if (!rule || !start) return null
  const complexity = query.get('phuc-tap')
  const suspensions = query
    .getAll('dung')
    .filter((stretch) => stretch !== '')
    .slice(0, 20)
    .map((stretch) => {
      const [from = '', to = ''] = stretch.split('..')
      return { from: Temporal.PlainDate.from(from).toString(), to: Temporal.PlainDate.from(to).toString() }
    })
  return {
    // `due` refuses a rule it does not know with a sentence.
    rule: rule as Clock['rule'],
    start: Temporal.PlainDate.from(start).toString(),
    ...(query.get('vung-xa') ? { remote: true } : {}),
    ...(complexity === 'complex' || complexity === 'specially-complex' ? { complexity } : {}),
    ...(query.get('nhieu-noi') ? { several_places: true } : {}),
    ...(suspensions.length > 0 ? { suspensions } : {}),
  }
}
