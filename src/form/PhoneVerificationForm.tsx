'use client'
import { CodeStep } from './CodeStep.js'
import { UnsupportedStep, VerifiedStep } from './endSteps.js'
import { ExternalStep } from './ExternalStep.js'
import { NumberStep } from './NumberStep.js'
import type { PhoneVerificationFormProps } from './options.js'
import { Root } from './Root.js'
import { LiveRegion } from './statusParts.js'

/**
 * The whole verification as a form: the number with its country, the SMS, the code, done. It needs a
 * `QueryClientProvider` above it and `matrix-phone-verification/styles.css`, or styles of your own, beside it.
 *
 * @example
 * <PhoneVerificationForm homeserver="https://matrix.example.org" purpose="register" onVerified={register} />
 */
export function PhoneVerificationForm(props: PhoneVerificationFormProps) {
  return (
    <Root {...props}>
      <NumberStep />
      <CodeStep />
      <ExternalStep />
      <UnsupportedStep />
      <VerifiedStep />
      <LiveRegion />
    </Root>
  )
}
