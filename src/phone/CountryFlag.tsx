import flags from 'react-phone-number-input/flags'

/** A country's flag as a picture of ours. All of them come in one piece, which is why this file is loaded late. */
export function CountryFlag({ country }: { country: string }) {
  const Flag = flags[country as keyof typeof flags]
  return Flag === undefined ? null : <Flag title="" />
}
