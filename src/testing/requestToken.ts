import { matrixError, Refused, type SimulatedAnswer } from './answers.js'
import { readBody, requireFields, wrongType, type Call, type JsonObject } from './call.js'
import { canonicalNumber, type CanonicalNumber } from './numbers.js'
import { SUBMIT_PATH } from './operations.js'
import type { Rules } from './rules.js'
import type { ServerState } from './serverState.js'
import type { VerificationSession } from './sessions.js'
import { checkTypes, country, integer, optional, required, secret, string, SECRET } from './typedBody.js'

interface TokenRequest {
  clientSecret: string
  number: CanonicalNumber
  attempt: number
  nextLink: string | undefined
}

/** Texts a code, after the same checks in the same order as Synapse's `register/msisdn/requestToken`. */
export function requestToken(server: ServerState, call: Call): SimulatedAnswer {
  const request = readRequest(call)
  checkRateLimit(server, call.rules, request.number.phoneNumber)

  const refusal = findRefusal(server, call, request.number.phoneNumber)
  if (refusal && call.rules.numberInUse === 'refused') return refusal
  // Synapse's `request_token_inhibit_3pid_errors`: a made-up session and no SMS.
  if (refusal && call.rules.numberInUse === 'hidden') {
    return { status: 200, body: { sid: server.ids.letters(16) } }
  }

  const session = server.sessions.open(request.number.phoneNumber, request.clientSecret, () =>
    server.ids.letters(24),
  )
  if (isTextedAgain(session, request.attempt, call.rules)) {
    session.attempt = request.attempt
    session.nextLink = request.nextLink
    if (refusal) textNotice(server, session)
    else textCode(server, session, call.rules)
  }
  return { status: 200, body: describeSession(server, session, request.number, call.rules) }
}

function readRequest(call: Call): TokenRequest {
  const { rules } = call
  const body = readBody(call)
  if (rules.typedBodies && call.operation === 'requestTokenTo3PIDMSISDN') checkTypedRequest(body)
  requireFields(body, ['client_secret', 'country', 'phone_number', 'send_attempt'], rules)
  const { client_secret: secret, country, phone_number: raw, send_attempt: attempt, next_link: link } = body
  if (typeof secret !== 'string' && !rules.strict) throw wrongType('client_secret', rules)
  if (typeof secret !== 'string' || !isSecret(secret, rules)) throw invalid('client_secret parameter')
  if (typeof country !== 'string') throw wrongType('country', rules)
  if (rules.strict && !/^[A-Z]{2}$/.test(country)) throw invalid('country')
  if (rules.strict && link !== undefined && !isWebAddress(link)) throw invalid('next_link')
  if (rules.strict && body.id_server !== undefined) requireFields(body, ['id_access_token'], rules)
  if (typeof raw !== 'string') throw wrongType('phone number', rules)
  const number = canonicalNumber(raw, country)
  if (!number) throw new Refused(matrixError(400, rules.badNumber, 'Unable to parse phone number'))
  if (attempt === null) throw invalid('send attempt')
  if (typeof attempt !== 'number') throw wrongType('send attempt', rules)
  if (rules.strict && !Number.isInteger(attempt)) throw wrongType('send attempt', rules)
  return { clientSecret: secret, number, attempt, nextLink: typeof link === 'string' ? link : undefined }
}

/**
 * Checks the types of Synapse's model of `account/3pid/msisdn/requestToken`. Synapse has no such model of
 * `register/msisdn/requestToken`.
 */
function checkTypedRequest(body: JsonObject): void {
  checkTypes(body, {
    client_secret: required(secret),
    country: required(country),
    phone_number: required(string),
    send_attempt: required(integer),
    next_link: optional(string),
    id_server: optional(string),
    id_access_token: optional(string),
  })
  if (typeof body.id_server === 'string' && typeof body.id_access_token !== 'string') {
    throw invalid('id_access_token')
  }
}

function isSecret(secret: string, { secretMinLength }: Rules): boolean {
  return secret.length >= secretMinLength && SECRET.test(secret)
}

function isWebAddress(link: unknown): boolean {
  return typeof link === 'string' && URL.canParse(link)
}

function invalid(what: string): Refused {
  return new Refused(matrixError(400, 'M_INVALID_PARAM', `Invalid ${what}`))
}

function checkRateLimit(server: ServerState, rules: Rules, phoneNumber: string): void {
  const key = rules.rateLimitBy === 'client' ? 'client' : phoneNumber
  const retryAfter = server.limiter.take(key, server.rateLimit ?? rules.rateLimit, server.now())
  if (retryAfter > 0) throw new Refused(rules.rateLimited(retryAfter))
}

/** A number to register or to add must be free; a number to reset a password with must not be. */
function findRefusal(server: ServerState, call: Call, phoneNumber: string): SimulatedAnswer | undefined {
  const { everyNumber } = call.rules
  const isBound = server.accounts.withNumber(phoneNumber) !== undefined
  if (call.operation === 'requestTokenToResetPasswordMSISDN') {
    if (isBound && everyNumber !== 'not-found') return undefined
    return matrixError(400, 'M_THREEPID_NOT_FOUND', 'Phone number not found')
  }
  if (!isBound && everyNumber !== 'in-use') return undefined
  const subject = call.operation === 'requestTokenTo3PIDMSISDN' ? 'MSISDN' : 'Phone number'
  return matrixError(400, 'M_THREEPID_IN_USE', `${subject} is already in use`)
}

function isTextedAgain(session: VerificationSession, attempt: number, { textsAgain }: Rules): boolean {
  if (textsAgain === 'always') return true
  return textsAgain === 'greater-attempt' ? attempt > session.attempt : attempt !== session.attempt
}

function textCode(server: ServerState, session: VerificationSession, rules: Rules): void {
  const now = server.now()
  const code = reusableCode(session, rules, now) ?? createCode(server, rules)
  const until = now + Math.min(rules.codeTtl ?? server.codeTtl, server.sessionTtl)
  const earlier = rules.keepsEarlierCodes ? session.codes : []
  session.codes = [...earlier, { code, until }]
  const link = rules.message === 'link' ? linkOf(server, session, code, rules) : undefined
  const { phoneNumber: to } = session
  const text = server.smsText({ to, code, link })
  server.inbox.deliver({ to, text, code, sentAt: now, ...(link !== undefined && { link }) })
}

/** The last code, if a resend repeats it. */
function reusableCode({ codes }: VerificationSession, { newCode }: Rules, now: number): string | undefined {
  const last = codes.at(-1)
  if (last === undefined || newCode === 'always') return undefined
  return newCode === 'never' || now < last.until ? last.code : undefined
}

function createCode(server: ServerState, { tokenLength }: Rules): string {
  return tokenLength > 0 ? server.codes.letters(tokenLength) : server.codes.digits(server.codeLength)
}

/**
 * Texts a notice without a code. The specification advises this to servers that do not reveal which numbers they know.
 */
function textNotice(server: ServerState, { phoneNumber }: VerificationSession): void {
  const text = 'Somebody used this number with us, but it does not fit. Sign in or register instead.'
  server.inbox.deliver({ to: phoneNumber, text, code: '', sentAt: server.now() })
}

function submitUrl({ baseUrl, apiPath }: ServerState, { submitPath }: Rules): string {
  return baseUrl + (submitPath === 'tom' ? `${apiPath}/register/email/submitToken` : SUBMIT_PATH)
}

function linkOf(
  server: ServerState,
  { sid, clientSecret }: VerificationSession,
  code: string,
  rules: Rules,
): string {
  const query = new URLSearchParams({ token: code, client_secret: clientSecret, sid })
  return `${submitUrl(server, rules)}?${query.toString()}`
}

function describeSession(
  server: ServerState,
  { sid }: VerificationSession,
  { phoneNumber, international }: CanonicalNumber,
  rules: Rules,
): JsonObject {
  return {
    sid,
    submit_url: submitUrl(server, rules),
    ...(rules.echoesNumber && { success: true, msisdn: phoneNumber.slice(1), intl_fmt: international }),
  }
}
