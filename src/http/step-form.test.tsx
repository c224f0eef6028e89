/** Every form of every step can be shown, in both languages: a label or the name of a choice that is missing throws. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { submit } from '../modules/petitions/submit.ts'
import { fieldsOf } from '../platform/read-form.ts'
import { FormOf, faultSentence } from '../ui/parts/form.tsx'
import { SpeechContext } from '../ui/parts/speech.tsx'
import { words } from '../ui/words/words.ts'
import { type RecordKind, registerActions } from './record-kinds.ts'
import { stepWords } from './step-form.ts'

for (const language of ['vi', 'en'] as const)
  describe(`forms, ${language}`, () => {
    const w = words(language)
    for (const [kind, actions] of Object.entries(registerActions))
      for (const action of actions)
        test(`${kind}/${action.step}`, () => {
          const form = stepWords(w, kind as RecordKind, action.step)
          const fields = fieldsOf(action.input)
          const errors = fields.map(({ name }) => ({ field: name, code: 'required' }))
          const html = renderToString(
            <SpeechContext.Provider value={{ language, face: 'desk' }}>
              <FormOf schema={action.input} words={form} action="/x" errors={errors} />
            </SpeechContext.Provider>,
          )
          for (const field of fields) {
            if (field.field === 'hidden') continue
            assert.ok(html.includes(`name="${field.name}"`), field.name)
            const label = form.labels[field.name] ?? ''
            assert.ok(label.length > 1, field.name)
            // A label that was never translated would stand in both lists.
            const other = stepWords(words(language === 'vi' ? 'en' : 'vi'), kind as RecordKind, action.step)
            assert.notEqual(label, other.labels[field.name], field.name)
          }
          assert.notEqual(form.submit, action.step)
          for (const code of Object.keys(form.faults ?? {}))
            assert.ok(faultSentence({ field: fields[0]?.name ?? '', code }, form, w.frame, language).length > 10)
        })
    test('what a citizen is asked about the kind is what they may send', () => {
      const { choices } = stepWords(w, 'petition', 'submit')
      const kinds = fieldsOf(submit.input).find(({ name }) => name === 'asked_kind')?.options ?? []
      for (const one of kinds) assert.match(choices?.['asked_kind']?.[one] ?? '', /:/)
    })
  })
