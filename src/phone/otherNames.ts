import { allCountries } from './countries.js'
import { displayNames } from './countryName.js'

/**
 * What people also call a country, or called it, where none of its names in CLDR says so. The last ones are the
 * three-letter codes of ISO 3166-1 that do not come from those of two letters.
 */
const table =
  'AEUAE;CDDRC,Zaire;CIIvory Coast;CZCzech Republic;' +
  'GBGreat Britain,England,Scotland,Wales,Northern Ireland;ISÍsland;KR한국;MOMacau,MAC;NLHolland;' +
  'SAKSA;SZSwaziland;TLEast Timor;TRTurkey;VNViet Nam;' +
  'AXALA;BABIH;BJBEN;BQBES;BYBLR;EEEST;GWGNB;IEIRL;ILISR;KMCOM;KPPRK;KYCYM;PMSPM;RSSRB;SISVN;UAUKR;YTMYT'

/**
 * The letter that makes three of the two of each country, in the order of `allCountries`: a large one stands behind
 * them, a small one between them.
 */
const thirdLetters =
  'AtAMrUhNAMrMaA-AnRIMAOTBRSaYFCDLAPNATUEuRYNYnwRMoUReBGAhLNSSKRNLLPANoMhuDaGARNDRsAubBeTIiVARO-SbEAAc' +
  'aRpPnBoog-T-yNAHMINAAdoBdU-EMIOAw-N-IbrrBrX-LBlPN-RUA-Ar-nOR--nKV--DEvEllMlDCIN-IlMaLuUurturu-SKrUnN' +
  'lTIlloiMRLuyLsL-G-MOgNdNRRrTUMNEr-RTNGLKkEOZB'

/** Its codes and other names, line by line. */
export function otherNamesOf(country: string): string {
  const letter = thirdLetters[allCountries().indexOf(country)] ?? ''
  const code = letter < 'a' ? country + letter : country.replace(/^./, `$&${letter}`)
  const others = table.split(';').find((names) => names.startsWith(country))
  return `${code}\n${others?.slice(2).replaceAll(',', '\n') ?? ''}`
}

const dictionaries: Record<string, Intl.DisplayNames> = {}

/** Its name in its main language, which the runtime knows. Each language costs a dictionary. */
export function ownNameOf(country: string): string {
  const { language, script = '' } = new Intl.Locale(`und-${country}`).maximize()
  const tag = `${language}-${script}`
  return (dictionaries[tag] ??= displayNames(tag)).of(country) ?? ''
}
