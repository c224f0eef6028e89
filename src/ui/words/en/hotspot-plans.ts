/** Sentences of a plan to catch up where much is overdue. */
import type { hotspotPlans as vi } from '../vi/hotspot-plans.ts'
import type { Widen } from '../words.ts'

export const hotspotPlans: Widen<typeof vi> = {
  title: 'Plans to catch up',
  of: (place) => `Plan of ${place}`,
  running: 'Running plans',
  ended: 'Plans that ended',
  none: 'There is no plan yet. Open one from the page that explains a place.',
  none_ended: 'No plan has ended yet.',
  open_href: 'See the plan',
  late: 'past its day',
  columns: {
    place: 'Place',
    field: 'Field',
    owner: 'Owner',
    target_on: 'Target day',
    figures: 'Overdue: at the start → now',
    figures_ended: 'Overdue: at the start → at the end',
    state: 'State',
  },
  facts: {
    found_on: 'From the scan of',
    window: 'Work due',
    behind_then: 'Overdue at the start',
    then_said: (behind, cases) => `${behind} of ${cases} cases`,
    still: 'Of these, still open',
    at_end: 'Of these, open at the end',
    all: 'All that is overdue in the field today',
    ended_on: 'Ended on',
    finding: 'Why this place?',
  },
  keeps: 'Fields left empty stay as they are.',
  what: 'What will be done',
  progress: 'Done so far',
  labels: {
    owner_id: 'Owner',
    target_on: 'Target day',
    what: 'What will be done',
    note: 'What was done',
    end_note: 'Result, or why it is withdrawn',
    reason: 'Reason for the correction',
  },
  hints: {
    owner_id: 'The head or a deputy of this place.',
    target_on: 'A day that the office sets itself.',
    what: 'Say how; name no citizen.',
    note: 'Say what was done; name no citizen.',
    end_note: 'The program counts what is left; here it is said in words.',
  },
  faults: {
    'not-a-head-here': 'This person is not head or deputy of this place today: choose another.',
    'too-many-notes': 'There are a hundred notes. Close the plan or open another.',
    'has-ended': 'The plan has ended, so its day cannot be changed.',
    'has-not-ended': 'The plan has not ended, so there is no result to mend.',
    'nothing-to-correct': 'Nothing changed: give the right value in at least one field.',
  },
}
