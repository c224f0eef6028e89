/** Sentences about forms as data: their versions, whom figures go to and by when. */

export const reportForms = {
  refusals: {
    'send-day-is-not-set-yet': 'This send day is set already. Correct or take back the row that stands.',
  },
} as const
