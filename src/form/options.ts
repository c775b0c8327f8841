import type { ReactNode } from 'react'
import type { PhoneVerificationOptions } from '../hooks/PhoneVerificationOptions.js'
import type { Messages } from '../messages/messages.js'

/** The parts of the form that take a class name of yours beside their own. */
export type Slot =
  | 'root'
  | 'step'
  | 'text'
  | 'field'
  | 'label'
  | 'hint'
  | 'select'
  | 'input'
  | 'codeInput'
  | 'error'
  | 'warning'
  | 'actions'
  | 'primaryButton'
  | 'secondaryButton'
  | 'linkButton'
  | 'status'
  | 'timer'

/** Options of the form, beyond those of the hook. */
export interface FormOptions {
  /**
   * Selected at first, ISO 3166-1 alpha-2. One that comes later counts as long as nothing was typed or chosen; with
   * one that is not among `countries`, none is selected. @default the region of the browser's language
   */
  defaultCountry?: string | undefined
  /** The only countries to choose from. @default all that have phone numbers */
  countries?: readonly string[] | undefined
  /** These stand on top of the list. */
  preferredCountries?: readonly string[] | undefined
  /**
   * The platform's own picker, the best there is on phones; or one with a search by name, code and calling
   * code, which is loaded when it is asked for. @default 'native'
   */
  countrySelect?: 'native' | 'search' | undefined
  /** Shows flags in the picker with a search: our own pictures, loaded when asked for (51 kB). @default false */
  flags?: boolean | undefined
  /**
   * How the country and the number stand: one above the other, or in one control in which the country is its
   * flag, if `flags` are on, and its calling code. @default 'stacked'
   */
  layout?: 'stacked' | 'row' | undefined
  /** Filled in at first, E.164. One that comes later counts as long as nothing was typed or chosen. */
  defaultPhoneNumber?: string | undefined
  /**
   * Formats the number and selects its country while it is typed. With `false` both happen when the field is left.
   * @default true
   */
  formatAsYouType?: boolean | undefined
  /** Shows a number of the selected country in the hint, as an example (loaded when asked for). @default false */
  exampleNumber?: boolean | undefined
  /** How many characters the server's codes have, if that is known. */
  codeLength?: number | undefined
  /**
   * What submits a code without the button: nothing; WebOTP, and one input event that brings the code or the rest of
   * it, such as a paste or a suggestion of the keyboard; or whatever completes it. The last two need `codeLength`, but
   * for what WebOTP fills. @default 'filled'
   */
  autoSubmit?: 'never' | 'filled' | 'complete' | undefined
  /** Nothing can be typed or pressed. @default false */
  disabled?: boolean | undefined
  /**
   * A language of this library, or words of your own in place of its English ones. Its `locale` is the language of
   * country names and times, too. @default English
   */
  messages?: Partial<Messages> | undefined
  /** BCP 47 tag for country names and times. @default the language of `messages` */
  locale?: string | undefined
  /** Class names beside the form's own. */
  classNames?: Partial<Record<Slot, string>> | undefined
  /** Shown at the end of "Didn’t get the text?". */
  help?: ReactNode
}

/** What the form, the field and the root have in common: what they verify, and how they look. */
export interface FormProps extends Omit<PhoneVerificationOptions, 'webOtp'>, FormOptions {
  /** Whether the browser is asked for the code of the SMS (WebOTP). @default true where the browser has it */
  webOtp?: boolean | undefined
}
