import type { Decorator } from '@storybook/react-vite'
import { useEffect, useRef, type ReactNode } from 'react'
import { scenarios, type Scenario } from '../../src/testing/index.js'
import { homeserver, passTime } from './simulated.js'

/** Lets the toolbar choose what the homeserver does and move the clock that the form and the server share. */
export const withHomeserverToolbar: Decorator = (Story, { globals, id }) => (
  <Toolbar key={id} scenario={String(globals['scenario'] ?? '')} seconds={Number(globals['clock'] ?? 0)}>
    <Story />
  </Toolbar>
)

/** The toolbar's menus. */
export const homeserverToolbar = {
  scenario: {
    description: 'What the simulated homeserver does',
    toolbar: {
      title: 'Homeserver',
      icon: 'lightning' as const,
      items: [
        { value: '', title: 'As the story says' },
        ...Object.entries(scenarios).map(([value, { description }]) => ({ value, title: description })),
      ],
    },
  },
  clock: {
    description: 'How far the clock of the form and the homeserver is put forward',
    toolbar: {
      title: 'Clock',
      icon: 'time' as const,
      items: [
        { value: '0', title: 'As it is' },
        { value: '10', title: '10 seconds on' },
        { value: '60', title: '60 seconds on' },
        { value: '120', title: '2 minutes on' },
        { value: '600', title: '10 minutes on' },
        { value: '90000', title: 'More than a day on' },
      ],
    },
  },
}

function Toolbar({
  children,
  scenario,
  seconds,
}: {
  children: ReactNode
  scenario: string
  seconds: number
}) {
  const passedRef = useRef(0)
  useEffect(() => {
    if (isScenario(scenario)) homeserver.scenario = scenario
  }, [scenario])
  useEffect(() => {
    const further = seconds - passedRef.current
    passedRef.current = seconds
    if (further !== 0) passTime(further * 1000)
  }, [seconds])
  return children
}

function isScenario(name: string): name is Scenario {
  return Object.hasOwn(scenarios, name)
}
