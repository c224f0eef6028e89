import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newTrackingCode, readTrackingCode } from './tracking-code.ts'

test('a code is read back however a person types it', () => {
  for (let i = 0; i < 200; i++) {
    const code = newTrackingCode('7K3')
    assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
    const sloppy = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    assert.deepEqual(readTrackingCode(sloppy), { code, prefix: '7K3' })
  }
})

test('one wrong character is always noticed', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 }), fc.constantFrom(...alphabet), (at, other) => {
      const plain = newTrackingCode('7K3').replaceAll('-', '')
      if (plain[at] === other) return
      assert.equal(readTrackingCode(plain.slice(0, at) + other + plain.slice(at + 1)), null)
    }),
  )
})

test('anything else is no code', () => {
  for (const typed of ['', '7K3F', 'x'.repeat(10_000), '7K3F-Q9MD-2WXA-H4Z!', 'ＡＢＣ'])
    assert.equal(readTrackingCode(typed), null)
})
