import { describe, expect, it } from 'vitest'
import { parse } from '../../src/phone/engine.js'
import { offeredFor } from './offeredFor.js'

/** `country`, what is written there, the one number that is asked about. */
const zeroTooMany: [string, string, string][] = [
  ['PL', '+48 0 512 345 678', '+48 512 345 678'],
  ['PL', '0 512 345 678', '+48 512 345 678'],
  ['DE', '0048 0512 345 678', '+48 512 345 678'],
  ['CL', '09 8123 4567', '+56 9 8123 4567'],
  ['CL', '+56 09 8123 4567', '+56 9 8123 4567'],
  ['CZ', '0602 123 456', '+420 602 123 456'],
  ['DK', '0 20 12 34 56', '+45 20 12 34 56'],
  ['ES', '0 612 34 56 78', '+34 612 34 56 78'],
  ['ES', '+34 0612 345 678', '+34 612 34 56 78'],
  ['PT', '+351 0912 345 678', '+351 912 345 678'],
  ['GR', '0 691 234 5678', '+30 691 234 5678'],
  ['HK', '0 5123 4567', '+852 5123 4567'],
  ['SG', '+65 0 8123 4567', '+65 8123 4567'],
  ['NO', '0 412 34 567', '+47 41 23 45 67'],
  ['US', '0 202 555 0123', '+1 202 555 0123'],
  ['CA', '+1 0 204 234 5678', '+1 204-234-5678'],
  ['KW', '+965 0 5001 2345', '+965 500 12345'],
  ['QA', '0 3312 3456', '+974 3312 3456'],
  ['LU', '0 628 123 456', '+352 628 123 456'],
  ['SN', '+221 0 70 123 45 67', '+221 70 123 45 67'],
]

/** `country`, what is written there, the one number that is asked about. */
const codeTwice: [string, string, string][] = [
  ['GB', '+44 +44 7400 123456', '+44 7400 123456'],
  ['GB', '+44+447400123456', '+44 7400 123456'],
  ['GB', '+44447400123456', '+44 7400 123456'],
  ['GB', '+44 (44) 7400 123456', '+44 7400 123456'],
  ['GB', '+44 44 07400 123456', '+44 7400 123456'],
  ['FR', '+44 0044 7400 123456', '+44 7400 123456'],
  ['GB', '0044 +44 7400 123456', '+44 7400 123456'],
  ['FR', '0044 0044 7400 123456', '+44 7400 123456'],
  ['US', '011 44 44 7400 123456', '+44 7400 123456'],
  ['US', '011 44 +44 7400 123456', '+44 7400 123456'],
  ['GB', '44 44 7400 123456', '+44 7400 123456'],
  ['GB', '44 +44 (0)7400 123456', '+44 7400 123456'],
  ['AE', '+971 971 50 123 4567', '+971 50 123 4567'],
  ['AE', '+971 +971 50 123 4567', '+971 50 123 4567'],
  ['AE', '00971 971 050 123 4567', '+971 50 123 4567'],
  ['IN', '+91 91 98765 43210', '+91 98765 43210'],
  ['IN', '+91 +91 98765 43210', '+91 98765 43210'],
  ['FR', '+33 33 6 12 34 56 78', '+33 6 12 34 56 78'],
  ['FR', '+33 0033 6 12 34 56 78', '+33 6 12 34 56 78'],
  ['US', '+1 +1 202 555 0123', '+1 202-555-0123'],
  ['BR', '+55 55 11 98123-4567', '+55 11 98123 4567'],
  ['TR', '+90 90 0532 123 45 67', '+90 532 123 45 67'],
  ['PL', '+48 48 512 345 678', '+48 512 345 678'],
  ['ID', '+62 62 812 3456 7890', '+62 812 3456 7890'],
  ['MX', '+52 52 1 55 1234 5678', '+52 55 1234 5678'],
  // A field that has a calling code in it already, and another one pasted or filled in behind it
  ['US', '+1 +44 7400 123456', '+44 7400 123456'],
  ['GB', '00 +33 6 12 34 56 78', '+33 6 12 34 56 78'],
]

/** `country`, what is written there, the one number that is asked about. */
const plusTooMany: [string, string, string][] = [
  ['RU', '+8 912 345-67-89', '+7 912 345-67-89'],
  ['GB', '+07400 123456', '+44 7400 123456'],
  ['US', '+202 555 0123', '+1 202-555-0123'],
  ['FR', '+06 12 34 56 78', '+33 6 12 34 56 78'],
]

/** `country`, what stands there, the number that it is. */
const surrounded: [string, string, string][] = [
  // Emoji, quotes, bullets
  ['GB', '📱 07400 123456', '+447400123456'],
  ['GB', '📱07400 123456', '+447400123456'],
  ['FR', '☎️ 06 12 34 56 78', '+33612345678'],
  ['DE', '🇬🇧 +44 7400 123456', '+447400123456'],
  ['GB', '07400 123456 📞', '+447400123456'],
  ['GB', '0️⃣7️⃣4️⃣0️⃣0️⃣ 123456', '+447400123456'],
  ['GB', '"07400 123456"', '+447400123456'],
  ['GB', '‘07400 123456’', '+447400123456'],
  ['FR', '« 06 12 34 56 78 »', '+33612345678'],
  ['JP', '「090-1234-5678」', '+819012345678'],
  ['GB', '• 07400 123456', '+447400123456'],
  ['GB', '- 07400 123456', '+447400123456'],
  ['GB', '*07400 123456*', '+447400123456'],
  ['GB', '_+44 7400 123456_', '+447400123456'],
  ['GB', '`07400 123456`', '+447400123456'],
  ['GB', '++44 7400 123456', '+447400123456'],
  ['GB', '07400 123456!', '+447400123456'],
  // Labels before it
  ['GB', 'Tel. +44 7400 123456', '+447400123456'],
  ['GB', 'Tel: 07400 123456', '+447400123456'],
  ['GB', 'Mobile: 07400 123456', '+447400123456'],
  ['GB', 'mobile 07400 123456', '+447400123456'],
  ['GB', 'Mobile (07400) 123456', '+447400123456'],
  ['GB', 'T: 07400 123456', '+447400123456'],
  ['GB', 'Mum’s number: 07400 123456', '+447400123456'],
  ['GB', 'My number is 07400 123456.', '+447400123456'],
  ['GB', 'WhatsApp+447400123456', '+447400123456'],
  ['DE', 'Mobil 2: 0151 23456789', '+4915123456789'],
  ['DE', 'Mobil 2 0151 23456789', '+4915123456789'],
  ['DE', 'Handy-Nr.: 0151/23456789', '+4915123456789'],
  ['DE', 'Tel.: +49 (0)151 23456789', '+4915123456789'],
  ['FR', 'Portable : 06 12 34 56 78', '+33612345678'],
  ['ES', 'Móvil: 612 34 56 78', '+34612345678'],
  ['PT', 'Telemóvel 912 345 678', '+351912345678'],
  ['BR', 'Celular: (11) 98123-4567', '+5511981234567'],
  ['PL', 'kom. 512 345 678', '+48512345678'],
  ['RU', 'моб. 8 912 345-67-89', '+79123456789'],
  ['UA', 'Тел.: 050 123 45 67', '+380501234567'],
  ['TR', 'Cep: 0532 123 45 67', '+905321234567'],
  ['JP', '携帯：090-1234-5678', '+819012345678'],
  ['JP', '電話09012345678', '+819012345678'],
  ['CN', '手机13812345678', '+8613812345678'],
  ['KR', '휴대폰: 010-1234-5678', '+821012345678'],
  ['TH', 'โทร.081-234-5678', '+66812345678'],
  ['TH', 'โทร0812345678', '+66812345678'],
  ['SA', 'جوال: 050 123 4567', '+966501234567'],
  ['IR', 'موبایل: ۰۹۱۲ ۳۴۵ ۶۷۸۹', '+989123456789'],
  ['IL', 'נייד: 050-234-5678', '+972502345678'],
  ['IN', 'मोबाइल: ९८७६५ ४३२१०', '+919876543210'],
  // Words behind it
  ['GB', '07400 123456 (mobile)', '+447400123456'],
  ['GB', '07400 123456 [work 2]', '+447400123456'],
  ['DE', '0151 23456789 (privat)', '+4915123456789'],
  ['JP', '090-1234-5678（携帯）', '+819012345678'],
  ['GB', '(Mum) 07400 123456', '+447400123456'],
  ['GB', '+44 (UK) 7400 123456', '+447400123456'],
  ['GB', '07400 123456 mobile', '+447400123456'],
  ['GB', '07400 123456 – WhatsApp', '+447400123456'],
  // Links
  ['DE', 'https://wa.me/447400123456', '+447400123456'],
  ['DE', 'http://wa.me/+447400123456?text=Hi%205', '+447400123456'],
  ['DE', 'wa.me/447400123456', '+447400123456'],
  ['DE', '<https://wa.me/447400123456>', '+447400123456'],
  ['DE', 'https://api.whatsapp.com/send?phone=447400123456&text=7', '+447400123456'],
  ['DE', 'https://api.whatsapp.com/send/?text=7&phone=%2B447400123456', '+447400123456'],
  ['DE', 'whatsapp://send?phone=447400123456', '+447400123456'],
  ['DE', '447400123456@s.whatsapp.net', '+447400123456'],
  ['DE', 'https://t.me/+447400123456', '+447400123456'],
  ['DE', 'https://signal.me/#p/+447400123456', '+447400123456'],
  ['DE', 'viber://chat?number=%2B447400123456', '+447400123456'],
  ['DE', 'sms:+447400123456', '+447400123456'],
  ['DE', 'sms:+447400123456?&body=Code%207', '+447400123456'],
  ['DE', 'SMSTO:+447400123456:Hello 7', '+447400123456'],
  ['DE', 'callto:+447400123456', '+447400123456'],
  ['DE', 'callto://+447400123456', '+447400123456'],
  ['DE', 'skype:+447400123456?call', '+447400123456'],
  ['DE', 'sip:+447400123456@example.com', '+447400123456'],
  ['DE', 'facetime-audio:+447400123456', '+447400123456'],
  ['DE', 'tel:07400-123456;phone-context=+44', '+447400123456'],
  ['DE', '[07400 123456](tel:+447400123456)', '+447400123456'],
  ['DE', '<a href="tel:+447400123456">07400 123456</a>', '+447400123456'],
  ['DE', '+44 7400 123456 <tel:+447400123456>', '+447400123456'],
  ['DE', '+44 7400 123456<tel:+44%207400%20123456>', '+447400123456'],
  // Contact files and chats that are copied
  ['DE', 'TEL;TYPE=CELL:+44 7400 123456', '+447400123456'],
  ['DE', 'TEL;CELL;VOICE:+447400123456', '+447400123456'],
  ['DE', 'TEL:+44 7400 123456', '+447400123456'],
  ['DE', 'item1.TEL;type=pref:+44 7400 123456', '+447400123456'],
  ['DE', 'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+44-7400-123456', '+447400123456'],
  ['GB', '[27/11/2026, 18:40:12] Mum: 07400 123456', '+447400123456'],
]

/** `country`, what stands there, why it is refused. */
const refused: [string, string, string][] = [
  // Letters
  ['GB', '07400 l23456', 'not-digits'],
  ['GB', '07400 1234S6', 'not-digits'],
  ['GB', 'O7400 123456', 'not-digits'],
  ['GB', 'O 7400 123456', 'not-digits'],
  ['GB', 'Tel: O7400 123456', 'not-digits'],
  ['GB', '(O7400) 123456', 'not-digits'],
  ['RU', 'О912 345 67 89', 'not-digits'],
  ['GB', '07400 12x456', 'not-digits'],
  ['GB', '+44 (O) 7400 123456', 'not-digits'],
  ['CN', '一三八12345678', 'not-digits'],
  ['US', '208-for-rent', 'not-digits'],
  ['US', '1 800 FLOWERS', 'not-digits'],
  ['US', '1-800-GOT-JUNK', 'not-digits'],
  ['GB', '0800 1234 CALL', 'not-digits'],
  ['GB', 'Tel07400123456', 'not-digits'],
  ['GB', '4.474E+11', 'not-digits'],
  // Several numbers
  ['GB', '07400 123456 / 07400 654321', 'several-numbers'],
  ['GB', '07400 123456 07400 654321', 'several-numbers'],
  ['GB', '07400 123456, 07400 654321', 'several-numbers'],
  ['GB', '07400 123456; 07400 654321', 'several-numbers'],
  ['GB', '07400 123456\n07400 654321', 'several-numbers'],
  ['GB', '07400 123456 or 07400 654321', 'several-numbers'],
  ['GB', '+44 7400 123456 +44 7400 654321', 'several-numbers'],
  ['DE', '0151 23456789 / +49 151 23456780', 'several-numbers'],
  ['GB', '📱 07400 123456 ☎ 020 7946 0958', 'several-numbers'],
  ['GB', 'Mobile: 07400 123456 Home: 020 7946 0958', 'several-numbers'],
  // Extensions
  ['US', '202-555-0123 x12', 'extension'],
  ['US', '202-555-0123 ext. 12', 'extension'],
  ['US', '202-555-0123 (ext. 12)', 'extension'],
  ['US', '202-555-0123;12', 'extension'],
  ['US', 'tel:+1-202-555-0123;ext=12', 'extension'],
  ['FR', '01 42 68 53 00 poste 12', 'extension'],
  ['BR', '(11) 3123-4567 ramal 12', 'extension'],
  ['RU', '8 495 123-45-67 доб. 12', 'extension'],
  ['DE', '030 901820 Durchwahl 12', 'extension'],
  ['TR', '0212 123 45 67 dahili 12', 'extension'],
  ['JP', '03-1234-5678 内線12', 'extension'],
  ['JP', '090-1234-5678 （内線 5）', 'extension'],
  // Signs
  ['GB', '*31#07400123456', 'unknown-signs'],
  ['US', '*67 202 555 0123', 'unknown-signs'],
  ['GB', '07400@123456', 'unknown-signs'],
  ['GB', '07400 12****', 'unknown-signs'],
  ['GB', '07400 1234??', 'unknown-signs'],
  ['GB', '07400 12____', 'unknown-signs'],
]

describe('a zero too many', () => {
  it.each(zeroTooMany)('in %s, %s leads to %s, and no other number', (country, raw, display) => {
    seeQuestion(raw, country, display)
  })
})

describe('a calling code written twice', () => {
  it.each(codeTwice)('in %s, %s leads to %s, and no other number', (country, raw, display) => {
    seeQuestion(raw, country, display)
  })

  it('is offered beside the warning where it can also be a landline', () => {
    expect(parse('+49 49 151 23456789', 'DE')).toMatchObject({
      status: 'ok',
      warning: 'not-mobile',
      suggestions: [{ phoneNumber: '+4915123456789' }],
    })
  })
})

describe('a plus where none belongs', () => {
  it.each(plusTooMany)('in %s, %s leads to %s, and no other number', (country, raw, display) => {
    seeQuestion(raw, country, display)
  })
})

describe('what stands around a number', () => {
  it.each(surrounded)('in %s, %s is %s', (country, raw, phoneNumber) => {
    expect(parse(raw, country)).toMatchObject({ status: 'ok', phoneNumber })
  })

  it.each(refused)('in %s, %s is refused: %s', (country, raw, reason) => {
    expect(parse(raw, country)).toEqual({ status: 'invalid', reason })
  })

  it('is searched in no document', () => {
    for (const part of ['(', 'a', ':', '[1:00', 'a1:', '*1', '<tel:', ' '])
      expect(parse(part.repeat(200_000), 'GB').status).toBe('invalid')
  })
})

function seeQuestion(raw: string, country: string, display: string) {
  expect(parse(raw, country).status).toBe('ambiguous')
  const digits = (text: string) => text.replace(/[^+\d]/g, '')
  expect(offeredFor(raw, country).map(digits)).toEqual([digits(display)])
}
