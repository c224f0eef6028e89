/** Sentences of the frame that every page shares. */
import type { frame as vi } from '../vi/frame.ts'
import type { Widen } from '../words.ts'

export const frame: Widen<typeof vi> = {
  product: 'Gần Dân',
  skip_to_content: 'Skip to main content',
  language_name: 'English',
}
