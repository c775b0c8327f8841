import { beforeEach, expect, it, vi } from 'vitest'
import type { Purpose } from '../../src/matrix/purposes.js'
import { ALICE, BOB, inStep, renderVerification } from '../support/hooks.js'
import { BASE_URL, session, SUBMIT_URL, Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

const paths: [Purpose, string][] = [
  ['register', '/register/msisdn/requestToken'],
  ['resetPassword', '/account/password/msisdn/requestToken'],
  ['addToAccount', '/account/3pid/msisdn/requestToken'],
]

it.each(paths)('asks for an SMS where the specification says for %s', async (purpose, path) => {
  const { wire, do: person } = renderVerification({ purpose })
  await person(({ send }) => send(ALICE))
  expect(wire.requests).toHaveLength(1)
  expect(wire.requests[0]?.url).toBe(`${BASE_URL}/_matrix/client/v3${path}`)
  expect(wire.requests[0]?.init.method).toBe('POST')
  expect(wire.requests[0]?.body).toEqual({
    client_secret: expect.stringMatching(/^[0-9A-Za-z._]{32}$/) as unknown,
    country: 'GB',
    phone_number: '+447700900123',
    send_attempt: 1,
  })
})

it.each(paths)('goes from the number over the code to verified for %s', async (purpose) => {
  const onVerified = vi.fn()
  const { wire, result, steps, do: person } = renderVerification({ purpose, onVerified })
  expect(result.current).toMatchObject({ step: 'number', error: null, isPending: false, sendAttempt: 0 })

  await person(({ send }) => send({ ...ALICE, display: '+44 7700 900123' }))
  expect(result.current).toMatchObject({ step: 'code', error: null, isPending: false, sendAttempt: 1 })
  expect(inStep(result.current, 'code').sentTo).toEqual({
    ...ALICE,
    display: '+44 7700 900123',
    echo: null,
  })

  await person(({ verify }) => verify('123456'))
  const secret = wire.sends[0]?.['client_secret']
  expect(wire.requests[1]?.url).toBe(SUBMIT_URL)
  expect(wire.submits).toEqual([{ sid: 'sid1', client_secret: secret, token: '123456' }])
  expect(steps).toEqual(['number', 'code', 'verified'])
  const phone = { phoneNumber: ALICE.phoneNumber, country: 'GB', sid: 'sid1', clientSecret: secret }
  expect(inStep(result.current, 'verified').phone).toEqual(phone)
  expect(onVerified).toHaveBeenCalledExactlyOnceWith(phone, { resumed: false })
})

it('sends nothing when it mounts, renders again or unmounts', async () => {
  const { wire, rerender, unmount, do: person } = renderVerification()
  await person(() => undefined)
  rerender()
  await person(() => undefined)
  unmount()
  expect(wire.requests).toEqual([])
})

it('says that it is busy while a request is under way', async () => {
  const wire = new Wire()
  const send = wire.hold()
  const { result, do: person } = renderVerification({ wire })
  await person((verification) => verification.send(ALICE))
  expect(result.current).toMatchObject({ step: 'number', isPending: true, sendAttempt: 1 })
  expect(result.current.requestToken.isPending).toBe(true)
  await send.answer()
  expect(result.current).toMatchObject({ step: 'code', isPending: false })
  expect(result.current.requestToken.isSuccess).toBe(true)

  const submit = wire.hold()
  await person(({ verify }) => verify('123456'))
  expect(result.current).toMatchObject({ step: 'code', isPending: true })
  expect(result.current.submitToken.isPending).toBe(true)
  await submit.answer({ body: { success: true } })
  expect(result.current).toMatchObject({ step: 'verified', isPending: false })
  expect(result.current.submitToken.isSuccess).toBe(true)
})

it('takes a base URL, and asks the platform for the network', async () => {
  const wire = new Wire()
  vi.stubGlobal('fetch', wire.fetch)
  const { result, do: person } = renderVerification({ homeserver: `${BASE_URL}/` })
  await person(({ send }) => send(ALICE))
  vi.unstubAllGlobals()
  expect(wire.requests[0]?.url).toBe(`${BASE_URL}/_matrix/client/v3/register/msisdn/requestToken`)
  expect(result.current.step).toBe('code')
})

it('keeps the access token to itself', async () => {
  const wire = new Wire()
  const homeserver = wire.client({ accessToken: 'syt_secret' })
  const { do: person } = renderVerification({ wire, homeserver, purpose: 'addToAccount' })
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify('123456'))
  expect(wire.requests).toHaveLength(2)
  for (const { headers } of wire.requests) expect(headers.has('Authorization')).toBe(false)
})

it('sends the next link and the identity server only if there are any', async () => {
  const wire = new Wire()
  const identityServer = { idServer: 'id.example.org', idAccessToken: 'token' }
  const homeserver = wire.client({ identityServer })
  const { result, do: person } = renderVerification({
    wire,
    homeserver,
    nextLink: 'https://app.example.org/',
  })
  await person(({ send }) => send(ALICE))
  expect(wire.sends[0]).toMatchObject({
    next_link: 'https://app.example.org/',
    id_server: 'id.example.org',
    id_access_token: 'token',
  })
  await person(({ verify }) => verify('123456'))
  expect(inStep(result.current, 'verified').phone.idServer).toBe('id.example.org')
})

it.each([
  ['a national number', { phoneNumber: '07700900123', country: 'GB' }],
  ['spaces', { phoneNumber: '+44 7700 900123', country: 'GB' }],
  ['no number', { phoneNumber: '', country: 'GB' }],
  ['a number that begins with zero', { phoneNumber: '+0447700900', country: 'GB' }],
  ['more than 15 digits', { phoneNumber: '+4477009001234567', country: 'GB' }],
  ['a lowercase country', { phoneNumber: '+447700900123', country: 'gb' }],
  ['a country of three letters', { phoneNumber: '+447700900123', country: 'GBR' }],
  ['no country', { phoneNumber: '+447700900123', country: '' }],
  ['a display of other digits', { ...ALICE, display: '07700 900123' }],
])('refuses %s without a request and without a rejection', async (_, number) => {
  const { wire, result, do: person } = renderVerification()
  const outcome = vi.fn()
  await person(({ send }) => send(number).then(outcome))
  expect(outcome).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ step: 'number', error: result.current.error }),
  )
  expect(wire.requests).toEqual([])
  expect(result.current).toMatchObject({ step: 'number', isPending: false })
  expect(result.current.error).toMatchObject({
    name: 'PhoneVerificationError',
    kind: 'invalid-number',
    recovery: 'edit-number',
  })
})

it('shows where the server says that the SMS went, if that is another number', async () => {
  const wire = new Wire()
  wire.reply(200, { sid: 's', submit_url: SUBMIT_URL, msisdn: '447700900123', intl_fmt: '+44 7700 900123' })
  const { result, do: person } = renderVerification({ wire })
  await person(({ send }) => send(ALICE))
  expect(inStep(result.current, 'code').sentTo.echo).toBeNull()

  wire.reply(200, { sid: 't', submit_url: SUBMIT_URL, msisdn: '12075550123', intl_fmt: '+1 207-555-0123' })
  await person(({ send }) => send({ phoneNumber: '+442075550123', country: 'GB' }))
  expect(inStep(result.current, 'code').sentTo.echo).toBe('+1 207-555-0123')
})

it('shows the digits to which the server says that the SMS went where it does not say how to write them', async () => {
  const wire = new Wire()
  wire.reply(200, { ...session(), msisdn: '12075550123' })
  const { result, do: person } = renderVerification({ wire })
  await person(({ send }) => send(BOB))
  expect(inStep(result.current, 'code').sentTo.echo).toBe('+12075550123')
})
