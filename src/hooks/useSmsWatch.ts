'use client'
import { useEffect } from 'react'
import { useLatest } from './useLatest.js'
import type { SmsWatch } from './watchSms.js'

/**
 * Watches for what an SMS brings: its code, where the browser reads it (WebOTP), or a link that is opened elsewhere,
 * where the app can tell. What watches is loaded only where it is needed, which most pages do not; where it does not
 * come, the person types and confirms.
 *
 * @param waitingFor names the SMS that is awaited; another name begins anew, `null` ends it.
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
      // StrictMode's rehearsal of this effect is over by now, or the browser would be asked twice.
      if (!signal.aborted) await watchFor[what](latestRef, signal)
    }
    // A chunk that does not load, and a browser that refuses: the code is typed.
    begin().catch(() => undefined)
    return () => controller.abort()
  }, [waitingFor, what, isPossible, latestRef])
}

function canReadOneTimeCode(): boolean {
  return 'OTPCredential' in globalThis && 'credentials' in navigator
}
