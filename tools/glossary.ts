/**
 * Holds the program's words against docs/glossary.md: every step, state, standing, kind and table stands there, is the
 * participle of a step that does, or has its reason here; and no row of the glossary names what is not there.
 * Use: `tools/glossary.ts --check`
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { proceedings, statesOf } from '../src/law/proceedings.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Words without a row, by the reason why they need none. */
const plain: Readonly<Record<string, string>> = {
  'say what they say in everyday English':
    'public sender clock desk open close closed call end read cancel cancelled miss missed book booked check-in register waiting list listed take-off taken-off hand-over',
  'are made of words that have a row':
    'import-handled undo-import record-reply propose assign-verification report-verification call-dialogue hold-dialogue note-second-complaint confirm-withdrawal draft-answer drafted allow-publication refuse-publication send-refusal name-representatives withdraw-point answer-alert lift-stay note-lawsuit close-lawsuit name-obligation take-statement receive-petition give-outcome outcome-given awaiting-outcome awaiting-acceptance awaiting-assignment at-second-instance in-effect settled-for-good conclude reseal seal-away sealed-away sealed-field record-key at-inspection under-review review-closed close-review acted-on report-result read-extract answer-demand answer-forwarder ask-protection confirm-protection verify-protection refuse-protection change-protection end-protection officer-key session-key balance-referring balance-added balance-added-opening balance-reach opening-year verifying',
  'are tables behind a word that has a row':
    'unit-import unit-ancestry unit-alias unit-set unit-set-member outbox code-prefix throttle setting law-switch account delivery pair-rarity suggestion',
  'are the sign-in library’s own': 'auth-user auth-session auth-account auth-verification sign-in-guess',
  'is postponed by the office, as everybody says': 'postpone',
}

const irregular: Readonly<Record<string, string>> = { send: 'sent', withdraw: 'withdrawn' }

/** The state after a step, as English forms it. */
function participle(step: string): string {
  const known = irregular[step]
  if (known) return known
  if (step.endsWith('e')) return `${step}d`
  if (/[^aeiou]y$/.test(step)) return `${step.slice(0, -1)}ied`
  return /^(transfer)$/.test(step) ? `${step}red` : `${step}ed`
}

/** The identifiers of the glossary's third column. */
export function glossaryWords(text: string = readFileSync(join(root, 'docs/glossary.md'), 'utf8')): Set<string> {
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'))
  return new Set(
    rows.flatMap((row) => [...(row.split('|')[3] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, word]) => word!)),
  )
}

/** What the program calls things: word → where. */
export function programWords(): Map<string, string> {
  const words = new Map<string, string>()
  for (const [kind, { workflow }] of Object.entries(proceedings)) {
    words.set(kind, 'kind of record')
    for (const state of statesOf(workflow)) words.set(state, `state of ${kind}`)
    for (const [step, row] of Object.entries(workflow)) {
      words.set(step, `step of ${kind}`)
      for (const standing of row.by) words.set(standing, `standing in ${kind}`)
    }
  }
  for (const file of globSync('db/migrations/*.sql', { cwd: root }))
    for (const [, table] of readFileSync(join(root, file), 'utf8').matchAll(
      /^create table (?:if not exists )?([a-z_]+)/gm,
    ))
      words.set(table!.replaceAll('_', '-'), 'table')
  return words
}

/** Everything that does not fit. */
export function faults(): string[] {
  const known = glossaryWords()
  const used = programWords()
  const allowed = new Set(Object.values(plain).flatMap((words) => words.split(' ')))
  const states = new Set([...known, ...used.keys()].map(participle))
  const missing = [...used].filter(([word]) => !known.has(word) && !allowed.has(word) && !states.has(word))
  const sources = globSync(['src/**/*.{ts,tsx}', 'db/**/*.sql'], { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
    .replaceAll('_', '-')
  return [
    ...missing.map(
      ([word, where]) => `${word} (${where}) has no row in docs/glossary.md and no reason in tools/glossary.ts`,
    ),
    ...[...allowed]
      .filter((word) => !used.has(word))
      .map((word) => `${word} has a reason in tools/glossary.ts, but nothing is called so`),
    ...[...allowed].filter((word) => known.has(word)).map((word) => `${word} has a row and a reason: one is enough`),
    ...[...known]
      .filter((word) => !new RegExp(`\\b${word}`, 'i').test(sources))
      .map((word) => `${word} has a row, but nothing is called so`),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = faults()
  for (const line of found) console.error(line)
  process.exitCode = found.length === 0 ? 0 : 1
}
