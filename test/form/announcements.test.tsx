import { screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import {
  advance,
  announced,
  describedBy,
  descriptionOf,
  listen,
  NUMBER,
  problem,
  queryProblem,
  renderForm,
  setUp,
  settled,
  SHOWN,
} from './person.js'

beforeEach(setUp)

it('says each thing once, from the number to the end', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '0740{Enter}')
  expect(await listen()).toEqual(['This number is too short. Check for missing digits.'])
  await person.user.clear(person.number)
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(document.activeElement).toBe(person.code)
  expect(await listen()).not.toContain('Sending…')
  await advance(20_000)
  expect(announced()).toBe('')
  expect(await listen(10_000)).toEqual(['You can resend the code now.'])
  await advance(20_000)
  await person.press('Resend code')
  expect(await listen(20_000)).toEqual(['Another code is on its way. Use the one in the latest text.'])
  await person.user.type(person.code, `${person.wrongCode()}{Enter}`)
  expect(await listen()).toEqual(['That code isn’t right. Check it or request a new one.'])
  await advance(20_000)
  await person.submitCode(person.readCode())
  expect(await listen(12_000)).toEqual([`${SHOWN} is verified.`])
})

it.each([
  ['not-supported', ['Phone verification isn’t available here.', /^Continue without a phone number/]],
  ['no-submit-url', ['Check your texts', /^Look for a text to \+44 7400 123456/]],
] as const)('says the words of a step without a field: %s', async (scenario, words) => {
  const { person } = renderForm({ scenario })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(await listen()).toEqual(words.map((word) => expect.stringMatching(word) as string))
})

it('says nothing of what is there when the page comes up', async () => {
  const { person, reload } = renderForm({ scenario: 'no-submit-url' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  reload()
  expect(screen.getByRole('heading')).toBeTruthy()
  expect(await listen()).toEqual([])
})

it('has one live region, and adds none', async () => {
  const { person, container } = renderForm({ scenario: 'rate-limited' })
  const regions = () => [...container.querySelectorAll('[role=status], [role=alert], [aria-live=polite]')]
  const [region] = regions()
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(problem()).toBeTruthy()
  expect(regions()).toEqual([region])
})

it('leaves what a field is described by alone for as long as somebody is in it', async () => {
  const { person } = renderForm()
  const hint = 'We’ll text you a code to check that this number is yours.'
  await person.user.type(person.number, '0740{Enter}')
  await settled()
  expect(descriptionOf(person.number)).toBe(hint)
  await person.user.tab()
  expect(descriptionOf(person.number)).toBe('This number is too short. Check for missing digits.')
  await person.user.type(person.number, '0')
  expect(queryProblem()).toBeNull()
  expect(descriptionOf(person.number)).toBe('')
  await person.user.keyboard('{Enter}')
  await settled()
  expect(queryProblem()).toBeTruthy()
  expect(descriptionOf(person.number)).toBe('')
  await person.user.clear(person.number)
  await person.user.tab()
  expect(descriptionOf(person.number)).toBe(hint)
})

it('says what is wrong once: by the field for who is led there, and else by the live region', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '0740')
  await person.press('Send code')
  expect(document.activeElement).toBe(person.number)
  expect(descriptionOf(person.number)).toBe('This number is too short. Check for missing digits.')
  expect(await listen()).not.toContain('This number is too short. Check for missing digits.')
  await person.user.keyboard('{Enter}')
  expect(await listen()).toEqual(['This number is too short. Check for missing digits.'])
})

it('says what was wrong on leaving the field by the field alone, when "Send code" leads back to it', async () => {
  const tooShort = 'This number is too short. Check for missing digits.'
  const { person } = renderForm()
  await person.user.type(person.number, '0740')
  await person.user.tab()
  expect(await listen()).toEqual([tooShort])
  await advance(10_000)
  await person.user.keyboard('{Enter}')
  await settled()
  expect(document.activeElement).toBe(person.number)
  expect(descriptionOf(person.number)).toBe(tooShort)
  expect(await listen()).toEqual([])
  await person.user.tab()
  expect(await listen()).toEqual([])
})

it('keeps "another code is on its way" for longer than seven seconds, through every tick', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await advance(30_000)
  await person.press('Resend code')
  const said = screen.getByText(/is on its way/)
  await advance(8000)
  expect(said.isConnected && said.textContent).toBe(
    'Another code is on its way. Use the one in the latest text.',
  )
})

it('warns of a key that submits, where the last character does', async () => {
  const { person, rerender } = renderForm({ codeLength: 6 })
  const code = await person.askForCode()
  expect(describedBy(code)).not.toContain('as soon as')
  rerender({ autoSubmit: 'complete' })
  await person.user.tab()
  expect(describedBy(code)).toContain('It’s checked as soon as it’s complete.')
  rerender({ autoSubmit: 'complete', codeLength: undefined })
  await settled()
  expect(describedBy(code)).not.toContain('as soon as')
})

it('reads a problem out with the field that has it, until the number is another one', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '0740{Enter}')
  await settled()
  expect(describedBy(person.number)).toBe('This number is too short. Check for missing digits.')
  await person.user.clear(person.number)
  await person.user.type(person.number, NUMBER)
  expect(describedBy(person.number)).not.toContain('too short')
})
