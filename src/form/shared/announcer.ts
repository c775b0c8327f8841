/** Says things to screen readers, one after the other. */
export interface Announcer {
  /** Says something, once. Nobody hears it before there is a live region. */
  announce: (text: string) => void
  /** Gives each text to the live region, and then none. */
  listen: (listener: (text: string) => void) => () => void
}

/** Milliseconds between two messages: of two that come at once, a screen reader may miss one. */
const GAP = 500

/** How long somebody who reads through the page may come across what was said. Milliseconds. */
const LIFETIME = 5000

/** Makes what is behind the live region of one form. */
export function createAnnouncer(): Announcer {
  const waiting: string[] = []
  let hear: ((text: string) => void) | null = null
  let last = ''
  let isSpeaking = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function sayNext(): void {
    clearTimeout(timer)
    const text = waiting.shift()
    isSpeaking = text !== undefined
    timer = isSpeaking ? setTimeout(sayNext, GAP) : setTimeout(() => hear?.(''), LIFETIME)
    if (text === undefined) return
    // With a space that nobody hears, or Orca takes the same words for an echo of the last ones.
    last = text === last ? `${text}\u00a0` : text
    hear?.(last)
  }

  return {
    announce(text) {
      if (hear === null) return
      waiting.push(text)
      if (!isSpeaking) sayNext()
    },
    listen(listener) {
      hear = listener
      return () => {
        hear = null
      }
    },
  }
}
