import { matrixError, Refused, type SimulatedAnswer } from './answers.js'
import { isJsonObject, readBody, type Call, type JsonObject } from './call.js'
import type { SeededRandom } from './random.js'
import { runStage, type Requirement } from './runStage.js'
import { authData } from './typedBody.js'

/** One run of user-interactive auth. */
export interface SimulatedAuthSession {
  readonly id: string
  readonly method: string
  readonly uri: string
  readonly startedAt: number
  /** The request without `auth`, as it was last sent. */
  body: JsonObject
  /** What each completed stage proved. */
  readonly completed: Map<string, string>
  /** The account that this session registered, so that a repeated last request finds it. */
  registered: string | undefined
}

const SESSION_TTL = 48 * 60 * 60 * 1000

const STAGE_PARAMS: JsonObject = {
  'm.login.recaptcha': { public_key: 'simulated' },
  'm.login.terms': {
    policies: {
      privacy_policy: { version: '1.0', en: { name: 'Privacy policy', url: 'https://example.org/privacy' } },
    },
  },
}

/** User-interactive auth (client-server API, "User-Interactive Authentication API"). */
export class UserInteractiveAuth {
  readonly sessions = new Map<string, SimulatedAuthSession>()
  readonly #ids: SeededRandom
  readonly #now: () => number

  constructor(ids: SeededRandom, now: () => number) {
    this.#ids = ids
    this.#now = now
  }

  /** Returns the session once a flow is complete. Until then it throws the 401 with the flows, or another error. */
  authenticate(call: Call, requirement: Requirement): SimulatedAuthSession {
    const { auth: given, ...body } = readBody(call)
    const auth = readAuth(given)
    if (auth && auth.type === undefined && !call.rules.bareSession) {
      throw new Refused(matrixError(400, 'M_INVALID_PARAM', 'Invalid authentication data'))
    }
    const session = this.#find(call, auth?.session) ?? this.#start(call, body)
    if (Object.keys(body).length > 0) session.body = body
    if (!auth) throw challenge(session, requirement.flows)
    const failure = runStage(session.completed, auth, requirement, call.rules)
    if (requirement.flows.some((flow) => flow.every((stage) => session.completed.has(stage)))) return session
    throw challenge(session, requirement.flows, [...session.completed.keys()], failure)
  }

  #find(call: Call, id: unknown): SimulatedAuthSession | undefined {
    if (typeof id !== 'string') return undefined
    const session = this.sessions.get(id)
    if (!session || this.#now() - session.startedAt >= SESSION_TTL) {
      throw new Refused(matrixError(400, 'M_UNKNOWN', `Unknown session ID: ${id}`))
    }
    if (session.uri !== call.uri || session.method !== call.method) {
      const error = 'Requested operation has changed during the UI authentication session.'
      throw new Refused(matrixError(403, 'M_UNKNOWN', error))
    }
    return session
  }

  #start({ method, uri }: Call, body: JsonObject): SimulatedAuthSession {
    const session: SimulatedAuthSession = {
      id: this.#ids.letters(24),
      method,
      uri,
      startedAt: this.#now(),
      body,
      completed: new Map(),
      registered: undefined,
    }
    this.sessions.set(session.id, session)
    return session
  }
}

/** Reads `auth`. `null` counts as absent. */
function readAuth(auth: unknown): JsonObject | undefined {
  if (auth === undefined || auth === null) return undefined
  if (isJsonObject(auth) && authData(auth) === undefined) return auth
  throw new Refused(matrixError(400, 'M_BAD_JSON', 'auth should be an object'))
}

function challenge(
  { id }: SimulatedAuthSession,
  flows: Requirement['flows'],
  completed?: readonly string[],
  failure?: SimulatedAnswer,
): Refused {
  const stages = new Set(flows.flat())
  const params = Object.fromEntries(Object.entries(STAGE_PARAMS).filter(([stage]) => stages.has(stage)))
  return new Refused({
    status: 401,
    body: {
      session: id,
      flows: flows.map((flow) => ({ stages: flow })),
      params,
      ...(completed && { completed }),
      ...(isJsonObject(failure?.body) ? failure.body : {}),
    },
  })
}
