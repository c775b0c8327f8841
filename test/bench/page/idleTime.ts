type Waiting = Map<number, IdleRequestCallback>

const waiting: Waiting = new Map()
const deadline: IdleDeadline = { didTimeout: false, timeRemaining: () => 50 }
let handles = 0

/** From now on the page's idle time comes when `spendIdleTime` says so: how long a browser waits is not measured. */
export function holdIdleTime(): void {
  window.requestIdleCallback = (callback) => {
    handles += 1
    waiting.set(handles, callback)
    return handles
  }
  window.cancelIdleCallback = (handle) => {
    waiting.delete(handle)
  }
}

/** Runs what waits for idle time; answers whether there was anything. */
export function spendIdleTime(): boolean {
  const callbacks = [...waiting.values()]
  waiting.clear()
  for (const callback of callbacks) callback(deadline)
  return callbacks.length > 0
}
