/** A number that the account has already, and of which the app holds no proof: what a form may begin with. */
export interface KnownPhone {
  /** E.164, with the plus. */
  phoneNumber: string
  /** ISO 3166-1 alpha-2. @default the country that the number belongs to */
  country?: string | undefined
  /** Not there: what tells this number from a `VerifiedPhone`. */
  sid?: undefined
  /** Not there. */
  clientSecret?: undefined
}
