/** A number that the account already has, without a proof that the app could use. A field may begin with it. */
export interface KnownPhone {
  /** E.164, with the plus. */
  phoneNumber: string
  /** ISO 3166-1 alpha-2. @default the country that the number belongs to */
  country?: string | undefined
  /** Always absent, which distinguishes this number from a `VerifiedPhone`. */
  sid?: undefined
  /** Always absent. */
  clientSecret?: undefined
}
