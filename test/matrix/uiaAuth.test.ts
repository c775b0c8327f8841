import { expect, it } from 'vitest'
import { uiaAuth, type VerifiedPhone } from '../../src/matrix/uiaAuth.js'

const phone: VerifiedPhone = {
  phoneNumber: '+447700900001',
  country: 'GB',
  sid: 'sid.1',
  clientSecret: 'secret.1',
}

it('names the stage, the proof and the session', () => {
  expect(uiaAuth(phone, { session: 'uia' })).toEqual({
    type: 'm.login.msisdn',
    threepid_creds: { sid: 'sid.1', client_secret: 'secret.1' },
    session: 'uia',
  })
})

it.each([[undefined], [{}], [{ session: undefined, idAccessToken: undefined }]])(
  'leaves out what is absent: %j',
  (options) => {
    const auth = uiaAuth({ ...phone, idServer: undefined }, options)
    expect(Object.keys(auth)).toEqual(['type', 'threepid_creds'])
    expect(Object.keys(auth.threepid_creds)).toEqual(['sid', 'client_secret'])
  },
)

it('names the identity server that was named before', () => {
  const { threepid_creds } = uiaAuth({ ...phone, idServer: 'id.org' }, { idAccessToken: 'abc' })
  expect(threepid_creds).toEqual({
    sid: 'sid.1',
    client_secret: 'secret.1',
    id_server: 'id.org',
    id_access_token: 'abc',
  })
})

it('keeps an identity server’s token to itself where no identity server was named', () => {
  const { threepid_creds } = uiaAuth(phone, { idAccessToken: 'abc' })
  expect(threepid_creds).toEqual({ sid: 'sid.1', client_secret: 'secret.1' })
})

it('is the same for a proof that went through JSON', () => {
  const copy = JSON.parse(JSON.stringify(phone)) as VerifiedPhone
  expect(uiaAuth(copy, { session: 'uia' })).toEqual(uiaAuth(phone, { session: 'uia' }))
})

it('holds neither the number nor the old spelling of the wire', () => {
  const text = JSON.stringify(uiaAuth(phone, { session: 'uia' }))
  expect(text).not.toContain('447700900001')
  expect(text).not.toContain('threepidCreds')
})
