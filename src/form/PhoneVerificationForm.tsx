'use client'
import { CodeStep } from './code/CodeStep.js'
import { UnsupportedStep, VerifiedStep } from './end/endSteps.js'
import { ExternalStep } from './end/ExternalStep.js'
import { NumberStep } from './number/NumberStep.js'
import type { FormProps } from './shared/FormOptions.js'
import { Frame, useRootFrame, type RootProps } from './Root.js'
import { LiveRegion } from './shared/statusParts.js'
import { WhenVerified, type WhenVerifiedProps } from './end/WhenVerified.js'

/** Props of {@link PhoneVerificationForm}: what it verifies, how it looks, and what comes next. */
export interface PhoneVerificationFormProps extends FormProps, Pick<RootProps, 'as'> {
  /**
   * What comes next below the verified number, or a function that renders it from the proof. It is shown on every mount
   * while the number is verified.
   */
  children?: WhenVerifiedProps['children'] | undefined
}

/**
 * The whole verification as a form: the number with its country, the SMS, the code, done. It needs a
 * `QueryClientProvider` above it, and `matrix-phone-verification/styles.css` or your own styles.
 *
 * @example
 * <PhoneVerificationForm homeserver="https://matrix.example.org" purpose="register">
 *   {({ phone }) => <CreateAccount phone={phone} />}
 * </PhoneVerificationForm>
 */
export function PhoneVerificationForm({ children, ...props }: PhoneVerificationFormProps) {
  return (
    <Frame
      {...useRootFrame(props, undefined)}
      // Outside the root, because the root's styles are not meant for the app's own elements.
      after={children !== undefined && <WhenVerified>{children}</WhenVerified>}
    >
      <NumberStep />
      <CodeStep />
      <ExternalStep />
      <UnsupportedStep />
      <VerifiedStep />
      <LiveRegion />
    </Frame>
  )
}
