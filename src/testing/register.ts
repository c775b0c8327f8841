import { matrixError, Refused, type Answer } from './answers.js'
import { readBody, type Call, type JsonObject } from './call.js'
import type { ServerState } from './serverState.js'
import { createStageChecks } from './stageChecks.js'
import type { AuthSession } from './userInteractiveAuth.js'

/** `POST /register` (client-server API, "Account registration"). */
export function register(server: ServerState, call: Call): Answer {
  if (call.query.get('kind') === 'guest') {
    return matrixError(403, 'M_GUEST_ACCESS_FORBIDDEN', 'Guest access is disabled')
  }
  // A username that is taken is told to who asks for the flows, and again when the flow is complete.
  const { auth, ...unauthenticated } = readBody(call)
  if (auth === undefined) checkUsername(server, unauthenticated)

  const session = server.auth.authenticate(call, {
    flows: registrationFlows(server, call),
    checks: createStageChecks(server, call),
  })
  session.registered ??= createAccount(server, session)
  return signIn(server, session.registered, session.body)
}

function registrationFlows({ registrationFlows: flows }: ServerState, { rules }: Call) {
  if (rules.phoneRegistration) return flows
  const others = flows.filter((stages) => !stages.includes('m.login.msisdn'))
  return others.length > 0 ? others : [['m.login.dummy']]
}

function createAccount(server: ServerState, { body, completed }: AuthSession): string {
  const { username, password } = body
  checkUsername(server, body)
  if (password !== undefined && (typeof password !== 'string' || password.length > 512)) {
    throw new Refused(matrixError(400, 'M_BAD_JSON', 'Invalid password'))
  }
  const phoneNumber = completed.get('m.login.msisdn')
  if (phoneNumber !== undefined && server.accounts.withNumber(phoneNumber)) {
    throw new Refused(matrixError(400, 'M_THREEPID_IN_USE', 'msisdn is already in use'))
  }
  const { userId } = server.accounts.create(typeof username === 'string' ? username : undefined, password)
  if (phoneNumber !== undefined) server.accounts.addNumber(userId, phoneNumber, server.now())
  return userId
}

/** Synapse's checks and words. */
function checkUsername({ accounts }: ServerState, { username }: JsonObject): void {
  if (username === undefined) return
  if (typeof username !== 'string') throw new Refused(matrixError(400, 'M_BAD_JSON', 'Invalid username'))
  const problem = findUsernameProblem(username, accounts.toUserId(username))
  if (problem !== undefined) throw new Refused(matrixError(400, 'M_INVALID_USERNAME', problem))
  if (accounts.find(username)) {
    throw new Refused(matrixError(400, 'M_USER_IN_USE', 'User ID already taken.'))
  }
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

/** A repeated last request signs in once more, with another device, as it does on Synapse. */
function signIn({ accounts, baseUrl }: ServerState, userId: string, body: JsonObject): Answer {
  const user = { user_id: userId, home_server: new URL(baseUrl).host }
  if (body.inhibit_login === true) return { status: 200, body: user }
  const wanted = typeof body.device_id === 'string' ? body.device_id : undefined
  const { deviceId, accessToken } = accounts.signIn(userId, wanted)
  return { status: 200, body: { ...user, device_id: deviceId, access_token: accessToken } }
}
