import { expect } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FormProps } from '../../src/form/shared/FormOptions.js'
import type { UsePhoneVerificationResult } from '../../src/hooks/usePhoneVerification.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import {
  PhoneVerificationError,
  type PhoneVerificationErrorFacts,
  type PhoneVerificationErrorKind,
} from '../../src/matrix/PhoneVerificationError.js'
import { en } from '../../src/messages/en.js'
import type { MessageKey } from '../../src/messages/messages.js'

/** A state of the form, and the messages that are to be seen in it. */
export interface Place {
  shows: MessageKey[]
  /** What the hook says, one after the other. */
  verifications: [UsePhoneVerificationResult, ...UsePhoneVerificationResult[]]
  options?: Partial<FormProps> | undefined
  /** What is wrong with what is in the field, where a person would have typed it. */
  problem?: MessageKey | undefined
  /** What a person does in English to come there; time passes by the millisecond. */
  act?: ((pass: (time: number) => void) => Promise<unknown>) | undefined
}

export const NOW = 1_800_000_000_000

const LATER = NOW + 899_000

const sentTo = { phoneNumber: '+4915228817386', country: 'VC', display: '+49 1522 8817386', echo: null }

const code = { step: 'code', sentTo, resendAt: LATER }
const external = { step: 'external', sentTo, resendAt: LATER, phone: { sid: '1' } }
const idle = { isPending: false, isSuccess: false, variables: 1 }
const running = { isPending: true, isSuccess: false, variables: 1 }

/** A verification that stands still. */
function still(state: object): UsePhoneVerificationResult {
  const nothing = () => undefined
  const actions = { send: nothing, resend: nothing, verify: nothing, changeNumber: nothing, retry: nothing }
  const common = { error: null, isPending: false, requestToken: idle, submitToken: idle }
  return { ...common, ...actions, ...state } as unknown as UsePhoneVerificationResult
}

type Facts = Partial<PhoneVerificationErrorFacts>

const place = (state: object, shows: MessageKey[], rest: Partial<Place> = {}): Place => ({
  shows,
  verifications: [still({ step: 'number', lastNumber: null, ...state })],
  ...rest,
})

function failing(operation: string, kind: PhoneVerificationErrorKind, facts: Facts = {}) {
  return { error: new PhoneVerificationError({ kind, operation, message: 'For developers.', ...facts }) }
}

/** What a server answers to a number. */
function refused(kind: PhoneVerificationErrorKind, shows: MessageKey[], facts?: Facts): Place {
  return place(failing('requestToken', kind, facts), shows, { options: { onRecovery: () => undefined } })
}

/** What a server answers to a code. */
function refusedCode(kind: PhoneVerificationErrorKind, shows: MessageKey): Place {
  return place({ ...code, ...failing('submitToken', kind) }, [shows])
}

const wrongNumber = (shows: MessageKey): Place => place({}, [shows], { problem: shows })

const typed = (defaultCountry: string, number: string, shows: MessageKey[]): Place =>
  place({}, shows, {
    options: { defaultCountry },
    act: async () => {
      await userEvent.type(page.getByLabelText(en.phoneNumber), number)
      await userEvent.tab()
      await expect.element(page.getByRole('group')).toBeVisible()
    },
  })

/** The same again, after another request. */
const again = (state: object, shows: MessageKey[], options?: Partial<FormProps>): Place => ({
  shows,
  verifications: [
    still(state),
    still({ ...state, requestToken: { ...idle, isSuccess: true, variables: 2 } }),
  ],
  options,
})

const search = async () => {
  const country = page.getByLabelText(en.country)
  // The platform's own picker stands there first.
  await expect.element(country).toHaveProperty('tagName', 'BUTTON')
  await userEvent.click(country)
  await userEvent.fill(page.getByRole('combobox', { name: en.searchCountries }), 'zzzz')
  await expect.element(page.getByText(en.noCountryFound)).toBeVisible()
}

const accountPage = createMatrixClient({
  baseUrl: 'https://matrix.example.org',
  fetch: async () => Response.json({ account_management_uri: 'https://account.example.org/' }),
})

/** Every place of the form in which a message is seen. */
export const PLACES = {
  'the number': place({}, ['country', 'phoneNumber', 'phoneNumberHint', 'exampleNumber', 'sendCode'], {
    options: { exampleNumber: true },
    act: async () => expect.element(page.getByText('For example')).toBeVisible(),
  }),
  'no country': place({}, ['chooseCountry'], { options: { defaultCountry: 'GB', countries: ['FR'] } }),
  'the search for a country': place({}, ['countries', 'searchCountries', 'close', 'noCountryFound'], {
    options: { countrySelect: 'search' },
    act: search,
  }),
  'no country and no plus': wrongNumber('countryMissing'),
  'no number': wrongNumber('numberMissing'),
  'a number that is too short': wrongNumber('numberTooShort'),
  'a number that is too long': wrongNumber('numberTooLong'),
  'a country code that is none': wrongNumber('numberUnknownCountryCode'),
  letters: wrongNumber('numberNotDigits'),
  signs: wrongNumber('numberHasSigns'),
  'two numbers': wrongNumber('numberSeveral'),
  'an extension': wrongNumber('numberHasExtension'),
  'no numbering plans': wrongNumber('numberNeedsPlus'),
  'a satellite': wrongNumber('numberCannotGetSms'),
  'a field of a form': wrongNumber('verifyFirst'),
  'a landline': typed('GB', '020 7946 0958', ['notMobile', 'sendAnyway']),
  'a question': typed('GB', '33612345678', ['didYouMean', 'useNumber']),
  'a question with several answers': typed('IN', '919876543210', ['whichNumber']),
  sending: place({ isPending: true, requestToken: running }, ['sending']),
  'sending for long': place({ isPending: true, requestToken: running }, ['stillSending', 'changeNumber'], {
    act: async (pass) => {
      pass(10_000)
      await expect.element(page.getByText(en.stillSending)).toBeVisible()
    },
  }),
  'a number that is none': refused('invalid-number', ['errorInvalidNumber']),
  'a country without SMS': refused('country-unsupported', ['errorCountryUnsupported']),
  'a number that is not wanted': refused('number-denied', ['errorNumberDenied']),
  'a number of an account': refused('number-in-use', ['errorNumberInUse']),
  'a number to sign in with': refused('number-in-use', ['errorNumberInUseRegister', 'signIn'], {
    recovery: 'sign-in',
  }),
  'a number of nobody': refused('number-not-found', ['errorNumberNotFound', 'signUp'], {
    recovery: 'sign-up',
  }),
  'a wait': refused('rate-limited', ['errorRateLimited', 'sendIn'], { retryAt: LATER }),
  terms: refused('terms-required', ['errorTermsRequired', 'acceptTerms']),
  'a server without a service': refused('server-not-trusted', ['errorServerNotTrusted', 'contact']),
  'no SMS': refused('sms-failed', ['errorSmsFailed', 'tryAgain']),
  'a server’s problem': refused('server-error', ['errorServer']),
  'an answer that is none': refused('bad-response', ['errorBadResponse']),
  'no connection': refused('offline', ['errorOffline']),
  'no answer': refused('timeout', ['errorTimeout']),
  'an address that is not secure': refused('insecure-homeserver', ['errorInsecureHomeserver']),
  'an address that is none': refused('invalid-homeserver', ['errorInvalidHomeserver']),
  'a fault of the app': refused('invalid-request', ['errorInvalidRequest']),
  'the code': place(code, [
    'sentTo',
    'verificationCode',
    'codeHint',
    'verify',
    'didNotGetIt',
    'checkNumber',
    'resendCode',
    'resendIn',
    'changeNumber',
  ]),
  'the code of a password reset': place(code, ['sentToIfAccount', 'codeLength', 'codeHintComplete'], {
    options: { purpose: 'resetPassword', codeLength: 6, autoSubmit: 'complete' },
  }),
  'the code of a server whose name was typed': place(code, ['sentTo', 'codeGoesTo'], {
    options: {
      homeserver: createMatrixClient({
        baseUrl: 'https://the-homeserver-of-a-small-organisation-somewhere.example.org',
        isDiscovered: true,
      }),
    },
  }),
  'an SMS to another number': place({ ...code, sentTo: { ...sentTo, echo: '+49 1522 8817387' } }, [
    'serverSentTo',
  ]),
  'no code': place(code, ['codeMissing'], { problem: 'codeMissing' }),
  'too much for a code': place(code, ['codeTooLong'], { problem: 'codeTooLong' }),
  'checking the code': place({ ...code, isPending: true, submitToken: running }, ['verifying']),
  'a wrong code': refusedCode('code-incorrect', 'errorCodeIncorrect'),
  'an old code': refusedCode('code-expired', 'errorCodeExpired'),
  'an old request': refusedCode('session-lost', 'errorSessionLost'),
  'a wait with the code': place({ ...code, ...failing('submitToken', 'rate-limited', { retryAt: LATER }) }, [
    'errorRateLimited',
    'verifyIn',
  ]),
  'the server’s problem with a code, again': {
    shows: ['errorServerAgain'],
    verifications: [
      still(code),
      still({ ...code, ...failing('submitToken', 'server-error') }),
      still({ ...code, ...failing('submitToken', 'server-error') }),
    ],
  },
  'an unsafe address for the code': refusedCode('unsafe-submit-url', 'errorUnsafeSubmitUrl'),
  'another code': again(code, ['codeSentAgain']),
  'another code of a password reset': again(code, ['codeSent'], { purpose: 'resetPassword' }),
  'a link': place(external, ['externalTitle', 'externalHint', 'resendMessage', 'resendMessageIn']),
  'a link that was not followed': place(external, ['externalConfirm', 'externalNotYet'], {
    options: { checkExternal: async () => false },
    act: async () => {
      await userEvent.click(page.getByRole('button', { name: en.externalConfirm }))
      await expect.element(page.getByText(en.externalNotYet)).toBeVisible()
    },
  }),
  'another link': again(external, ['messageSentAgain']),
  'the end': place({ step: 'verified', sentTo }, ['verified']),
  'an app that fails': place({ step: 'verified', sentTo, ...failing('onVerified', 'server-error') }, [
    'errorAfterVerified',
  ]),
  'nothing supported': place(
    { step: 'unsupported' },
    ['unsupported', 'unsupportedHint', 'manageAccount', 'startOver'],
    {
      options: { homeserver: accountPage },
      act: async () => expect.element(page.getByRole('link')).toBeVisible(),
    },
  ),
} satisfies Record<string, Place>
