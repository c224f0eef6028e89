/** The sentences of the program: Vietnamese is the source, every other language has the same keys. */
import { en } from './en.ts'
import { vi } from './vi.ts'

/** The shape of a word list with its literal strings widened, so that a translation may differ but not lack a key. */
export type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> }

/** All sentences of one language. */
export type Words = Widen<typeof vi>

/** The language tags the program speaks. */
export type Language = 'vi' | 'en'

/** The sentences in this language. */
export function words(language: Language): Words {
  return language === 'en' ? en : vi
}
