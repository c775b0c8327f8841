/** Announces texts to screen readers, one after the other. */
export interface Announcer {
  /** Announces a text once. It is dropped if there is no live region yet, and before `begin`. */
  announce: (text: string) => void
  /** Begins to announce. What the page comes up with is not announced. */
  begin: () => void
  /** Passes each text to the live region, and later an empty text to clear it. */
  listen: (listener: (text: string) => void) => () => void
}

/** Milliseconds between two messages: a screen reader may miss one of two that come at once. */
const GAP = 500

/** How long a text stays in the live region, where people who read through the page find it, in milliseconds. */
const LIFETIME = 5000

/** Creates what is behind the live region of one form. */
export function createAnnouncer(): Announcer {
  const waiting: string[] = []
  let hear: ((text: string) => void) | null = null
  let last = ''
  let [isBegun, isSpeaking] = [false, false]
  let timer: ReturnType<typeof setTimeout> | undefined

  function sayNext(): void {
    clearTimeout(timer)
    const text = waiting.shift()
    isSpeaking = text !== undefined
    timer = isSpeaking ? setTimeout(sayNext, GAP) : setTimeout(() => hear?.(''), LIFETIME)
    if (text === undefined) return
    // The added space is not read out. Without it, Orca ignores a text that repeats the previous one.
    last = text === last ? `${text}\u00a0` : text
    hear?.(last)
  }

  return {
    announce(text) {
      if (hear === null || !isBegun) return
      waiting.push(text)
      if (!isSpeaking) sayNext()
    },
    begin() {
      isBegun = true
    },
    listen(listener) {
      hear = listener
      return () => {
        hear = null
      }
    },
  }
}
