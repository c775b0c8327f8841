'use client'
import { useEffect, useMemo, useRef, useState, type ChangeEvent } from 'react'
import { normalizeCode } from '../../hooks/normalizeCode.js'
import { readTypedCode } from '../../hooks/readCode.js'
import { useLatest } from '../../hooks/useLatest.js'
import type {
  PhoneVerificationError,
  PhoneVerificationErrorKind,
} from '../../matrix/PhoneVerificationError.js'
import { codeSchema, createCodeLimit, type CodeProblem } from './codeSchema.js'
import { createTextField, type TextField } from '../shared/textField.js'
import { typedServer } from './typedServer.js'
import { useVerificationContext } from '../shared/VerificationContext.js'
import { cameAtOnce, insertedBy } from '../shared/wasFilled.js'

/** The errors that are about the code itself and are shown next to the field. */
const ABOUT_CODE: readonly PhoneVerificationErrorKind[] = ['code-incorrect', 'code-expired', 'session-lost']

/** The code step's state: its field, what is wrong with it, and its submission. */
export interface CodeForm {
  field: TextField
  /** Handles an input event. */
  edit: (event: ChangeEvent<HTMLInputElement>) => void
  /** Why the form rejects the code; null if it does not. */
  reason: CodeProblem | null
  /** A new object each time the form rejects the code. */
  blocked: object | null
  /** Whether the field holds more characters than a code of the known length. */
  isOverfull: boolean
  /** The server's error about the code in the field; null once the code changes. */
  refusal: PhoneVerificationError | null
  /** The end of the server's wait, which holds for other codes, too. Epoch milliseconds; 0 if there is none. */
  retryAt: number
  /** Whether the refusal is shown next to the field. */
  isAboutCode: boolean
  /** Whether this is not the first server error since the server last accepted or rejected a code. */
  isServerErrorAgain: boolean
  isSubmitting: boolean
  submit: () => void
}

/** Connects the field and the schema for the code step, and decides which codes are submitted automatically. */
export function useCodeForm(): CodeForm {
  const context = useVerificationContext()
  const { verification, options, wording, announce, moveFocus, codeReceiverRef } = context
  const { codeLength, autoSubmit = 'filled', homeserver } = options
  const limit = useMemo(() => createCodeLimit(codeLength), [codeLength])
  const [field] = useState(() => createTextField(''))
  const [blocked, setBlocked] = useState<{ reason: CodeProblem } | null>(null)
  const reason = blocked?.reason ?? null
  const [isOverfull, setIsOverfull] = useState(false)
  const { error, submitToken } = verification
  const isSubmitting = submitToken.isPending && verification.isPending
  const [outdated, setOutdated] = useState<PhoneVerificationError | null>(null)
  const failed = error?.operation === 'submitToken' ? error : null
  const refusal = failed === outdated ? null : failed
  const isAboutCode = refusal !== null && ABOUT_CODE.includes(refusal.kind)
  const serverErrors = useCount(refusal, isAboutCode)
  const isServerErrorAgain = refusal?.kind === 'server-error' && serverErrors > 1
  /** What the field held after the last change. */
  const textRef = useRef('')
  /** The codes that were submitted before. They are not submitted automatically again. */
  const submittedRef = useRef(new Set<string>())

  const verify = async (code: string) => {
    submittedRef.current.add(normalizeCode(code))
    setOutdated(null)
    moveFocus()
    await verification.verify(code)
  }
  const verifyByItself = (code: string) => {
    if (!isSubmitting && !submittedRef.current.has(normalizeCode(code))) void verify(code)
  }

  /** Checks the current text of the field. */
  const look = (text: string) => {
    textRef.current = text
    setIsOverfull(codeLength !== undefined && text.length > codeLength)
    if (limit.isTooLong(normalizeCode(text))) {
      if (reason !== 'too-long') setBlocked({ reason: 'too-long' })
    } else setBlocked(null)
  }

  // A person who typed the server's name must confirm themselves that their code may be sent there.
  const submitsFilled = autoSubmit !== 'never' && typedServer(homeserver) === null
  const receiveRef = useLatest((code: string) => {
    field.write(code)
    look(code)
    announce(wording.say('codeFilled'))
    if (submitsFilled) verifyByItself(code)
  })
  useEffect(() => {
    codeReceiverRef.current = (code) => receiveRef.current(code)
    return () => {
      codeReceiverRef.current = null
    }
  }, [codeReceiverRef, receiveRef])

  const edit = ({ nativeEvent, target }: ChangeEvent<HTMLInputElement>) => {
    if (error !== outdated) setOutdated(error)
    field.hear(target.value)
    const typed = field.read()
    const isFilled = cameAtOnce(nativeEvent, textRef.current, typed)
    // A code that is pasted after a partly typed one is read on its own.
    const texts = isFilled ? [typed, insertedBy(nativeEvent) ?? ''] : []
    const found = texts.map((text) => verification.readCode(text, codeLength)).find((code) => code !== null)
    if (found !== undefined) limit.allow(found)
    const isComposing = 'isComposing' in nativeEvent && nativeEvent.isComposing === true
    const text = found ?? (isFilled || isComposing ? typed : withoutGaps(typed, codeLength))
    if (text !== typed) {
      const behind = withoutGaps(typed.slice(target.selectionStart ?? typed.length), codeLength).length
      field.write(text)
      if (found === undefined && behind > 0)
        target.setSelectionRange(text.length - behind, text.length - behind)
    }
    look(text)
    if (codeLength === undefined) return
    const isComplete = isFilled
      ? submitsFilled && found !== undefined
      : autoSubmit === 'complete' && normalizeCode(text).length === codeLength
    if (isComplete) verifyByItself(text)
  }

  return {
    field,
    edit,
    reason,
    blocked,
    isOverfull,
    refusal,
    retryAt: failed?.retryAt ?? 0,
    isAboutCode,
    isServerErrorAgain,
    isSubmitting,
    submit() {
      moveFocus()
      const { data: code, error } = codeSchema(limit).safeParse(readTypedCode(field.read(), { codeLength }))
      // Only a `CodeProblem` is the message of an issue of this schema.
      setBlocked(error ? { reason: error.issues[0]?.message as CodeProblem } : null)
      // Not awaited: `verification` reports what the request does.
      if (code !== undefined && !isSubmitting) void verify(code)
    },
  }
}

/** How many server errors there were since the server last accepted or rejected a code. */
function useCount(refusal: PhoneVerificationError | null, isAboutCode: boolean): number {
  const [counted, setCounted] = useState({ refusal, count: 0 })
  if (refusal === null || refusal === counted.refusal) return counted.count
  const count = counted.count + (refusal.kind === 'server-error' ? 1 : 0)
  setCounted({ refusal, count: isAboutCode ? 0 : count })
  return count
}

/** Removes spaces from a typed code, and hyphens too once it is complete, because each box is for one character. */
function withoutGaps(typed: string, codeLength: number | undefined): string {
  if (codeLength === undefined) return typed
  const code = normalizeCode(typed)
  return code.length === codeLength ? code : typed.replace(/\s/g, '')
}
