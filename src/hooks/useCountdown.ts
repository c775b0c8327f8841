'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { onReturn } from './pageEvents.js'
import { steadyNow } from './steadyClock.js'

/** What is left until a deadline. */
export interface Countdown {
  /** Whole seconds, rounded up; never negative. */
  seconds: number
  /** Whether the deadline has passed. */
  isOver: boolean
}

const PAGE_EVENTS = ['pageshow', 'focus'] as const

/**
 * Counts down to a deadline, and is right again at once after sleep, a frozen tab or a clock that was moved.
 * The component that calls it renders once a second and only while time is left; call it in a small one.
 *
 * @param deadline epoch milliseconds; 0 or a time gone by is over.
 * @param options.now the clock, in epoch milliseconds. @default the system's, that never goes back
 */
export function useCountdown(
  deadline: number,
  { now = steadyNow }: { now?: (() => number) | undefined } = {},
): Countdown {
  // A deadline that is no number is over too.
  const getSeconds = () => Math.max(0, Math.ceil((deadline - now()) / 1000)) || 0

  const subscribe = useCallback(
    (onChange: () => void) => {
      // A form at rest listens to nothing.
      if (!(deadline > now())) return () => undefined
      let timer: ReturnType<typeof setTimeout> | undefined
      const tick = () => {
        clearTimeout(timer)
        onChange()
        const left = deadline - now()
        // To the next change of the rounded second, so that no drift adds up.
        if (left > 0) timer = setTimeout(tick, left % 1000 || 1000)
      }
      tick()
      const leave = onReturn(PAGE_EVENTS, tick)
      return () => {
        clearTimeout(timer)
        leave()
      }
    },
    [deadline, now],
  )

  // The server cannot know how much will be left when the page is read.
  const seconds = useSyncExternalStore(subscribe, getSeconds, () => 0)
  return { seconds, isOver: seconds === 0 }
}
