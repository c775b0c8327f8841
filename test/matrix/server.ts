import { expect } from 'vitest'
import type { MatrixClientOptions } from '../../src/matrix/clientOptions.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { PhoneVerificationError } from '../../src/matrix/PhoneVerificationError.js'

/** What a server was asked. */
export interface Sent {
  url: string
  init: RequestInit
  headers: Record<string, string>
  body: unknown
}

export const REQUEST = {
  clientSecret: 'a.Secret_of-32=characters0123456',
  country: 'GB',
  phoneNumber: '+447700900001',
  sendAttempt: 1,
}

export const SUBMISSION = {
  submitUrl: 'https://sms.example.org/submit?lang=en',
  sid: 'sid.1',
  clientSecret: REQUEST.clientSecret,
  token: '012345',
}

export const REQUEST_OPERATIONS = [
  'requestTokenToRegisterMSISDN',
  'requestTokenToResetPasswordMSISDN',
  'requestTokenTo3PIDMSISDN',
] as const

/** A client whose fetch answers what it is told, and the list of what it was asked. */
export function connect(
  answer: (sent: Sent) => Response | Promise<Response> = () => json(200, { sid: 'sid.1' }),
  options: Partial<MatrixClientOptions> = {},
) {
  const sent: Sent[] = []
  const client = createMatrixClient({
    baseUrl: 'https://matrix.example.org',
    fetch: async (input, init = {}) => {
      const asked: Sent = {
        url: input instanceof Request ? input.url : String(input),
        init,
        headers: Object.fromEntries(new Headers(init.headers)),
        body: JSON.parse(init.body as string),
      }
      sent.push(asked)
      return answer(asked)
    },
    ...options,
  })
  return { client, sent }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return text(status, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers })
}

export function text(status: number, body: string | null, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers })
}

/** What a browser makes of a redirect that was not to be followed. */
export function opaqueRedirect(): Response {
  const response = Response.error()
  Object.defineProperty(response, 'type', { value: 'opaqueredirect' })
  return response
}

/** The error with which a call rejects; it fails the test if that is none of ours, or if the call resolves. */
export async function failureOf(call: Promise<unknown>): Promise<PhoneVerificationError> {
  const outcome: unknown = await call.then(
    () => 'it succeeded',
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(PhoneVerificationError)
  return outcome as PhoneVerificationError
}
