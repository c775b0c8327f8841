'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { onReturn } from './pageEvents.js'
import { steadyNow } from './steadyClock.js'

/** The time left until a deadline. */
export interface Countdown {
  /** Whole seconds, rounded up; never negative. */
  seconds: number
  /** Whether the deadline has passed. */
  isOver: boolean
}

const PAGE_EVENTS = ['pageshow', 'focus'] as const

/**
 * Counts down to a deadline. It corrects itself at once after sleep, a frozen tab or a change of the clock. The
 * component that calls it renders once a second, only while time is left; call it in a small component.
 *
 * @param deadline epoch milliseconds; 0 or a time in the past is over.
 * @param options.now the clock, in epoch milliseconds. @default the system's, corrected so that it never goes back
 */
export function useCountdown(
  deadline: number,
  { now }: { now?: (() => number) | undefined } = {},
): Countdown {
  const seconds = useUnitsLeft(deadline, 1000, now)
  return { seconds, isOver: seconds === 0 }
}

/**
 * The time left in whole units, rounded up. The component renders when the number changes: for a unit longer than the
 * time left, only when the time is over.
 *
 * @param unit milliseconds, at most 2,147,483,647, the longest time of a timer
 * @internal
 */
export function useUnitsLeft(deadline: number, unit: number, now: () => number = steadyNow): number {
  // If the deadline is `NaN`, it counts as over.
  const getUnits = () => Math.max(0, Math.ceil((deadline - now()) / unit)) || 0

  const subscribe = useCallback(
    (onChange: () => void) => {
      // Without time left there is no timer and no listener.
      if (!(deadline > now())) return () => undefined
      let timer: ReturnType<typeof setTimeout> | undefined
      const tick = () => {
        clearTimeout(timer)
        onChange()
        const left = deadline - now()
        // Waits until the rounded number changes, so that no drift adds up.
        if (left > 0) timer = setTimeout(tick, left % unit || unit)
      }
      tick()
      const leave = onReturn(PAGE_EVENTS, tick)
      return () => {
        clearTimeout(timer)
        leave()
      }
    },
    [deadline, unit, now],
  )

  // The server cannot know how much time is left when the page reaches the person.
  return useSyncExternalStore(subscribe, getUnits, () => 0)
}
