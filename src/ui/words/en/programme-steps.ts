/** Words of the steps, states and conditions of instruments, study sessions, programmes, goals and movements. */
const correct = { button: 'Correct', done: 'A mistake was mended; the old and the new words are both kept.' }

export const programmeSteps = {
  instrument: {
    'record-instrument': { button: 'Enter an instrument', done: 'The instrument was entered in the book.' },
    'bind-units': { button: 'Name the units it binds', done: 'The units it binds were named.' },
    derive: { button: 'Say what it grew from', done: 'What it grew from was noted.' },
    'bind-event': { button: 'Add an event to the theme', done: 'It was noted under the theme.' },
    'release-event': {
      button: 'Take an event off the theme',
      done: 'It no longer stands under the theme.',
    },
    'attach-text': { button: 'Attach the text', done: 'The text was attached.' },
    'replace-instrument': { button: 'Name its successor', done: 'Another instrument took its place.' },
    'end-instrument': { button: 'End its validity', done: 'It is no longer in force.' },
    correct,
    'void-instrument': {
      button: 'Void a mistaken entry',
      done: 'The entry was a mistake; it stays in the book as void.',
    },
  },
  'study-session': {
    'record-session': { button: 'Record a study session', done: 'The session was recorded.' },
    'note-attendance': { button: 'Note how many came from a unit', done: 'The attendance was noted.' },
    'note-question': { button: 'Note a question', done: 'A question was noted.' },
    correct,
    'void-session': { button: 'Void a mistaken session', done: 'The session was a mistaken entry.' },
  },
  programme: {
    'draft-programme': { button: 'Draft a programme or plan', done: 'Drafting began.' },
    'name-organiser': { button: 'Add an organiser', done: 'An organiser was added.' },
    'drop-organiser': { button: 'Drop an organiser', done: 'An organiser was dropped.' },
    'note-promise': { button: 'Assign a task', done: 'A task was assigned.' },
    'drop-promise': { button: 'Drop the task', done: 'A task was dropped from the draft.' },
    'issue-programme': { button: 'Issue', done: 'Issued; every task is a commitment with its day.' },
    'ask-for-plans': { button: 'Ask units below for plans', done: 'Units below were asked for plans.' },
    'remind-plans': { button: 'Remind units without a plan', done: 'Units without a plan were reminded.' },
    'exchange-results': { button: 'Tell the other organisers', done: 'Results were told to the other organisers.' },
    'end-programme': { button: 'End', done: 'The programme ended.' },
    'withdraw-programme': { button: 'Withdraw the draft', done: 'The draft will not be issued.' },
    correct,
  },
  goal: {
    'set-goal': { button: 'Set a goal', done: 'A goal was set.' },
    'note-progress': { button: 'Note progress', done: 'Progress was noted.' },
    'reach-goal': { button: 'End: reached', done: 'The goal was reached.' },
    'miss-goal': { button: 'End: missed', done: 'The goal was missed.' },
    'drop-goal': { button: 'Drop', done: 'The goal is no longer pursued.' },
    correct,
  },
  movement: {
    'launch-movement': { button: 'Launch', done: 'It was launched.' },
    'register-unit': { button: 'Register to take part', done: 'A unit registered.' },
    'review-interim': { button: 'Interim review', done: 'It was reviewed part-way.' },
    'review-final': { button: 'Final review', done: 'It was reviewed at its end.' },
    award: { button: 'Note an award', done: 'An award was noted.' },
    'close-movement': { button: 'Close', done: 'It was closed.' },
    correct,
  },
} as const

export const programmeStates = {
  instrument: { recorded: 'In force', replaced: 'Replaced', ended: 'No longer in force', void: 'Mistaken entry' },
  'study-session': { held: 'Held', void: 'Mistaken entry' },
  programme: { drafted: 'Being drafted', issued: 'Under way', ended: 'Ended', withdrawn: 'Not issued' },
  goal: { set: 'Under way', reached: 'Reached', missed: 'Missed', dropped: 'Dropped' },
  movement: { launched: 'Under way', reviewed: 'Reviewed', closed: 'Closed' },
} as const

export const programmeConditions = {
  'issuer-is-named-once': 'Choose the unit that issued it, or write the issuer in words; not both.',
  'instrument-day-is-not-ahead': 'The day of issue is after today. Enter the day on the instrument.',
  'validity-ends-after-it-begins': 'It must end after it begins.',
  'a-theme-names-its-year': 'A theme of the year names its year; leave the year empty for anything else.',
  'it-is-the-theme-of-a-year': 'This is no theme of a year.',
  'derivation-is-no-circle': 'That instrument grew from this very one. Choose one that came before.',
  'session-day-has-come': 'The day is after today. Record a session once it was held.',
  'question-names-no-person': 'There is a name, a telephone or a house number in it. Write the matter, not the person.',
  'programme-ends-after-it-begins': 'It must end after it begins.',
  'after-issue-the-head-decides': 'It has been issued: only the head or a deputy may change it.',
  'programme-has-goals-and-tasks': 'There is no goal or no task yet. Set at least one goal and assign one task.',
  'issue-day-is-not-ahead': 'The day of issue is after today. Enter the day of signing.',
  'plan-day-is-ahead': 'Plans must be due after today.',
  'plans-are-missing': 'Every unit that was asked has its plan, or none was asked.',
  'not-reminded-today': 'They were reminded today. Leave it until tomorrow.',
  'several-organise-it': 'No other unit organises it.',
  'result-names-no-person': 'There is a name, a telephone or a house number in it. Write the result, not the person.',
  'every-goal-has-ended': 'A goal has not ended. Each goal needs its final value and evidence.',
  'every-task-has-ended': 'A task has not ended. Each task needs its result and evidence.',
  'programme-is-open': 'The programme has ended or was not issued.',
  'progress-is-typed': 'A register counts this goal; its figures are not typed.',
  'final-value-is-known': 'The final value is missing. Enter what was reached.',
  'final-value-reaches-the-target': 'The value does not reach the target. End the goal as missed, and say why.',
  'movement-ends-after-it-begins': 'It must end after its launch.',
  'registers-own-unit': 'You can register only a unit in which you hold a post.',
  'unit-takes-part-here': 'This unit is not under the one that launched it.',
  'unit-is-not-registered': 'The unit has registered already.',
  'review-names-no-person': 'There is a name, a telephone or a house number in it. Write the result, not the person.',
  'a-person-has-consented': 'A person is named only by consent. Without it leave the name empty and give a number.',
  'collective-took-part': 'This collective has not registered. Choose a unit that has.',
} as const

export const programmeNames = {
  instrument: 'Instrument',
  'study-session': 'Study session',
  programme: 'Programme or plan',
  goal: 'Goal',
  movement: 'Movement or drive',
} as const

export const programmeStandings = {
  bound: 'a unit that it binds',
  partner: 'another organiser',
  registrant: 'a unit that takes part',
} as const
