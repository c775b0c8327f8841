/**
 * Rewrites an old number to a new one. Both start with the calling code, without the plus. The new number is offered
 * only if it is a mobile number in today's plan, so an expression may match more than the old range.
 */
export type Renumbering = readonly [old: RegExp, now: string]

/**
 * Prefixes that a country removed from all its numbers. Everybody kept the rest of their number, so the correction is
 * certain and the person is not asked.
 */
export const droppedPrefixes: readonly Renumbering[] = [
  // Mexico, 3 August 2019: 1 after +52, and 01, 044 and 045 before ten digits.
  // IFT, Acuerdo P/IFT/EXT/110617/124, and https://en.wikipedia.org/wiki/Telephone_numbers_in_Mexico
  [/^52(?:1|0?4[45]|01)(\d{10})$/, '52$1'],
]

/**
 * Numbering plans that changed in recent years. People still remember the old numbers or have them in their address
 * books, but the old numbers no longer work. To add a plan, write a line with its source, and add an old and a new
 * number to the test.
 */
export const renumberings: readonly Renumbering[] = [
  // Brazil, 29 July 2012 to 6 November 2016: a ninth digit. Anatel, Resolução 553/2010
  [/^55([1-9]\d)([6-9]\d{7})$/, '55$19$2'],
  // Côte d'Ivoire, 31 January 2021: two digits of the operator, by the second digit. ARTCI, plan national 2021
  [/^225([014-9][0-3]\d{6})$/, '22501$1'],
  [/^225([014-9][4-6]\d{6})$/, '22505$1'],
  [/^225([014-9][7-9]\d{6})$/, '22507$1'],
  // Benin, 30 November 2024: 01 before every number. ARCEP Bénin, décision 2024-145
  [/^229([4-69]\d{7})$/, '22901$1'],
  // Vietnam, 15 September to 14 October 2018: eleven digits became ten. MIC, 798/QĐ-BTTTT
  [/^8416([2-9]\d{7})$/, '843$1'],
  [/^84120(\d{7})$/, '8470$1'],
  [/^84121(\d{7})$/, '8479$1'],
  [/^84122(\d{7})$/, '8477$1'],
  [/^8412([68]\d{7})$/, '847$1'],
  [/^8412([345]\d{7})$/, '848$1'],
  [/^84127(\d{7})$/, '8481$1'],
  [/^84129(\d{7})$/, '8482$1'],
  [/^8418([68]\d{7})$/, '845$1'],
  [/^84199(\d{7})$/, '8459$1'],
  // Egypt, 6 October 2011: one more digit for each operator.
  // NTRA, http://www.tra.gov.eg/english/News_NewsDetails.asp?PID=39&ID=186
  [/^201([069]\d{7})$/, '2010$1'],
  [/^201([14]\d{7})$/, '2011$1'],
  [/^201([278]\d{7})$/, '2012$1'],
  // Morocco, 7 March 2009: 6 before mobile numbers. ANRT, ITU communication of 9.I.2009
  [/^212([14-7]\d{7})$/, '2126$1'],
  // Mauritania, 1 January 2011: seven digits became eight, by operator. ITU communication of 30.VI.2010,
  // https://www.wtng.sitindaonnews.com/index.php/3317-mauritania
  [/^222([234])(\d{6})$/, '222$1$1$2'],
  [/^222(70\d{5})$/, '2222$1'],
  [/^222((?:6[1236]|7[1-3])\d{5})$/, '2223$1'],
  [/^222((?:6[045789]|7[4-9])\d{5})$/, '2224$1'],
  // Togo, 7 August 2011: seven digits became eight. Where two operators had the same digit, both are offered.
  // http://www.blog.africantelecomsnews.com/2011/08/extra-digit-inserted-togo.html
  [/^2289(\d{6})$/, '22890$1'],
  [/^228[08](\d{6})$/, '22891$1'],
  [/^2287(\d{6})$/, '22892$1'],
  [/^228[068](\d{6})$/, '22898$1'],
  [/^228[579](\d{6})$/, '22899$1'],
  // Cameroon, 21 November 2014: 6 before mobile numbers. https://en.wikipedia.org/wiki/Telephone_numbers_in_Cameroon
  [/^237([5-9]\d{7})$/, '2376$1'],
  // Equatorial Guinea, 9 April 2010: six digits became nine. http://wtng.info/wtng-240-gq.html
  [/^240([25]\d{5})$/, '240222$1'],
  // Guinea-Bissau, 2014: 95, 96 or 97 by operator. https://en.wikipedia.org/wiki/Telephone_numbers_in_Guinea-Bissau
  [/^245([5-7])(\d{6})$/, '2459$1$1$2'],
  // Seychelles, 4 May 2011: 2 before mobile numbers. http://wtng.info/wtng-248-sc.html
  [/^248([57]\d{5})$/, '2482$1'],
  // Djibouti, 2012: 77 before mobile numbers. https://en.wikipedia.org/wiki/Telephone_numbers_in_Djibouti
  [/^253([678]\d{5})$/, '25377$1'],
  // Eswatini, 1 March 2010: 7 before mobile numbers. https://en.wikipedia.org/wiki/Telephone_numbers_in_Eswatini
  [/^268(6\d{6})$/, '2687$1'],
  // Costa Rica, 20 March 2008: 8 before mobile numbers. https://en.wikipedia.org/wiki/Telephone_numbers_in_Costa_Rica
  [/^506([38]\d{6})$/, '5068$1'],
  // Nicaragua, April 2009: 8 before mobile numbers. https://en.wikipedia.org/wiki/Telephone_numbers_in_Nicaragua
  [/^505([4689]\d{6})$/, '5058$1'],
  // Chile, 2012 to 2016: 9 before mobile numbers, also from landlines. Subtel, ITU communication of 2012,
  // Operational Bulletin 1017
  [/^56([4-9]\d{7})$/, '569$1'],
  // Ecuador, 30 September 2012: 9 before mobile numbers. https://en.wikipedia.org/wiki/Telephone_numbers_in_Ecuador
  [/^593([89]\d{7})$/, '5939$1'],
  // Sint Maarten, 30 September 2011: from +599 to +1 721. ITU Operational Bulletin 989
  [/^599(5\d{6})$/, '1721$1'],
  // Timor-Leste, 2012: 7 before mobile numbers. https://en.wikipedia.org/wiki/Telephone_numbers_in_East_Timor
  [/^670(7\d{6})$/, '6707$1'],
  // French Polynesia, 23 June 2014: 87 before mobile numbers.
  // https://en.wikipedia.org/wiki/Telephone_numbers_in_French_Polynesia
  [/^689([237]\d{5})$/, '68987$1'],
  // Laos, 2011: the digit of the operator doubled. https://en.wikipedia.org/wiki/Telephone_numbers_in_Laos
  [/^85620([2579])(\d{6})$/, '85620$1$1$2'],
  // Kuwait, 17 October 2008: the first digit of mobile numbers doubled. https://en.wikipedia.org/wiki/Telephone_numbers_in_Kuwait
  [/^965([69])(\d{6})$/, '965$1$1$2'],
  // Qatar, 28 July 2010: the first digit doubled. https://en.wikipedia.org/wiki/Telephone_numbers_in_Qatar
  [/^974([3567])(\d{6})$/, '974$1$1$2'],
  // Georgia, 20 June 2011: 5 before mobile numbers, which used to be dialled after 8.
  // GNCC, ITU communication of 22.XII.2010, https://en.wikipedia.org/wiki/Telephone_numbers_in_Georgia_(country)
  [/^9958?([579]\d{7})$/, '9955$1'],
  // Thailand, 1 September 2006: 8 before mobile numbers. http://wtng.info/wtng-66-th.html
  [/^66([189]\d{7})$/, '668$1'],
  // El Salvador, 14 May 2005: 7 before mobile numbers. http://wtng.info/wtng-503-sv.html
  [/^503((?!800|900)[789]\d{6})$/, '5037$1'],
  // Montenegro, 1 October 2007: from Serbia's calling code to its own.
  // https://en.wikipedia.org/wiki/Telephone_numbers_in_Montenegro
  [/^381(67\d{6})$/, '382$1'],
  // Zimbabwe, 2007 and 2010: Econet's 091 became 0912 and then 0772, and Telecel's 023 became 073.
  // https://www.thezimbabwean.co/2007/02/quantum-leap-for-econet-08-02-07/,
  // https://bizcommunity.africa/Article/410/78/53001.html
  [/^26391(\d{6})$/, '263772$1'],
  [/^26391(\d{7})$/, '26377$1'],
  [/^26323(\d{7})$/, '26373$1'],
  // Peru, 5 April 2008 to 4 September 2010: 9 or the area code before mobile numbers, which then lost their area code.
  // https://www.wtng.sitindaonnews.com/index.php/3348-peru, http://www.mundoandino.com/Peru/Telephone-numbers-in-Peru
  [/^511?(9\d{7})$/, '519$1'],
  [/^51(?:1|[4-8]\d)(9\d{8})$/, '51$1'],
  [/^51([45])49(\d{6})$/, '519$19$2'],
  [/^51739(\d{6})$/, '51969$1'],
  [/^51749(\d{6})$/, '51979$1'],
  [/^51(4[1-3]|5[1-36]|6[1-7]|7[26]|8[2-4])9(\d{6})$/, '519$1$2'],
  // The trunk prefix 8 of the Soviet Union, which its republics kept for years; a zero may follow it, as in Ukraine until
  // 14 October 2009. https://en.wikipedia.org/wiki/Telephone_numbers_in_the_Soviet_Union,
  // https://www.mib.net.ua/2009/09/new-dialing-rules-in-ukraine.html
  [/^(373|374|380|992|994|996|998)80?(\d{8,9})$/, '$1$2'],
]

/**
 * Numbers that are valid as they are written, for example as landlines, but may mean another number. That other
 * number is offered as well.
 */
export const namesakes: readonly Renumbering[] = [
  // Argentina: mobile numbers have a 9 after +54 and a 15 within the country; many leave out both, or mix them.
  // https://en.wikipedia.org/wiki/Telephone_numbers_in_Argentina
  [/^54(?:9?0?15)?(\d{10})$/, '549$1'],
  [/^549(\d{2,4})15(\d{6,8})$/, '549$1$2'],
  // In Buenos Aires, 15 and eight digits without the area code.
  [/^549?0?15(\d{8})$/, '54911$1'],
  // Mauritius, 1 September 2013: 5 before mobile numbers.
  // https://www.commsupdate.com/articles/2013/09/02/mauritius-migrates-to-a-new-8-digit-mobile-numbering-plan/
  [/^230(\d{7})$/, '2305$1'],
  // Kosovo, 2017: from Monaco's and Slovenia's calling codes to its own. libphonenumber still takes the old numbers.
  // https://en.wikipedia.org/wiki/Telephone_numbers_in_Kosovo
  [/^377(4[45]\d{6})$/, '383$1'],
  [/^386(4[39]\d{6})$/, '383$1'],
  // Korea, 2004 to 2021: from the operators' 011 and 016 to 019 to 010, by the digits after. libphonenumber still takes
  // the old numbers. https://www.donga.com/news/more29/article/all/20080826/8622512/1, https://m.etnews.com/200312250026
  [/^82(?:16([5-8]\d{6})|19([2-4]\d{6}))$/, '82102$1$2'],
  [/^82(?:11([5-8]\d{6})|16([2-4]\d{6}))$/, '82103$1$2'],
  [/^82(?:17([5-8]\d{6})|18([2-4]\d{6}))$/, '82104$1$2'],
  [/^82(?:11([2-4]\d{6})|19([5-8]\d{6}))$/, '82105$1$2'],
  [/^82(?:17([2-4]\d{6})|18([5-8]\d{6}))$/, '82106$1$2'],
  [/^82(?:169([0-4]\d{6})|199([5-9]\d{6}))$/, '82107$1$2'],
  [/^82(?:119([5-9]\d{6})|199([0-4]\d{6}))$/, '82108$1$2'],
  [/^82(?:11(9[0-4]\d{6})|16(9[5-9]\d{6}))$/, '8210$1$2'],
  [/^821117(\d{6})$/, '821071$1'],
  // Gabon, 2005: a zero before seven digits; 15 November 2019: 6 or 7 in place of the zero. libphonenumber still takes
  // the old numbers. https://www.rfi.fr/afrique/20191115-changement-numerotation-telephonique-gabon,
  // https://www.pouvoirsafrique.com/2019/11/19/telephonie-mobile-au-gabon-la-nouvelle-numerotation-effective/
  [/^2410?([256]\d{6})$/, '2416$1'],
  [/^2410?([47]\d{6})$/, '2417$1'],
]
