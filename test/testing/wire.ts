import type { SimulatedHomeserver } from '../../src/testing/index.js'

export interface WireAnswer {
  status: number
  body: Record<string, unknown>
}

/** One request by plain `fetch`, with nothing of this library's client between. */
export async function call(
  homeserver: SimulatedHomeserver,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<WireAnswer> {
  const url = path.startsWith('https:') ? path : `${homeserver.baseUrl}/_matrix/client/v3${path}`
  const response = await homeserver.fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

export const tokenRequest = {
  client_secret: 'secret.of=this_test-1',
  country: 'US',
  phone_number: '+12025550123',
  send_attempt: 1,
}

/** Asks for an SMS to register with; what is given replaces parts of `tokenRequest`. */
export function askForSms(
  homeserver: SimulatedHomeserver,
  changes: Record<string, unknown> = {},
  path = '/register/msisdn/requestToken',
): Promise<WireAnswer> {
  return call(homeserver, path, { ...tokenRequest, ...changes })
}

/** Submits a code for the session that `askForSms` answered. */
export function submitCode(
  homeserver: SimulatedHomeserver,
  { body }: WireAnswer,
  token = homeserver.lastSms()?.code,
): Promise<WireAnswer> {
  const url = String(body.submit_url)
  return call(homeserver, url, { sid: body.sid, client_secret: tokenRequest.client_secret, token })
}

/** The whole proof of `tokenRequest`'s number, ready for a stage of user-interactive auth. */
export async function proveNumber(
  homeserver: SimulatedHomeserver,
  path?: string,
): Promise<{ sid: unknown; client_secret: string }> {
  const sent = await askForSms(homeserver, {}, path)
  await submitCode(homeserver, sent)
  return { sid: sent.body.sid, client_secret: tokenRequest.client_secret }
}

/** Waits until something is true of the homeserver, without polling. */
export function until(homeserver: SimulatedHomeserver, isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!isTrue()) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = homeserver.subscribe(check)
    check()
  })
}
