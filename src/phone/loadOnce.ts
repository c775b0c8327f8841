/** Something that is loaded when first wanted, and then kept. */
export type LoadedOnce<T> = {
  /** Starts the load, or joins the one under way; one that failed is started again by the next call. */
  load: () => Promise<T>
  /** What was loaded, or null as long as it is not here. */
  loaded: () => T | null
}

/** Keeps the result of a load, but not its failure. */
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
