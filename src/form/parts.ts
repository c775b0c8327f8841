// The parts by the names that they have in `PhoneVerification`.
export { CodeBoxes, CodeInput, CodeLabel, SentTo, ServerSentTo } from './codeParts.js'
export { CodeEntry, CodeStep } from './CodeStep.js'
export {
  AccountLink,
  StartOver,
  UnsupportedHint,
  UnsupportedStep,
  UnsupportedTitle,
  VerifiedStep,
  VerifiedText,
} from './endSteps.js'
export { ExternalConfirm, ExternalHint, ExternalStatus, ExternalStep, ExternalTitle } from './ExternalStep.js'
export { Failure, FailureText, FieldRecovery, Recovery, TryAgain } from './failureParts.js'
export { Actions, Field, FieldError, Hint, Legend, Problem, Submit } from './fieldParts.js'
export { Country, CountryLabel, NumberInput, NumberLabel, NumberRow } from './numberParts.js'
export { NumberStep } from './NumberStep.js'
export { Remark, RemarkAnswers, RemarkText } from './remarkParts.js'
export { ChangeNumber, Help, Resend, ResendButton, ResendText } from './resendParts.js'
export { Root } from './Root.js'
export { CodeStatus, Countdown, LiveRegion, SendingStatus, StopSending } from './statusParts.js'
export { WhenVerified } from './WhenVerified.js'
