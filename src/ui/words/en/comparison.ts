/** Sentences that compare a report with the same period of last year, and a tree with another. */
import type { comparison as vi } from '../vi/comparison.ts'
import type { Widen } from '../words.ts'

export const comparison: Widen<typeof vi> = {
  title: 'Against the same period of last year',
  now: (period, figures) => `${period}: ${figures}.`,
  change: (period, change) => `Against ${period}: ${change}.`,
  counted: (figure, counted_noun) => `${figure} ${counted_noun}`,
  nouns: {
    visits: { one: 'visit', many: 'visits' },
    people: { one: 'person', many: 'people' },
    groups: { one: 'large group', many: 'large groups' },
    received: { one: 'letter received', many: 'letters received' },
    processed: { one: 'letter processed', many: 'letters processed' },
    complaints: { one: 'complaint', many: 'complaints' },
    feedback: { one: 'recommendation or observation', many: 'recommendations and observations' },
    cases: { one: 'case', many: 'cases' },
    settled: { one: 'case settled', many: 'cases settled' },
    in_time: { one: 'case in time', many: 'cases in time' },
    owed: { one: 'decision to carry out', many: 'decisions to carry out' },
    done: { one: 'decision carried out', many: 'decisions carried out' },
    replies: { one: 'reply', many: 'replies' },
  },
  more: (counted, repeated) => (repeated ? counted : `up by ${counted}`),
  fewer: (counted, repeated) => (repeated ? counted : `down by ${counted}`),
  same: (counted_noun) => `as many ${counted_noun} as then`,
  nothing_both: 'nothing in either period',
  closed: (count) => `${count} closed figures are not compared here.`,
  other_form:
    'The earlier period was told in another form: columns are not compared; the sentence tells what both forms have.',
  no_earlier_form: 'This form did not exist in the earlier period, so nothing is compared.',
  no_earlier: 'This office had no figures in its registers a year earlier, so nothing is compared.',
  same_tree: (day) => `Both periods are added up by the administrative units of ${day}.`,
  divided_inside: (units) =>
    `The earlier period has parts of former units divided over several, which stand in a row of their own: ${units}.`,
  divided_outside: (units) =>
    `The earlier figures lack the part taken over from former units divided over several: ${units}.`,
  share: (unit, share) => `${unit} (took ${share})`,
  trees: 'Before and after the reorganisation',
  trees_lead: 'The same period and the same records, added up by the administrative units of two days.',
  trees_link: 'See side by side by the units before and after the reorganisation',
  tree_then: (day) => `By the units of ${day}`,
  tree_now: (day) => `By the units of ${day}`,
  then_day: 'Earlier day',
  now_day: 'Later day',
  unit: 'Unit',
  total: 'Sum',
  apart: 'Parts outside the units above',
  equal: 'Both sides are equal in every column of the form.',
  unequal:
    'The sides differ by what stands outside: the register of a new unit made of several, or of a former unit that was divided, belongs to no single unit of the other day.',
  silent: (count) => `${count} other units have nothing in these columns.`,
  parts: 'Former units divided over several',
  parts_rule:
    'The records of a former unit do not divide by themselves. With a share in the official table the figures are divided by it, for reference; without, they stand apart. The form’s own figures do not change.',
  part_of: 'Former unit',
  part_to: 'Taken over by',
  part_share: 'Share',
  part_unknown: 'not known',
  no_then: (day) => `On ${day} this office did not exist, and it took over from none.`,
}
