import type { CountryCode } from 'libphonenumber-js/core'
import examples from 'libphonenumber-js/mobile/examples'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  allCountries,
  countriesOf,
  listCountries,
  type ListCountriesOptions,
} from '../../src/phone/countries.js'
import { loadPhoneEngine } from '../../src/phone/parsePhoneNumber.js'
import { indexCountries, searchCountries } from '../../src/phone/searchCountries.js'
import { localeFiles } from '../messages/locales.js'

/** Every language of the interface. */
const LANGUAGES = ['en', ...localeFiles.map(({ tag }) => tag)]

/** ISO 3166-1: two letters and three of each country that has phone numbers. */
const alpha3 =
  'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB ' +
  'BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BWBWA BYBLR ' +
  'BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW ' +
  'CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN ' +
  'FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP ' +
  'GQGNQ GRGRC GTGTM GUGUM GWGNB GYGUY HKHKG HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT ' +
  'IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT ' +
  'KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE ' +
  'MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX ' +
  'MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER ' +
  'PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA ' +
  'SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP ' +
  'SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV ' +
  'TWTWN TZTZA UAUKR UGUGA USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKK ' +
  'YEYEM YTMYT ZAZAF ZMZMB ZWZWE'

function search(query: string, { locale = 'en', ...options }: Partial<ListCountriesOptions> = {}): string[] {
  const index = indexCountries(listCountries({ locale, ...options }), locale)
  return searchCountries(index, query).map(({ country }) => country)
}

// It tells apart the countries that share a calling code.
beforeAll(async () => {
  await loadPhoneEngine()
})

describe('the search of countries', () => {
  const firstFound: [query: string, locale: string, country: string][] = [
    // By name, in the language of the page
    ['France', 'en', 'FR'],
    ['frank', 'de', 'FR'],
    ['フランス', 'ja', 'FR'],
    ['فرنسا', 'ar', 'FR'],
    ['भारत', 'hi', 'IN'],
    ['대한', 'ko', 'KR'],
    // In English on any page
    ['france', 'ja', 'FR'],
    ['germany', 'de', 'DE'],
    // By a later word of the name, and by a part of one
    ['emirates', 'en', 'AE'],
    ['zealand', 'en', 'NZ'],
    ['istan', 'en', 'AF'],
    // By two-letter code, before the names that begin with it
    ['de', 'en', 'DE'],
    ['IN', 'en', 'IN'],
    ['ch', 'fr', 'CH'],
    ['st', 'en', 'ST'],
    // By the names that people use for them
    ['uk', 'en', 'GB'],
    ['england', 'fr', 'GB'],
    ['usa', 'en', 'US'],
    ['uae', 'en', 'AE'],
    ['holland', 'en', 'NL'],
    ['turkey', 'en', 'TR'],
    ['ivory', 'en', 'CI'],
    ['U.S.A.', 'en', 'US'],
    ['U.K.', 'de', 'GB'],
    ['U.S.', 'fr', 'US'],
    ['America', 'en', 'US'],
    ['The Netherlands', 'en', 'NL'],
    ['the gambia', 'de', 'GM'],
    // By a whole name before a longer one
    ['niger', 'en', 'NE'],
    ['guinea', 'en', 'GN'],
    // Without the marks and signs of its spelling
    ['cote d ivoire', 'en', 'CI'],
    ["Cote d'Ivoire", 'en', 'CI'],
    ['osterreich', 'de', 'AT'],
    ['reunion', 'en', 'RE'],
    ['aland', 'en', 'AX'],
    ['turkiye', 'tr', 'TR'],
    ['irlanda', 'tr', 'IE'],
    ['İrlanda', 'tr', 'IE'],
    ['ırak', 'tr', 'IQ'],
    ['faeroerne', 'da', 'FO'],
    ['ostrig', 'da', 'AT'],
    ['duc', 'vi', 'DE'],
    ['dan mach', 'vi', 'DK'],
    ['czech republic', 'en', 'CZ'],
    ['bosnia and', 'en', 'BA'],
    ['bosnia & h', 'en', 'BA'],
    ['saint lucia', 'en', 'LC'],
    ['st lucia', 'en', 'LC'],
    ['guinea bissau', 'en', 'GW'],
    ['  united   kingdom ', 'en', 'GB'],
    ['ＦＲＡＮＣＥ', 'en', 'FR'],
    // By names that are no longer theirs, or only a part's
    ['palestine', 'de', 'PS'],
    ['macau', 'ja', 'MO'],
    ['east timor', 'fr', 'TL'],
    ['DRC', 'en', 'CD'],
    ['zaire', 'ar', 'CD'],
    ['DR Congo', 'ja', 'CD'],
    ['Persia', 'en', 'IR'],
    ['Ceylon', 'en', 'LK'],
    ['Siam', 'fr', 'TH'],
    ['viet nam', 'en', 'VN'],
    ['scotland', 'pl', 'GB'],
    ['northern ireland', 'en', 'GB'],
    ['burma', 'th', 'MM'],
    ['czech republic', 'ru', 'CZ'],
    ['ksa', 'en', 'SA'],
    ['swaziland', 'es', 'SZ'],
    ['palästina', 'de', 'PS'],
    ['Hongkong', 'de', 'HK'],
    ['香港', 'ja', 'HK'],
    // By the short name that people say in their language
    ['英国', 'ja', 'GB'],
    ['アメリカ', 'ja', 'US'],
    ['США', 'ru', 'US'],
    ['abd', 'tr', 'US'],
    ['EUA', 'pt-BR', 'US'],
    ['فلسطين', 'ar', 'PS'],
    ['香港', 'zh-Hant', 'HK'],
    ['Palästina', 'de', 'PS'],
    // By three-letter code
    ['DEU', 'en', 'DE'],
    ['usa', 'fr', 'US'],
    ['are', 'en', 'AE'],
    ['che', 'en', 'CH'],
    ['cym', 'en', 'KY'],
    ['prk', 'ja', 'KP'],
    // By its own name, in its own script, with the marks of its spelling or without
    ['Ísland', 'en', 'IS'],
    ['island', 'ja', 'IS'],
    ['brasil', 'ar', 'BR'],
    ['Việt Nam', 'en', 'VN'],
    ['româ', 'en', 'RO'],
    ['hrvatska', 'de', 'HR'],
    ['shqiperi', 'en', 'AL'],
    ['україна', 'ja', 'UA'],
    ['ישראל', 'en', 'IL'],
    ['deutschland', 'en', 'DE'],
    ['Deutsch', 'ja', 'DE'],
    ['españa', 'ar', 'ES'],
    ['日本', 'en', 'JP'],
    ['한국', 'en', 'KR'],
    ['россия', 'de', 'RU'],
    ['العربية السعودية', 'en', 'SA'],
    ['ελλαδα', 'en', 'GR'],
    ['भारत', 'en', 'IN'],
    ['ไทย', 'en', 'TH'],
    ['österr', 'en', 'AT'],
    ['magyar', 'en', 'HU'],
    // By the digits of a number, where several share a calling code
    ['+1 204', 'en', 'CA'],
    ['+1 416 555 0123', 'fr', 'CA'],
    ['1 876', 'en', 'JM'],
    ['+1 787', 'en', 'PR'],
    ['+1 202', 'en', 'US'],
    ['+7 701', 'en', 'KZ'],
    ['+7 912', 'en', 'RU'],
    ['+44 7400', 'en', 'GB'],
    ['+358 18', 'en', 'AX'],
    ['+44 1481 7', 'en', 'GG'],
    ['+44 1534', 'de', 'JE'],
    ['+44 1624', 'en', 'IM'],
    ['+44 20', 'en', 'GB'],
    ['+212 5288', 'fr', 'EH'],
    ['+262 269', 'fr', 'YT'],
    // By calling code, the main country of a shared one first
    ['44', 'en', 'GB'],
    ['+44', 'en', 'GB'],
    ['0044', 'en', 'GB'],
    ['00 44', 'en', 'GB'],
    ['011 44', 'en', 'GB'],
    ['011 1 204', 'en', 'CA'],
    ['＋４４', 'en', 'GB'],
    ['٤٤', 'ar', 'GB'],
    ['+1', 'en', 'US'],
    ['7', 'en', 'RU'],
    ['+358', 'en', 'FI'],
    ['+49 1522 8817386', 'en', 'DE'],
  ]
  it.each(firstFound)('for %j on a page in %s finds %s first', (query, locale, country) => {
    expect(search(query, { locale })[0]).toBe(country)
  })

  it('keeps the main country of a calling code first until the digits after it belong to another', () => {
    const typed = ['+1', '+1 2', '+1 20', '+1 204', '+1 204 5']
    expect(typed.map((query) => search(query)[0])).toEqual(['US', 'US', 'US', 'CA', 'CA'])
    expect(['+44', '+44 1', '+44 7', '+44 148'].map((query) => search(query)[0])).toEqual([
      'GB',
      'GB',
      'GB',
      'GB',
    ])
  })

  it('finds all countries of a calling code, and of the beginning of one', () => {
    expect(search('+44')).toEqual(['GB', 'GG', 'IM', 'JE'])
    expect(search('+35').sort()).toEqual(['AL', 'AX', 'BG', 'CY', 'FI', 'GI', 'IE', 'IS', 'LU', 'MT', 'PT'])
  })

  it('finds every country by its name, its English name, its two letters and its calling code', () => {
    for (const locale of ['en', 'de', 'ar', 'zh', 'ru']) {
      const countries = listCountries({ locale })
      const index = indexCountries(countries, locale)
      const english = new Map(listCountries({ locale: 'en' }).map(({ country, name }) => [country, name]))
      const missed = countries.filter((one) => {
        const queries = [one.name, english.get(one.country) ?? '', one.country, `+${one.callingCode}`]
        return !queries.every((query) => searchCountries(index, query).includes(one))
      })
      expect(missed).toEqual([])
    }
  })

  it.each(LANGUAGES)(
    'finds what people call a country in English, and its codes, on a page in %s',
    (locale) => {
      const index = indexCountries(listCountries({ locale }), locale)
      const called =
        'England GB|Scotland GB|Holland NL|Burma MM|Ivory Coast CI|Czech Republic CZ|KSA SA|UAE AE|UK GB|DRC CD'
      const missed = `${called}|Palestine PS|Macau MO|East Timor TL|Viet Nam VN|DEU DE|jpn JP|CH CH|USA US`
        .split('|')
        .filter((line) => searchCountries(index, line.slice(0, -3))[0]?.country !== line.slice(-2))
      expect(missed).toEqual([])
    },
  )

  it('knows every three-letter code of ISO 3166-1', () => {
    const index = indexCountries(listCountries({ locale: 'en' }), 'en')
    const missed = alpha3.split(' ').filter((pair) => {
      const found = searchCountries(index, pair.slice(2))
      return found[0]?.country !== pair.slice(0, 2)
    })
    expect(missed).toEqual([])
  })

  it('finds every country by a name in its own language', () => {
    const index = indexCountries(listCountries({ locale: 'en' }), 'en')
    const missed = allCountries().filter((country) => {
      const { language, script = '' } = new Intl.Locale(`und-${country}`).maximize()
      const name = new Intl.DisplayNames(`${language}-${script}`, { type: 'region' }).of(country) ?? ''
      return !searchCountries(index, name).some((one) => one.country === country)
    })
    expect(missed).toEqual([])
  })

  it('finds each region that shares a calling code first by the beginning of its example number', () => {
    const index = indexCountries(listCountries({ locale: 'en' }), 'en')
    const missed = countriesOf('1').filter((country) => {
      const [found] = searchCountries(index, `+1 ${examples[country as CountryCode].slice(0, 3)}`)
      return found?.country !== country
    })
    expect(missed).toEqual([])
  })

  it('keeps the order of the list for an empty query and for equally good matches', () => {
    const preferred = ['FR', 'GB']
    const all = listCountries({ locale: 'en', preferred }).map(({ country }) => country)
    expect(search('', { preferred })).toEqual(all)
    expect(search(' + ', { preferred })).toEqual(all)
    expect(search('united', { preferred })).toEqual(['GB', 'AE', 'US'])
  })

  it('finds nothing for what is no country', () => {
    expect(search('atlantis')).toEqual([])
    expect(search('999')).toEqual([])
    expect(search('.*')).toHaveLength(listCountries({ locale: 'en' }).length)
  })

  it('searches only what it is given', () => {
    expect(search('united', { only: ['US', 'FR'] })).toEqual(['US'])
  })
})
