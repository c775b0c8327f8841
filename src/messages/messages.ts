/**
 * Every word that a person reads. Texts hold placeholders in braces: `{number}` and `{country}` as they are
 * shown, `{time}` as m:ss or h:mm:ss, `{duration}` in words of the locale, `{count}` a number.
 */
export interface Messages {
  country: string
  /** The picker with a search: the list's name, the search field, what it finds. `{count}` is a number. */
  countries: string
  searchCountries: string
  close: string
  noCountryFound: string
  countriesFound: string
  phoneNumber: string
  phoneNumberHint: string
  sendCode: string
  sending: string
  stillSending: string
  sendAnyway: string
  /** While a server's wait is on; `sendInSpoken` is what a screen reader hears of it. */
  sendIn: string
  sendInSpoken: string
  tryAgain: string
  changeNumber: string
  startOver: string

  /** Asked where one other number is likely; the number is a button below. */
  didYouMean: string
  /** Asked where several are. */
  whichNumber: string
  notMobile: string
  countryChanged: string

  numberMissing: string
  numberTooShort: string
  numberTooLong: string
  numberUnknownCountryCode: string
  numberNotDigits: string
  numberHasExtension: string
  numberNeedsPlus: string
  numberCannotGetSms: string

  sentTo: string
  /** The same for a password reset; it neither claims nor denies that the number has an account. */
  sentToIfAccount: string
  /** The server says that it texted another number than was asked for. */
  serverSentTo: string
  verificationCode: string
  codeHint: string
  /** The same where the last character that is typed submits the code. */
  codeHintComplete: string
  codeMissing: string
  verify: string
  verifying: string
  codeFilled: string
  didNotGetIt: string
  checkNumber: string
  resendCode: string
  resendIn: string
  resendInSpoken: string
  resendNow: string
  codeSent: string
  codeSentAgain: string

  externalTitle: string
  externalHint: string
  externalConfirm: string
  externalNotYet: string
  /** What `resendCode` and its companions are where the message holds a link in place of a code. */
  resendMessage: string
  resendMessageIn: string
  resendMessageInSpoken: string
  resendMessageNow: string
  /** Neither claims nor denies that the number has an account. */
  messageSentAgain: string

  verified: string
  /** What the form around a `PhoneVerificationField` wants of it. */
  verifyFirst: string
  unsupported: string
  unsupportedHint: string

  signIn: string
  signUp: string
  acceptTerms: string
  contact: string

  errorInvalidNumber: string
  errorCountryUnsupported: string
  errorNumberDenied: string
  errorNumberInUse: string
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
  errorBadResponse: string
  errorOffline: string
  errorTimeout: string
  errorUnsafeSubmitUrl: string
  errorInvalidRequest: string
  errorAfterVerified: string
}

/** The names of the messages. */
export type MessageKey = keyof Messages
