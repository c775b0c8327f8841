import {
  AccountError,
  addPhoneToAccount,
  registerWithPhone,
  resetPasswordWithPhone,
  type AccountErrorKind,
  type AccountRecovery,
  type MatrixClient,
  type Purpose,
  type RegisteredAccount,
  type StageHandler,
  type VerifiedPhone,
} from '../../../src/index.js'

/** What the page is opened for, in its query. The account's fields are there where an account is. */
export interface Errand {
  homeserver: string
  purpose: Purpose
  username?: string
  password?: string
  accessToken?: string
  /** Whether the proof waits for the person to press "Finish". */
  isLater?: 'true'
  /** The token with which a registration is allowed. */
  registrationToken?: string
}

/** What became of the proof. */
export type Outcome =
  | { account: RegisteredAccount | null }
  | { kind: AccountErrorKind; recovery: AccountRecovery; errcode?: string | undefined }

/** Gives the proof to the homeserver: it becomes an account, or part of one. */
export async function finish(client: MatrixClient, phone: VerifiedPhone, errand: Errand): Promise<Outcome> {
  try {
    return { account: await give(client, phone, errand) }
  } catch (error) {
    if (!(error instanceof AccountError)) throw error
    const { kind, recovery, errcode } = error
    return { kind, recovery, errcode }
  }
}

async function give(
  client: MatrixClient,
  phone: VerifiedPhone,
  errand: Errand,
): Promise<RegisteredAccount | null> {
  const { purpose, username, password = '' } = errand
  switch (purpose) {
    case 'register':
      return registerWithPhone(client, phone, { username, password }, { stages: answersOf(errand) })
    case 'resetPassword':
      await resetPasswordWithPhone(client, phone, { newPassword: password })
      return null
    case 'addToAccount':
      await addPhoneToAccount(client, phone, { userId: username, password })
      return null
  }
}

/** What the person would do in the app at the stages beside the number. */
function answersOf({ registrationToken }: Errand): Record<string, StageHandler> {
  return {
    'm.login.registration_token': () => ({ token: registrationToken }),
    'm.login.recaptcha': () => ({ response: 'a solved captcha' }),
    'm.login.terms': () => ({}),
  }
}
