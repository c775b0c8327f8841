'use client'
import { useEffect } from 'react'
import { useLatest } from './useLatest.js'
import { watchFor, type SmsWatch } from './watchSms.js'

/**
 * Watches for the content of an SMS: its code, if the browser can read it (WebOTP), or a link that the person opens
 * elsewhere, if the app can check that.
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
      // StrictMode's first run of this effect has been cleaned up after this. Otherwise the browser would be asked twice.
      await Promise.resolve()
      if (!signal.aborted) await watchFor[what](latestRef, signal)
    }
    // The browser refused: the person types the code.
    begin().catch(() => undefined)
    return () => controller.abort()
  }, [waitingFor, what, isPossible, latestRef])
}

function canReadOneTimeCode(): boolean {
  return 'OTPCredential' in globalThis && 'credentials' in navigator
}
