import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { FormOptions } from '../../src/form/shared/FormOptions.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { connect } from './connect.js'
import {
  advance,
  announced,
  describedBy,
  Person,
  problem,
  queryProblem,
  renderForm,
  settled,
  setUp,
  SHOWN,
} from './person.js'

beforeEach(setUp)

it('says where the SMS went, to a screen reader too, and is ready for the code', async () => {
  const { person } = renderForm()
  const code = await person.askForCode()
  expect(document.activeElement).toBe(code)
  expect(describedBy(code)).toContain(`We’ve texted a code to ${SHOWN} (United Kingdom).`)
  expect(describedBy(code)).toContain('Enter the code from the latest text.')
  expect(person.asked[0]?.['phone_number']).toBe(SHOWN.replaceAll(' ', ''))
})

it('neither claims nor denies that a number has an account when a password is reset', async () => {
  const { person } = renderForm({ purpose: 'resetPassword', scenario: 'number-in-use-hidden' })
  person.homeserver.createAccount({ username: 'alice', phoneNumber: '+447400123456' })
  await person.askForCode()
  expect(screen.getByText(/belongs to an account/).textContent).toContain(SHOWN)
  await advance(31_000)
  await person.press('Resend code')
  // The live region may still be at what came before.
  await advance(500)
  expect(announced()).toContain(`If ${SHOWN} belongs to an account, another code is on its way.`)
  expect(document.body.textContent).not.toMatch(/We’ve texted|^Another code/m)
})

it('says what is missing when no code is typed, until one is', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await person.press('Verify')
  expect(problem().textContent).toBe('Enter the code from the text.')
  await person.user.type(person.code, '1')
  expect(queryProblem()).toBeNull()
  await person.user.clear(person.code)
  await settled()
  expect(queryProblem()).toBeNull()
})

const type = (person: Person, code: string) => person.user.type(person.code, code)
const paste = async (person: Person, code: string) => {
  await person.user.tripleClick(person.code)
  await person.user.paste(code)
}

const submissions: [string, FormOptions, typeof type, number][] = [
  ['typed', { codeLength: 6 }, type, 0],
  ['pasted', { codeLength: 6 }, paste, 1],
  ['pasted, of a length that is not known', {}, paste, 0],
  ['pasted', { codeLength: 6, autoSubmit: 'never' }, paste, 0],
  ['typed', { codeLength: 6, autoSubmit: 'complete' }, type, 1],
  ['pasted', { codeLength: 6, autoSubmit: 'complete' }, paste, 1],
  ['typed', { codeLength: 7, autoSubmit: 'complete' }, type, 0],
]

it.each(submissions)(
  'a code that is %s, with %j, submits itself or waits',
  async (_how, options, enter, times) => {
    const { person } = renderForm(options)
    await person.askForCode()
    const code = person.readCode()
    await enter(person, code)
    await settled()
    expect(person.submitted).toEqual(Array.from({ length: times }, () => code))
    expect(screen.queryByRole('heading', { name: /is verified/ }) !== null).toBe(times > 0)
  },
)

it('submits by itself no code that was refused before', async () => {
  const { person } = renderForm({ codeLength: 6 })
  await person.askForCode()
  await paste(person, '000000')
  await settled()
  await paste(person, '111111')
  await settled()
  await paste(person, '000000')
  await settled()
  expect(person.submitted).toEqual(['000000', '111111'])
  await person.press('Verify')
  expect(person.submitted).toEqual(['000000', '111111', '000000'])
})

it.each([
  ['123 456', '123456'],
  ['G-123456', '123456'],
  [' 012345 ', '012345'],
  ['١٢٣٤٥٦', '123456'],
  ['aB3-xY9', 'aB3-xY9'],
])('submits %s as %s', async (typed, sent) => {
  const { person } = renderForm()
  await person.askForCode()
  await paste(person, typed)
  await person.press('Verify')
  expect(person.submitted).toEqual([sent])
  expect(person.code.value).toBe(sent)
})

it('takes the code that the browser reads from the SMS, says so and submits it once', async () => {
  const browser = readsMessages()
  const { person } = renderForm()
  await person.askForCode()
  const code = person.readCode()
  expect(browser.get).toHaveBeenCalledTimes(1)
  await browser.read(code)
  expect(person.submitted).toEqual([code])
  expect(announced()).toContain('Code filled in from your texts.')
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
})

it('fills in what the browser reads, and waits for the person, where the app says so', async () => {
  const browser = readsMessages()
  const { person } = renderForm({ autoSubmit: 'never' })
  await person.askForCode()
  await browser.read(person.readCode())
  expect(person.code.value).toBe(person.readCode())
  expect(announced()).toContain('Code filled in from your texts.')
  expect(person.submitted).toEqual([])
  await person.press('Verify')
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
})

it('warns of a number that the server says it texted instead', async () => {
  const { person, homeserver } = renderForm()
  const body = {
    sid: 'sid',
    submit_url: 'https://sms.example.org/',
    msisdn: '44900000000',
    intl_fmt: '+44 900 000 000',
  }
  homeserver.failNext('requestToken', { status: 200, body })
  await person.askForCode()
  expect(problem().textContent).toContain('The server says it texted +44 900 000 000.')
})

it('tells the app of the proof once, and shows the number that is proved', async () => {
  const onVerified = vi.fn()
  const { person } = renderForm({ onVerified })
  await person.askForCode()
  await person.submitCode(person.readCode())
  const text = screen.getByRole('heading', { name: /is verified/ })
  expect(text.textContent).toBe(`${SHOWN} is verified.`)
  expect(document.activeElement?.contains(text)).toBe(true)
  expect(onVerified).toHaveBeenCalledTimes(1)
  expect(onVerified.mock.calls[0]?.[0]).toMatchObject({ phoneNumber: '+447400123456', country: 'GB' })
})

it('keeps the proof when the app fails with it, and lets the person try again', async () => {
  const onVerified = vi.fn().mockRejectedValueOnce(new Error('no'))
  const { person } = renderForm({ onVerified })
  await person.askForCode()
  await person.submitCode(person.readCode())
  expect(problem().textContent).toContain('the next step failed')
  await person.press('Try again')
  expect(queryProblem()).toBeNull()
  expect(document.activeElement?.textContent).toBe(`${SHOWN} is verified.`)
  expect(onVerified).toHaveBeenCalledTimes(2)
  expect(person.submitted).toHaveLength(1)
})

describe('a server whose name the person typed', () => {
  async function atTypedServer(options: FormOptions) {
    const { homeserver } = connect()
    const { baseUrl, fetch } = homeserver
    const typed = createMatrixClient({ baseUrl, fetch, isDiscovered: true })
    renderForm({ homeserver: typed, ...options })
    const person = new Person(homeserver)
    return { person, field: await person.askForCode(), code: person.readCode(), baseUrl }
  }

  it('is named as the one that the code goes to', async () => {
    const { field, baseUrl } = await atTypedServer({})
    expect(describedBy(field)).toContain(`The code goes to ${new URL(baseUrl).host}.`)
  })

  it('is sent no code from a message that the browser reads until the person submits it', async () => {
    const { read } = readsMessages()
    const { person, code } = await atTypedServer({ codeLength: 6 })
    await read(code)
    expect(person.code.value).toBe(code)
    expect(person.submitted).toEqual([])
    await person.press('Verify')
    expect(person.submitted).toEqual([code])
  })

  it.each<[string, InputEventInit]>([
    ['autofill', {}],
    ['a suggestion that is inserted as text', { inputType: 'insertText' }],
    ['a suggestion that replaces the text', { inputType: 'insertReplacementText' }],
    ['the end of a composition', { inputType: 'insertCompositionText', isComposing: true }],
    ['a paste', { inputType: 'insertFromPaste' }],
  ])('is sent no code that comes by %s until the person submits it', async (_how, init) => {
    const { person, code } = await atTypedServer({ codeLength: 6, autoSubmit: 'complete' })
    fireEvent.input(person.code, { target: { value: code }, data: code, ...init })
    await settled()
    expect(person.code.value).toBe(code)
    expect(person.submitted).toEqual([])
    await person.press('Verify')
    expect(person.submitted).toEqual([code])
  })

  it('is sent a code with its last typed character where the app wants that', async () => {
    const { person, code } = await atTypedServer({ codeLength: 6, autoSubmit: 'complete' })
    await type(person, code)
    await settled()
    expect(person.submitted).toEqual([code])
  })
})

it('names no server that the app itself has named', async () => {
  const { person } = renderForm()
  expect(describedBy(await person.askForCode())).not.toContain('The code goes to')
})

/** A browser that reads the SMS (WebOTP). */
function readsMessages() {
  let answer: (credential: { code: string }) => void = () => undefined
  const get = vi.fn(() => new Promise((resolve) => (answer = resolve)))
  vi.stubGlobal('OTPCredential', Function)
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { get } })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    Reflect.deleteProperty(navigator, 'credentials')
  })
  const read = async (code: string) => {
    await act(async () => answer({ code }))
    await settled()
  }
  return { get, read }
}
