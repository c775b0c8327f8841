/** Waits for `delay` milliseconds, or until the signal aborts. */
export function waitUnlessAborted(delay: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, delay)
    signal?.addEventListener('abort', end)
    if (signal?.aborted === true) end()
    function end() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
  })
}
