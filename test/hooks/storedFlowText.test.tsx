import { expect, it } from 'vitest'
import { parseStoredFlow } from '../../src/hooks/storedFlowText.js'
import { accept, after, NOW, send, US } from '../verification/events.js'
import { keep } from '../verification/kept.js'

const stored = keep(after(send(US, 's1'), accept(1)))

/** What is stored of the code step, with something else in it. */
function forged(change: object, session: object = {}): string {
  return JSON.stringify({ ...stored, session: { ...stored?.session, ...session }, ...change })
}

it('reads what this version wrote', () => {
  expect(parseStoredFlow(JSON.stringify(stored))).toEqual(stored)
})

it.each([
  null,
  undefined,
  '',
  'null',
  'undefined',
  '42',
  '"text"',
  '[]',
  '{}',
  '{',
  '<html>',
  '{"version":1}',
  forged({ version: 1 }),
  forged({ version: 3 }),
  forged({ version: '2' }),
  forged({ savedAt: null }),
  forged({ savedAt: 'now' }),
  forged({ savedAt: -1 }),
  forged({ claim: '' }),
  forged({ claim: 1 }),
  forged({ owner: true }),
  forged({ step: 'unsupported' }),
  forged({ step: 'done' }),
  forged({ step: '__proto__' }),
  forged({ session: null }),
  forged({ session: [] }),
  forged({ session: 'x' }),
  forged({ wait: 'x' }),
  forged({ wait: undefined }),
  forged({ wait: { until: 'soon', guesses: 0 } }),
  forged({ wait: { until: NOW } }),
  forged({}, { sid: 42 }),
  forged({}, { idServer: 42 }),
  forged({}, { clientSecret: '' }),
  forged({}, { clientSecret: 'with space' }),
  forged({}, { clientSecret: 'x'.repeat(256) }),
  forged({}, { clientSecret: 42 }),
  forged({}, { sendAttempt: 0 }),
  forged({}, { sendAttempt: 1.5 }),
  forged({}, { sendAttempt: '1' }),
  forged({}, { accepted: 'yes' }),
  forged({}, { sent: null }),
  forged({}, { submitUrl: 42 }),
  forged({}, { echo: {} }),
  forged({}, { resendAt: null }),
  forged({}, { expiresAt: 'never' }),
  forged({}, { health: 'fine' }),
  forged({}, { destination: null }),
  forged({}, { destination: { ...US, phoneNumber: '2025550123' } }),
  forged({}, { destination: { ...US, phoneNumber: '+0' } }),
  forged({}, { destination: { ...US, country: 'us' } }),
  forged({}, { destination: { ...US, display: '+1 202 555 9999' } }),
  forged({}, { destination: { ...US, display: undefined } }),
])('reads nothing from a text that is not ours: %s', (text) => {
  expect(parseStoredFlow(text)).toBeNull()
})

it('reads nothing from a text that no form of ours writes, however long it is', () => {
  expect(parseStoredFlow(forged({}, { echo: '5'.repeat(4_900_000) }))).toBeNull()
})

it.each([
  [16_384, true],
  [16_385, false],
])('reads a text of %i characters: %s', (length, isRead) => {
  const empty = forged({}, { submitUrl: '' }).length
  const text = forged({}, { submitUrl: 'x'.repeat(length - empty) })
  expect(text).toHaveLength(length)
  expect(parseStoredFlow(text) !== null).toBe(isRead)
})
