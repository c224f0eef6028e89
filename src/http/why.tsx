/** `/vi-sao`: a question about a due date, typed or linked, and its answer. */
import type { Context } from 'hono'
import { type DueAnswer, DueError } from '../law/due.ts'
import { dueOf } from '../modules/calendars/clock.ts'
import { countingOf } from '../modules/calendars/counting.ts'
import { clockOfQuery } from '../modules/calendars/why.ts'
import { type WhyForm, WhyPage } from '../modules/calendars/why-page.tsx'
import { day } from '../platform/input.ts'
import { shortDay } from '../ui/parts/format.ts'
import { words } from '../ui/words/words.ts'
import type { AppDeps } from './app.ts'
import type { AppEnv } from './env.ts'
import { frameOf, renderPage } from './pages.ts'

/** Stretches a form or a link may have. */
const stretches_max = 20

/** Answers; what is wrong with the question is said above the form, which keeps what was typed. */
export async function why(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const query = new URL(c.req.url).searchParams
  const { frame, petitions } = words(c.var.language)
  const counting = await countingOf(deps.db.pool)
  const form = formOf(query)
  let answer: DueAnswer | null = null
  let fault: string | null = null
  if (form.start !== '') {
    const start = day({ year_min: 2012 }).safeParse(form.start)
    const stretches = form.stretches.map(({ from, to }) => [day().safeParse(from), day().safeParse(to)] as const)
    if (!start.success) fault = frame.faults['not-a-day']({ name: petitions.why_start, Name: petitions.why_start })
    else if (stretches.some(([from, to]) => !from.success || !to.success)) fault = petitions.why_faults.suspension
    else {
      query.set('tu', start.data.toString())
      query.delete('dung')
      for (const [from, to] of stretches) query.append('dung', `${from.data}..${to.data}`)
      try {
        const clock = clockOfQuery(query)
        answer = clock && dueOf(clock, counting)
      } catch (error) {
        if (!(error instanceof DueError || error instanceof RangeError)) throw error
        fault = petitions.why_faults[error instanceof DueError ? error.code : 'suspension']
      }
    }
  }
  const page = <WhyPage frame={frameOf(c)} answer={answer} fault={fault} form={form} counting={counting} />
  return renderPage(c, page, fault ? 422 : 200)
}

/** The form as it was typed; a link's stretches (`dung=FROM..TO`) stand in it like typed ones. */
function formOf(query: URLSearchParams): WhyForm {
  const linked = query
    .getAll('dung')
    .filter((stretch) => stretch !== '')
    .map((stretch) => {
      const [from = '', to = ''] = stretch.split('..').map(asTyped)
      return { from, to }
    })
  const ends = query.getAll('dung-den')
  const typed = query.getAll('dung-tu').map((from, index) => ({ from, to: ends[index] ?? '' }))
  const stretches = [...linked, ...typed]
    .map(({ from, to }) => ({ from: from.trim().slice(0, 20), to: to.trim().slice(0, 20) }))
    .filter(({ from, to }) => from !== '' || to !== '')
    .slice(0, stretches_max)
  return {
    rule: query.get('quy-tac') ?? 'complaint.accept',
    start: (query.get('tu') ?? '').slice(0, 20),
    remote: query.get('vung-xa') !== null,
    complexity: query.get('phuc-tap') ?? '',
    several_places: query.get('nhieu-noi') !== null,
    stretches,
  }
}

function asTyped(iso: string): string {
  const read = day().safeParse(iso)
  return read.success ? shortDay(read.data) : iso
}
