import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useAddPhoneToAccount } from '../../src/hooks/useAddPhoneToAccount.js'
import { useRegisterWithPhone } from '../../src/hooks/useRegisterWithPhone.js'
import type { AuthStage } from '../../src/matrix/authStages.js'
import { Wire } from '../support/wire.js'
import { ACCOUNT, CHALLENGE, PHONE, renderAccountHook } from './account.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('adds a number, with the stages of the newest render', async () => {
  const wire = new Wire()
  wire.reply(401, { session: 'uia', flows: [{ stages: ['m.login.sso'] }] })
  wire.reply(200)
  const homeserver = wire.client({ accessToken: 'TOKENMARK' })
  const stages: Record<string, () => 'elsewhere'> = {}
  const { result, rerender, run } = renderAccountHook(() =>
    useAddPhoneToAccount({ homeserver, stages: { ...stages } }),
  )
  stages['m.login.sso'] = () => 'elsewhere'
  rerender()
  await run(({ mutate }) => mutate({ phone: PHONE }))
  expect(result.current.status).toBe('success')
  expect(wire.requests.map(({ headers }) => headers.get('Authorization'))).toEqual([
    'Bearer TOKENMARK',
    'Bearer TOKENMARK',
  ])
})

it('asks otherStages for what stages does not name', async () => {
  const wire = new Wire()
  const flows = [{ stages: ['m.login.terms', 'm.login.msisdn'] }]
  wire.reply(401, { session: 'uia', flows })
  wire.reply(401, { session: 'uia', flows, completed: ['m.login.terms'] })
  wire.reply(200, ACCOUNT)
  const otherStages = vi.fn((stage: AuthStage) => ({ accepted: stage.type }))
  const { result, run } = renderAccountHook(() =>
    useRegisterWithPhone({ homeserver: wire.client(), otherStages }),
  )
  await run(({ mutate }) => mutate({ phone: PHONE, username: 'alice' }))
  expect(result.current.status).toBe('success')
  expect(otherStages).toHaveBeenCalledTimes(1)
  expect(wire.requests[1]?.body['auth']).toEqual({
    session: 'uia',
    type: 'm.login.terms',
    accepted: 'm.login.terms',
  })
})

it('sends the identity server’s token beside a proof that was made with it', async () => {
  const wire = new Wire()
  wire.reply(401, CHALLENGE)
  wire.reply(200, ACCOUNT)
  const { run } = renderAccountHook(() =>
    useRegisterWithPhone({ homeserver: wire.client(), idAccessToken: 'token-of-the-identity-server' }),
  )
  await run(({ mutate }) => mutate({ phone: { ...PHONE, idServer: 'id.example.org' } }))
  expect(wire.requests[1]?.body['auth']).toMatchObject({
    threepid_creds: { id_server: 'id.example.org', id_access_token: 'token-of-the-identity-server' },
  })
})
