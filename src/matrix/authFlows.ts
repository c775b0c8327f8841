import * as z from 'zod/mini'
import { read } from './readAnswer.js'
import { lenient } from './schemas.js'
import type { Answer } from './transport.js'

/** Limits on what a server may ask for. The longest real flow has five stages, and no server has ten flows. */
const MOST_STAGES = 32
const MOST_FLOWS = 16

/** A stage's type becomes a segment of a URL's path, where `.` or `..` would change the path. */
const stageSchema = z.string().check(z.regex(/^(?!\.{1,2}$)[\s\S]{1,255}$/))

/**
 * The body of a 401 that asks for user-interactive auth (client-server API v1.18, "User-interactive API in the REST
 * API").
 */
const challengeSchema = z.object({
  session: lenient(z.string()),
  flows: z
    .array(z.object({ stages: z.array(stageSchema).check(z.maxLength(MOST_STAGES)) }))
    .check(z.maxLength(MOST_FLOWS)),
  completed: lenient(z.array(z.string())),
  params: lenient(z.record(z.string(), z.unknown())),
})

/** What a server requires before it performs a call (client-server API v1.18, "User-interactive API"). */
export interface Challenge {
  session: string | undefined
  /** The stages of each flow, in order. */
  flows: string[][]
  completed: ReadonlySet<string>
  /** The parameters for showing a stage, by the stage's type. */
  params: Record<string, unknown>
}

/** Reads a 401 that lists flows. A 401 without flows, for example for a bad access token, gives `null`. */
export function readChallenge({ status, body }: Answer): Challenge | null {
  if (status !== 401) return null
  const reading = read(challengeSchema, body)
  if (!reading.isRight) return null
  const { session, flows, completed = [], params = {} } = reading.data
  return { session, flows: flows.map(({ stages }) => stages), completed: new Set(completed), params }
}

/** Which stage a flow must contain, and who can answer which stages. */
interface FlowWish {
  /** A stage that the flow must contain. */
  needed: string | undefined
  /** Whether the library answers the stage itself. */
  isOurs: (stage: string) => boolean
  /** Whether the app answers the stage. */
  isHandled: (stage: string) => boolean
}

/**
 * Among the flows that can be finished, chooses the one that asks the app for least: fewest stages left for the app,
 * then fewest stages left in total, then the server's order.
 *
 * @returns the flow; or a stage that nobody answers, if no flow can be finished; or `null`, if no flow contains the
 * needed stage.
 */
export function chooseFlow(
  { flows, completed }: Pick<Challenge, 'flows' | 'completed'>,
  { needed, isOurs, isHandled }: FlowWish,
): { stages: string[] } | { unanswered: string } | null {
  const candidates = flows
    .filter((stages) => needed === undefined || stages.includes(needed))
    .map((stages) => {
      const left = stages.filter((stage) => !completed.has(stage))
      const apps = left.filter((stage) => !isOurs(stage))
      return { stages, left, apps, unanswered: apps.filter((stage) => !isHandled(stage)) }
    })
    .sort(
      (one, other) =>
        one.unanswered.length - other.unanswered.length ||
        one.apps.length - other.apps.length ||
        one.left.length - other.left.length,
    )
  const [best] = candidates
  if (best === undefined) return null
  const [unanswered] = best.unanswered
  return unanswered === undefined ? { stages: best.stages } : { unanswered }
}
