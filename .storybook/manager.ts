import { createElement } from 'react'
import { Button } from 'storybook/internal/components'
import { addons, types, useGlobals } from 'storybook/manager-api'

const ID = 'clock'

/** How far a press moves the clock, in seconds. */
const STEPS = [
  { seconds: 10, label: 'Clock +10 s' },
  { seconds: 60, label: '+60 s' },
  { seconds: 86_400, label: '+1 day' },
]

/** Buttons that move the clock which the form and the simulated homeserver share. */
function Clock() {
  const [{ clock }, updateGlobals] = useGlobals()
  return STEPS.map(({ seconds, label }) =>
    createElement(
      Button,
      {
        key: seconds,
        variant: 'ghost',
        padding: 'small',
        ariaLabel: false,
        tooltip: 'Moves the clock of the form and the homeserver',
        onClick: () => updateGlobals({ clock: Number(clock ?? 0) + seconds }),
      },
      label,
    ),
  )
}

addons.setConfig({
  // With roots, every group of pages stands below everything that is no group, whatever the order says.
  sidebar: { showRoots: false },
  // The screens to try have nothing to set, and need the room that the panel would take.
  layoutCustomisations: {
    showPanel: ({ storyId }: { storyId: string | undefined }, isShown: boolean) =>
      storyId?.startsWith('try-it--') === true ? false : isShown,
  },
})

addons.register(ID, () => {
  addons.add(`${ID}/tool`, {
    type: types.TOOL,
    title: 'Clock',
    match: ({ viewMode, tabId }) => viewMode === 'story' && tabId === undefined,
    render: Clock,
  })
})
