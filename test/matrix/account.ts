import { expect } from 'vitest'
import { AccountError } from '../../src/matrix/AccountError.js'
import type { MatrixClientOptions } from '../../src/matrix/clientOptions.js'
import { createMatrixClient, type MatrixClient } from '../../src/matrix/createMatrixClient.js'
import type { Purpose } from '../../src/matrix/purposes.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
import type { SimulatedHomeserver } from '../../src/testing/index.js'

export const PHONE: VerifiedPhone = {
  phoneNumber: '+12025550123',
  country: 'US',
  sid: 'sid.1',
  clientSecret: 'secret.of=this_test-1',
}

/** A client of a simulated homeserver. */
export function clientOf(
  { baseUrl, fetch }: SimulatedHomeserver,
  options: Partial<MatrixClientOptions> = {},
): MatrixClient {
  return createMatrixClient({ baseUrl, fetch, ...options })
}

/** Verifies a number on a simulated homeserver, as the form does. */
export async function prove(
  homeserver: SimulatedHomeserver,
  purpose: Purpose = 'register',
  { phoneNumber, country, clientSecret }: VerifiedPhone = PHONE,
): Promise<VerifiedPhone> {
  const client = clientOf(homeserver)
  const parameters = { phoneNumber, country, clientSecret, sendAttempt: 1 }
  const { sid, submitUrl = '' } = await {
    register: client.requestTokenToRegisterMSISDN,
    resetPassword: client.requestTokenToResetPasswordMSISDN,
    addToAccount: client.requestTokenTo3PIDMSISDN,
  }[purpose](parameters)
  await client.submitToken({ submitUrl, sid, clientSecret, token: homeserver.lastSms()?.code ?? '' })
  return { phoneNumber, country, sid, clientSecret }
}

/** The error with which a call ends; it fails the test if that is none of ours, or if the call succeeds. */
export async function accountErrorOf(call: Promise<unknown>): Promise<AccountError> {
  const outcome: unknown = await call.then(
    () => 'it succeeded',
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(AccountError)
  return outcome as AccountError
}

/** The bodies of the requests to an endpoint, oldest first. */
export function bodiesTo(homeserver: SimulatedHomeserver, operation: string): Record<string, unknown>[] {
  return homeserver.requests
    .filter((request) => request.operation === operation)
    .map(({ body }) => body as Record<string, unknown>)
}

/** A request as a hand-made server sees it. */
export interface Asked {
  method: string
  url: string
  body: Record<string, unknown>
  authorization: string | null
}

export interface Reply {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

/** A client of a server that is made by hand, and what that server was asked. */
export function talkTo(
  answer: (asked: Asked, round: number) => Reply | 'lost' | Promise<Reply>,
  options: Partial<MatrixClientOptions> = {},
) {
  const asked: Asked[] = []
  const client = createMatrixClient({
    baseUrl: 'https://matrix.example.org',
    ...options,
    fetch: async (input, init = {}) => {
      const body = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as Record<string, unknown>
      const headers = new Headers(init.headers)
      const request = { method: init.method ?? 'GET', url: input as string, body }
      asked.push({ ...request, authorization: headers.get('Authorization') })
      const reply = await answer({ ...request, authorization: headers.get('Authorization') }, asked.length)
      if (reply === 'lost') throw new TypeError('Failed to fetch')
      return new Response(JSON.stringify(reply.body ?? {}), reply)
    },
  })
  return { client, asked }
}

/** A 401 that asks for the stages of a flow. */
export function challenge(flows: string[][], more: Record<string, unknown> = {}): Reply {
  return { status: 401, body: { session: 'uia', flows: flows.map((stages) => ({ stages })), ...more } }
}

export const registered: Reply = {
  status: 200,
  body: { user_id: '@alice:example.org', access_token: 'token', device_id: 'DEVICE' },
}

/** A server that takes every stage of its flows, one after another. */
export function taking(flows: string[][]) {
  const completed: string[] = []
  return ({ body }: Asked): Reply => {
    const { type } = (body['auth'] ?? {}) as { type?: string }
    if (type !== undefined) completed.push(type)
    const isDone = flows.some((stages) => stages.every((stage) => completed.includes(stage)))
    return isDone ? registered : challenge(flows, { completed: [...completed] })
  }
}
