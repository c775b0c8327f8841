import { unlessAborted } from './unlessAborted.js'

/** A stage of user-interactive auth that the app is to answer. */
export interface AuthStage {
  /** `m.login.recaptcha` for example. */
  type: string
  /** What the server gave to show it with: a site key, the policies of `m.login.terms`. */
  params: Record<string, unknown>
  /** The session at the server; with its completed stages it is a credential. */
  session: string | undefined
  /** A page of the homeserver on which the person can do any stage, to be opened in a window of its own. */
  fallbackUrl: string
}

/**
 * What a stage is answered with: the fields of its `auth` object beside `type` and `session`, as the wire spells
 * them (`{ response }` for reCAPTCHA, `{ token }` for a registration token, `{}` for accepted terms); or
 * `'elsewhere'` where the person did it on the fallback page.
 */
export type StageAnswer = Record<string, unknown> | 'elsewhere'

/** Answers a stage. If it rejects, the call ends and can be made again. */
export type StageHandler = (stage: AuthStage) => StageAnswer | Promise<StageAnswer>

/** What the three calls of user-interactive auth take beside their own parameters. */
export interface AuthOptions {
  /**
   * Who answers the stages beside `m.login.msisdn` and `m.login.dummy`, by type. Flows whose stages are all
   * named here are preferred. Each handler is called once a call; again if the server forgets the session midway.
   */
  stages?: Readonly<Record<string, StageHandler>> | undefined
  /** Answers every stage that `stages` does not name; with it every flow can be chosen. */
  otherStages?: StageHandler | undefined
  /** The identity server's access token, if the number was verified through one. @default the client's */
  idAccessToken?: string | undefined
  /**
   * Gives the call up, which then rejects with the kind `timeout`, or `stage-abandoned` while a handler is asked.
   * It can be made again.
   */
  signal?: AbortSignal | undefined
}

/** The handler that the app has for a stage. An inherited name is none. */
export function handlerOf(stage: string, { stages, otherStages }: AuthOptions): StageHandler | undefined {
  const own = stages !== undefined && Object.hasOwn(stages, stage) ? stages[stage] : undefined
  return own ?? otherStages
}

/** What the app answers to a stage; `null` if its handler rejects, or if the call is given up meanwhile. */
export async function askApp(stage: AuthStage, options: AuthOptions): Promise<StageAnswer | null> {
  const handler = handlerOf(stage.type, options)
  const { signal } = options
  if (handler === undefined || signal?.aborted === true) return null
  const ask = async () => handler(stage)
  try {
    return (await unlessAborted(ask(), signal))?.result ?? null
  } catch {
    // The words of an app's error may hold what must not get out.
    return null
  }
}
