import { accountOf } from './account.js'
import type { MatrixClientOptions } from './clientOptions.js'
import { createMatrixClient, type MatrixClient } from './createMatrixClient.js'

/** What is used of a `MatrixClient` of matrix-js-sdk. Structural, so that this library never needs the SDK. */
export interface MatrixJsSdkClient {
  getHomeserverUrl: () => string
  getAccessToken: () => string | null
  getUserId: () => string | null
  http: { fetch: (resource: string, options?: RequestInit) => Promise<Response> }
}

/**
 * Makes a client of the app's own `MatrixClient` of matrix-js-sdk: its homeserver, its `fetchFn` and its access token,
 * also after that was refreshed, and its user ID. The SDK's retries and its queue do not take part, because an SMS is never asked for
 * twice. Give it the same object and the result may be made anew on every render.
 *
 * @throws TypeError if the SDK's base URL is no http(s) URL or `identityServer` is incomplete.
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
