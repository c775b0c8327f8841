/** What the three requestToken calls take (client-server API v1.18, `POST /register/msisdn/requestToken`). */
export interface RequestTokenParameters {
  /** 1 to 255 characters of `[0-9a-zA-Z.=_-]`; a fresh one for every number. */
  clientSecret: string
  /** Two uppercase letters, ISO 3166-1 alpha-2. */
  country: string
  /** The number, sent as it is given; the hook gives canonical E.164. */
  phoneNumber: string
  /** A positive integer. The server texts only if it is greater than what it saw for this secret and number. */
  sendAttempt: number
  /**
   * Where a link in the SMS leads to after the validation; an absolute URL, https or of the page's own scheme, without
   * user name and password.
   */
  nextLink?: string | undefined
  /** Host and optional port of an identity server; goes with `idAccessToken`. */
  idServer?: string | undefined
  /** The identity server's access token. */
  idAccessToken?: string | undefined
}

/** What `submitToken` takes (identity service API v1.18, `submitToken`). */
export interface SubmitTokenParameters {
  /** The `submit_url` of the requestToken answer. */
  submitUrl: string
  /** The session ID of the requestToken answer. */
  sid: string
  /** The client secret of the requestToken call. */
  clientSecret: string
  /** The code from the SMS, passed on as it is. */
  token: string
}

/** The body of a requestToken call as the wire spells it. Absent options are absent: JSON leaves them out. */
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
