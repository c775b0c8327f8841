'use client'
import { useCallback, useEffect, type RefObject } from 'react'
import { loadedPhoneEngine, loadPhoneEngine, parseWithoutEngine } from './parsePhoneNumber.js'
import type { PhoneEngine } from './PhoneEngine.js'
import type { ParsedPhoneNumber } from './phoneNumber.js'
import { whenIdle } from './useCountries.js'

/** The numbering plans, for a field that is usable before they are here and if they never come. */
export interface PhoneEngineHandle {
  /** Starts loading them now, on focus for example. */
  preload: () => void
  /** What is loaded; `null` until then. */
  loaded: () => PhoneEngine | null
  /** Reads a text as soon as they are here; without them it takes a number with a plus. Never rejects. */
  parse: (raw: string, country: string) => Promise<ParsedPhoneNumber>
}

/**
 * Loads the numbering plans in idle time, or earlier if the field asks.
 *
 * @param onLateRef called when they come, if they were not here before
 */
export function usePhoneEngine(onLateRef?: RefObject<(() => void) | null>): PhoneEngineHandle {
  const preload = useCallback(() => {
    if (loadedPhoneEngine() !== null) return
    // A failed load is tried again by whoever parses next, and told there.
    loadPhoneEngine().then(
      () => onLateRef?.current?.(),
      () => undefined,
    )
  }, [onLateRef])
  useEffect(() => whenIdle(preload), [preload])
  return { preload, loaded: loadedPhoneEngine, parse }
}

async function parse(raw: string, country: string): Promise<ParsedPhoneNumber> {
  try {
    const engine = await loadPhoneEngine()
    return engine.parse(raw, country)
  } catch {
    return parseWithoutEngine(raw, country)
  }
}
