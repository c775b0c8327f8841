import type { VerifiedPhone } from '../matrix/uiaAuth.js'

/** Asks the app whether a verification that happens elsewhere (a link in the SMS) is done. */
export type CheckExternal = (phone: VerifiedPhone, options: { signal: AbortSignal }) => Promise<boolean>

/** The app's answer. Only `true` means yes; if the app throws or rejects, the answer is no. */
export async function askExternal(
  check: CheckExternal,
  phone: VerifiedPhone,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const answer: unknown = await check(phone, { signal })
    return answer === true
  } catch {
    return false
  }
}
