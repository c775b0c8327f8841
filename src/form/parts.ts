// The parts by the names that they have in `PhoneVerification`.
export { CodeBoxes, CodeInput, CodeLabel, SentTo, ServerSentTo } from './code/codeParts.js'
export { CodeEntry, CodeStep } from './code/CodeStep.js'
export {
  AccountLink,
  StartOver,
  UnsupportedHint,
  UnsupportedStep,
  UnsupportedTitle,
  VerifiedStep,
  VerifiedText,
} from './end/endSteps.js'
export {
  ExternalConfirm,
  ExternalHint,
  ExternalStatus,
  ExternalStep,
  ExternalTitle,
} from './end/ExternalStep.js'
export { Failure, FailureText, FieldRecovery, Recovery, TryAgain } from './shared/failureParts.js'
export { Actions, Field, FieldError, Hint, Legend, Problem, Submit } from './shared/fieldParts.js'
export { Country, CountryLabel, NumberInput, NumberLabel, NumberRow } from './number/numberParts.js'
export { NumberStep } from './number/NumberStep.js'
export { Remark, RemarkAnswers, RemarkText } from './number/remarkParts.js'
export { ChangeNumber, Help, Resend, ResendButton, ResendText } from './shared/resendParts.js'
export { Root } from './Root.js'
export { CodeStatus, Countdown, LiveRegion, SendingStatus } from './shared/statusParts.js'
export { StopSending } from './number/StopSending.js'
export { WhenVerified } from './end/WhenVerified.js'
