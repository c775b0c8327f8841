'use client'
import { CodeStep } from './CodeStep.js'
import { ExternalStep } from './ExternalStep.js'
import { NumberStep } from './NumberStep.js'
import type { PhoneVerificationFormProps } from './options.js'
import { UnsupportedStep } from './UnsupportedStep.js'
import { useVerificationForm } from './useVerificationForm.js'
import { VerificationContext } from './VerificationContext.js'
import { VerifiedStep } from './VerifiedStep.js'

const STEPS = {
  number: NumberStep,
  code: CodeStep,
  external: ExternalStep,
  verified: VerifiedStep,
  unsupported: UnsupportedStep,
}

/**
 * The whole verification as a form: the number with its country, the SMS, the code, done. It needs a
 * `QueryClientProvider` above it and `matrix-phone-verification/styles.css`, or styles of your own, beside it.
 *
 * @example
 * <PhoneVerificationForm homeserver="https://matrix.example.org" purpose="register" onVerified={register} />
 */
export function PhoneVerificationForm(props: PhoneVerificationFormProps) {
  const { context, rootRef, announcement } = useVerificationForm(props)
  const { verification, slot } = context
  const Step = STEPS[verification.step]
  return (
    // With `.Provider`: React 18 takes the context itself for a consumer.
    <VerificationContext.Provider value={context}>
      <div
        ref={rootRef}
        className={slot('root')}
        data-step={verification.step}
        data-pending={verification.isPending || undefined}
      >
        <Step />
        {/* Always there: a live region that comes with its text is not read out. */}
        <p className="mpv-visually-hidden" role="status">
          {/* Another element each time, so that the same words are read out again. */}
          <span key={announcement.count}>{announcement.text}</span>
        </p>
      </div>
    </VerificationContext.Provider>
  )
}
