import { act, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { en } from '../../src/messages/en.js'
import { renderScreen, SAVED, verify } from './fieldScreen.js'
import { describedBy, NUMBER, problem, queryProblem, settled, setUp } from './person.js'

beforeEach(setUp)

it('holds the form back until the number is verified, and says what to do', async () => {
  const { person, onSubmit } = renderScreen()
  await person.press('Create account')
  expect(onSubmit).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(person.number)
  expect(person.number.getAttribute('aria-invalid')).toBe('true')
  expect(describedBy(person.number)).toBe(en.verifyFirst)
  expect(problem().textContent).toBe(en.verifyFirst)
})

it('says so at the code too, and is content once the number is verified', async () => {
  const { person } = renderScreen()
  await person.askForCode()
  await person.press('Create account')
  expect(document.activeElement).toBe(person.code)
  expect(describedBy(person.code)).toContain(en.verifyFirst)
  expect(person.code.getAttribute('aria-invalid')).toBe('true')
  await person.submitCode(person.readCode())
  await settled()
  expect(queryProblem()).toBeNull()
})

it('says what is wrong with the number itself before it says that it is not verified', async () => {
  const { person } = renderScreen()
  await person.press('Create account')
  await person.user.type(person.number, '07400{Enter}')
  await settled()
  expect(describedBy(person.number)).toMatch(/too short/)
})

it.each([
  [{ required: 'Mine.' }, 'Mine.'],
  [{ required: true }, en.verifyFirst],
])('takes the words of the rules %j', async (rules, words) => {
  const { person } = renderScreen({ rules })
  await person.press('Create account')
  expect(describedBy(person.number)).toBe(words)
})

it('takes the words of its messages', async () => {
  const { person } = renderScreen({ messages: { verifyFirst: 'Erst bestätigen.' } })
  await person.press('Create account')
  expect(describedBy(person.number)).toBe('Erst bestätigen.')
})

it.each(['no-submit-url', 'not-supported'] as const)(
  'says so where there is nothing to type: %s',
  async (scenario) => {
    const { person, onSubmit } = renderScreen({ scenario })
    await person.user.type(person.number, `${NUMBER}{Enter}`)
    await settled()
    await person.press('Create account')
    expect(problem().textContent).toBe(en.verifyFirst)
    expect(document.activeElement).toBe(screen.getByRole('heading'))
    expect(onSubmit).not.toHaveBeenCalled()
  },
)

it('says what the app has against a number that is verified', async () => {
  const { form } = renderScreen({ form: { defaultValues: { name: '', phone: SAVED } } })
  await act(async () => form.setError('phone', { message: 'This number is blocked.' }))
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
  expect(problem().textContent).toBe('This number is blocked.')
})

it('says that the app failed with the proof, keeps it, and lets the person try again', async () => {
  const onVerified = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('no'))
  const { person, form } = renderScreen({ onVerified })
  await verify(person)
  expect(problem().textContent).toContain(en.errorAfterVerified)
  expect(form.getValues('phone')).toMatchObject({ phoneNumber: '+447400123456' })
  await person.press('Try again')
  expect(queryProblem()).toBeNull()
  expect(onVerified).toHaveBeenCalledTimes(2)
})
