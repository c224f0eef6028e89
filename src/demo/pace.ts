/** Stories told beside the plan: each waits for the day of its next step, so that numbers in the books follow the days. */
import { before, type Day } from './days.ts'

/** Resolves once everything of earlier days has been performed; to be awaited before each step. */
export type Reach = (on: Day) => Promise<void>

/** Steps on days that do not go back, each preceded by `reach`, one after another. */
export type Story = (reach: Reach) => Promise<void>

/** Several stories that take turns. */
export interface Stories {
  tell(story: Story): void
  /** Goes on with all of them until each is over or waits for a later day. A story that fails fails this. */
  upTo(day: Day): Promise<void>
}

interface Waiting {
  on: Day
  nth: number
  go: () => void
}

/** One of them works at a time, the earliest day first: the same order each time. */
export function openStories(): Stories {
  const waiting: Waiting[] = []
  const faults: unknown[] = []
  let told = 0
  let working = 0
  let rested: () => void = () => undefined
  const pause = () => {
    working -= 1
    if (working === 0) rested()
  }
  const rest = () =>
    new Promise<void>((resolve) => {
      rested = resolve
      if (working === 0) resolve()
    })
  return {
    tell(story) {
      const nth = told++
      const reach: Reach = (on) =>
        new Promise((go) => {
          waiting.push({ on, nth, go })
          pause()
        })
      working += 1
      story(reach)
        .catch((fault: unknown) => faults.push(fault))
        .finally(pause)
    },
    async upTo(day) {
      for (;;) {
        await rest()
        if (faults.length > 0) throw faults[0]
        waiting.sort((a, b) => Temporal.PlainDate.compare(a.on, b.on) || a.nth - b.nth)
        const next = waiting[0]
        if (!next || before(day, next.on)) return
        waiting.shift()
        working += 1
        next.go()
      }
    },
  }
}
