import { beforeEach, expect, it, vi } from 'vitest'
import { createSteadyClock } from '../../src/hooks/steadyClock.js'

const START = 1_800_000_000_000
const HOUR = 60 * 60 * 1000

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})

it('goes with the system’s clock', () => {
  const now = createSteadyClock()
  expect(now()).toBe(START)
  vi.advanceTimersByTime(1234)
  expect(now()).toBe(START + 1234)
})

it('goes on at its own pace when the system’s clock is put back, and meets it again', () => {
  const now = createSteadyClock()
  now()
  vi.setSystemTime(START - HOUR)
  expect(now()).toBe(START)
  vi.advanceTimersByTime(5000)
  expect(now()).toBe(START + 5000)
  vi.setSystemTime(START + HOUR)
  expect(now()).toBe(START + HOUR)
})

it('follows the system’s clock through sleep, when the page’s own timer stands still', () => {
  const now = createSteadyClock()
  now()
  vi.setSystemTime(START + 8 * HOUR)
  expect(now()).toBe(START + 8 * HOUR)
})

it('never goes back, however the system’s clock jumps', () => {
  const now = createSteadyClock()
  let last = now()
  for (const jump of [HOUR, -2 * HOUR, 0, 3 * HOUR, -HOUR, -30 * HOUR]) {
    vi.setSystemTime(Date.now() + jump)
    vi.advanceTimersByTime(10)
    const time = now()
    expect(time).toBeGreaterThanOrEqual(last + 10)
    last = time
  }
})
