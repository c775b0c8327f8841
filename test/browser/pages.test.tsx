import { afterEach, expect, it } from 'vitest'
import { appPages } from '../../stories/support/appPages.js'
import { input, number, show } from './app.js'
import { prefer } from './prefer.js'
import { faultsOfLook } from './faultsOfLook.js'
import { shown } from './shown.js'
import { states } from './states.js'

const settings = ['light', 'dark'].flatMap((system) =>
  appPages.flatMap(({ name, css }) =>
    ['before', 'after'].map((order) => ({
      setting: `${name}, ${order} ours, on a ${system} system`,
      system,
      css,
      order,
    })),
  ),
)

afterEach(() => prefer({}))

it.each(states)('%s is at home in every page', async (_state, come) => {
  await come()
  await expect.poll(() => shown('.mpv-root')).toHaveLength(1)
  document.querySelector('main')?.setAttribute('id', 'root')
  const faults: Record<string, string[]> = {}
  for (const { setting, system, css, order } of settings) {
    await prefer({ 'prefers-color-scheme': system })
    const style = document.createElement('style')
    style.textContent = css
    if (order === 'before') document.head.prepend(style)
    else document.head.append(style)
    const found = faultsOfLook()
    if (found.length > 0) faults[setting] = found
    style.remove()
  }
  expect(faults).toEqual({})
})

it('the check of a look sees a page that breaks in', async () => {
  show()
  await input(number)
  const style = document.createElement('style')
  style.textContent = `
    .mpv-label.mpv-label { text-align: center; color: #ccc } .mpv-primary-button.mpv-primary-button { padding: 0 }
    .mpv-input.mpv-input { font-size: 12px; min-height: 0 }`
  document.head.append(style)
  const words = faultsOfLook().join('\n')
  style.remove()
  for (const fault of ['weak: Phone number', 'beginning: Phone number', 'room: Send code', 'small', 'low']) {
    expect(words).toContain(fault)
  }
})
