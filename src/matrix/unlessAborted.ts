/** The promise's result; or `null` if the signal aborts first or was aborted before. */
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
    // Removes the listener, because the signal may outlive this call.
    over.abort()
  }
}
