import {
  AccountError,
  addPhoneToAccount,
  createMatrixClient,
  registerWithPhone,
  resetPasswordWithPhone,
  type AccountErrorKind,
  type AccountRecovery,
  type Purpose,
  type RegisteredAccount,
  type VerifiedPhone,
} from '../../../src/index.js'

/** What the page is opened for, in its query. The account's fields are there where an account is. */
export interface Errand {
  homeserver: string
  purpose: Purpose
  username?: string
  password?: string
  accessToken?: string
}

/** What became of the proof. */
export type Outcome =
  | { account: RegisteredAccount | null }
  | { kind: AccountErrorKind; recovery: AccountRecovery; errcode?: string | undefined }

/** Gives the proof to the homeserver: it becomes an account, or part of one. */
export async function finish(phone: VerifiedPhone, errand: Errand): Promise<Outcome> {
  try {
    return { account: await give(phone, errand) }
  } catch (error) {
    if (!(error instanceof AccountError)) throw error
    const { kind, recovery, errcode } = error
    return { kind, recovery, errcode }
  }
}

async function give(phone: VerifiedPhone, errand: Errand): Promise<RegisteredAccount | null> {
  const { homeserver, purpose, username, password = '', accessToken } = errand
  const client = createMatrixClient({ baseUrl: homeserver, accessToken })
  switch (purpose) {
    case 'register':
      return registerWithPhone(client, phone, { username, password })
    case 'resetPassword':
      await resetPasswordWithPhone(client, phone, { newPassword: password })
      return null
    case 'addToAccount':
      await addPhoneToAccount(client, phone, { userId: username, password })
      return null
  }
}
