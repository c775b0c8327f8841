import { act, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { CheckExternal } from '../../src/hooks/askExternal.js'
import {
  advance,
  announced,
  listen,
  NUMBER,
  type Person,
  renderForm,
  setUp,
  settled,
  SHOWN,
} from './person.js'

beforeEach(setUp)

it('leads to the message where there is no code to type, and never shows a field for one', async () => {
  const { person } = renderForm({ scenario: 'no-submit-url' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(document.activeElement).toBe(screen.getByRole('heading'))
  expect(screen.getByText(/come back here/).textContent).toContain(SHOWN)
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('has a way out: another number, or the message again', async () => {
  const { person } = renderForm({ scenario: 'no-submit-url' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await advance(2000)
  await person.press('Resend text')
  expect(announced()).toMatch(/You can resend the text in (28|27) seconds\./)
  await advance(30_000)
  expect(announced()).toBe('You can resend the text now.')
  await advance(500)
  await person.press('Resend text')
  expect(person.homeserver.messages).toHaveLength(2)
  expect(announced()).toContain('We’ve asked for another text. Follow the latest one.')
  expect(document.body.textContent).not.toMatch(/\bcode\b/)
  await person.press('Change number')
  expect(document.activeElement).toBe(person.number)
})

it('asks the app when the person says so, and says that nothing has arrived yet', async () => {
  let isOpened = false
  const checkExternal = vi.fn(async () => isOpened)
  const { person } = renderForm({ scenario: 'no-submit-url', checkExternal })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await advance(2000)
  await person.press('I’ve confirmed my number')
  expect(announced()).toContain('Your number isn’t confirmed yet.')
  expect(person.homeserver.followLink()).toBe(true)
  isOpened = true
  await person.press('I’ve confirmed my number')
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
  expect(document.activeElement?.textContent).toContain('is verified')
})

it('takes a check that fails for one that has not arrived', async () => {
  const checkExternal = vi.fn().mockRejectedValue(new Error('no'))
  const { person } = renderForm({ scenario: 'no-submit-url', checkExternal })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await advance(2000)
  await person.press('I’ve confirmed my number')
  expect(announced()).toContain('isn’t confirmed yet')
})

it('goes on by itself when the person comes back to the page, and leaves the focus alone', async () => {
  const { person } = renderForm({ scenario: 'no-submit-url', checkExternal: async () => true })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  const other = document.createElement('input')
  document.body.append(other)
  other.focus()
  await act(async () => document.dispatchEvent(new Event('visibilitychange')))
  await advance(5000)
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
  expect(document.activeElement).toBe(other)
})

it('asks the app once when "I’ve confirmed my number" is pressed twice', async () => {
  const checkExternal = vi.fn(() => new Promise<boolean>(() => undefined))
  const { person } = renderForm({ scenario: 'no-submit-url', checkExternal })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  await person.user.dblClick(person.button('I’ve confirmed my number'))
  await settled()
  expect(checkExternal).toHaveBeenCalledTimes(1)
  expect(person.button('I’ve confirmed my number').getAttribute('aria-disabled')).toBe('true')
})

it('takes an app that throws at once for a no', async () => {
  const checkExternal = () => {
    throw new Error('no client yet')
  }
  const { person } = renderForm({ scenario: 'no-submit-url', checkExternal })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  await person.press('I’ve confirmed my number')
  expect((await listen()).join(' ')).toContain('Your number isn’t confirmed yet.')
  expect(person.button('I’ve confirmed my number').getAttribute('aria-disabled')).not.toBe('true')
})

it('does not verify the second number with the answer about the first', async () => {
  const answers: ((isDone: boolean) => void)[] = []
  const checkExternal = () => new Promise<boolean>((resolve) => answers.push(resolve))
  const onVerified = vi.fn()
  const { person } = renderForm({ scenario: 'no-submit-url', checkExternal, onVerified })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  await person.press('I’ve confirmed my number')
  await person.press('Change number')
  await person.user.keyboard('{Control>}a{/Control}07400 654321{Enter}')
  await settled()
  await act(async () => answers[0]?.(true))
  await settled()
  expect(onVerified).not.toHaveBeenCalled()
})

it.each([
  ['another text is asked for', (person: Person) => person.press('Resend text')],
  ['the person leaves the step', (person: Person) => person.press('Change number')],
])('gives a check up that never answers when %s', async (_, act) => {
  const signals: AbortSignal[] = []
  const checkExternal: CheckExternal = (_phone, { signal }) => {
    signals.push(signal)
    return new Promise(() => undefined)
  }
  const { person } = renderForm({ scenario: 'no-submit-url', checkExternal })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await advance(31_000)
  await person.press('I’ve confirmed my number')
  expect(signals.at(-1)?.aborted).toBe(false)
  await act(person)
  expect(signals.at(-1)?.aborted).toBe(true)
  expect(await listen()).not.toContain('Your number isn’t confirmed yet.')
  const confirm = screen.queryByRole('button', { name: 'I’ve confirmed my number' })
  expect(confirm?.getAttribute('aria-disabled')).not.toBe('true')
  if (confirm === null) return
  await person.user.click(confirm)
  expect(signals.at(-1)?.aborted).toBe(false)
})
