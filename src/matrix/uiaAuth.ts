import { ownProperties } from './ownProperties.js'

/** The proof that a person owns a phone number: plain data that survives JSON, a clone and a form library. */
export interface VerifiedPhone {
  /** E.164, as it was sent to the homeserver. */
  phoneNumber: string
  /** ISO 3166-1 alpha-2, uppercase. */
  country: string
  /** The session ID at the server. With `clientSecret` it is a credential. */
  sid: string
  /** The client secret of the session. */
  clientSecret: string
  /** The identity server that was named in the requestToken call, if one was. */
  idServer?: string | undefined
}

/** The `auth` object of the `m.login.msisdn` stage. */
export interface MsisdnAuth {
  type: 'm.login.msisdn'
  /** The proof, in the specification's spelling. */
  threepid_creds: { sid: string; client_secret: string; id_server?: string; id_access_token?: string }
  /** The `session` of the server's 401. */
  session?: string
}

/**
 * Creates the `auth` object that proves a verified phone number to `/register`, `/account/password` and other calls
 * under user-interactive auth (client-server API v1.18, "User-Interactive Authentication API", `m.login.msisdn`). It
 * contains the identity server's fields only if the number was verified through one.
 *
 * @param options.session the `session` of the server's 401; absent on the first try
 * @param options.idAccessToken the identity server's access token; used only if the number was verified through one
 * @example
 * const auth = uiaAuth(phone, { session })
 */
export function uiaAuth(
  phone: VerifiedPhone,
  options: { session?: string | undefined; idAccessToken?: string | undefined } = {},
): MsisdnAuth {
  const { session, idAccessToken } = ownProperties(options)
  const { sid, clientSecret, idServer } = ownProperties(phone)
  return {
    type: 'm.login.msisdn',
    threepid_creds: {
      sid,
      client_secret: clientSecret,
      ...(idServer !== undefined && { id_server: idServer }),
      ...(idServer !== undefined && idAccessToken !== undefined && { id_access_token: idAccessToken }),
    },
    ...(session !== undefined && { session }),
  }
}
