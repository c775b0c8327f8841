import fc from 'fast-check'
import { DE, US } from './events.js'

/** What a person, a page, a server or the time may do next. */
export type Action =
  | { does: 'send'; number: 0 | 1 | 2 }
  | { does: 'resend' | 'submit' | 'changeNumber' | 'reset' | 'abandon' }
  | { does: 'confirm'; which: number }
  | { does: 'reload' }
  | { does: 'copy' }
  | { does: 'handlerStarts' | 'handlerFails' | 'cannotSend' }
  | { does: 'accept'; which: number; isExternal: boolean; sid: 1 | 2 }
  | { does: 'refuse'; which: number; unsupported: boolean; wait: 'none' | 'told' | 'guess' }
  | { does: 'acceptCode'; which: number }
  | {
      does: 'refuseCode'
      which: number
      session: 'alive' | 'expired' | 'lost'
      wait: 'none' | 'told' | 'guess'
    }
  | { does: 'pass'; seconds: number }

/** The numbers that are typed. */
export const NUMBERS = [
  US,
  DE,
  { phoneNumber: '+61491570006', country: 'AU', display: '+61 491 570 006' },
] as const

const just = <const Does extends string>(does: Does) => fc.constant({ does })
/** How many requests ago the one was that is answered: mostly the newest, sometimes a late one. */
const which = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 4 }))
const wait = fc.constantFrom('none', 'none', 'told', 'guess')

export const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('send'), number: fc.constantFrom(0, 0, 1, 2) }) },
  { weight: 3, arbitrary: just('resend') },
  { weight: 4, arbitrary: just('submit') },
  { weight: 2, arbitrary: just('changeNumber') },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('accept'),
      which,
      isExternal: fc.constantFrom(false, false, false, true),
      sid: fc.constantFrom(1, 1, 2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('refuse'),
      which,
      unsupported: fc.constantFrom(false, false, false, true),
      wait,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('acceptCode'), which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('refuseCode'),
      which,
      session: fc.constantFrom('alive', 'alive', 'expired', 'lost'),
      wait,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('pass'), seconds: fc.constantFrom(1, 30, 100, 4000, 90_000) }),
  },
  fc.record({ does: fc.constant('confirm'), which }),
  just('reset'),
  just('abandon'),
  just('reload'),
  just('copy'),
  just('handlerStarts'),
  just('handlerFails'),
  just('cannotSend'),
)
