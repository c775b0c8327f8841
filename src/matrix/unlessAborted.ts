/** What a promise comes to; or `null` where the signal aborts first, also before anything began. */
export async function unlessAborted<Result>(
  outcome: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<{ result: Result } | null> {
  const over = new AbortController()
  const aborted = new Promise<null>((resolve) => {
    signal?.addEventListener('abort', () => resolve(null), { signal: over.signal })
    if (signal?.aborted === true) resolve(null)
  })
  try {
    return await Promise.race([aborted, outcome.then((result) => ({ result }))])
  } finally {
    // Nothing is left on a signal that lives long.
    over.abort()
  }
}
