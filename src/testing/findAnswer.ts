import { htmlPage, matrixError, type SimulatedAnswer } from './answers.js'
import type { Behaviour } from './behaviours.js'
import { isJsonObject } from './call.js'
import { handleCall } from './handleCall.js'
import { findRoute, isIn, type SimulatedOperation, type Route } from './operations.js'
import { rulesOf } from './scenarioScript.js'
import type { Rules } from './rules.js'
import type { ServerState } from './serverState.js'

/** Finds the operation of a request, relative to the path of the homeserver's base URL. */
export function routeOf({ method, url }: Request, { baseUrl, apiPath }: ServerState): Route {
  const { host, pathname } = new URL(url)
  const base = new URL(baseUrl)
  const isBelow = host === base.host && base.pathname !== '/' && pathname.startsWith(`${base.pathname}/`)
  return findRoute(method, isBelow ? pathname.slice(base.pathname.length) : pathname, apiPath)
}

/** Responds to a request with the behaviour's canned answer, or by handling it. */
export function findAnswer(
  server: ServerState,
  behaviour: Behaviour,
  route: Route,
  request: Request,
  text: string,
): SimulatedAnswer {
  const { operation } = route
  const { canned, rewrite } = behaviour
  if (canned?.to.some((group) => isIn(group, operation))) return canned.answer
  const rules = rulesOf(behaviour)
  if (operation === undefined || !isServed(operation, rules)) return unrecognized(route, rules)

  const { pathname, search, searchParams } = new URL(request.url)
  const answer = handleCall(server, {
    operation,
    method: request.method,
    uri: pathname + search,
    query: searchParams,
    text,
    accessToken: /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '')?.[1],
    rules,
  })
  if (!rewrite || !isIn('requestToken', operation)) return answer
  const { status, body } = answer
  return status === 200 && isJsonObject(body) ? { status, body: rewrite(body, server.baseUrl) } : answer
}

/** Whether a server with these rules has this endpoint. */
function isServed(
  operation: SimulatedOperation,
  { phonePasswordReset, prefersOAuth, lacks }: Rules,
): boolean {
  if (lacks.includes(operation)) return false
  if (operation === 'getAuthMetadata') return prefersOAuth
  if (operation === 'requestTokenToResetPasswordMSISDN') return phonePasswordReset
  return true
}

/** The response to a path or a method that the server does not have. */
function unrecognized({ standing, isApi }: Route, rules: Rules): SimulatedAnswer {
  if (!isApi) return htmlPage(404, '404 - No Such Resource')
  const isWrongMethod = standing.some((operation) => isServed(operation, rules))
  return isWrongMethod ? rules.wrongMethod : matrixError(404, 'M_UNRECOGNIZED', 'Unrecognized request')
}
