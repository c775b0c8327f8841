/** A number that an SMS goes to. */
export interface Destination {
  /** Canonical E.164. */
  phoneNumber: string
  /** ISO 3166-1 alpha-2, uppercase. */
  country: string
  /** The number as it is shown; its plus and digits are those of `phoneNumber`. */
  display: string
}

/** E.164: a plus and at most 15 digits, the first of which is not zero. */
export const E164 = /^\+[1-9]\d{1,14}$/

/** The form of an ISO 3166-1 alpha-2 code. */
export const COUNTRY_CODE = /^[A-Z]{2}$/

/** Whether what is shown is what is sent. */
export function isShownAsSent({ phoneNumber, display }: Destination): boolean {
  return display.replace(/[^+\d]/g, '') === phoneNumber
}
