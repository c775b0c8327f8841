/** Something that loads when it is first needed, and is then kept. */
export type LoadedOnce<T> = {
  /** Starts loading, or returns the promise of the load in progress. After a failure the next call tries again. */
  load: () => Promise<T>
  /** What was loaded; null until then. */
  loaded: () => T | null
}

/** Keeps the result of a load. A failure is not kept. */
export function loadOnce<T>(start: () => Promise<T>): LoadedOnce<T> {
  let loading: Promise<T> | null = null
  let loaded: T | null = null
  const load = () => {
    loading ??= start().then(
      (value) => (loaded = value),
      (error: unknown) => {
        loading = null
        throw error
      },
    )
    return loading
  }
  return { load, loaded: () => loaded }
}
