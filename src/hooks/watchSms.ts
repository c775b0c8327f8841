import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import { askExternal, type CheckExternal } from './askExternal.js'
import { onReturn } from './pageEvents.js'

/** What to check and what to call, as of the newest render. */
export interface SmsWatch {
  /** What the link would prove. */
  phone: VerifiedPhone | null
  check: CheckExternal | undefined
  onDone: (() => void) | undefined
  onCode: (code: string) => void
}

type LatestWatch = Readonly<{ current: SmsWatch }>

/** The part of the WebOTP API that is needed; TypeScript's DOM library does not have it. */
interface OtpRequestOptions extends CredentialRequestOptions {
  otp: { transport: ['sms'] }
}

/** Milliseconds before each check. The last check is ten minutes after the SMS. */
const GAPS = [5, 10, 15, 30, 60, 60, 120, 120, 180].map((seconds) => seconds * 1000)

/**
 * Asks the browser for the code of the next SMS (WebOTP). Rejects if the person declines or the page may not use it.
 */
async function watchForCode(latest: LatestWatch, signal: AbortSignal): Promise<void> {
  const options: OtpRequestOptions = { otp: { transport: ['sms'] }, signal }
  const credential = await navigator.credentials.get(options)
  const code: unknown = credential === null ? null : Reflect.get(credential, 'code')
  if (typeof code === 'string' && !signal.aborted) latest.current.onCode(code)
}

/**
 * Asks the app whether the link was opened, whenever the person comes back to the page and slowly in between, until
 * the app says yes or ten minutes have passed. A check that fails counts as a no.
 */
function watchForLink(latest: LatestWatch, signal: AbortSignal): void {
  let isChecking = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const ask = async () => {
    // The result is for the number that was checked, even if the page shows another one by then.
    const { phone, check, onDone } = latest.current
    if (isChecking || phone === null || check === undefined) return
    isChecking = true
    const isDone = await askExternal(check, phone, signal)
    isChecking = false
    if (isDone && !signal.aborted) onDone?.()
  }
  const wait = (round: number) => {
    const gap = GAPS[round]
    if (gap === undefined) return
    timer = setTimeout(() => {
      void ask()
      wait(round + 1)
    }, gap)
  }

  wait(0)
  const leave = onReturn(['pageshow'], () => {
    if (document.visibilityState === 'visible') void ask()
  })
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    leave()
  })
}

/** Watches for a code or a link until the signal aborts. */
export const watchFor: Record<
  'code' | 'link',
  (latest: LatestWatch, signal: AbortSignal) => Promise<void> | void
> = { code: watchForCode, link: watchForLink }
