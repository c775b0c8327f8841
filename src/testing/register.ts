import { matrixError, Refused, type SimulatedAnswer } from './answers.js'
import { readBody, type Call, type JsonObject } from './call.js'
import type { Rules } from './rules.js'
import type { ServerState } from './serverState.js'
import { signIn } from './signIn.js'
import { createStageChecks } from './stageChecks.js'
import type { SimulatedAuthSession } from './userInteractiveAuth.js'

/** `POST /register` (client-server API, "Account registration"). */
export function register(server: ServerState, call: Call): SimulatedAnswer {
  if (call.query.get('kind') === 'guest') {
    const errcode = call.rules.strict ? 'M_GUEST_ACCESS_FORBIDDEN' : 'M_UNKNOWN'
    return matrixError(403, errcode, 'Guest access is disabled')
  }
  if (call.accessToken !== undefined && !call.rules.strict) {
    return matrixError(400, 'M_UNKNOWN', 'An access token should not be provided on requests to /register')
  }
  checkLimit(server, call.rules)
  if (call.rules.prefersOAuth) return matrixError(403, 'M_FORBIDDEN', 'Registration has been disabled')
  // A taken username is refused when a client requests the flows, and again when a flow is complete.
  const { auth, ...unauthenticated } = readBody(call)
  readPassword(unauthenticated)
  if (auth === undefined || auth === null) checkUsername(server, unauthenticated, call.rules)

  const session = server.auth.authenticate(call, {
    flows: registrationFlows(server, call),
    checks: createStageChecks(server, call),
  })
  session.registered ??= createAccount(server, session, call.rules)
  // If the client repeats the last request, it signs in another device, as on Synapse.
  return signIn(server, session.registered, session.body)
}

function checkLimit({ limiter, now }: ServerState, { registrationLimit }: Rules): void {
  const wait = registrationLimit === undefined ? 0 : limiter.take('register', registrationLimit, now())
  if (wait === 0) return
  const headers = { 'Retry-After': String(Math.ceil(wait / 1000)) }
  throw new Refused({ status: 429, body: 'Too many requests, please try again later.', headers })
}

function registrationFlows({ registrationFlows: flows }: ServerState, { rules }: Call) {
  if (rules.phoneRegistration) return flows
  const others = flows.filter((stages) => !stages.includes('m.login.msisdn'))
  return others.length > 0 ? others : [['m.login.dummy']]
}

function createAccount(server: ServerState, { body, completed }: SimulatedAuthSession, rules: Rules): string {
  const username = checkUsername(server, body, rules)
  const phoneNumber = completed.get('m.login.msisdn')
  if (phoneNumber !== undefined && server.accounts.withNumber(phoneNumber)) {
    throw new Refused(matrixError(400, 'M_THREEPID_IN_USE', 'msisdn is already in use'))
  }
  const { userId } = server.accounts.create(username, readPassword(body))
  if (phoneNumber !== undefined) server.accounts.addNumber(userId, phoneNumber, server.now())
  return userId
}

function readPassword({ password }: JsonObject): string | undefined {
  if (password === undefined) return undefined
  if (typeof password === 'string' && password.length <= 512) return password
  throw new Refused(matrixError(400, 'M_UNKNOWN', 'Invalid password'))
}

/** Checks a username like Synapse, with the same error texts. Returns the username of the new account. */
function checkUsername(
  { accounts }: ServerState,
  { username: wanted }: JsonObject,
  { strict }: Rules,
): string | undefined {
  if (wanted === undefined) return undefined
  if (typeof wanted !== 'string') throw new Refused(matrixError(400, 'M_UNKNOWN', 'Invalid username'))
  const username = strict ? wanted : wanted.toLowerCase()
  const problem = findUsernameProblem(username, accounts.toUserId(username))
  if (problem !== undefined) throw new Refused(matrixError(400, 'M_INVALID_USERNAME', problem))
  if (accounts.find(username)) {
    throw new Refused(matrixError(400, 'M_USER_IN_USE', 'User ID already taken.'))
  }
  return username
}

function findUsernameProblem(username: string, userId: string): string | undefined {
  if (username === '') return 'User ID cannot be empty'
  if (!/^[a-z0-9._=/+-]+$/.test(username)) {
    return "User ID can only contain characters a-z, 0-9, or '=_-./+'"
  }
  if (username.startsWith('_')) return "User ID may not begin with '_'"
  if (/^\d+$/.test(username)) return 'Numeric user IDs are reserved for guest users.'
  return userId.length > 255 ? 'User ID may not be longer than 255 characters' : undefined
}
