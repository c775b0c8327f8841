import { htmlPage, matrixError, type SimulatedAnswer } from './answers.js'
import { readBody, requireFields, type Call, type JsonObject } from './call.js'
import type { Rules } from './rules.js'
import type { ServerState } from './serverState.js'
import { checkTypes, required, secret, string } from './typedBody.js'

/**
 * Checks a code: `POST` from a client, `GET` from the person who follows the link in the SMS (identity service API,
 * "submitToken").
 */
export function submitToken(server: ServerState, call: Call): SimulatedAnswer {
  if (call.method === 'GET' && !call.rules.submitByGet) {
    return matrixError(405, 'M_UNRECOGNIZED', 'Unrecognized request')
  }
  if (call.method === 'GET') return openLink(server, call.query, call.rules)
  const body = readBody(call)
  if (call.rules.typedBodies) {
    checkTypes(body, { sid: required(string), client_secret: required(secret), token: required(string) })
  }
  requireFields(body, ['sid', 'client_secret', 'token'], call.rules)
  if ([body.sid, body.client_secret, body.token].some((value) => typeof value !== 'string')) {
    return matrixError(400, call.rules.strict ? 'M_INVALID_PARAM' : 'M_BAD_JSON', 'Input should be a string')
  }
  return validate(server, call.rules, body) ?? { status: 200, body: { success: true } }
}

/** Returns the page to which the link in an SMS leads. */
export function openLink(server: ServerState, query: URLSearchParams, rules: Rules): SimulatedAnswer {
  const parameters = Object.fromEntries(query)
  const nextLink = server.sessions.find(parameters.sid, parameters.client_secret)?.nextLink
  if (validate(server, rules, parameters)) return htmlPage(400, 'This link is not valid any more')
  if (nextLink === undefined) return htmlPage(200, 'Your number is verified')
  return { status: 302, headers: { Location: nextLink } }
}

/** Marks the session as validated, or returns the error that says why not. */
function validate(server: ServerState, rules: Rules, body: JsonObject): SimulatedAnswer | undefined {
  const session = server.sessions.find(body.sid, body.client_secret)
  if (!session) return rules.unknownSession
  const now = server.now()
  const usable = session.codes.filter(({ until }) => now < until)
  if (session.codes.length > 0 && usable.length === 0) return rules.expired
  if (!usable.some(({ code }) => code === body.token)) return rules.wrongCode
  session.validatedAt = now
  if (rules.oneTimeCode) session.codes = usable.filter(({ code }) => code !== body.token)
  return undefined
}
