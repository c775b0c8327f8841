export { PhoneVerificationForm } from './form/PhoneVerificationForm.js'
export type { PhoneVerificationFormProps, Slot } from './form/options.js'
export type { PhoneVerificationActions } from './hooks/createActions.js'
export type { FlowStorage } from './hooks/flowStore.js'
export { phoneVerificationKeys } from './hooks/mutationKeys.js'
export type { PhoneVerificationOptions } from './hooks/options.js'
export { useCountdown, type Countdown } from './hooks/useCountdown.js'
export type { CheckExternal } from './hooks/useExternalCheck.js'
export { usePhoneVerification, type PhoneVerification, type SentTo } from './hooks/usePhoneVerification.js'
export type { PhoneVerificationMutation } from './hooks/useRequests.js'
export type { PhoneVerificationEvent } from './hooks/verificationEvents.js'
export type { IdentityServer, MatrixClientOptions } from './matrix/clientOptions.js'
export { generateClientSecret } from './matrix/clientSecret.js'
export type { RequestTokenParameters, SubmitTokenParameters } from './matrix/fields.js'
export {
  createMatrixClient,
  type CallOptions,
  type MatrixClient,
  type RequestTokenResult,
} from './matrix/createMatrixClient.js'
export { formatOriginBoundSms, parseOriginBoundSms, type OriginBoundSms } from './matrix/originBoundSms.js'
export {
  PhoneVerificationError,
  type Operation,
  type PhoneVerificationErrorFacts,
  type PhoneVerificationErrorKind,
  type Purpose,
  type Recovery,
  type RequestTokenOperation,
} from './matrix/PhoneVerificationError.js'
export {
  errorBodySchema,
  requestTokenResponseSchema,
  requestTokenSchema,
  submitTokenResponseSchema,
  submitTokenSchema,
} from './matrix/schemas.js'
export { uiaAuth, type MsisdnAuth, type VerifiedPhone } from './matrix/uiaAuth.js'
export type { Messages, MessageKey } from './messages/messages.js'
export { listCountries, type Country, type ListCountriesOptions } from './phone/countries.js'
export { parsePhoneNumber } from './phone/parsePhoneNumber.js'
export type { InvalidReason, NumberWarning, ParsedPhoneNumber, PhoneNumber } from './phone/phoneNumber.js'
