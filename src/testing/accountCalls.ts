import type { Account } from './accounts.js'
import { matrixError, Refused, type SimulatedAnswer } from './answers.js'
import { readBody, requireFields, type Call } from './call.js'
import type { ServerState } from './serverState.js'
import { createStageChecks, validatedNumber } from './stageChecks.js'
import { authData, checkTypes, optional, required, secret, string } from './typedBody.js'

/**
 * `POST /account/password` (client-server API, "Password management"). With an access token, the account's password
 * proves who makes the request; without one, a verified number does.
 */
export function changePassword(server: ServerState, call: Call): SimulatedAnswer {
  const { rules } = call
  if (rules.passwordReset === 'needs-password-and-token' && readBody(call).new_password === undefined) {
    return matrixError(400, 'M_BAD_JSON', 'missing field `new_password`')
  }
  const isReset = call.accessToken === undefined && rules.passwordReset === 'flows'
  const requester = isReset ? undefined : findRequester(server, call)
  const session = server.auth.authenticate(call, {
    flows: requester ? [['m.login.password']] : resetFlows(call),
    checks: createStageChecks(server, call, requester?.userId),
  })
  const { new_password: password, logout_devices: signsOut = rules.logsOutByDefault } = session.body
  requireFields(session.body, ['new_password'], rules)
  if (typeof password !== 'string') return matrixError(400, 'M_BAD_JSON', 'Invalid password')

  const number = session.completed.get('m.login.msisdn')
  const account = requester ?? (number === undefined ? undefined : server.accounts.withNumber(number))
  if (!account) return matrixError(404, 'M_NOT_FOUND', 'Phone number not found')
  server.accounts.setPassword(account.userId, password)
  if (signsOut !== false) server.accounts.signOut(account.userId, call.accessToken)
  return { status: 200, body: {} }
}

function resetFlows({ rules }: Call): string[][] {
  const email = ['m.login.email.identity']
  return rules.phonePasswordReset ? [email, ['m.login.msisdn']] : [email]
}

/** `POST /account/3pid/add` (client-server API, "Adding Account Administrative Contact Information"). */
export function add3PID(server: ServerState, call: Call): SimulatedAnswer {
  const requester = findRequester(server, call)
  if (!call.rules.phoneChanges) {
    return matrixError(403, 'M_FORBIDDEN', '3PID changes are disabled on this server')
  }
  const body = readBody(call)
  if (call.rules.typedBodies) {
    checkTypes(body, { auth: optional(authData), client_secret: required(secret), sid: required(string) })
  }
  requireFields(body, ['client_secret', 'sid'], call.rules)
  server.auth.authenticate(call, {
    flows: [['m.login.password']],
    checks: createStageChecks(server, call, requester.userId),
  })
  const number = validatedNumber(server, body)
  if (number === undefined) {
    return matrixError(400, 'M_THREEPID_AUTH_FAILED', 'No validated 3pid session found')
  }
  const owner = server.accounts.withNumber(number)
  if (owner && owner.userId !== requester.userId && !call.rules.movesNumbers) {
    return matrixError(400, 'M_THREEPID_IN_USE', 'MSISDN is already in use')
  }
  server.accounts.addNumber(requester.userId, number, server.now())
  return { status: 200, body: {} }
}

/** `GET /account/whoami`. */
export function getTokenOwner(server: ServerState, call: Call): SimulatedAnswer {
  const { userId } = findRequester(server, call)
  const deviceId = server.accounts.device(call.accessToken)?.deviceId
  return { status: 200, body: { user_id: userId, device_id: deviceId, is_guest: false } }
}

/** `GET /account/3pid`: numbers are listed without the `+`. */
export function getAccount3PIDs(server: ServerState, call: Call): SimulatedAnswer {
  const threepids = server.accounts.numbers(findRequester(server, call)).map(({ phoneNumber, addedAt }) => ({
    medium: 'msisdn',
    address: phoneNumber.slice(1),
    added_at: addedAt,
    validated_at: addedAt,
  }))
  return { status: 200, body: { threepids } }
}

/** The account whose access token the request carries. */
export function findRequester({ accounts }: ServerState, { accessToken }: Call): Account {
  if (accessToken === undefined) {
    throw new Refused(matrixError(401, 'M_MISSING_TOKEN', 'Missing access token'))
  }
  const device = accounts.device(accessToken)
  const account = device && accounts.find(device.userId)
  if (account) return account
  throw new Refused(
    matrixError(401, 'M_UNKNOWN_TOKEN', 'Invalid access token passed.', { soft_logout: false }),
  )
}
