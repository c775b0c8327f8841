import { afterEach, expect, it, vi } from 'vitest'
import { loadStorePage } from './page.js'
import { checkWalks, Walker } from './walks.js'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('keeps its promises whatever people, networks, clocks and browsers do', async () => {
  const walker = new Walker(loadStorePage, {
    within: (work) => work(),
    wait: async (milliseconds) => {
      await vi.advanceTimersByTimeAsync(milliseconds)
    },
  })
  await checkWalks(walker, { most: 32, runs: 5000, project: 'unit' })
  expect([...walker.steps].sort()).toEqual(['code', 'external', 'number', 'unsupported', 'verified'])
}, 3_600_000)
