'use client'
import { useEffect } from 'react'
import { useLatest } from './useLatest.js'

/** The part of the WebOTP API that is needed; TypeScript's DOM library does not have it. */
interface OtpRequestOptions extends CredentialRequestOptions {
  otp: { transport: ['sms'] }
}

/** Whether this browser can hand a page the code of an SMS. */
export function canReadOneTimeCode(): boolean {
  return typeof window !== 'undefined' && 'OTPCredential' in window && 'credentials' in navigator
}

/**
 * Asks the browser for the code of the next SMS (WebOTP). A browser without it, a person who declines and a
 * page that may not ask all come to the same: nothing happens, and the code is typed.
 *
 * @param waitingFor names the SMS that is awaited; another name asks anew, `null` stops asking.
 */
export function useOneTimeCode(waitingFor: string | null, onCode: (code: string) => void): void {
  const onCodeRef = useLatest(onCode)
  useEffect(() => {
    if (waitingFor === null || !canReadOneTimeCode()) return undefined
    const controller = new AbortController()
    const { signal } = controller
    const listen = async () => {
      const code = await requestCode(signal).catch(() => null)
      if (code !== null && !signal.aborted) onCodeRef.current(code)
    }
    // A microtask later, or StrictMode's rehearsal of this effect would ask, and be answered, twice.
    queueMicrotask(() => {
      if (!signal.aborted) void listen()
    })
    return () => controller.abort()
  }, [waitingFor, onCodeRef])
}

async function requestCode(signal: AbortSignal): Promise<string | null> {
  const options: OtpRequestOptions = { otp: { transport: ['sms'] }, signal }
  const credential = await navigator.credentials.get(options)
  const code: unknown = credential === null ? null : Reflect.get(credential, 'code')
  return typeof code === 'string' ? code : null
}
