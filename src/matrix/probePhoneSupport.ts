import * as z from 'zod/mini'
import { chooseFlow, readChallenge } from './authFlows.js'
import { callHomeserver } from './callHomeserver.js'
import type { CallOptions, MatrixClient } from './createMatrixClient.js'
import { findOAuth, isHomeserver, prefersOAuth } from './findOAuth.js'
import { ownProperties } from './ownProperties.js'
import type { PhoneSupport, UnknownReason, UnsupportedReason } from './phoneSupport.js'
import { PURPOSES, type ChangeCapability, type Purpose } from './purposes.js'
import { errorOf, isRateLimited, readOr } from './readAnswer.js'
import { readRetryAt } from './retryAfter.js'
import { lenient } from './schemas.js'
import type { Answer } from './transport.js'

const capability = lenient(z.object({ enabled: lenient(z.boolean()) }))
const capabilitiesSchema = z.object({
  capabilities: lenient(z.object({ 'm.3pid_changes': capability, 'm.change_password': capability })),
})

/**
 * Finds out whether a homeserver accepts a phone number for a purpose, before you ask a person for one. It reads the
 * flows of `POST /register` or `POST /account/password`, the capabilities, the login flows and, if phone numbers are
 * not accepted, whether an OAuth server manages the accounts. It sends no SMS, registers nothing and changes nothing.
 *
 * A server that prefers OAuth is `unsupported`, even if it also has the older API: the specification forbids clients
 * that know OAuth to use that API (client-server API v1.18, "OAuth 2.0 API"). `supported` does not guarantee an SMS.
 *
 * @returns what is known; it never rejects
 * @example
 * const support = await probePhoneSupport(client, 'resetPassword')
 * if (support.status === 'unsupported') offerAnotherWay(support.reason)
 */
export async function probePhoneSupport(
  client: MatrixClient,
  purpose: Purpose,
  options: CallOptions = {},
): Promise<PhoneSupport> {
  const listener = listenTo(client)
  const [found, isOAuthPreferred] = await Promise.all([
    PURPOSES[purpose].probe === null
      ? probeAdding(listener.client, purpose, options)
      : probeFlows(listener.client, purpose, options),
    prefersOAuth(listener.client, options),
  ])
  // If another call was answered, the network works. The endpoint is then missing, and its error has no CORS headers.
  const isHidden = found.status === 'unknown' && found.reason === 'offline' && listener.hasAnswered()
  const support = isHidden ? unknown('not-told') : found
  if (support.status !== 'unsupported' && !isOAuthPreferred) return support
  const oauth = await findOAuth(client, options)
  if (oauth !== null || isOAuthPreferred) return { status: 'unsupported', reason: 'oauth', ...oauth }
  const isLost = support.status === 'unsupported' && support.reason === 'no-endpoint'
  return !isLost || (await isHomeserver(client, options)) ? support : unknown('bad-response')
}

/** A client that knows whether any of its requests was answered. */
function listenTo(client: MatrixClient): { client: MatrixClient; hasAnswered: () => boolean } {
  let hasAnswered = false
  const fetch: MatrixClient['fetch'] = async (input, init) => {
    const response = await client.fetch(input, init)
    hasAnswered = true
    return response
  }
  return { client: { ...client, fetch }, hasAnswered: () => hasAnswered }
}

/** Makes the call without `auth`: the server then lists its flows and does nothing. */
async function probeFlows(
  client: MatrixClient,
  purpose: Purpose,
  options: CallOptions,
): Promise<PhoneSupport> {
  const { account, path, probe, capability } = PURPOSES[purpose]
  const refused = await readCapability(client, capability, options)
  if (refused !== null) return refused
  const needsAccount = capability !== null
  const answer = await callHomeserver(client, {
    method: 'POST',
    url: `${client.baseUrl}${client.apiPath}${account.path}`,
    body: probe ?? {},
    ...(needsAccount && { accessToken: client.accessToken }),
    signal: options.signal,
  })
  if (typeof answer === 'string') return unknown(answer)
  const challenge = readChallenge(answer)
  if (challenge !== null) return readFlows(challenge.flows)
  if (answer.status === 403 && errorOf(answer).errcode === 'M_FORBIDDEN') {
    return unsupported(needsAccount ? 'change-forbidden' : 'registration-closed')
  }
  const refusal = readRefusal(client, answer)
  const tellsNothing = answer.isObject && refusal.status === 'unknown' && refusal.reason === 'bad-response'
  return needsAccount && tellsNothing
    ? ((await findEndpoint(client, path, options)) ?? unknown('not-told'))
    : refusal
}

/**
 * Finds out whether a server has a requestToken call, without requesting an SMS. The call is a POST, so a server that
 * has it refuses GET as the wrong method.
 *
 * @returns why the call is missing, or why that is not known; `null` if it may exist
 */
async function findEndpoint(
  client: MatrixClient,
  path: string,
  { signal }: CallOptions,
): Promise<PhoneSupport | null> {
  const answer = await callHomeserver(client, {
    method: 'GET',
    url: `${client.baseUrl}${client.apiPath}${path}`,
    signal,
  })
  if (typeof answer === 'string') return unknown(answer)
  const isUnrecognized = errorOf(answer).errcode === 'M_UNRECOGNIZED'
  if (answer.status === 404) return isUnrecognized ? unsupported('no-endpoint') : unknown('not-told')
  // Synapse before 1.74 answers a wrong method with a 400.
  if (answer.status === 405 || isUnrecognized) return null
  const refusal = readRefusal(client, answer)
  return refusal.status === 'unknown' && refusal.reason !== 'bad-response' ? refusal : unknown('not-told')
}

function readFlows(flows: string[][]): PhoneSupport {
  const needed = 'm.login.msisdn'
  const wish = { needed, isOurs: (stage: string) => stage === needed || stage === 'm.login.dummy' }
  const flow = chooseFlow({ flows, completed: new Set() }, { ...wish, isHandled: () => true })
  if (flow === null || !('stages' in flow)) return unsupported('no-phone')
  const stages = flow.stages.filter((stage) => !wish.isOurs(stage))
  return { status: 'supported', isRequired: flows.every((one) => one.includes(needed)), stages }
}

/**
 * No flow says whether a number can be added, so this uses other facts: the capability, whether the requestToken call
 * exists, and whether people can register by phone, which needs the same way of texting.
 */
async function probeAdding(
  client: MatrixClient,
  purpose: Purpose,
  options: CallOptions,
): Promise<PhoneSupport> {
  const { path, capability } = PURPOSES[purpose]
  const refused = await readCapability(client, capability, options)
  if (refused !== null) return refused
  const missing = await findEndpoint(client, path, options)
  if (missing !== null) return missing
  const registration = await probeFlows(client, 'register', options)
  return registration.status === 'supported'
    ? { status: 'supported', isRequired: false, stages: [] }
    : unknown('not-told')
}

/** Why a signed-in account may not make a change; `null` if it may, or if the change needs no account. */
async function readCapability(
  client: MatrixClient,
  name: ChangeCapability | null,
  { signal }: CallOptions,
): Promise<PhoneSupport | null> {
  const { accessToken, baseUrl, apiPath } = client
  if (name === null || accessToken === undefined || accessToken === '') return null
  const url = `${baseUrl}${apiPath}/capabilities`
  const answer = await callHomeserver(client, { method: 'GET', url, accessToken, signal })
  if (typeof answer === 'string') return null
  if (answer.status === 401) return unknown('signed-out')
  const { capabilities } = readOr(capabilitiesSchema, answer.body, {})
  return ownProperties(capabilities?.[name] ?? {}).enabled === false ? unsupported('change-forbidden') : null
}

function readRefusal(client: MatrixClient, answer: Answer): PhoneSupport {
  const { status, headers } = answer
  const { errcode, retry_after_ms: retryAfterMs } = errorOf(answer)
  if (isRateLimited(answer)) {
    const { retryAt, retryAtIsGuess } = readRetryAt(headers, retryAfterMs, client.now())
    return { ...unknown('rate-limited'), ...(!retryAtIsGuess && { retryAt }) }
  }
  if (errcode === 'M_UNKNOWN_TOKEN') return unknown('signed-out')
  const isMissing = status === 404 || status === 405 || status === 501 || errcode === 'M_UNRECOGNIZED'
  if (isMissing) return unsupported('no-endpoint')
  return unknown(status >= 500 ? 'server-error' : 'bad-response')
}

function unsupported(reason: Exclude<UnsupportedReason, 'oauth'>) {
  return { status: 'unsupported', reason } as const
}

function unknown(reason: UnknownReason) {
  return { status: 'unknown', reason } as const
}
