import { connectionFailure } from './answers.js'
import type { RecordedRequest } from './recordedRequest.js'

interface Waiting {
  request: RecordedRequest
  /** Whether `release` may end the wait. */
  isHeld: boolean
  finish: (failure?: Error) => void
}

/** Holds back responses on their way to the client. */
export class Line {
  #waiting: readonly Waiting[] = []

  /** Requests whose responses wait to be released, oldest first; a new array after each change. */
  held: readonly RecordedRequest[] = []

  /** Waits for `release`. */
  hold(request: RecordedRequest, signal: AbortSignal): Promise<void> {
    return this.#wait(request, signal, true)
  }

  /** Waits until the request is aborted or the connection breaks. */
  stall(request: RecordedRequest, signal: AbortSignal): Promise<void> {
    return this.#wait(request, signal, false)
  }

  /** Waits for a number of milliseconds. */
  delay(request: RecordedRequest, signal: AbortSignal, milliseconds: number): Promise<void> {
    return this.#wait(request, signal, false, milliseconds)
  }

  /** Releases one held response, or all of them. */
  release(request?: RecordedRequest): void {
    for (const waiting of this.#waiting) {
      if (waiting.isHeld && (request === undefined || waiting.request === request)) waiting.finish()
    }
  }

  /** Ends every wait as a broken connection does. */
  disconnect(): void {
    for (const { finish } of this.#waiting) finish(connectionFailure())
  }

  async #wait(
    request: RecordedRequest,
    signal: AbortSignal,
    isHeld: boolean,
    milliseconds?: number,
  ): Promise<void> {
    signal.throwIfAborted()
    const failure = await new Promise<Error | undefined>((resolve) => {
      const finish = (failure?: Error) => {
        this.#setWaiting(this.#waiting.filter((other) => other !== waiting))
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        resolve(failure)
      }
      const end = () => finish()
      const waiting: Waiting = { request, isHeld, finish }
      const timer = milliseconds === undefined ? undefined : setTimeout(end, milliseconds)
      signal.addEventListener('abort', end)
      this.#setWaiting([...this.#waiting, waiting])
    })
    if (failure) throw failure
    signal.throwIfAborted()
  }

  #setWaiting(waiting: readonly Waiting[]): void {
    this.#waiting = waiting
    this.held = waiting.filter(({ isHeld }) => isHeld).map(({ request }) => request)
  }
}
