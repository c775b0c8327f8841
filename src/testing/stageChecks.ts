import { matrixError, Refused } from './answers.js'
import { isJsonObject, type Call, type JsonObject } from './call.js'
import type { StageCheck } from './runStage.js'
import type { ServerState } from './serverState.js'

/** How each stage is checked. `owner` is the account whose password `m.login.password` asks for. */
export function createStageChecks(
  server: ServerState,
  call: Call,
  owner?: string,
): Readonly<Record<string, StageCheck>> {
  return {
    'm.login.dummy': () => '',
    'm.login.terms': () => '',
    'm.login.recaptcha': ({ response }) => given(response, 'Missing response'),
    'm.login.registration_token': ({ token }) => given(token, 'Missing token'),
    'm.login.msisdn': (auth) => checkNumber(server, call, auth),
    'm.login.password': (auth) => checkPassword(server, call, auth, owner),
  }
}

function given(value: unknown, error: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new Refused(matrixError(401, 'M_MISSING_PARAM', error))
}

/**
 * Returns the number. The specification requires `threepid_creds` as an object; older spellings are refused. If one of
 * its fields is missing, the request fails without the flows, as on Synapse.
 */
function checkNumber(server: ServerState, { rules }: Call, { threepid_creds: creds }: JsonObject): string {
  if (!isJsonObject(creds)) throw new Refused(matrixError(401, 'M_MISSING_PARAM', 'Missing threepid_creds'))
  for (const field of ['client_secret', 'sid']) {
    if (typeof creds[field] === 'string' && creds[field] !== '') continue
    throw new Refused(matrixError(400, 'M_MISSING_PARAM', `Missing param ${field} in creds`))
  }
  const number = validatedNumber(server, creds)
  if (number === undefined) {
    const isKnown = server.sessions.find(creds.sid, creds.client_secret) !== undefined
    const errcode = isKnown ? rules.notValidated : rules.unknownProof
    throw new Refused(matrixError(401, errcode, 'Unable to get validated threepid'))
  }
  if (rules.knownNumbersOnly && !server.accounts.withNumber(number)) {
    throw new Refused(matrixError(401, 'M_THREEPID_NOT_FOUND', 'No account has this number'))
  }
  return number
}

/** The number that `sid` and `client_secret` prove, while that proof is valid. */
export function validatedNumber(server: ServerState, creds: JsonObject): string | undefined {
  const session = server.sessions.find(creds.sid, creds.client_secret)
  if (session?.validatedAt === undefined) return undefined
  return server.now() - session.validatedAt < server.sessionTtl ? session.phoneNumber : undefined
}

function checkPassword(
  { accounts }: ServerState,
  { rules }: Call,
  auth: JsonObject,
  owner: string | undefined,
): string {
  const { identifier, user } = auth
  const name = isJsonObject(identifier) && identifier.type === 'm.id.user' ? identifier.user : user
  if (!rules.localparts && !(typeof name === 'string' && name.startsWith('@'))) {
    throw new Refused(matrixError(400, 'M_INVALID_PARAM', 'Invalid user ID'))
  }
  const account = typeof name === 'string' ? accounts.find(name) : undefined
  if (!account || account.userId !== owner || !accounts.isPassword(account, auth.password)) {
    throw new Refused(matrixError(403, 'M_FORBIDDEN', 'Invalid username or password'))
  }
  return account.userId
}
