const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A repeatable source of codes and identifiers. Not for real secrets. */
export interface SeededRandom {
  /** The position in the sequence. Set it to continue from another position. */
  state: number
  /** A string of decimal digits, leading zeros included. */
  digits(length: number): string
  /** A string of ASCII letters. */
  letters(length: number): string
}

/** The same seed gives the same values in the same order, in every browser and in Node (mulberry32). */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet.charAt(Math.floor(next() * alphabet.length))).join('')
  return {
    get state() {
      return state
    },
    set state(value) {
      state = value >>> 0
    },
    digits: (length) => pick('0123456789', length),
    letters: (length) => pick(LETTERS, length),
  }
}
