/** Small pieces of records' pages: a letter's paragraphs, the word of a key, where a record stands. */
import type { ComponentChildren } from 'preact'

/** Where a record's page is. */
export function recordPath(kind: string, row: { unit_id: string; id: string }): string {
  return `/ho-so/${row.unit_id}/${kind}/${row.id}`
}

/** Text of a letter in its paragraphs; whatever was typed is shown as text, never as markup. */
export function paragraphs(text: string): ComponentChildren {
  return text.split(/\n+/).map((line, index) => (
    <p key={index} class="govuk-body">
      {line}
    </p>
  ))
}

/** The word of a key that the database holds as text. */
export function known(list: Readonly<Record<string, string>>, key: string | null): string {
  return key === null ? '–' : (list[key] ?? key)
}
