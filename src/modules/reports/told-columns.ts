/** Which figures of a form are told in a sentence, in groups that belong together, and by which noun each is counted. */
import type { Shown } from './report.ts'

/** What is counted; its noun stands in the words. */
export type Noun =
  | 'visits'
  | 'people'
  | 'groups'
  | 'received'
  | 'processed'
  | 'complaints'
  | 'feedback'
  | 'cases'
  | 'settled'
  | 'in_time'
  | 'owed'
  | 'done'
  | 'replies'

/** One told figure: the sum of these columns. */
interface Told {
  noun: Noun
  columns: readonly number[]
}

const told = (noun: Noun, ...columns: number[]): Told => ({ noun, columns })

const receptions = [
  [told('visits', 1), told('people', 2)],
  [told('groups', 8, 17, 26), told('people', 9, 18, 27)],
]
const settling = (settled: number[], in_time: number) => [
  [told('received', 3), told('cases', 4)],
  [told('settled', ...settled), told('in_time', in_time)],
]
const carriedOut = [[told('owed', 1), told('done', 2)]]

/** By form and instrument. A form that is not here is told by its first column. */
const toldOf: Readonly<Record<string, readonly (readonly Told[])[]>> = {
  '01/TCD TT02/2021': receptions,
  '01/TCD TT01/2024': receptions,
  '02/TCD TT02/2021': [[told('received', 1), told('cases', 2)], [told('replies', 16)]],
  '01/XLD TT02/2021': [
    [told('received', 5, 6, 7), told('processed', 8)],
    [told('complaints', 11), told('feedback', 13)],
  ],
  '01/XLD TT01/2024': [
    [told('received', 3), told('processed', 4)],
    [told('complaints', 8), told('feedback', 10)],
  ],
  '02/XLD TT02/2021': [[told('received', 4, 5), told('processed', 6)], [told('cases', 10)]],
  '02/XLD TT01/2024': [[told('received', 3), told('processed', 4)], [told('cases', 8)]],
  '03/XLD TT02/2021': [[told('received', 5, 6, 7), told('processed', 8)], [told('cases', 12)]],
  '03/XLD TT01/2024': [[told('received', 3), told('processed', 4)], [told('cases', 8)]],
  '04/XLD TT02/2021': [[told('received', 5, 6, 7), told('processed', 8)], [told('cases', 12)]],
  '04/XLD TT01/2024': [[told('received', 3), told('processed', 4)], [told('cases', 8)]],
  '01/KQGQ TT02/2021': settling([5, 6], 25),
  '01/KQGQ TT01/2024': settling([5, 6], 25),
  '02/KQGQ TT02/2021': carriedOut,
  '02/KQGQ TT01/2024': carriedOut,
  '03/KQGQ TT02/2021': settling([6], 30),
  '03/KQGQ TT01/2024': settling([6], 30),
  '04/KQGQ TT02/2021': carriedOut,
  '04/KQGQ TT01/2024': carriedOut,
  '01/DVCQ CT33/2021': [
    [told('visits', 1), told('people', 2)],
    [told('groups', 5)],
    [told('complaints', 6), told('feedback', 8)],
  ],
}

/** A figure of now beside that of the same period a year earlier; null where the reader may not see it. */
export interface Item {
  noun: Noun
  now: number | null
  before: number | null
}

/** What names a version of a form. */
interface Version {
  code: string
  instrument: string
}

const groupsOf = ({ code, instrument }: Version): readonly (readonly Told[])[] =>
  toldOf[`${code} ${instrument}`] ?? [[told('received', 1)]]

const sum = (columns: readonly number[], figures: Shown): number | null =>
  columns.reduce<number | null>((total, no) => {
    const figure = figures[no] ?? null
    return total === null || figure === null ? null : total + figure
  }, 0)

/** Is this form told by more than its first column? */
export function isTold(form: Version): boolean {
  return `${form.code} ${form.instrument}` in toldOf
}

/**
 * The told figures of two reports, also of two versions of a form: what both versions tell stands side by side, the rest
 * is left out.
 */
export function toldItems(
  now: { form: Version; figures: Shown },
  earlier: { form: Version; figures: Shown },
): readonly (readonly Item[])[] {
  const known = groupsOf(earlier.form)
  return groupsOf(now.form).flatMap((group, index) => {
    const items = group.flatMap(({ noun, columns }): Item[] => {
      const same = known[index]?.find((one) => one.noun === noun)
      return same ? [{ noun, now: sum(columns, now.figures), before: sum(same.columns, earlier.figures) }] : []
    })
    return items.length === 0 ? [] : [items]
  })
}

/** The first told columns of a form, for a table that has room for a few: column numbers by noun. */
export function toldColumns(form: Version): readonly Told[] {
  return groupsOf(form).flat().slice(0, 4)
}
