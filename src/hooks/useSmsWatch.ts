'use client'
import { useEffect } from 'react'
import { askExternal } from './askExternal.js'
import { onReturn } from './pageEvents.js'
import { useLatest } from './useLatest.js'
import type { SmsWatch } from './watchSms.js'

/**
 * Watches for the content of an SMS: its code, if the browser can read it (WebOTP), or a link that the person opens
 * elsewhere, if the app can check that. The code that watches loads only when needed, which is never on most pages. If
 * it does not load, the person types the code or confirms by hand.
 *
 * @param waitingFor identifies the awaited SMS; another value starts over, `null` stops watching.
 */
export function useSmsWatch(waitingFor: string | null, what: 'code' | 'link', watch: SmsWatch): void {
  const latestRef = useLatest(watch)
  const isPossible = what === 'link' ? watch.check !== undefined : canReadOneTimeCode()
  useEffect(() => {
    if (waitingFor === null || !isPossible) return undefined
    const controller = new AbortController()
    const { signal } = controller
    const begin = async () => {
      const { watchFor } = await import('./watchSms.js')
      // By now StrictMode's first run of this effect has been cleaned up. Otherwise the browser would be asked twice.
      if (!signal.aborted) await watchFor[what](latestRef, signal, { askExternal, onReturn })
    }
    // The module did not load, or the browser refused: the person types the code.
    begin().catch(() => undefined)
    return () => controller.abort()
  }, [waitingFor, what, isPossible, latestRef])
}

function canReadOneTimeCode(): boolean {
  return 'OTPCredential' in globalThis && 'credentials' in navigator
}
