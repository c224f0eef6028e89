/** Sentences of dialogues with the people. */
import type { dialogues as vi } from '../vi/dialogues.ts'
import type { Widen } from '../words.ts'

export const dialogues: Widen<typeof vi> = {
  title: 'Dialogues with the people',
  refusals: {
    'dialogue-takes-questions':
      'This dialogue takes no questions beforehand now. You may ask in the room, or send a recommendation.',
  },
}
