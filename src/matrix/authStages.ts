import { unlessAborted } from './unlessAborted.js'

/** A stage of user-interactive auth (Matrix's multi-step authorisation) that the app answers. */
export interface AuthStage {
  /** `m.login.recaptcha` for example. */
  type: string
  /** The server's parameters for showing the stage: a site key, or the policies of `m.login.terms`. */
  params: Record<string, unknown>
  /** The server's session ID. Treat it as a credential, because the session holds the completed stages. */
  session: string | undefined
  /** The homeserver's page on which the person can complete the stage. Open it in a new window. */
  fallbackUrl: string
}

/**
 * The answer to a stage: the fields of its `auth` object other than `type` and `session`, spelled as in the
 * specification (`{ response }` for reCAPTCHA, `{ token }` for a registration token, `{}` for accepted terms); or
 * `'elsewhere'` if the person completed the stage on the fallback page.
 */
export type StageAnswer = Record<string, unknown> | 'elsewhere'

/** Answers a stage. If it rejects, the call fails and can be made again. */
export type StageHandler = (stage: AuthStage) => StageAnswer | Promise<StageAnswer>

/** Options of `registerWithPhone`, `resetPasswordWithPhone` and `addPhoneToAccount`. */
export interface AuthOptions {
  /**
   * Handlers for the stages other than `m.login.msisdn` and `m.login.dummy`, by type. Flows whose stages are all named
   * here are preferred. Each handler runs once per call, and again if the server forgets the session midway.
   */
  stages?: Readonly<Record<string, StageHandler>> | undefined
  /** Answers every stage that `stages` does not name. With it, any flow can be chosen. */
  otherStages?: StageHandler | undefined
  /** The identity server's access token, if the number was verified through one. @default the client's */
  idAccessToken?: string | undefined
  /**
   * Aborts the call, which then rejects with the kind `timeout`, or with `stage-abandoned` while a handler runs. The
   * call can be made again.
   */
  signal?: AbortSignal | undefined
}

/** The app's handler for a stage. Inherited properties of `stages` don't count. */
export function handlerOf(stage: string, { stages, otherStages }: AuthOptions): StageHandler | undefined {
  const own = stages !== undefined && Object.hasOwn(stages, stage) ? stages[stage] : undefined
  return own ?? otherStages
}

/** The app's answer to a stage; `null` if its handler rejects or the call is aborted meanwhile. */
export async function askApp(stage: AuthStage, options: AuthOptions): Promise<StageAnswer | null> {
  const handler = handlerOf(stage.type, options)
  const { signal } = options
  if (handler === undefined || signal?.aborted === true) return null
  const ask = async () => handler(stage)
  try {
    return (await unlessAborted(ask(), signal))?.result ?? null
  } catch {
    // The app's error is dropped, because its message may contain a secret.
    return null
  }
}
