import { screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { en } from '../../src/messages/en.js'
import type { Messages } from '../../src/messages/messages.js'
import {
  advance,
  announced,
  descriptionOf,
  listen,
  NUMBER,
  problem,
  queryProblem,
  renderForm,
  settled,
  setUp,
} from './person.js'

beforeEach(setUp)

const timer = () => screen.queryByRole('timer')?.textContent

it('counts down to the next SMS, and says once that it can be asked for', async () => {
  const { person } = renderForm()
  await person.askForCode()
  expect(timer()).toMatch(/^You can resend the code in 0:(30|29)\.$/)
  const resend = person.button('Resend code')
  expect(resend.getAttribute('aria-disabled')).toBe('true')
  await advance(20_000)
  expect(timer()).toMatch(/in 0:(10|09)\.$/)
  expect(announced()).not.toContain('resend')
  await advance(10_000)
  expect(timer()).toBeUndefined()
  expect(resend.getAttribute('aria-disabled')).toBe('false')
  expect(announced()).toContain('You can resend the code now.')
  expect(person.asked).toHaveLength(1)
})

it('describes nothing by the time that is left', async () => {
  const { person } = renderForm()
  await person.askForCode()
  const resend = person.button('Resend code')
  const before = descriptionOf(resend)
  await advance(2000)
  expect(descriptionOf(resend)).toBe(before)
  const described = [...document.querySelectorAll('[aria-describedby], [aria-labelledby]')]
  expect(described.map(descriptionOf).join()).not.toMatch(/\d:\d\d/)
})

it('says that the server wants to be left alone, for how long, and when that is over; then its words are gone', async () => {
  const { person } = renderForm({ scenario: 'rate-limited' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  expect(await listen()).toEqual([
    'Too many attempts. Wait a while, then try again.',
    'You can send a code in 6 minutes.',
  ])
  await advance(325_000)
  expect(announced()).toBe('')
  expect(await listen(12_000)).toEqual(['You can send a code now.'])
  expect(queryProblem()).toBeNull()
  expect(timer()).toBeUndefined()
})

it('says the same of a limit on codes, and tries the code that is still there when its wait is over', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await listen(6000)
  person.homeserver.failNext('submitToken', {
    status: 429,
    body: { errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', retry_after_ms: 90_000 },
  })
  await person.submitCode(person.readCode())
  expect((await listen()).slice(-2)).toEqual([
    'Too many attempts. Wait a while, then try again.',
    'You can try the code again in 2 minutes.',
  ])
  expect(screen.getAllByRole('timer')[0]?.textContent).toMatch(/^You can try the code again in 1:2\d\.$/)
  expect(await listen(90_000)).toContain('You can try the code again now.')
  expect(queryProblem()).toBeNull()
  await person.press('Verify')
  await settled()
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
})

it('is read out by no screen reader while it ticks', async () => {
  const { person } = renderForm()
  await person.askForCode()
  const ticking = screen.getByRole('timer')
  expect(ticking.getAttribute('aria-live')).toBe('off')
  expect(ticking.closest('[role=status], [role=alert], [aria-live=polite]')).toBeNull()
})

it('says when, and sends nothing, when "Resend code" is pressed early, and again when pressed again', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await person.press('Resend code')
  expect(announced()).toMatch(/resend the code in (30|29) seconds\./)
  const said = screen.getByRole('status').firstChild
  await advance(500)
  await person.press('Resend code')
  expect(said?.isConnected).toBe(false)
  expect(announced()).toMatch(/resend the code in (30|29) seconds\./)
  expect(person.asked).toHaveLength(1)
})

it('says that another code is on its way, also after the code before it was refused', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await person.submitCode(person.wrongCode())
  await person.submitCode(person.wrongCode())
  await advance(31_000)
  expect(announced()).not.toContain('on its way')
  await person.press('Resend code')
  // The live region may still be at what came before.
  await advance(500)
  expect(announced()).toContain('Another code is on its way. Use the one in the latest text.')
  expect(document.activeElement).toBe(person.button('Resend code'))
  await advance(7000)
  expect(screen.getByText(/Another code is on its way/)).toBeTruthy()
  await person.submitCode(person.readCode())
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
})

it('speaks of no message on its way when the server limits the codes that are tried', async () => {
  const { person } = renderForm()
  await person.askForCode()
  person.homeserver.failNext('submitToken', 'rate-limited')
  person.homeserver.failNext('submitToken', {
    status: 429,
    body: { errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', retry_after_ms: 90_000 },
  })
  await person.submitCode(person.wrongCode())
  expect(problem().textContent).toContain('Too many attempts')
  await person.submitCode(person.readCode())
  expect(announced()).not.toContain('on its way')
})

it('keeps the code step when another SMS is refused, and tries again with the same attempt', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await advance(31_000)
  person.homeserver.failNext('requestToken', 'offline')
  await person.press('Resend code')
  expect(problem().textContent).toContain('Can’t reach the server')
  await advance(500)
  await person.press('Try again')
  expect(document.activeElement).toBe(person.button('Resend code'))
  expect(person.asked.map((body) => body['send_attempt'])).toEqual([1, 2, 2])
  // The live region may still be at what came before.
  await advance(500)
  expect(announced()).toContain('on its way')
})

it('renders nothing but the countdown while it ticks', async () => {
  let [ticks, others] = [0, 0]
  const messages: Partial<Messages> = {
    get resendIn() {
      ticks += 1
      return en.resendIn
    },
    get resendCode() {
      others += 1
      return en.resendCode
    },
    get verify() {
      others += 1
      return en.verify
    },
    get didNotGetIt() {
      others += 1
      return en.didNotGetIt
    },
  }
  const { person } = renderForm({ messages })
  await person.askForCode()
  await advance(1000)
  ;[ticks, others] = [0, 0]
  for (let second = 1; second <= 5; second += 1) await advance(1000)
  expect(ticks).toBeGreaterThanOrEqual(5)
  expect(others).toBe(0)
})

it('says after ten seconds that it is still sending, and lets the person out', async () => {
  const { person } = renderForm({ scenario: 'slow' })
  await person.user.type(person.number, NUMBER)
  await person.press('Send code')
  expect(screen.getByText('Sending…')).toBeTruthy()
  expect(person.button('Send code').getAttribute('aria-disabled')).toBe('true')
  await advance(1000)
  expect(announced()).toBe('Sending…')
  await advance(8000)
  expect(announced()).not.toContain('Still sending')
  await advance(1000)
  expect(announced()).toContain('Still sending. This can take up to a minute.')
  await person.press('Change number')
  expect(screen.queryByText(/ending/)).toBeNull()
  expect(person.number.readOnly).toBe(false)
  expect(document.activeElement).toBe(person.number)
  expect([person.number.selectionStart, person.number.selectionEnd]).toEqual([0, NUMBER.length])
  person.homeserver.release()
  await settled()
  expect(person.button('Send code')).toBeTruthy()
  expect(person.asked).toHaveLength(1)
})

it('lets the person out of a request that heeds nothing', async () => {
  const client = createMatrixClient({ baseUrl: 'https://matrix.example.org' })
  const deaf = () => new Promise<never>(() => undefined)
  const { person } = renderForm({ homeserver: { ...client, requestTokenToRegisterMSISDN: deaf } })
  await person.user.type(person.number, NUMBER)
  await person.press('Send code')
  await advance(10_000)
  await person.press('Change number')
  expect(person.number.readOnly).toBe(false)
  expect(person.button('Send code').getAttribute('aria-disabled')).toBe('false')
})

it('shows how long the server wants to be left alone, and says it when pressed early', async () => {
  const { person } = renderForm({ scenario: 'rate-limited' })
  await person.user.type(person.number, NUMBER)
  await person.press('Send code')
  expect(timer()).toMatch(/^You can send a code in 5:3\d\.$/)
  await advance(1000)
  await person.press('Send code')
  expect(await listen()).toEqual(['You can send a code in 6 minutes.'])
  await person.user.type(person.number, '{Backspace}7')
  expect(queryProblem()).toBeNull()
  expect(timer()).toMatch(/^You can send a code in 5:/)
  await person.press('Send code')
  expect(timer()).toMatch(/^You can send a code in 5:/)
  expect(person.asked).toHaveLength(1)
  person.homeserver.scenario = 'specification'
  await advance(333_000)
  await person.press('Send code')
  expect(person.code).toBeTruthy()
})

it('counts down, and says the end, of a wait of the server while the person edits the number or the code', async () => {
  const { person } = renderForm({ scenario: 'rate-limited' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await listen(10_000)
  await person.user.type(person.number, '{Backspace}7')
  expect(timer()).toMatch(/^You can send a code in 5:/)
  expect(await listen(330_000)).toEqual(['You can send a code now.'])
  expect(timer()).toBeUndefined()

  person.homeserver.scenario = 'specification'
  await person.press('Send code')
  await listen(45_000)
  person.homeserver.failNext('submitToken', {
    status: 429,
    body: { errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', retry_after_ms: 90_000 },
  })
  await person.submitCode(person.wrongCode())
  await listen(10_000)
  await person.user.type(person.code, '{Backspace}')
  expect(screen.getAllByRole('timer')[0]?.textContent).toMatch(/^You can try the code again in 1:/)
  expect(await listen(90_000)).toContain('You can try the code again now.')
})
