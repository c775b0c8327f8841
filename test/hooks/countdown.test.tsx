import { act, render, renderHook } from '@testing-library/react'
import { memo, Profiler } from 'react'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { useCountdown } from '../../src/hooks/useCountdown.js'
import { steadyNow } from '../../src/hooks/steadyClock.js'
import '../support/strictMode.js'
import { advance, HOUR, MINUTE, SECOND } from '../support/time.js'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})

const now = () => Date.now()

function countdown(milliseconds: number, options = { now }) {
  const deadline = Date.now() + milliseconds
  return renderHook((props: { deadline: number }) => useCountdown(props.deadline, options), {
    initialProps: { deadline },
  })
}

it('counts whole seconds down to the deadline and stops there', async () => {
  const { result } = countdown(2500)
  expect(result.current).toEqual({ seconds: 3, isOver: false })
  await advance(499)
  expect(result.current.seconds).toBe(3)
  await advance(1)
  expect(result.current.seconds).toBe(2)
  await advance(SECOND)
  expect(result.current.seconds).toBe(1)
  await advance(999)
  expect(result.current).toEqual({ seconds: 1, isOver: false })
  await advance(1)
  expect(result.current).toEqual({ seconds: 0, isOver: true })
  expect(vi.getTimerCount()).toBe(0)
  await advance(MINUTE)
  expect(result.current).toEqual({ seconds: 0, isOver: true })
})

it('shows every second once and renders no more than that', async () => {
  const shown: number[] = []
  const deadline = Date.now() + 10 * SECOND
  renderHook(() => {
    const { seconds } = useCountdown(deadline, { now })
    if (shown.at(-1) !== seconds) shown.push(seconds)
  })
  for (let step = 0; step < 100; step += 1) await advance(130)
  expect(shown).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
})

it.each([0, -1, 1_799_999_999_999, 1_800_000_000_000])(
  'is over at once for %d, holds no timer and listens to nothing',
  (deadline) => {
    const added = countCalls('addEventListener')
    const { result } = renderHook(() => useCountdown(deadline, { now }))
    expect(result.current).toEqual({ seconds: 0, isOver: true })
    expect(vi.getTimerCount()).toBe(0)
    expect(added()).toBe(0)
  },
)

it('is over for a deadline that is no number', () => {
  const { result } = renderHook(() => useCountdown(Number.NaN, { now }))
  expect(result.current).toEqual({ seconds: 0, isOver: true })
})

it('begins again with another deadline', async () => {
  const { result, rerender } = countdown(SECOND)
  await advance(SECOND)
  expect(result.current.isOver).toBe(true)
  rerender({ deadline: Date.now() + 5 * SECOND })
  expect(result.current).toEqual({ seconds: 5, isOver: false })
  await advance(SECOND)
  expect(result.current.seconds).toBe(4)
})

const returns: [string, () => boolean][] = [
  ['becomes visible', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['comes back from the cache', () => window.dispatchEvent(new Event('pageshow'))],
  ['takes the focus', () => window.dispatchEvent(new Event('focus'))],
]

it.each(returns)('is right at once when a page whose timers were frozen %s', async (_, comeBack) => {
  const { result } = countdown(5 * MINUTE)
  vi.setSystemTime(Date.now() + 4 * MINUTE)
  expect(result.current.seconds).toBe(300)
  act(() => void comeBack())
  expect(result.current.seconds).toBe(60)
  await advance(SECOND)
  expect(result.current.seconds).toBe(59)
  vi.setSystemTime(Date.now() + HOUR)
  act(() => void comeBack())
  expect(result.current).toEqual({ seconds: 0, isOver: true })
})

it('neither grows nor freezes when somebody puts the clock back', async () => {
  const deadline = steadyNow() + MINUTE
  const { result } = renderHook(() => useCountdown(deadline))
  expect(result.current.seconds).toBe(60)
  vi.setSystemTime(Date.now() - HOUR)
  await advance(10 * SECOND)
  expect(result.current.seconds).toBe(50)
  await advance(50 * SECOND)
  expect(result.current.isOver).toBe(true)
})

it('is over when the clock is put forward past the deadline', async () => {
  const { result } = countdown(MINUTE)
  vi.setSystemTime(Date.now() + HOUR)
  await advance(SECOND)
  expect(result.current).toEqual({ seconds: 0, isOver: true })
})

it('leaves neither timer nor listener behind', () => {
  const added = countCalls('addEventListener')
  const removed = countCalls('removeEventListener')
  const { unmount } = countdown(MINUTE)
  unmount()
  expect(added()).toBeGreaterThan(0)
  expect(removed()).toBe(added())
  expect(vi.getTimerCount()).toBe(0)
})

/** How often somebody begins, or ceases, to listen to what a countdown listens to. */
function countCalls(method: 'addEventListener' | 'removeEventListener'): () => number {
  const spies = [window, document].map((target) => vi.spyOn(target, method))
  onTestFinished(() => spies.forEach((spy) => spy.mockRestore()))
  const types = () => spies.flatMap(({ mock }) => mock.calls.map(([type]) => type))
  return () => types().filter((type) => /pageshow|focus|visibility/.test(type)).length
}

it('renders again by itself alone', async () => {
  const commits: string[] = []
  const deadline = Date.now() + MINUTE
  const Time = () => useCountdown(deadline, { now }).seconds
  const Other = memo(() => null)
  function Screen() {
    commits.push('screen rendered')
    return (
      <>
        <Profiler id="time" onRender={(id) => commits.push(id)}>
          <Time />
        </Profiler>
        <Profiler id="other" onRender={(id) => commits.push(id)}>
          <Other />
        </Profiler>
      </>
    )
  }
  const { container } = render(<Screen />)
  commits.length = 0
  for (let second = 0; second < 5; second += 1) await advance(SECOND)
  expect(container.textContent).toBe('55')
  expect(commits).toEqual(['time', 'time', 'time', 'time', 'time'])
})
