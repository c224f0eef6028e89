/** What is built is what the book says: every step has its action, every action its list, every code its words. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { before, describe, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { registerActions } from '../../src/http/record-kinds.ts'
import { proceedings, statesOf } from '../../src/law/proceedings.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { words } from '../../src/ui/words/words.ts'

const modules = fileURLToPath(new URL('../../src/modules/', import.meta.url))

/** Steps that come into being inside another step's decision, with the file that makes them. */
const creations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  complaint: { propose: 'petitions/propose-complaint.ts' },
  feedback: { propose: 'petitions/propose-feedback.ts' },
}

const isAction = (value: unknown): value is AnyAction =>
  typeof value === 'object' &&
  value !== null &&
  'noun' in value &&
  'step' in value &&
  'decide' in value &&
  'input' in value

const isSealedStep = (value: unknown): value is { action: AnyAction } =>
  typeof value === 'object' && value !== null && 'action' in value && isAction(value.action)

/** Steps that only the import of an old book takes, row by row: no page and no script offers them. */
const ofImports = /^(book-import\/.*|(petition|visit)\/(import|import-handled|undo-import))$/

const exportsOf = new Map<string, Readonly<Record<string, unknown>>>()
const built: AnyAction[] = []
const listed = new Set<AnyAction>(Object.values(registerActions).flat())

before(async () => {
  for (const file of globSync('**/*.{ts,tsx}', { cwd: modules }).filter((name) => !name.includes('.test.'))) {
    const found: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(modules, file)).href)
    exportsOf.set(file, found)
    for (const exported of Object.values(found)) {
      // A sealed step is a form around its action.
      const value = isSealedStep(exported) ? exported.action : exported
      if (isAction(value) && !built.includes(value)) built.push(value)
      if (Array.isArray(value) && file.endsWith('module.ts'))
        for (const one of value) if (isAction(one)) listed.add(one)
    }
  }
})

const name = ({ noun, step }: AnyAction) => `${noun.kind}/${step}`

test('every step of the book is built, and nothing else is', () => {
  for (const [kind, { workflow }] of Object.entries(proceedings)) {
    const steps = built.filter(({ noun }) => noun.kind === kind).map(({ step }) => step)
    for (const [step, file] of Object.entries(creations[kind] ?? {})) {
      assert.match(readFileSync(join(modules, file), 'utf8'), new RegExp(`step: '${step}'`))
      steps.push(step)
    }
    assert.deepEqual(steps.sort(), Object.keys(workflow).sort(), kind)
  }
  for (const action of built) assert.ok(Object.hasOwn(action.noun.workflow, action.step), `${name(action)} is no step`)
})

test('every action stands in the list of its module or of the registers, and once', () => {
  const unlisted = built.filter((action) => !listed.has(action) && !ofImports.test(name(action))).map(name)
  assert.deepEqual(unlisted, [])
  const names = built.map(name)
  assert.deepEqual(
    names.filter((one, at) => names.indexOf(one) !== at),
    [],
  )
})

test('every condition a workflow names is written, and no other', () => {
  for (const noun of new Set(built.map((action) => action.noun))) {
    const needed = new Set(Object.values(noun.workflow).flatMap((row) => [...row.needs]))
    assert.deepEqual(Object.keys(noun.conditions).sort(), [...needed].sort(), noun.kind)
  }
})

test('a kind of record is its table with hyphens, which is how gandan check finds it', () => {
  for (const { noun } of built) assert.equal(noun.table, noun.kind.replaceAll('-', '_'))
})

for (const language of ['vi', 'en'] as const) {
  describe(`words, ${language}`, () => {
    const w = words(language)
    const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = w

    test('every state, step, standing and refusal of the book', () => {
      for (const [kind, { workflow }] of Object.entries(proceedings)) {
        const states: Readonly<Record<string, string>> = w.law.states[kind as keyof typeof w.law.states]
        const steps: Readonly<Record<string, unknown>> = w.law.steps[kind as keyof typeof w.law.steps]
        for (const state of statesOf(workflow)) assert.ok(states[state], `${kind} ${state}`)
        for (const step of Object.keys(workflow)) assert.ok(steps[step], `${kind} ${step}`)
        const conditions: Readonly<Record<string, string>> = w.law.conditions
        const standings: Readonly<Record<string, string>> = w.law.standings
        for (const row of Object.values(workflow)) {
          for (const need of row.needs) assert.ok(conditions[need], need)
          for (const by of row.by) assert.ok(standings[by], by)
        }
      }
    })

    test('every condition of the other nouns, in the words of their module', () => {
      const known = Object.assign({}, w.law.conditions, ...Object.values(all).map((module) => module['refusals'] ?? {}))
      for (const noun of new Set(built.map((action) => action.noun)))
        for (const need of Object.keys(noun.conditions)) assert.ok(known[need], `${noun.kind} ${need}`)
    })

    test('every fault an action can find has its sentence where its form is', () => {
      const missing: string[] = []
      for (const [file, codes] of faultCodes()) {
        const readers = readersOf(file)
        for (const reader of readers) {
          const own = sentences(all[reader] ?? {})
          for (const code of codes)
            if (!Object.hasOwn(w.frame.faults, code) && !own.has(code)) missing.push(`${file}: ${code} (${reader})`)
        }
      }
      assert.deepEqual(missing, [])
    })

    test('every lawful no that an action throws has its sentence', () => {
      const known = new Set([...Object.keys(w.law.refusals), ...Object.keys(w.law.conditions), ...sentences(all)])
      for (const [file] of exportsOf) {
        const text = readFileSync(join(modules, file), 'utf8')
        // A 404 tells nothing, so it needs no sentence.
        for (const [, code, status] of text.matchAll(/new NotOpen\('([a-z-]+)'(?:, [^,)]*(, 404)?)?/g))
          assert.ok(status || known.has(code!), `${file}: ${code}`)
      }
    })
  })
}

/** Keys of the faults and refusals of a module's words, wherever in it they stand. */
function sentences(module: unknown, inside = false): Set<string> {
  const keys = new Set<string>()
  for (const [key, value] of Object.entries(module ?? {})) {
    if (inside) keys.add(key)
    if (typeof value === 'object') for (const one of sentences(value, /faults|refusals/.test(key))) keys.add(one)
  }
  return keys
}

const texts = new Map<string, string>()

/** A module's file, read once: each is asked about by every other. */
function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(join(modules, file), 'utf8')
  texts.set(file, text)
  return text
}

/** The modules whose forms show what this file finds: those that import it. */
function readersOf(file: string): Set<string> {
  const own = dirname(file)
  const importers = [...exportsOf.keys()].filter((other) => {
    const path = dirname(other) === own ? `'./${file.slice(own.length + 1)}'` : `'../${file}'`
    return other !== file && textOf(other).includes(`from ${path}`)
  })
  return new Set(importers.length > 0 ? importers.map((other) => dirname(other).split('/')[0]!) : [own.split('/')[0]!])
}

/** Fault codes by file: those thrown as wrong input and those of the schema. */
function faultCodes(): [string, string[]][] {
  return [...exportsOf.keys()]
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const text = readFileSync(join(modules, file), 'utf8')
      const thrown = text.matchAll(/(?<!ok: false, )\bfield(?:: [^,{}]+)?, code: '([a-z-]+)'/g)
      const schema = text.matchAll(/\berror: '([a-z-]+)'/g)
      return [file, [...new Set([...thrown, ...schema].map(([, code]) => code!))]]
    })
}

test('every read knows its reader: the first parameter of every function of every queries.ts is the viewer', () => {
  const faults: string[] = []
  let reads = 0
  for (const [file, found] of exportsOf) {
    if (!file.endsWith('/queries.ts')) continue
    for (const [one, value] of Object.entries(found)) {
      if (typeof value !== 'function') continue
      reads++
      const first = /^(?:async\s+)?(?:function\s*\w*\s*)?\(?\s*(\w+)/.exec(value.toString())?.[1]
      if (first !== 'viewer' && first !== '_viewer') faults.push(`${file} ${one}(${first}, …)`)
    }
  }
  assert.deepEqual(faults, [])
  assert.ok(reads > 30)
})
