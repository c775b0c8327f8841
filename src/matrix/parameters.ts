/**
 * The parameters of the three requestToken calls, which make the server text a code (client-server API v1.18, `POST
 * /register/msisdn/requestToken`).
 */
export interface RequestTokenParameters {
  /** 1 to 255 characters of `[0-9a-zA-Z.=_-]`. Use a new one for every number. */
  clientSecret: string
  /** Two uppercase letters, ISO 3166-1 alpha-2. */
  country: string
  /** The number, sent unchanged. The hook passes canonical E.164. */
  phoneNumber: string
  /** A positive integer. The server sends an SMS only if it is greater than the last one for this secret and number. */
  sendAttempt: number
  /**
   * The page to which a link in the SMS leads after the verification; an absolute URL, https or with the page's own
   * scheme, without user name and password.
   */
  nextLink?: string | undefined
  /** Host and optional port of an identity server. Requires `idAccessToken`. */
  idServer?: string | undefined
  /** The identity server's access token. */
  idAccessToken?: string | undefined
}

/** The parameters of `submitToken` (identity service API v1.18, `submitToken`). */
export interface SubmitTokenParameters {
  /** The `submit_url` of the requestToken answer. */
  submitUrl: string
  /** The session ID of the requestToken answer. */
  sid: string
  /** The client secret of the requestToken call. */
  clientSecret: string
  /** The code from the SMS, sent unchanged. */
  token: string
}

/**
 * The body of a requestToken call, in the specification's spelling. `JSON.stringify` leaves out members that are
 * `undefined`.
 */
export function toRequestTokenBody(parameters: RequestTokenParameters): Record<string, unknown> {
  return {
    client_secret: parameters.clientSecret,
    country: parameters.country,
    phone_number: parameters.phoneNumber,
    send_attempt: parameters.sendAttempt,
    next_link: parameters.nextLink,
    id_server: parameters.idServer,
    id_access_token: parameters.idAccessToken,
  }
}
