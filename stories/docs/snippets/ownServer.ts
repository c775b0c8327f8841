import { createMatrixClient } from 'matrix-phone-verification'

/** A server with Matrix's API under another path, and a place for codes that is the app's to allow. */
export const node = createMatrixClient({
  baseUrl: 'https://node.example.org',
  apiPath: '/_api/client/v3',
  allowSubmitUrl: ({ host }) => host === 'node.example.org' || host === 'sms.example.org',
})

/** A server of before Matrix 1.1. */
export const oldServer = createMatrixClient({
  baseUrl: 'https://matrix.example.org',
  apiPath: '/_matrix/client/r0',
})

/** A verification through an identity server, which the specification has deprecated. */
export const withIdentityServer = createMatrixClient({
  baseUrl: 'https://matrix.example.org',
  identityServer: { idServer: 'identity.example.org', idAccessToken: 'token-of-the-person' },
})
