import type { SimulatedAnswer } from './answers.js'
import type { JsonObject } from './call.js'
import type { ServerState } from './serverState.js'

/** Synapse's default, in milliseconds. It is only reported: access tokens do not expire here. */
const ACCESS_TOKEN_LIFETIME = 300_000

/** Signs in a device, and returns the response with which `POST /register` and `POST /login` succeed. */
export function signIn(
  { accounts, baseUrl, ids }: ServerState,
  userId: string,
  body: JsonObject,
): SimulatedAnswer & { body: JsonObject } {
  const user = { user_id: userId, home_server: new URL(baseUrl).host }
  if (body.inhibit_login === true) return { status: 200, body: user }
  const wanted = typeof body.device_id === 'string' ? body.device_id : undefined
  const { deviceId, accessToken } = accounts.signIn(userId, wanted)
  const refresh = body.refresh_token === true && {
    refresh_token: `syr_${ids.letters(24)}`,
    expires_in_ms: ACCESS_TOKEN_LIFETIME,
  }
  return { status: 200, body: { ...user, device_id: deviceId, access_token: accessToken, ...refresh } }
}
