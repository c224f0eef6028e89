/** The custom elements that the islands bring to life; without script they are plain boxes. */
import type { HTMLAttributes } from 'preact'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'list-keys': HTMLAttributes<HTMLElement>
      'keep-draft': HTMLAttributes<HTMLElement> & {
        'data-draft'?: string
        'data-found'?: string
        'data-restore'?: string
        'data-discard'?: string
      }
      'live-matches': HTMLAttributes<HTMLElement> & {
        'data-for'?: string
        'data-from'?: string
        'data-waiting'?: string
        'data-none'?: string
        'data-failed'?: string
      }
      'keep-page': HTMLAttributes<HTMLElement>
      'key-help': HTMLAttributes<HTMLElement>
      'return-entry': HTMLAttributes<HTMLElement> & { [key: `data-${string}`]: string }
      'due-calculator': HTMLAttributes<HTMLElement> & { 'data-given'?: string }
    }
  }
}
