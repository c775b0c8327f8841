import type { ReactNode } from 'react'
import type { PhoneVerificationOptions } from '../../hooks/PhoneVerificationOptions.js'
import type { Messages } from '../../messages/messages.js'

/** The parts of the form that take a class name of yours in addition to their own. */
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
   * The country that is selected first, ISO 3166-1 alpha-2. It may arrive later, as long as the person typed and chose
   * nothing. If it is not among `countries`, none is selected. @default the region of the browser's language
   */
  defaultCountry?: string | undefined
  /** The countries to choose from, ISO 3166-1 alpha-2. @default all that have phone numbers */
  countries?: readonly string[] | undefined
  /** Countries at the top of the list. @default none */
  preferredCountries?: readonly string[] | undefined
  /**
   * `'native'` is the browser's own list, the best one on phones. `'search'` is a list with a search by name, code and
   * calling code; it loads when it is used. @default 'native'
   */
  countrySelect?: 'native' | 'search' | undefined
  /** Shows flags in the list with a search. They are part of the package and load when needed (51 kB). @default false */
  flags?: boolean | undefined
  /**
   * `'stacked'` shows the country above the number. `'row'` shows both in one control, with the calling code, and the
   * flag if `flags` is on. @default 'stacked'
   */
  layout?: 'stacked' | 'row' | undefined
  /** The number that is filled in first, E.164. It may arrive later, as long as the person typed and chose nothing. */
  defaultPhoneNumber?: string | undefined
  /**
   * Formats the number and selects its country while it is typed. With `false`, both happen when the person leaves the field.
   * @default true
   */
  formatAsYouType?: boolean | undefined
  /** Shows an example number of the selected country in the hint. Loads when used. @default false */
  exampleNumber?: boolean | undefined
  /** How many characters a code has, if you know it. Draws a box for each. @default unknown */
  codeLength?: number | undefined
  /**
   * What submits a code without the button. `'never'`: nothing. `'filled'`: WebOTP and, with `codeLength`, a paste or a
   * keyboard suggestion that completes the code. `'complete'`: with `codeLength`, also the last typed character. Where the
   * person typed the server's name, only that character submits a code. @default 'filled'
   */
  autoSubmit?: 'never' | 'filled' | 'complete' | undefined
  /** Disables all fields and buttons. @default false */
  disabled?: boolean | undefined
  /**
   * A language of this library, or words of your own in place of its English ones. Its `locale` is the language of
   * country names and times, too. @default English
   */
  messages?: Partial<Messages> | undefined
  /** BCP 47 tag for country names and times. @default the language of `messages` */
  locale?: string | undefined
  /** Your class names, in addition to the form's own. @default none */
  classNames?: Partial<Record<Slot, string>> | undefined
  /** Shown at the end of "Didn’t get the text?". */
  help?: ReactNode
}

/** The props that the form, the field and the root share: what they verify, and how they look. */
export interface FormProps extends Omit<PhoneVerificationOptions, 'webOtp'>, FormOptions {
  /** Lets the browser read the code from the SMS (WebOTP). @default true where the browser supports it */
  webOtp?: boolean | undefined
}
