import { matrixError, Refused, type Answer } from './answers.js'
import { isJsonObject, readBody, wrongType, type Call, type JsonObject } from './call.js'
import type { RandomSource } from './random.js'

/** Checks one stage: answers what it proved (a number, a user ID), or throws `Refused`. */
export type StageCheck = (auth: JsonObject) => string

/** What an endpoint asks for: flows of stages, and how each stage is checked. */
export interface Requirement {
  flows: readonly (readonly string[])[]
  checks: Readonly<Record<string, StageCheck>>
}

/** One run of user-interactive auth. */
export interface AuthSession {
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
  readonly #sessions = new Map<string, AuthSession>()
  readonly #ids: RandomSource
  readonly #now: () => number

  constructor(ids: RandomSource, now: () => number) {
    this.#ids = ids
    this.#now = now
  }

  /** Answers the session once a flow is complete; until then throws the 401, or what else is wrong. */
  authenticate(call: Call, { flows, checks }: Requirement): AuthSession {
    const { auth, ...body } = readBody(call)
    if (auth !== undefined && !isJsonObject(auth)) throw wrongType('auth', call.rules)
    const session = this.#find(call, auth?.session) ?? this.#start(call, body)
    if (Object.keys(body).length > 0) session.body = body
    const failure = auth && runStage(session, auth, flows, checks, call.rules.stagesInOrder)
    if (auth && flows.some((flow) => flow.every((stage) => session.completed.has(stage)))) return session
    throw challenge(session, flows, failure)
  }

  #find(call: Call, id: unknown): AuthSession | undefined {
    if (id === undefined) return undefined
    const session = typeof id === 'string' ? this.#sessions.get(id) : undefined
    if (!session || this.#now() - session.startedAt >= SESSION_TTL) {
      const shown = typeof id === 'string' ? id : JSON.stringify(id)
      throw new Refused(matrixError(400, 'M_UNKNOWN', `Unknown session ID: ${shown}`))
    }
    if (session.uri !== call.uri || session.method !== call.method) {
      const error = 'Requested operation has changed during the UI authentication session.'
      throw new Refused(matrixError(403, 'M_UNKNOWN', error))
    }
    return session
  }

  #start({ method, uri }: Call, body: JsonObject): AuthSession {
    const session: AuthSession = {
      id: this.#ids.letters(24),
      method,
      uri,
      startedAt: this.#now(),
      body,
      completed: new Map(),
      registered: undefined,
    }
    this.#sessions.set(session.id, session)
    return session
  }
}

/** Completes the stage, or answers the error that stands beside the flows in the 401. */
function runStage(
  { completed }: AuthSession,
  auth: JsonObject,
  flows: Requirement['flows'],
  checks: Requirement['checks'],
  inOrder: boolean,
): Answer | undefined {
  const { type: stage } = auth
  // Without a type the client only asks whether the stages are complete by now.
  if (typeof stage !== 'string' || completed.has(stage)) return undefined
  const check = checks[stage]
  if (!check || !flows.some((flow) => flow.includes(stage))) {
    return matrixError(401, 'M_UNAUTHORIZED', 'This stage is in none of the flows')
  }
  const isNext = (flow: readonly string[]) =>
    flow.includes(stage) && flow.slice(0, flow.indexOf(stage)).every((earlier) => completed.has(earlier))
  if (inOrder && !flows.some(isNext)) {
    return matrixError(401, 'M_FORBIDDEN', 'The stages of a flow must be completed in order')
  }
  try {
    completed.set(stage, check(auth))
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.answer
    throw error
  }
}

function challenge(
  { id, completed }: AuthSession,
  flows: Requirement['flows'],
  failure: Answer | undefined,
): Refused {
  const stages = new Set(flows.flat())
  const params = Object.fromEntries(Object.entries(STAGE_PARAMS).filter(([stage]) => stages.has(stage)))
  return new Refused({
    status: 401,
    body: {
      session: id,
      flows: flows.map((flow) => ({ stages: flow })),
      params,
      ...(completed.size > 0 || failure ? { completed: [...completed.keys()] } : {}),
      ...(isJsonObject(failure?.body) ? failure.body : {}),
    },
  })
}
