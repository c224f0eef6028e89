/** In which language and for which readers a page speaks; parts read it so that pages need not hand it down. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Language, type Words, words } from '../words/words.ts'

/** `portal`: a citizen who comes once in ten years. `desk`: an officer, all day. */
export type Face = 'portal' | 'desk'

/** The language and the face of the page being made. */
export interface Speech {
  language: Language
  face: Face
}

/** Set by Page; the default is what a part shows standing alone. */
export const SpeechContext = createContext<Speech>({ language: 'vi', face: 'portal' })

/** The language, the face and the frame's sentences, for a part. */
export function useSpeech(): Speech & { frame: Words['frame'] } {
  const speech = useContext(SpeechContext)
  return { ...speech, frame: words(speech.language).frame }
}

/** Class names joined; empty ones dropped. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
