import * as z from 'zod/mini'
import { readTypedCode } from '../../hooks/readCode.js'

/** What the code step's field holds. */
export interface CodeValues {
  code: string
}

/** Why the form blocks a code: nothing was typed, or more than a code. */
export type CodeProblem = 'missing' | 'too-long'

/** How long a code may be. */
export interface CodeLimit {
  codeLength: number | undefined
  isTooLong: (code: string) => boolean
  /** Lets the token of a link through, which is longer than a code. */
  allow: (token: string) => void
}

/** Makes the limit of a code whose length is known; else there is none. */
export function createCodeLimit(codeLength: number | undefined): CodeLimit {
  let allowed: string | undefined
  return {
    codeLength,
    isTooLong: (code) => codeLength !== undefined && code.length > codeLength && code !== allowed,
    allow(token) {
      allowed = token
    },
  }
}

/** What a code must be. It comes out as it is sent; the message is the reason why it is not. */
export function codeSchema({ codeLength, isTooLong }: CodeLimit) {
  const problem = (error: CodeProblem) => ({ error })
  return z.object({
    code: z.string().check(
      z.overwrite((text) => readTypedCode(text, { codeLength })),
      z.refine((code) => code !== '', problem('missing')),
      z.refine((code) => !isTooLong(code), problem('too-long')),
    ),
  })
}
