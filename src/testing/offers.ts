import { findRequester } from './accountCalls.js'
import type { SimulatedAnswer } from './answers.js'
import type { Call } from './call.js'
import type { ServerState } from './serverState.js'

const VERSIONS = ['r0.5.0', 'r0.6.1', 'v1.1', 'v1.10', 'v1.13', 'v1.18']

/** `GET /versions`. */
export function getVersions(): SimulatedAnswer {
  return { status: 200, body: { versions: VERSIONS } }
}

/** `GET /capabilities`. */
export function getCapabilities(server: ServerState, call: Call): SimulatedAnswer {
  findRequester(server, call)
  const capabilities = {
    'm.change_password': { enabled: !call.rules.prefersOAuth },
    'm.3pid_changes': { enabled: call.rules.phoneChanges },
  }
  return { status: 200, body: { capabilities } }
}

/** `GET /login`. `oauth_aware_preferred` tells clients that know OAuth to use OAuth (client-server API v1.18). */
export function getLoginFlows(_: ServerState, { rules }: Call): SimulatedAnswer {
  const flows = [
    ...(rules.prefersOAuth ? [{ type: 'm.login.sso', oauth_aware_preferred: true }] : []),
    { type: 'm.login.password' },
    ...(rules.strict ? [] : [{ type: 'm.login.application_service' }]),
  ]
  return { status: 200, body: { flows } }
}

/** `GET /auth_metadata` (client-server API, "OAuth 2.0 API"), with the fields that RFC 8414 requires. */
export function getAuthMetadata({ baseUrl }: ServerState): SimulatedAnswer {
  const issuer = `https://account.${new URL(baseUrl).host}/`
  return {
    status: 200,
    body: {
      issuer,
      authorization_endpoint: `${issuer}authorize`,
      token_endpoint: `${issuer}oauth2/token`,
      revocation_endpoint: `${issuer}oauth2/revoke`,
      registration_endpoint: `${issuer}oauth2/registration`,
      response_types_supported: ['code'],
      response_modes_supported: ['query', 'fragment'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      code_challenge_methods_supported: ['S256'],
      account_management_uri: `${issuer}account`,
    },
  }
}
