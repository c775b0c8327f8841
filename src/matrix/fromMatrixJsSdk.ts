import { accountOf } from './account.js'
import type { MatrixClientOptions } from './clientOptions.js'
import { createMatrixClient, type MatrixClient } from './createMatrixClient.js'

/**
 * The part of matrix-js-sdk's `MatrixClient` that is used. The type is structural, so the library does not depend on
 * the SDK.
 */
export interface MatrixJsSdkClient {
  getHomeserverUrl: () => string
  getAccessToken: () => string | null
  getUserId: () => string | null
  http: { fetch: (resource: string, options?: RequestInit) => Promise<Response> }
}

/**
 * Creates a client from the app's own `MatrixClient` of matrix-js-sdk. It uses the SDK's homeserver, `fetchFn`, user
 * ID and access token, also after the token was refreshed. It does not use the SDK's retries and queue, because a
 * request for an SMS must not be repeated automatically. You may create the client again on every render, from the
 * same SDK object.
 *
 * @throws TypeError if the SDK's base URL is not an http(s) URL or `identityServer` is incomplete.
 * @example
 * const sdk = createClient({ baseUrl, accessToken, userId })
 * const client = fromMatrixJsSdk(sdk)
 */
export function fromMatrixJsSdk(
  sdk: MatrixJsSdkClient,
  options: Omit<MatrixClientOptions, 'baseUrl' | 'fetch' | 'accessToken' | 'userId'> = {},
): MatrixClient {
  const client = createMatrixClient({
    ...options,
    baseUrl: sdk.getHomeserverUrl(),
    fetch: (input, init) => sdk.http.fetch(input instanceof Request ? input.url : String(input), init),
  })
  return {
    ...client,
    get accessToken() {
      return sdk.getAccessToken() || undefined
    },
    get userId() {
      return sdk.getUserId() || undefined
    },
    get account() {
      return accountOf(this)
    },
  }
}
