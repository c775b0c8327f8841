import { expect, it } from 'vitest'
import { SimulatedHomeserver, type Scenario } from '../../src/testing/index.js'
import { askForSms, call, proveNumber } from './wire.js'

const METADATA = 'https://matrix.example.org/_matrix/client/v1/auth_metadata'

async function capabilitiesOf(homeserver: SimulatedHomeserver) {
  const headers = { Authorization: `Bearer ${homeserver.createAccount()}` }
  return (await call(homeserver, '/capabilities', undefined, headers)).body.capabilities
}

async function flowsOf(homeserver: SimulatedHomeserver, path: string) {
  return (await call(homeserver, path, {})).body.flows
}

it('offers the phone wherever the specification knows it', async () => {
  const homeserver = new SimulatedHomeserver()
  expect(await flowsOf(homeserver, '/register')).toContainEqual({ stages: ['m.login.msisdn'] })
  expect(await flowsOf(homeserver, '/account/password')).toContainEqual({ stages: ['m.login.msisdn'] })
  expect(await capabilitiesOf(homeserver)).toEqual({
    'm.change_password': { enabled: true },
    'm.3pid_changes': { enabled: true },
  })
  expect(await call(homeserver, METADATA)).toMatchObject({ status: 404, body: { errcode: 'M_UNRECOGNIZED' } })
})

it('phone-not-offered: texts, and takes the number nowhere', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'phone-not-offered' })
  expect(await flowsOf(homeserver, '/register')).toEqual([{ stages: ['m.login.dummy'] }])
  expect(await flowsOf(homeserver, '/account/password')).toEqual([{ stages: ['m.login.email.identity'] }])
  expect(await capabilitiesOf(homeserver)).toMatchObject({ 'm.3pid_changes': { enabled: false } })
  expect(await askForSms(homeserver)).toMatchObject({ status: 200 })

  const headers = { Authorization: `Bearer ${homeserver.createAccount()}` }
  const proof = await proveNumber(homeserver)
  expect(await call(homeserver, '/account/3pid/add', proof, headers)).toMatchObject({
    status: 403,
    body: { errcode: 'M_FORBIDDEN' },
  })
})

it('oauth-preferred: says where accounts are, and does nothing about them itself', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'oauth-preferred' })
  const { status, body } = await call(homeserver, METADATA)
  expect({ status, issuer: body.issuer }).toEqual({
    status: 200,
    issuer: 'https://account.matrix.example.org/',
  })
  const login = await call(homeserver, '/login')
  expect(login.body.flows).toContainEqual({ type: 'm.login.sso', oauth_aware_preferred: true })
  expect(await call(homeserver, '/register', {})).toMatchObject({
    status: 403,
    body: { errcode: 'M_FORBIDDEN' },
  })
  for (const path of ['/register/msisdn/requestToken', '/account/password', '/account/3pid/add']) {
    expect(await call(homeserver, path, {})).toMatchObject({
      status: 404,
      body: { errcode: 'M_UNRECOGNIZED' },
    })
  }
  expect(await capabilitiesOf(homeserver)).toMatchObject({ 'm.3pid_changes': { enabled: false } })
})

it.each<[Scenario, string[]]>([
  ['specification', ['m.login.password']],
  ['synapse', ['m.login.password', 'm.login.application_service']],
])('%s: lists how to sign in', async (scenario, types) => {
  const { body } = await call(new SimulatedHomeserver({ scenario }), '/login')
  expect(body.flows).toEqual(types.map((type) => ({ type })))
})
