/** Words of the steps of topical reports. */
const mended = 'A mistake was corrected; both the old and the new text are kept.'

export const topicalSteps = {
  'topical-call': {
    prepare: { button: 'Prepare questions', done: 'Questions are being prepared.' },
    'add-question': { button: 'Add a question', done: 'A question was added.' },
    'replace-question': {
      button: 'Change a question',
      done: 'A question was replaced; the old one can still be seen.',
    },
    'drop-question': { button: 'Drop a question', done: 'A question is no longer asked; its answers are kept.' },
    'choose-units': { button: 'Choose units', done: 'The units to be asked were chosen.' },
    publish: { button: 'Publish', done: 'The questions went out to the units.' },
    'open-round': { button: 'Open a round', done: 'Another round of answers was opened.' },
    extend: { button: 'Extend', done: 'The hour was moved.' },
    correct: { button: 'Correct', done: mended },
    close: { button: 'Close', done: 'It is closed; nothing more is taken.' },
    withdraw: { button: 'Withdraw', done: 'This was withdrawn.' },
  },
  'topical-answer': {
    ask: { button: 'Ask the unit', done: 'The unit is asked.' },
    keep: { button: 'Keep it, send later', done: 'What was written so far was kept.' },
    'hand-in': { button: 'Send the answer', done: 'The answer was sent.' },
    'report-nothing': { button: 'Nothing to report', done: 'The unit answered: nothing to report.' },
    'correct-answer': {
      button: 'Send the corrected version',
      done: 'A corrected version was sent; the earlier one is kept.',
    },
  },
} as const
