import { screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Purpose } from '../../src/matrix/purposes.js'
import type { Scenario } from '../../src/testing/index.js'
import { NUMBER, problem, queryProblem, renderForm, seeProblem, settled, setUp } from './person.js'

beforeEach(setUp)

const besideTheNumber: [Scenario, Purpose, RegExp, string | null][] = [
  ['number-in-use', 'register', /This number already has an account\. Sign in/, 'Sign in instead'],
  ['number-in-use', 'addToAccount', /already linked to an account/, null],
  ['number-not-found', 'resetPassword', /No account uses this number/, 'Create an account'],
  ['number-invalid', 'register', /isn’t a valid number/, null],
  ['number-denied', 'register', /doesn’t accept this number/, null],
  ['country-unsupported', 'register', /from this country aren’t supported/, null],
]

it.each(besideTheNumber)('says beside the number: %s, %s', async (scenario, purpose, words, way) => {
  const onRecovery = vi.fn()
  const { person } = renderForm({ scenario, purpose, onRecovery })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  seeProblem(person.number, words, NUMBER)
  expect(problem().textContent).toMatch(words)
  expect(person.number).toBe(document.activeElement)
  if (way !== null) await person.press(way)
  expect(onRecovery).toHaveBeenCalledTimes(way === null ? 0 : 1)
  expect(screen.getAllByRole('button')).toHaveLength(way === null ? 1 : 2)
})

const belowTheForm: [Scenario, RegExp, string | null][] = [
  ['terms-not-signed', /accept the terms of service first/, 'Read the terms'],
  ['server-not-trusted', /isn’t set up properly for texts/, 'Get help'],
  ['rate-limited', /Too many attempts/, null],
  ['rate-limited-no-hint', /Too many attempts/, null],
  ['sms-failed', /couldn’t send the text/, 'Try again'],
  ['gateway-down', /Something went wrong on the server/, 'Try again'],
  ['server-error', /Something went wrong on the server/, 'Try again'],
  ['html-200', /sent an unexpected answer/, 'Try again'],
  ['sid-missing', /sent an unexpected answer/, 'Try again'],
  ['offline', /Can’t reach the server/, 'Try again'],
]

it.each(belowTheForm)(
  'says below the form what went wrong, and what to do: %s',
  async (scenario, words, way) => {
    const onRecovery = vi.fn()
    const { person } = renderForm({ scenario, onRecovery })
    await person.user.type(person.number, NUMBER)
    await person.press('Send code')
    expect(problem().textContent).toMatch(words)
    expect(person.number.value).toBe(NUMBER)
    expect(person.number.hasAttribute('aria-invalid')).toBe(false)
    expect(person.button('Send code')).toBe(document.activeElement)
    const names = screen.getAllByRole('button').map(({ textContent }) => textContent)
    expect(names).toEqual(way === null ? ['Send code'] : ['Send code', way])
  },
)

it('leaves a way on that the app does not know to words', async () => {
  const { person } = renderForm({ scenario: 'number-in-use' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(screen.queryByRole('button', { name: 'Sign in instead' })).toBeNull()
})

it('hides what is wrong with a number as soon as it is changed', async () => {
  const { person } = renderForm({ scenario: 'number-denied' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  await person.user.type(person.number, '{Backspace}')
  expect(queryProblem()).toBeNull()
  expect(person.number.hasAttribute('aria-invalid')).toBe(false)
})

it.each(['not-supported', 'not-supported-html'] as const)(
  'explains %s, and begins anew',
  async (scenario) => {
    const { person } = renderForm({ scenario })
    await person.user.type(person.number, `${NUMBER}{Enter}`)
    await settled()
    const heading = screen.getByRole('heading', { name: 'Phone verification isn’t available here.' })
    expect(heading).toBe(document.activeElement)
    await person.press('Go back')
    expect(person.number).toBe(document.activeElement)
  },
)

const codes: [Scenario, RegExp][] = [
  ['specification', /isn’t right/],
  ['synapse', /isn’t right/],
  ['sydent', /isn’t right/],
  ['wrong-code-success-false', /isn’t right/],
  ['wrong-code-errcode-in-200', /isn’t right/],
  ['session-expired', /has expired/],
]

it.each(codes)(
  'says beside the code that it is refused, and keeps it, selected: %s',
  async (scenario, words) => {
    const { person } = renderForm({ scenario })
    await person.askForCode()
    const typed = person.wrongCode()
    await person.submitCode(typed)
    seeProblem(person.code, words, typed)
    expect(person.code).toBe(document.activeElement)
    expect([person.code.selectionStart, person.code.selectionEnd]).toEqual([0, typed.length])
    await person.user.keyboard('1')
    expect(person.code.value).toBe('1')
    expect(queryProblem()).toBeNull()
  },
)

it('says beside the code that the server knows nothing of it any more', async () => {
  const { person, homeserver } = renderForm()
  await person.askForCode()
  homeserver.failNext('submitToken', { status: 400, body: { errcode: 'M_NO_VALID_SESSION', error: '' } })
  await person.submitCode(person.readCode())
  seeProblem(person.code, /request is no longer valid/, person.readCode())
  expect(person.code).toBe(document.activeElement)
})

it('says the same again when the same code is refused again', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await person.submitCode(person.wrongCode())
  await person.press('Verify')
  expect(person.submitted).toHaveLength(2)
  seeProblem(person.code, /isn’t right/, person.wrongCode())
})

it('keeps the code when the server cannot be reached, and tries it again', async () => {
  const { person } = renderForm()
  await person.askForCode()
  const right = person.readCode()
  person.homeserver.failNext('submitToken', 'offline')
  await person.submitCode(right)
  expect(problem().textContent).toMatch(/Can’t reach the server/)
  expect(person.code.value).toBe(right)
  await person.press('Try again')
  expect(person.submitted).toEqual([right, right])
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
})
