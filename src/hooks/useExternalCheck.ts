'use client'
import { useEffect } from 'react'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import { useLatest } from './useLatest.js'

/** Asks the app whether a verification that happens elsewhere (a link in the SMS) is done. */
export type CheckExternal = (phone: VerifiedPhone, options: { signal: AbortSignal }) => Promise<boolean>

/** Milliseconds between two checks; the last one ends them, ten minutes after the SMS. */
const GAPS = [5, 10, 15, 30, 60, 60, 120, 120, 180].map((seconds) => seconds * 1000)

/**
 * Calls `check` whenever the person comes back to the page, and slowly in between, until it says yes or ten
 * minutes have gone by. A check that fails counts as a no.
 *
 * @param waitingFor names the SMS whose link is awaited; another name begins the ten minutes anew.
 */
export function useExternalCheck(
  waitingFor: string | null,
  phone: VerifiedPhone | null,
  check: CheckExternal | undefined,
  onDone: () => void,
): void {
  const latestRef = useLatest({ phone, check, onDone })
  const isWanted = check !== undefined
  useEffect(() => {
    if (waitingFor === null || !isWanted) return undefined
    const controller = new AbortController()
    const { signal } = controller
    let isChecking = false
    let timer: ReturnType<typeof setTimeout> | undefined

    const isOpen = () => !signal.aborted
    const ask = async () => {
      const { phone: unproved, check: asked } = latestRef.current
      if (isChecking || !isOpen() || unproved === null || asked === undefined) return
      isChecking = true
      const isDone = await answerOf(() => asked(unproved, { signal }))
      isChecking = false
      if (isDone && isOpen()) latestRef.current.onDone()
    }
    const wait = (round: number) => {
      const gap = GAPS[round]
      if (gap === undefined) return
      timer = setTimeout(() => {
        void ask()
        wait(round + 1)
      }, gap)
    }
    const onReturn = () => {
      if (document.visibilityState === 'visible') void ask()
    }

    wait(0)
    document.addEventListener('visibilitychange', onReturn)
    window.addEventListener('pageshow', onReturn)
    return () => {
      controller.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onReturn)
      window.removeEventListener('pageshow', onReturn)
    }
  }, [waitingFor, isWanted, latestRef])
}

/** Also where the app throws before it returns a promise. */
async function answerOf(check: () => Promise<boolean>): Promise<boolean> {
  try {
    return await check()
  } catch {
    return false
  }
}
