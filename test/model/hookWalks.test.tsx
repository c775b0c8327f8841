import { act } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { loadHookPage } from './hookPage.js'
import { checkWalks, Walker } from './walks.js'

afterEach(() => {
  vi.useRealTimers()
})

it('keeps them as a hook in React as well', async () => {
  const walker = new Walker(loadHookPage, {
    within: (work) =>
      act(async () => {
        await work()
        await vi.advanceTimersByTimeAsync(0)
      }),
    wait: async (milliseconds) => {
      await vi.advanceTimersByTimeAsync(milliseconds)
    },
  })
  await checkWalks(walker, { most: 32, runs: 300, project: 'component' })
  expect(walker.steps).toContain('verified')
}, 600_000)
