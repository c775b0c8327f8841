/** One of those that are compared: its screen is `page/screens/<name>.tsx`. */
export interface Subject {
  name: string
  title: string
  /** The packages whose versions matter. */
  packages: string[]
  /** What an app imports for it: what its size is measured of. */
  imports: string
  /** Whether its screen goes on to the code. */
  hasCode: boolean
  /** Whether that counts down to a resend. */
  hasCountdown: boolean
}

export const OURS = 'ours'
/** What everything is a ratio to. */
export const BASELINE = 'handMadeJoin'

export const subjects: Subject[] = [
  {
    name: OURS,
    title: 'this library',
    packages: ['@tanstack/react-query'],
    imports: "export { PhoneVerificationForm } from 'matrix-phone-verification'",
    hasCode: true,
    hasCountdown: true,
  },
  {
    name: BASELINE,
    title: 'joined by hand',
    packages: ['react-phone-number-input', 'react-hook-form', '@hookform/resolvers', 'zod'],
    imports: [
      "export { default } from 'react-phone-number-input/react-hook-form'",
      "export { isPossiblePhoneNumber } from 'react-phone-number-input'",
      "export { useForm } from 'react-hook-form'",
      "export { zodResolver } from '@hookform/resolvers/zod'",
      "import { z } from 'zod'",
      'export const schema = z.object({ phoneNumber: z.string().refine(Boolean), code: z.string().regex(/^a/) })',
    ].join('\n'),
    hasCode: true,
    hasCountdown: true,
  },
  {
    name: 'phoneNumberInput',
    title: 'react-phone-number-input',
    packages: ['react-phone-number-input'],
    imports: "export { default } from 'react-phone-number-input'",
    hasCode: false,
    hasCountdown: false,
  },
  {
    name: 'internationalPhone',
    title: 'react-international-phone, input-otp',
    packages: ['react-international-phone', 'input-otp'],
    imports: [
      "export { PhoneInput } from 'react-international-phone'",
      "export { OTPInput } from 'input-otp'",
    ].join('\n'),
    hasCode: true,
    hasCountdown: false,
  },
  {
    name: 'intlTelInput',
    title: 'intl-tel-input, input-otp',
    packages: ['@intl-tel-input/react', 'intl-tel-input', 'input-otp'],
    imports: [
      "export { default } from '@intl-tel-input/react'",
      "export { OTPInput } from 'input-otp'",
      "export const loadUtils = () => import('intl-tel-input/utils')",
    ].join('\n'),
    hasCode: true,
    hasCountdown: false,
  },
]
