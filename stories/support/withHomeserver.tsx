import type { Decorator } from '@storybook/react-vite'
import { useEffect, useRef, type ReactNode } from 'react'
import { scenarios, type Scenario } from '../../src/testing/index.js'
import { homeserver, passTime, storyScenario } from './simulated.js'

/** What the toolbar says about the homeserver. */
interface SettingsProps {
  children: ReactNode
  /** Empty for the story's own. */
  scenario: string
  /** Milliseconds. */
  latency: number
  /** How far the clock's buttons moved it in all, in seconds. */
  clock: number
}

/** Lets the toolbar say what the homeserver does, how slowly, and move the clock that it shares with the form. */
export const withHomeserver: Decorator = (Story, { globals, id }) => (
  <Settings
    key={id}
    scenario={String(globals['scenario'] ?? '')}
    latency={Number(globals['latency'] ?? 0)}
    clock={Number(globals['clock'] ?? 0)}
  >
    <Story />
  </Settings>
)

function Settings({ children, scenario, latency, clock }: SettingsProps) {
  // A story begins at its own time, however far the clock was moved in those before.
  const passedRef = useRef(clock)
  useEffect(() => {
    homeserver.scenario = isScenario(scenario) ? scenario : storyScenario()
  }, [scenario])
  useEffect(() => {
    homeserver.latency = latency
  }, [latency])
  useEffect(() => {
    const further = clock - passedRef.current
    passedRef.current = clock
    if (further !== 0) passTime(further * 1000)
  }, [clock])
  return children
}

function isScenario(name: string): name is Scenario {
  return Object.hasOwn(scenarios, name)
}
