/** Sentences about sealed files whose time has passed. None says whose file it was. */
import type { sealedEnds as vi } from '../vi/sealed-ends.ts'
import type { Widen } from '../words.ts'

export const sealedEnds = {
  title: 'Past their time',
  lead: 'Only those who hold a key see their files here. A file past its time is destroyed when the head confirms, unless it is held.',
  due: 'Files past their time',
  none_due: 'There are none.',
  kept_until: (day: string) => `Kept to the end of ${day}.`,
  held: (day: string) => `Held to the end of ${day}.`,
  certificates: 'Certificates of destruction',
  count: (count: number, year: number) => `Book of ${year}: ${count} destroyed`,
  open: (number: number, year: number, unit: string) => `Download paper ${number}/${year}, ${unit}`,
  periods: 'How long files are kept',
  periods_lead:
    'Counted from the end of the year in which the case ended. An office may keep longer, never shorter. A serious case: hold the file.',
  classes: { settled: 'Settled, transferred or terminated', 'kept-only': 'Kept without processing' },
  book: (years: number, cite: string) => `${years === 1 ? 'one year' : `${years} years`} (${cite})`,
  set: (years: number, from: string, decision: string) => `${years} years from ${from}, by ${decision}`,
  end: 'Applies no longer',
  longer: 'Set a longer time',
  done: 'The file was destroyed. The certificate is on this page.',
  due_line: (count: number) => `${count} files are past their time.`,
  form: {
    labels: {
      record_class: 'Kind of file',
      years: 'Years',
      decision: 'By which decision',
      from_on: 'From',
      id: 'Code',
    },
    names: { record_class: 'the kind of file', years: 'the years', decision: 'the decision', from_on: 'the first day' },
    choices: {
      record_class: { settled: 'Settled, transferred or terminated', 'kept-only': 'Kept without processing' },
    },
    submit: 'Set the time',
  },
  faults: {},
  refusals: {
    'not-shorter-than-the-book': 'Not shorter than the general time: what is destroyed does not come back.',
    'its-record-is-destroyed': 'The file this message is about was not destroyed.',
  },
} satisfies Widen<typeof vi>
