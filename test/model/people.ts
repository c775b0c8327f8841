import type { SimulatedHomeserver } from '../../src/testing/index.js'
import type { CodeKind } from './steps.js'

/** What `send` takes. */
export interface Destination {
  phoneNumber: string
  country: string
  display?: string | undefined
}

/** The numbers that people use; the third belongs to an account already. */
const NUMBERS: readonly (readonly [number: string, country: string, display: string])[] = [
  ['+447700900123', 'GB', '+44 7700 900123'],
  ['+12025550123', 'US', '+1 202-555-0123'],
  ['+4915228817386', 'DE', '+49 1522 8817386'],
]

/** Who has an account, and with which number. */
export const accountsFor = (purpose: string) =>
  purpose === 'resetPassword'
    ? [
        { username: 'alice', phoneNumber: '+447700900123' },
        { username: 'bob', phoneNumber: '+12025550123' },
        { username: 'dora', phoneNumber: NEVER_USED.phoneNumber },
      ]
    : [{ username: 'carol', phoneNumber: '+4915228817386' }]

/** A number that no step uses. */
export const NEVER_USED = { phoneNumber: '+61491570006', country: 'AU' }

/** A number in one of its spellings, of which some are none. */
export function spell(number: number, spelling: number): Destination {
  const [phoneNumber = '', country = '', display = ''] = NUMBERS[number] ?? []
  const spellings: Destination[] = [
    { phoneNumber, country },
    { phoneNumber, country, display },
    { phoneNumber, country, display: display.replaceAll(' ', '-') },
    { phoneNumber, country, display: phoneNumber },
    { phoneNumber, country: 'CA', display },
    { phoneNumber: `0${phoneNumber.slice(3)}`, country },
    { phoneNumber, country: country.toLowerCase() },
    { phoneNumber, country, display: '+44 7700 900999' },
    { phoneNumber: display, country },
  ]
  return spellings[spelling] ?? { phoneNumber, country }
}

/** Whether a request may leave for it. */
export function isWellSpelled({ phoneNumber, country, display = phoneNumber }: Destination): boolean {
  const shown = display.replace(/[^+\d]/g, '')
  return /^\+\d+$/.test(phoneNumber) && /^[A-Z]{2}$/.test(country) && shown === phoneNumber
}

/** What the person types of the SMS that came, and what is to be submitted for it. */
export function readCode(
  { messages }: SimulatedHomeserver,
  sentTo: string | null,
  kind: CodeKind,
): { typed: string; code: string } {
  const ours = messages.filter(({ to }) => to === sentTo)
  const code = ours.at(-1)?.code ?? '424242'
  switch (kind) {
    case 'right':
      return { typed: code, code }
    case 'spaced':
      return /^\d+$/.test(code)
        ? { typed: ` ${code.slice(0, 3)} ${code.slice(3)}\n`, code }
        : { typed: ` ${code} `, code }
    case 'old':
      return same(ours[0]?.code ?? '111111')
    case 'of another number':
      return same(messages.findLast(({ to }) => to !== sentTo)?.code ?? '222222')
    case 'wrong':
      return same(code === '000000' ? '333333' : '000000')
    case 'empty':
      return { typed: ' \u200b ', code: '' }
  }
}

const same = (code: string) => ({ typed: code, code })
