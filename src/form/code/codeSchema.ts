import * as z from 'zod/mini'

/** Why the form rejects a code: nothing was typed, or more characters than a code has. */
export type CodeProblem = 'missing' | 'too-long'

/** How long a code may be. */
export interface CodeLimit {
  isTooLong: (code: string) => boolean
  /** Accepts the token of a link, which is longer than a code. */
  allow: (token: string) => void
}

/** Creates the limit for a code of a known length. Without a length there is no limit. */
export function createCodeLimit(codeLength: number | undefined): CodeLimit {
  let allowed: string | undefined
  return {
    isTooLong: (code) => codeLength !== undefined && code.length > codeLength && code !== allowed,
    allow(token) {
      allowed = token
    },
  }
}

/** Checks a code as it is sent. The message of an issue is a `CodeProblem`. */
export function codeSchema({ isTooLong }: CodeLimit) {
  return z.string().check(
    z.refine((code) => code !== '', 'missing' satisfies CodeProblem),
    z.refine((code) => !isTooLong(code), 'too-long' satisfies CodeProblem),
  )
}
