'use client'
import { useEffect, type RefObject } from 'react'
import type { VerificationContextValue } from './shared/VerificationContext.js'

/** Bundlers replace `process.env.NODE_ENV`, as they do for React and react-query. */
declare const process: { env: { NODE_ENV?: string } }

/**
 * In development, logs an error if the form is inside another form, where buttons do nothing or submit the wrong
 * form.
 */
export function useNestingCheck(
  rootRef: RefObject<HTMLElement | null>,
  as: VerificationContextValue['as'],
): void {
  useEffect(() => {
    if (process.env.NODE_ENV === 'production' || as !== 'form') return
    // The form's own steps are inside the root, so `closest` finds only a form around it.
    if (!rootRef.current?.closest('form')) return
    // eslint-disable-next-line no-console -- for whoever builds the page; a person sees nothing of it.
    console.error(
      'The phone verification is a <form> inside of another <form>, which HTML does not allow. ' +
        'Give it as="fieldset": <PhoneVerificationForm as="fieldset" …> or <PhoneVerification.Root as="fieldset" …>.',
    )
  }, [rootRef, as])
}
