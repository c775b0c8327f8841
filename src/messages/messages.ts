/**
 * Every word that a person reads, by where it stands. Texts hold placeholders in braces: `{number}` and `{country}` as
 * they are shown, `{time}` as m:ss or h:mm:ss, `{duration}` in words, `{count}` a number.
 */
export interface Messages {
  /** BCP 47 tag of their language: for the form's `lang`, country names, numbers and times. */
  locale: string

  /** Label of the country. */
  country: string
  /** Name of the list in the picker with a search. */
  countries: string
  /** Name of its search field, which also stands in it while it is empty. */
  searchCountries: string
  /** Button that leaves the picker. */
  close: string
  /** In place of the list. */
  noCountryFound: string
  /** Said when a search stands still; `{count}`. */
  countriesFound: string
  /** In the closed picker while no country is selected. */
  chooseCountry: string
  /** Label of the number. */
  phoneNumber: string
  /** Below the number: why it is asked for. */
  phoneNumberHint: string
  /** Behind the hint if `exampleNumber` asks for it; `{number}`. */
  exampleNumber: string
  /** Button of the number. */
  sendCode: string
  /** Said while an SMS is asked for. */
  sending: string
  /** The same after ten seconds. */
  stillSending: string
  /** Button below `notMobile`. */
  sendAnyway: string
  /** While a server's wait is on, below the button; `{time}`. */
  sendIn: string
  /** What a screen reader hears of it; `{duration}`. */
  sendInSpoken: string
  /** Said when the wait is over. */
  sendNow: string
  /** Button below what may go well the next time. */
  tryAgain: string
  /** Button that leads back to the number. */
  changeNumber: string
  /** The same where the server verifies no numbers. */
  startOver: string

  /** Asked where one other number is likely; `useNumber` is the button below. `{number}` */
  didYouMean: string
  /** The button that answers with a number; `{number}`, `{country}`. */
  useNumber: string
  /** Asked where several are; each has its button `useNumber`. */
  whichNumber: string
  /** Warning that does not block; `{number}`, `{country}`. */
  notMobile: string
  /** Said when a number brought its country along; `{country}`. */
  countryChanged: string

  /** Beside the number: no country is selected, and the number does not say one. */
  countryMissing: string
  /** Beside the number: nothing was typed. */
  numberMissing: string
  numberTooShort: string
  numberTooLong: string
  /** The digits behind the plus are no country's. */
  numberUnknownCountryCode: string
  /** There are letters in it. */
  numberNotDigits: string
  /** There are other characters in it that no number has. */
  numberHasSigns: string
  /** It is two numbers or more. */
  numberSeveral: string
  /** There is an extension behind it. */
  numberHasExtension: string
  /** The numbering plans could not be loaded, and the number has no plus. */
  numberNeedsPlus: string
  /** It belongs to no country: a satellite's, a toll-free one. */
  numberCannotGetSms: string

  /** Above the code; `{number}`, `{country}`. */
  sentTo: string
  /** The same for a password reset; it neither claims nor denies that the number has an account. */
  sentToIfAccount: string
  /** The server says that it texted another number than was asked for; `{number}`. */
  serverSentTo: string
  /** Label of the code. */
  verificationCode: string
  /** Below the code, where its length is known; `{count}`. */
  codeLength: string
  /** Below the code. */
  codeHint: string
  /** The same where the last character that is typed submits the code. */
  codeHintComplete: string
  /** Behind the hint, where the person typed the server's name; `{server}` is its address. */
  codeGoesTo: string
  /** Beside the code: nothing was typed. */
  codeMissing: string
  /** There is more than the code: `{count}` is how many characters that has. */
  codeTooLong: string
  /** Button of the code. */
  verify: string
  /** Said while the code is checked. */
  verifying: string
  /** Said when the browser read the code from the SMS. */
  codeFilled: string
  /** Heads what to do when no SMS comes. */
  didNotGetIt: string
  /** Behind it: that it can take a minute, and to check the `{number}`. */
  checkNumber: string
  /** Button for another SMS. */
  resendCode: string
  /** While that has to wait; `{time}`. */
  resendIn: string
  /** What a screen reader hears when it is pressed too early; `{duration}`. */
  resendInSpoken: string
  /** Said when the wait is over. */
  resendNow: string
  /** Said after a resend in a password reset: neither claims nor denies that the `{number}` has an account. */
  codeSent: string
  /** Said after another SMS was asked for. */
  codeSentAgain: string

  /** Heads the step for a message that holds a link in place of a code. */
  externalTitle: string
  /** Below it; `{number}`, `{country}`. */
  externalHint: string
  /** Button that asks the app whether the link was followed. */
  externalConfirm: string
  /** Said when it was not. */
  externalNotYet: string
  /** What `resendCode` and its companions are there. */
  resendMessage: string
  /** `{time}` */
  resendMessageIn: string
  /** `{duration}` */
  resendMessageInSpoken: string
  resendMessageNow: string
  /** Neither claims nor denies that the number has an account. */
  messageSentAgain: string

  /** The end; `{number}`. */
  verified: string
  /** What the form around a `PhoneVerificationField` wants of it. */
  verifyFirst: string
  /** Heads the step where the server verifies no numbers for this purpose. */
  unsupported: string
  /** What to do then. */
  unsupportedHint: string
  /** Link below, where another service keeps the accounts: to the person's own pages there. */
  manageAccount: string

  /** Buttons of `onRecovery`, by the recovery. */
  signIn: string
  signUp: string
  acceptTerms: string
  contact: string

  /** What went wrong and what to do, by the `kind` of the error. */
  errorInvalidNumber: string
  errorCountryUnsupported: string
  errorNumberDenied: string
  /** When a number is added to an account. */
  errorNumberInUse: string
  /** When an account is registered. */
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
  /** The same for the second time with a code, which some servers answer to a wrong one. */
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
