import * as z from 'zod/mini'
import { read } from './readAnswer.js'
import { lenient } from './schemas.js'
import type { Answer } from './transport.js'

/** The most that a server may ask for; the longest real flow has five stages, and no server has ten flows. */
const MOST_STAGES = 32
const MOST_FLOWS = 16

/** A stage becomes a part of a URL's path, where dots alone would lead to another one. */
const stageSchema = z.string().check(z.regex(/^(?!\.{1,2}$)[\s\S]{1,255}$/))

/** What a 401 asks for (client-server API v1.18, "User-interactive API in the REST API"). */
const challengeSchema = z.object({
  session: lenient(z.string()),
  flows: z
    .array(z.object({ stages: z.array(stageSchema).check(z.maxLength(MOST_STAGES)) }))
    .check(z.maxLength(MOST_FLOWS)),
  completed: lenient(z.array(z.string())),
  params: lenient(z.record(z.string(), z.unknown())),
})

/** What a server wants before it does something (client-server API v1.18, "User-interactive API"). */
export interface Challenge {
  session: string | undefined
  /** The stages of each flow, in order. */
  flows: string[][]
  completed: ReadonlySet<string>
  /** What stages need to be shown, by stage. */
  params: Record<string, unknown>
}

/** Reads a 401 that holds flows; one without them (a bad access token, say) is no challenge. */
export function readChallenge({ status, body }: Answer): Challenge | null {
  if (status !== 401) return null
  const reading = read(challengeSchema, body)
  if (!reading.isRight) return null
  const { session, flows, completed = [], params = {} } = reading.data
  return { session, flows: flows.map(({ stages }) => stages), completed: new Set(completed), params }
}

/** Which flows are of use, and which stages we or the app can answer. */
interface FlowWish {
  /** A stage that the flow must hold. */
  needed: string | undefined
  /** Answered without the app. */
  isOurs: (stage: string) => boolean
  /** Answered by the app. */
  isHandled: (stage: string) => boolean
}

/**
 * Chooses the flow that asks least of the app among those that can be finished: fewest stages left for the app,
 * then fewest left at all, then the server's order.
 *
 * @returns the flow; or the stage that nobody answers, where no flow can be finished; or `null` where no flow
 * holds the stage that is needed.
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
