import { findRequester } from './accountCalls.js'
import type { Account } from './accounts.js'
import { matrixError, type SimulatedAnswer } from './answers.js'
import { isJsonObject, readBody, requireFields, type Call } from './call.js'
import { canonicalNumber } from './numbers.js'
import type { ServerState } from './serverState.js'
import { signIn } from './signIn.js'

/** `POST /login` with a password (client-server API, "Login"): by name, by user ID or by phone number. */
export function login(server: ServerState, call: Call): SimulatedAnswer {
  const body = readBody(call)
  if (call.rules.strict) requireFields(body, ['type', 'password'], call.rules)
  if (body.type !== 'm.login.password') {
    return matrixError(400, 'M_UNKNOWN', `Unknown login type ${String(body.type)}`)
  }
  if (typeof body.password !== 'string') return matrixError(400, 'M_INVALID_PARAM', 'Bad parameter: password')
  const account = findNamed(
    server,
    isJsonObject(body.identifier) ? body.identifier : { ...body, type: 'm.id.user' },
  )
  if (!account || !server.accounts.isPassword(account, body.password)) {
    return matrixError(403, 'M_FORBIDDEN', 'Invalid username or password')
  }
  const answer = signIn(server, account.userId, { ...body, inhibit_login: false })
  const discovered = { 'm.homeserver': { base_url: `${server.baseUrl}/` } }
  return { ...answer, body: { ...answer.body, well_known: discovered } }
}

/** The account that an identifier names (client-server API, "Identifier types"). */
function findNamed({ accounts }: ServerState, identifier: Record<string, unknown>): Account | undefined {
  const { type, user, medium, address, country, phone } = identifier
  if (type === 'm.id.user') return typeof user === 'string' ? accounts.find(user) : undefined
  const raw = type === 'm.id.phone' ? phone : medium === 'msisdn' ? `+${String(address)}` : undefined
  const number = typeof raw === 'string' ? canonicalNumber(raw, String(country)) : undefined
  return number && accounts.withNumber(number.phoneNumber)
}

/** `POST /logout` (client-server API, "Login"): signs out the device that makes the request. */
export function logout(server: ServerState, call: Call): SimulatedAnswer {
  findRequester(server, call)
  server.accounts.forgetDevice(call.accessToken)
  return { status: 200, body: {} }
}

/** `POST /logout/all`: signs out every device. */
export function logoutAll(server: ServerState, call: Call): SimulatedAnswer {
  server.accounts.signOut(findRequester(server, call).userId, undefined)
  return { status: 200, body: {} }
}
