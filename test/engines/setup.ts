import type { EngineName } from './findEngines.js'
import { buildPages } from './site.js'

declare module 'vitest' {
  interface ProvidedContext {
    engine: EngineName
  }
}

/** Runs once before all tests. */
export default function setup(): Promise<void> {
  return buildPages()
}
