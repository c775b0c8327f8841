import flags from 'react-phone-number-input/flags'

/** A country's flag as an SVG image. One module contains all the flags, so this file loads on demand. */
export function CountryFlag({ country }: { country: string }) {
  const Flag = flags[country as keyof typeof flags]
  return Flag === undefined ? null : <Flag title="" />
}
