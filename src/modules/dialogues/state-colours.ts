/** Colours of the states of a dialogue and of a question; the word always stands beside them. */

type Colour = 'grey' | 'green' | 'red' | 'yellow' | 'blue'

/** Of a dialogue. */
export const stateColours: Readonly<Record<string, Colour>> = {
  planned: 'grey',
  announced: 'blue',
  held: 'yellow',
  published: 'green',
  answered: 'green',
  cancelled: 'red',
}

/** Of a question. */
export const questionColours: Readonly<Record<string, Colour>> = {
  asked: 'yellow',
  'signed-up': 'grey',
  grouped: 'blue',
  answered: 'green',
  'set-aside': 'grey',
  'handed-to-petitions': 'grey',
  withdrawn: 'grey',
}
