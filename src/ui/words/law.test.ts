/** The words of the law: plain, short, and the same keys at run time in both languages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { law as en } from './en/law.ts'
import type { StepWords } from './law-keys.ts'
import { law as vi } from './vi/law.ts'

/** Every path to a sentence, with the sentence. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value ?? {}).flatMap(([key, inner]) => sentences(inner, `${path}/${key}`))
}

for (const [language, law] of Object.entries({ vi, en })) {
  test(`${language}: a step done is told in at most 20 words, the legal term in brackets aside`, () => {
    for (const [name, steps] of Object.entries(law.steps)) {
      for (const [step, { button, done }] of Object.entries<StepWords>(steps)) {
        const words = done
          .replaceAll(/\([^)]*\)/g, '')
          .trim()
          .split(/\s+/)
        assert.ok(words.length <= 20, `${name}/${step}: ${words.length} words`)
        assert.match(done, /\.$/)
        assert.ok(!button.endsWith('.') && button.split(/\s+/).length <= 7, `${name}/${step}: ${button}`)
      }
    }
  })

  test(`${language}: a refusal is a whole sentence, nothing is empty, marks are composed`, () => {
    for (const [path, text] of sentences(law)) {
      assert.ok(text.trim() === text && text.length > 0, path)
      assert.equal(text, text.normalize('NFC'), path)
    }
    for (const text of Object.values(law.conditions)) assert.match(text, /\.$/)
    for (const text of Object.values(law.refusals)) assert.match(text, /\.$/)
  })
}

test('both languages have the same keys', () => {
  assert.deepEqual(
    sentences(en)
      .map(([path]) => path)
      .sort(),
    sentences(vi)
      .map(([path]) => path)
      .sort(),
  )
})

test('a sealed file is not told by its words', () => {
  const told = sentences([vi.steps.denunciation, vi.states.denunciation, vi.proceedings.denunciation])
  for (const [path, text] of told) assert.doesNotMatch(text, /tố cáo|tố giác/i, path)
  assert.doesNotMatch(vi.conditions['actor-is-clear-of-the-subject'], /tố cáo/i)
})
