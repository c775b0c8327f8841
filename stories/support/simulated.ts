import type { SetupWorker } from 'msw/browser'
import { SimulatedHomeserver, type Scenario } from '../../src/testing/index.js'
import { createHandlers } from '../../src/testing/msw.js'
import { onStart } from './onStart.js'

/** The homeserver of the stories. Each story begins with it as new, in a scenario of its own. */
export const homeserver = new SimulatedHomeserver({ baseUrl: 'https://matrix.example.org', seed: 20 })

/** The clock that the form and the server share, so that a story can move both. */
export const now = () => homeserver.now()

/** The scenario that the story began with, whatever the toolbar says. */
let ownScenario: Scenario = 'specification'

export const storyScenario = () => ownScenario

const start = onStart((scenario: Scenario) => {
  homeserver.reset()
  homeserver.scenario = ownScenario = scenario
})

/** What a story's `beforeEach` does: the homeserver as new, in this scenario, behind MSW. */
export function begin(msw: Pick<SetupWorker, 'use'>, scenario: Scenario = 'specification') {
  msw.use(...createHandlers(homeserver))
  return start(scenario)
}

/** The same for a story whose `parameters` name the scenario. */
export function beginScenario({
  msw,
  parameters,
}: {
  msw: Pick<SetupWorker, 'use'>
  parameters: Parameters
}) {
  return begin(msw, parameters.scenario)
}

interface Parameters {
  scenario?: Scenario
}

/** Lets time pass on the clock that the form and the server share. A form looks at it when its page is looked at. */
export function passTime(milliseconds: number): void {
  homeserver.advanceTime(milliseconds)
  window.dispatchEvent(new Event('focus'))
}

/** What the homeserver was asked for: the bodies of the requests for an SMS. */
export function smsRequests(): Record<string, unknown>[] {
  return bodiesOf((operation) => operation.startsWith('requestToken'))
}

/** The bodies of the submitted codes. */
export function submittedCodes(): Record<string, unknown>[] {
  return bodiesOf((operation) => operation === 'submitToken')
}

function bodiesOf(isWanted: (operation: string) => boolean): Record<string, unknown>[] {
  return homeserver.requests
    .filter(({ operation }) => isWanted(operation ?? ''))
    .map(({ body }) => body as Record<string, unknown>)
}
