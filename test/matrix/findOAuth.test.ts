import { describe, expect, it } from 'vitest'
import { probePhoneSupport } from '../../src/matrix/probePhoneSupport.js'
import { challenge } from './account.js'
import { PURPOSES, serve } from './serve.js'

describe('a server whose accounts an OAuth server keeps', () => {
  const metadata = {
    status: 200,
    body: { issuer: 'https://auth.example.org/', account_management_uri: 'https://auth.example.org/account' },
  }
  const oauth = { status: 'unsupported', reason: 'oauth', accountUrl: 'https://auth.example.org/account' }

  it.each([
    ['auth_metadata', { 'GET /_matrix/client/v1/auth_metadata': metadata }],
    ['its predecessor', { 'GET /_matrix/client/unstable/org.matrix.msc2965/auth_metadata': metadata }],
    [
      '.well-known',
      {
        'GET /.well-known/matrix/client': {
          status: 200,
          body: {
            'm.authentication': {
              issuer: 'https://auth.example.org/',
              account: 'https://auth.example.org/account',
            },
          },
        },
      },
    ],
    [
      'an older .well-known',
      {
        'GET /.well-known/matrix/client': {
          status: 200,
          body: {
            'org.matrix.msc2965.authentication': {
              issuer: 'https://auth.example.org/',
              account: 'https://auth.example.org/account',
            },
          },
        },
      },
    ],
  ])('is told apart by %s, for every purpose', async (_, around) => {
    for (const purpose of PURPOSES) {
      const { client } = serve({
        ...around,
        'POST /register': { status: 403, body: { errcode: 'M_FORBIDDEN' } },
      })
      expect(await probePhoneSupport(client, purpose)).toEqual(oauth)
    }
  })

  it.each([
    'oauth_aware_preferred',
    'delegated_oidc_compatibility',
    'org.matrix.msc3824.delegated_oidc_compatibility',
  ])('is preferred where %s says so, although it has the older API', async (name) => {
    const { client } = serve({
      'POST /register': challenge([['m.login.msisdn']]),
      'GET /login': { status: 200, body: { flows: [{ type: 'm.login.sso', [name]: true }] } },
    })
    expect(await probePhoneSupport(client, 'register')).toEqual({ status: 'unsupported', reason: 'oauth' })
  })

  it('is not asked about where a phone is taken', async () => {
    const { client, asked } = serve({
      'POST /register': challenge([['m.login.msisdn']]),
      'GET /login': {
        status: 200,
        body: { flows: [{ type: 'm.login.password' }, { type: 'm.login.application_service' }, null] },
      },
    })
    expect(await probePhoneSupport(client, 'register')).toMatchObject({ status: 'supported' })
    expect(asked.map(({ method, url }) => `${method} ${url.slice(url.indexOf('/v3') + 3)}`).sort()).toEqual([
      'GET /login',
      'POST /register',
    ])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://auth.example.org/account',
    'https://auth.example.org@evil.example/',
    5,
    '',
    'nowhere',
  ])('gives no link to %j', async (account_management_uri) => {
    const { client } = serve({
      'GET /_matrix/client/v1/auth_metadata': {
        status: 200,
        body: { issuer: 'https://auth.example.org/', account_management_uri },
      },
    })
    expect(await probePhoneSupport(client, 'register')).toEqual({ status: 'unsupported', reason: 'oauth' })
  })
})
