import type { Result, RunOptions, Spec } from 'axe-core'
import type { StoryContext } from '@storybook/react-vite'
import { expect } from 'storybook/test'

/** Whether the stories run as tests. A person who looks at one sees it in the look that the toolbar says. */
const isTest =
  import.meta.env['VITEST_STORYBOOK'] !== undefined || new URLSearchParams(location.search).has('everyLook')

/** The theme and the direction; a story is shown in one of these, and checked in it by the addon. */
const LOOKS = ['light', 'dark'].flatMap((theme) => ['ltr', 'rtl'].map((direction) => ({ theme, direction })))

/**
 * Runs axe over a story that was played to its end in the three looks that it does not have: light or dark,
 * from left to right or from right to left. Rules and exceptions are those of the story's `a11y` parameter.
 */
export async function checkEveryLook({ canvasElement, parameters }: StoryContext): Promise<void> {
  const stage = canvasElement.querySelector<HTMLElement>('.stage')
  const { test, config = {}, options = {} } = (parameters['a11y'] ?? {}) as A11yParameter
  if (!isTest || stage === null || test !== 'error') return
  const { default: axe } = await import('axe-core')
  const shown = { theme: stage.dataset['theme'] ?? '', direction: stage.dir }
  const wear = ({ theme, direction }: typeof shown) => {
    stage.dataset['theme'] = theme
    stage.dir = direction
  }
  const isShown = ({ theme, direction }: typeof shown) =>
    theme === shown.theme && direction === shown.direction
  try {
    for (const look of LOOKS.filter((one) => !isShown(one))) {
      wear(look)
      axe.reset()
      // A story is no whole page, whose every text stands in a landmark.
      axe.configure({ ...config, rules: [{ id: 'region', enabled: false }, ...(config.rules ?? [])] })
      const { violations } = await axe.run(stage, { ...options, resultTypes: ['violations'] })
      await expect(violations.map(toLine), `${look.theme}, ${look.direction}`).toEqual([])
    }
  } finally {
    wear(shown)
  }
}

interface A11yParameter {
  test?: string
  config?: Spec
  options?: RunOptions
}

function toLine({ id, help, nodes }: Result): string {
  return `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`
}
