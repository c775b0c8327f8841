import { allCountries } from './countries.js'
import { displayNames } from './countryName.js'

/**
 * Other names of countries, current or former, that CLDR does not have. The last entries are the three-letter codes
 * of ISO 3166-1 that `thirdLetters` cannot make from the two-letter codes, and that begin no English name.
 */
const table =
  'AEUAE;CDDRC,DR Congo,Zaire;CIIvory Coast;CZCzech Republic;' +
  'GBGreat Britain,England,Scotland,Wales,Northern Ireland;IRPersia;ISÍsland;KR한국;LKCeylon;MOMacau;NLHolland;' +
  'SAKSA;SZSwaziland;THSiam;TLEast Timor;TRTurkey;USAmerica;VNViet Nam;' +
  'BABIH;BQBES;BYBLR;GWGNB;IEIRL;KPPRK;KYCYM;PMSPM;RSSRB;SISVN;YTMYT'

/**
 * For each country, in the order of `allCountries`, the letter that turns its two-letter code into its three-letter
 * code: an uppercase letter goes after the two letters, a lowercase letter between them.
 */
const thirdLetters =
  'AtAMrUhNAMrMaA-AnRIMAOTBRSaYFCDLAPNATUEuRYNYnwRMoUReBGAhLNSSKRNLLPANoMhuDaGARNDRsAubBeTIiVARO-SbEAAc' +
  'aRpPnBoog-T-yNAHMINAAdoBdU-EMIOAw-N-IbrrBrX-LBlPN-RUA-Ar-nOR--nKV--DEvEllMlDCIN-IlMaLuUurturu-SKrUnN' +
  'lTIlloiMRLuyLsL-G-MOgNdNRRrTUMNEr-RTNGLKkEOZB'

/** A country's three-letter code and other names. */
export function otherNamesOf(country: string): string[] {
  const letter = thirdLetters[allCountries().indexOf(country)] ?? ''
  const code = letter < 'a' ? country + letter : country.replace(/^./, `$&${letter}`)
  const others = table.split(';').find((names) => names.startsWith(country))
  return [code, ...(others?.slice(2).split(',') ?? [])]
}

const dictionaries: Record<string, Intl.DisplayNames> = {}

/**
 * A country's name in its main language, from the runtime. Loading the dictionary of a language is slow, so each is
 * kept.
 */
export function ownNameOf(country: string): string {
  const { language, script = '' } = new Intl.Locale(`und-${country}`).maximize()
  const tag = `${language}-${script}`
  return (dictionaries[tag] ??= displayNames(tag)).of(country) ?? ''
}
