import fc from 'fast-check'
import type { Purpose } from '../../src/index.js'
import type { Scenario } from '../../src/testing/index.js'
import { ANSWERS } from './answers.js'

/** What becomes of a request on its way there and back. */
export interface Fate {
  /** When the server hears of it: at once, when the answer is let go, or not at all. */
  arrives: 'now' | 'late' | 'never'
  /** Whether something on the way repeats it. */
  twice: boolean
  /** What comes back: the server's own answer, a broken connection, or one of `ANSWERS`. */
  back: 'own' | 'lost' | number
  /** When that comes back: at once, or when a step lets it go. */
  when: 'now' | 'held'
  /** Whether the answer is dropped when the client gives up. */
  heedsAbort: boolean
}

/** The conditions of a whole walk. */
export interface Setting {
  scenario: Scenario
  purpose: Purpose
  /** Minutes that a session lives at the server. */
  sessionMinutes: number
  resendDelay: number | undefined
  storage: 'kept' | 'none' | 'sometimes full'
  /** Whether somebody sets the system's clock, which may shorten a wait. */
  clockIsSet: boolean
  /** Whether the browser has Web Locks, as it has not on plain http. */
  hasLocks: boolean
}

export type CodeKind = 'right' | 'spaced' | 'old' | 'of another number' | 'wrong' | 'empty'

/** What a browser does with a page or a tab. */
export type Browsing =
  'remount' | 'putAway' | 'reload' | 'crash' | 'duplicate' | 'goAway' | 'goBack' | 'close'

/** What an app does besides: shows the flow in one more place, uses a proof up, signs the person out. */
export type AppAct = 'handOver' | 'use' | 'signOut'

/** Something that happens; `tab` chooses one of those that are open. */
export type Step = { tab: number } & (
  | { does: 'send'; number: number; spelling: number; times: number; fate: Fate }
  | { does: 'resend'; times: number; fate: Fate }
  | { does: 'verify'; code: CodeKind; times: number; fate: Fate }
  | { does: 'deliver'; which: number }
  | { does: 'wait' | 'sleep' | 'setClock'; seconds: number }
  | { does: 'fillStorage'; isFull: boolean }
  | { does: 'changeNumber' | 'reset' | 'followLink' | 'confirm' | AppAct | Browsing }
)

const SECOND = 1
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const tab = fc.nat({ max: 2 })
const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })

const plain: Fate = { arrives: 'now', twice: false, back: 'own', when: 'now', heedsAbort: true }

const fate: fc.Arbitrary<Fate> = fc.oneof(
  often(3, fc.constant(plain)),
  often(
    2,
    fc.record({
      arrives: fc.constantFrom('now', 'now', 'now', 'late', 'never'),
      twice: fc.constantFrom(false, false, false, true),
      back: fc.oneof(
        often(4, fc.constant('own' as const)),
        often(1, fc.constant('lost' as const)),
        often(3, fc.nat({ max: ANSWERS.length - 1 })),
      ),
      when: fc.constantFrom('now', 'held'),
      heedsAbort: fc.boolean(),
    }),
  ),
)

const times = fc.constantFrom(1, 1, 1, 2)

const step: fc.Arbitrary<Step> = fc.oneof(
  often(
    7,
    fc.record({
      tab,
      does: fc.constant('send'),
      number: fc.constantFrom(0, 0, 1, 2),
      spelling: fc.nat({ max: 8 }),
      times,
      fate,
    }),
  ),
  often(7, fc.record({ tab, does: fc.constant('resend'), times, fate })),
  often(
    5,
    fc.record({
      tab,
      does: fc.constant('verify'),
      code: fc.constantFrom(
        'right',
        'right',
        'right',
        'spaced',
        'old',
        'of another number',
        'wrong',
        'empty',
      ),
      times,
      fate,
    }),
  ),
  often(6, fc.record({ tab, does: fc.constant('deliver'), which: fc.nat({ max: 3 }) })),
  often(
    6,
    fc.record({
      tab,
      does: fc.constant('wait'),
      seconds: fc.constantFrom(SECOND, 31, 31, 71, 71, 7 * MINUTE, HOUR, 25 * HOUR),
    }),
  ),
  often(1, fc.record({ tab, does: fc.constant('sleep'), seconds: fc.constantFrom(MINUTE, HOUR, 30 * HOUR) })),
  often(
    2,
    fc.record({
      tab,
      does: fc.constant('setClock'),
      seconds: fc.constantFrom(5, -5, HOUR, -HOUR, 3 * DAY, -3 * DAY, 400 * DAY, -400 * DAY),
    }),
  ),
  often(2, fc.record({ tab, does: fc.constant('fillStorage'), isFull: fc.constantFrom(true, true, false) })),
  often(
    12,
    fc.record({
      tab,
      does: fc.constantFrom(
        'changeNumber',
        'changeNumber',
        'reset',
        'followLink',
        'confirm',
        'remount',
        'putAway',
        'reload',
        'reload',
        'crash',
        'duplicate',
        'goAway',
        'goBack',
        'close',
        'handOver',
        'handOver',
        'use',
        'signOut',
      ),
    }),
  ),
)

const setting: fc.Arbitrary<Setting> = fc.record({
  scenario: fc.constantFrom(
    'specification',
    'specification',
    'synapse',
    'sydent',
    'tom',
    'no-submit-url',
    'wrong-code-success-false',
  ),
  purpose: fc.constantFrom('register', 'register', 'addToAccount', 'resetPassword'),
  sessionMinutes: fc.constantFrom(24 * 60, 24 * 60, 5),
  resendDelay: fc.constantFrom(undefined, 0, 10_000),
  storage: fc.constantFrom('kept', 'kept', 'kept', 'none', 'sometimes full', 'sometimes full'),
  clockIsSet: fc.boolean(),
  hasLocks: fc.boolean(),
})

/** A walk: its conditions and its steps, of which there are about half of `most`. */
export function walks(most: number): fc.Arbitrary<[Setting, Step[]]> {
  return fc.tuple(setting, fc.array(step, { minLength: 1, maxLength: most, size: 'max' }))
}
