import { expect, it } from 'vitest'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { call } from './wire.js'

const ALICE = { username: 'alice', password: 'wonderland', phoneNumber: '+12025550123' }

const signIn = (homeserver: SimulatedHomeserver, identifier: object, password = ALICE.password, more = {}) =>
  call(homeserver, '/login', { type: 'm.login.password', identifier, password, ...more })

const whoIs = (homeserver: SimulatedHomeserver, token: unknown) =>
  call(homeserver, '/account/whoami', undefined, { Authorization: `Bearer ${String(token)}` })

it.each([
  { type: 'm.id.user', user: 'alice' },
  { type: 'm.id.user', user: '@alice:matrix.example.org' },
  { type: 'm.id.phone', country: 'US', phone: '(202) 555-0123' },
  { type: 'm.id.thirdparty', medium: 'msisdn', address: '12025550123' },
])('signs a device in for %j', async (identifier) => {
  const homeserver = new SimulatedHomeserver({ accounts: [ALICE] })
  const { status, body } = await signIn(homeserver, identifier)
  expect({ status, userId: body.user_id }).toEqual({ status: 200, userId: '@alice:matrix.example.org' })
  expect(await whoIs(homeserver, body.access_token)).toMatchObject({
    status: 200,
    body: { user_id: '@alice:matrix.example.org', device_id: body.device_id },
  })
})

it.each([
  [{ type: 'm.id.user', user: 'alice' }, 'wrong'],
  [{ type: 'm.id.user', user: 'bob' }, ALICE.password],
  [{ type: 'm.id.thirdparty', medium: 'email', address: 'alice@example.org' }, ALICE.password],
])('refuses %j with the password %s', async (identifier, password) => {
  const homeserver = new SimulatedHomeserver({ accounts: [ALICE] })
  expect(await signIn(homeserver, identifier, password)).toMatchObject({
    status: 403,
    body: { errcode: 'M_FORBIDDEN' },
  })
})

it.each([['type'], ['password']])('wants a %s', async (field) => {
  const body = { type: 'm.login.password', identifier: { type: 'm.id.user', user: 'alice' }, password: 'x' }
  expect(await call(new SimulatedHomeserver(), '/login', { ...body, [field]: undefined })).toMatchObject({
    status: 400,
    body: { errcode: 'M_MISSING_PARAM' },
  })
})

it('knows no other way to sign in', async () => {
  const answer = await call(new SimulatedHomeserver(), '/login', { type: 'm.login.token', password: 'x' })
  expect(answer).toMatchObject({ status: 400, body: { errcode: 'M_UNKNOWN' } })
})

it('gives a device that signs in again another token, and the old one is no good', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [ALICE] })
  const identifier = { type: 'm.id.user', user: 'alice' }
  const first = await signIn(homeserver, identifier, undefined, { device_id: 'PHONE' })
  const second = await signIn(homeserver, identifier, undefined, { device_id: 'PHONE' })
  expect(second.body.device_id).toBe('PHONE')
  expect(await whoIs(homeserver, first.body.access_token)).toMatchObject({ status: 401 })
  expect(await whoIs(homeserver, second.body.access_token)).toMatchObject({ status: 200 })
})

it('signs out the device that asks, or all of them', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [{ ...ALICE, accessToken: 'first' }] })
  for (const accessToken of ['second', 'third']) {
    const { body } = await signIn(homeserver, { type: 'm.id.user', user: 'alice' }, undefined, {
      device_id: accessToken,
    })
    expect(body).toHaveProperty('access_token')
  }
  const bearer = (token: unknown) => ({ Authorization: `Bearer ${String(token)}` })
  expect(await call(homeserver, '/logout', {}, bearer('first'))).toEqual({ status: 200, body: {} })
  expect(await whoIs(homeserver, 'first')).toMatchObject({
    status: 401,
    body: { errcode: 'M_UNKNOWN_TOKEN' },
  })
  const [second, third] = homeserver.account('alice')?.accessTokens ?? []
  expect(await call(homeserver, '/logout/all', {}, bearer(second))).toEqual({ status: 200, body: {} })
  expect(await whoIs(homeserver, third)).toMatchObject({ status: 401 })
  expect(homeserver.account('alice')?.accessTokens).toEqual([])
})
