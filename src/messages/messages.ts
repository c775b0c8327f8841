/**
 * All texts that a person reads, grouped by where they appear. Placeholders are in braces: `{number}` and `{country}`
 * as they are shown, `{time}` as m:ss or h:mm:ss, `{duration}` in words, `{count}` a number.
 */
export interface Messages {
  /** BCP 47 tag of the language: for the form's `lang`, country names, numbers and times. */
  locale: string

  /** Label of the country picker. */
  country: string
  /** Accessible name of the list in the country picker with a search. */
  countries: string
  /** Accessible name and placeholder of the search field in that picker. */
  searchCountries: string
  /** Button that closes the picker. */
  close: string
  /** Shown instead of the list if no country matches. */
  noCountryFound: string
  /** Announced when the person pauses while searching; `{count}`. */
  countriesFound: string
  /** Shown in the closed picker while no country is selected. */
  chooseCountry: string
  /** Label of the number field. */
  phoneNumber: string
  /** Below the number field: why the number is needed. */
  phoneNumberHint: string
  /** After the hint, if `exampleNumber` turns it on; `{number}`. */
  exampleNumber: string
  /** Button of the number step. */
  sendCode: string
  /** Status while an SMS is requested. */
  sending: string
  /** Replaces `sending` after ten seconds. */
  stillSending: string
  /** Button below `notMobile`. */
  sendAnyway: string
  /** Below the button during a server's wait; `{time}`. */
  sendIn: string
  /** The same wait for screen readers; `{duration}`. */
  sendInSpoken: string
  /** Announced when the wait is over. */
  sendNow: string
  /** Button below an error that may not happen again. */
  tryAgain: string
  /** Button that returns to the number. */
  changeNumber: string
  /** The same button, if the server verifies no numbers. */
  startOver: string

  /** Question if one other number is likely. The button `useNumber` is below it. `{number}` */
  didYouMean: string
  /** Button that selects the suggested number; `{number}`, `{country}`. */
  useNumber: string
  /** Question if several numbers are likely. Each has its own `useNumber` button. */
  whichNumber: string
  /** Warning that does not prevent sending; `{number}`, `{country}`. */
  notMobile: string
  /** Announced when a typed number changed the country; `{country}`. */
  countryChanged: string

  /** At the number field: no country is selected, and the number has no country code. */
  countryMissing: string
  /** At the number field: nothing was typed. */
  numberMissing: string
  numberTooShort: string
  numberTooLong: string
  /** The digits after the plus are not a country code. */
  numberUnknownCountryCode: string
  /** The number contains letters. */
  numberNotDigits: string
  /** The number contains other characters that do not occur in numbers. */
  numberHasSigns: string
  /** The text contains more than one number. */
  numberSeveral: string
  /** The number has an extension. */
  numberHasExtension: string
  /** The numbering plans could not be loaded, and the number has no plus. */
  numberNeedsPlus: string
  /** The number belongs to no country: a satellite or a toll-free number. */
  numberCannotGetSms: string

  /** Above the code field; `{number}`, `{country}`. */
  sentTo: string
  /** The same for a password reset. It neither claims nor denies that the number has an account. */
  sentToIfAccount: string
  /** The server says that it texted another number than the requested one; `{number}`. */
  serverSentTo: string
  /** Label of the code field. */
  verificationCode: string
  /** Below the code field, if the length of the code is known; `{count}`. */
  codeLength: string
  /** Below the code field. */
  codeHint: string
  /** The same hint, if the last typed character submits the code. */
  codeHintComplete: string
  /** After the hint, if the person typed the server's name; `{server}` is its address. */
  codeGoesTo: string
  /** At the code field: nothing was typed. */
  codeMissing: string
  /** The text is longer than the code; `{count}` is the code's number of characters. */
  codeTooLong: string
  /** Button of the code step. */
  verify: string
  /** Status while the code is checked. */
  verifying: string
  /** Announced when the browser read the code from the SMS. */
  codeFilled: string
  /** Below the button while the server accepts no code because there were too many; `{time}`. */
  verifyIn: string
  /** The same wait for screen readers; `{duration}`. */
  verifyInSpoken: string
  /** Announced when that wait is over. */
  verifyNow: string
  /** Heading of what to do if no SMS arrives. */
  didNotGetIt: string
  /** After that heading: it can take a minute, and the person should check the `{number}`. */
  checkNumber: string
  /** Button for another SMS. */
  resendCode: string
  /** Shown until another SMS can be requested; `{time}`. */
  resendIn: string
  /** The same for screen readers, when the button is pressed too early; `{duration}`. */
  resendInSpoken: string
  /** Announced when the wait is over. */
  resendNow: string
  /** Status after a resend in a password reset. It neither claims nor denies that the `{number}` has an account. */
  codeSent: string
  /** Status after another SMS was requested. */
  codeSentAgain: string

  /** Heading of the step for a message that contains a link instead of a code. */
  externalTitle: string
  /** Below that heading; `{number}`, `{country}`. */
  externalHint: string
  /** Button that asks the app whether the link was followed. */
  externalConfirm: string
  /** Status if the link was not followed. */
  externalNotYet: string
  /** The texts of that step for `resendCode`, `resendIn`, `resendInSpoken` and `resendNow`. */
  resendMessage: string
  /** `{time}` */
  resendMessageIn: string
  /** `{duration}` */
  resendMessageInSpoken: string
  resendMessageNow: string
  /** Status after another message was requested. It neither claims nor denies that the number has an account. */
  messageSentAgain: string

  /** Shown when the number is verified; `{number}`. */
  verified: string
  /** Error of the surrounding form while the number in its `PhoneVerificationField` is not verified. */
  verifyFirst: string
  /** Heading of the step for a server that verifies no numbers for this purpose. */
  unsupported: string
  /** Below that heading: what to do instead. */
  unsupportedHint: string
  /** Link below the hint to the person's own account page, if another service manages the accounts. */
  manageAccount: string

  /** Buttons that call `onRecovery`, by the recovery. */
  signIn: string
  signUp: string
  acceptTerms: string
  contact: string

  /** What went wrong and what to do, by the `kind` of the error. */
  errorInvalidNumber: string
  errorCountryUnsupported: string
  errorNumberDenied: string
  /** The number is in use, when it is added to an account. */
  errorNumberInUse: string
  /** The number is in use, when an account is registered. */
  errorNumberInUseRegister: string
  errorNumberNotFound: string
  errorRateLimited: string
  errorCodeIncorrect: string
  errorCodeExpired: string
  errorSessionLost: string
  errorTermsRequired: string
  errorServerNotTrusted: string
  errorSmsFailed: string
  errorServer: string
  /**
   * Replaces `errorServer` when checking a code fails a second time. Some servers respond to a wrong code like this.
   */
  errorServerAgain: string
  errorBadResponse: string
  errorOffline: string
  errorTimeout: string
  errorUnsafeSubmitUrl: string
  errorInsecureHomeserver: string
  errorInvalidHomeserver: string
  errorInvalidRequest: string
  /** The app's `onVerified` failed. */
  errorAfterVerified: string
}

/** The names of the messages. */
export type MessageKey = Exclude<keyof Messages, 'locale'>
