export type { Part, PartElementProps, PartProps } from './form/shared/createPart.js'
export type { CountryState } from './form/number/numberParts.js'
export type { PartState } from './form/shared/PartState.js'
export type { KnownPhone } from './form/KnownPhone.js'
export { PhoneVerification } from './form/PhoneVerification.js'
export { PhoneVerificationField, type PhoneVerificationFieldProps } from './form/PhoneVerificationField.js'
export { PhoneVerificationForm, type PhoneVerificationFormProps } from './form/PhoneVerificationForm.js'
export type { ResendButtonState } from './form/shared/resendParts.js'
export type { RootProps } from './form/Root.js'
export type { VerifiedContent, WhenVerifiedProps } from './form/end/WhenVerified.js'
export { optionalVerifiedPhoneSchema, verifiedPhoneSchema } from './form/verifiedPhoneSchema.js'
export type { Slot } from './form/shared/FormOptions.js'
export { phoneAccountKeys } from './hooks/accountKeys.js'
export type { PhoneVerificationActions } from './hooks/createActions.js'
export type { FlowStorage } from './hooks/flowStorage.js'
export { phoneVerificationKeys } from './hooks/mutationKeys.js'
export type { Operation } from './hooks/FlowError.js'
export type { PhoneVerificationOptions } from './hooks/PhoneVerificationOptions.js'
export type { PhoneAccountMutation, PhoneAccountOptions } from './hooks/useAccountMutation.js'
export { useAddPhoneToAccount, type AddPhoneVariables } from './hooks/useAddPhoneToAccount.js'
export { useCountdown, type Countdown } from './hooks/useCountdown.js'
export type { CheckExternal } from './hooks/askExternal.js'
export { usePhoneSupport, type PhoneSupportOptions } from './hooks/usePhoneSupport.js'
export { usePhoneVerification, type UsePhoneVerificationResult } from './hooks/usePhoneVerification.js'
export type { PhoneVerificationState, SentTo } from './hooks/flowState.js'
export { forgetPhoneVerifications } from './hooks/flowRegistry.js'
export { useRegisterWithPhone, type RegisterVariables } from './hooks/useRegisterWithPhone.js'
export type { PhoneVerificationMutation } from './hooks/jobMutation.js'
export { useResetPasswordWithPhone, type ResetPasswordVariables } from './hooks/useResetPasswordWithPhone.js'
export type { PhoneVerificationEvent } from './hooks/PhoneVerificationEvent.js'
export {
  AccountError,
  type AccountErrorFacts,
  type AccountErrorKind,
  type AccountOperation,
  type AccountRecovery,
} from './matrix/AccountError.js'
export { addPhoneToAccount, type AccountOwner } from './matrix/addPhoneToAccount.js'
export type { AuthOptions, AuthStage, StageAnswer, StageHandler } from './matrix/authStages.js'
export type { IdentityServer, MatrixClientOptions } from './matrix/clientOptions.js'
export { generateClientSecret } from './matrix/clientSecret.js'
export type { RequestTokenParameters, SubmitTokenParameters } from './matrix/parameters.js'
export {
  createMatrixClient,
  type CallOptions,
  type MatrixClient,
  type RequestTokenResult,
} from './matrix/createMatrixClient.js'
export {
  discoverHomeserver,
  HomeserverDiscoveryError,
  type DiscoveredHomeserver,
  type DiscoverOptions,
  type DiscoveryAction,
} from './matrix/discoverHomeserver.js'
export { fromMatrixJsSdk, type MatrixJsSdkClient } from './matrix/fromMatrixJsSdk.js'
export { formatOriginBoundSms, parseOriginBoundSms, type OriginBoundSms } from './matrix/originBoundSms.js'
export type { PhoneSupport, UnknownReason, UnsupportedReason } from './matrix/phoneSupport.js'
export {
  PhoneVerificationError,
  type PhoneVerificationErrorFacts,
  type PhoneVerificationErrorKind,
  type Recovery,
  type WireOperation,
} from './matrix/PhoneVerificationError.js'
export { probePhoneSupport } from './matrix/probePhoneSupport.js'
export type { Purpose, RequestTokenOperation } from './matrix/purposes.js'
export { registerWithPhone, type NewAccount, type RegisteredAccount } from './matrix/registerWithPhone.js'
export { resetPasswordWithPhone, type NewPassword } from './matrix/resetPasswordWithPhone.js'
export {
  errorBodySchema,
  requestTokenResponseSchema,
  requestTokenSchema,
  submitTokenResponseSchema,
  submitTokenSchema,
} from './matrix/schemas.js'
export { uiaAuth, type MsisdnAuth, type VerifiedPhone } from './matrix/uiaAuth.js'
export { describeError, type DescribableError } from './messages/describeError.js'
export { describeInvalidNumber } from './messages/describeInvalidNumber.js'
export type { Messages, MessageKey } from './messages/messages.js'
export { listCountries, type Country, type ListCountriesOptions } from './phone/countries.js'
export { countryLabel } from './phone/countryName.js'
export { parsePhoneNumber } from './phone/parsePhoneNumber.js'
export type { InvalidReason, NumberWarning, ParsedPhoneNumber, PhoneNumber } from './phone/phoneNumber.js'
