'use client'
import { useCallback, useEffect, useState, type RefObject } from 'react'
import { loadedPhoneEngine, loadPhoneEngine, parseWithoutEngine } from './parsePhoneNumber.js'
import type { PhoneEngine } from './PhoneEngine.js'
import type { ParsedPhoneNumber } from './phoneNumber.js'

/** The numbering plans for a field that also works before they have loaded, and if loading fails. */
export interface PhoneEngineHandle {
  /** Starts loading them now, for example on focus. */
  preload: () => void
  /** The loaded plans; `null` until then. */
  loaded: () => PhoneEngine | null
  /** Parses a text when the plans have loaded. If loading fails, accepts only a number with a plus. Never rejects. */
  parse: (raw: string, country: string) => Promise<ParsedPhoneNumber>
}

/**
 * Loads the numbering plans from the first render on. Over a slow network they are there a tenth of a second earlier
 * than from an effect or from idle time on.
 *
 * @param onLateRef called when the plans have loaded, unless they were loaded before
 */
export function usePhoneEngine(onLateRef?: RefObject<(() => void) | null>): PhoneEngineHandle {
  const preload = useCallback(() => {
    if (loadedPhoneEngine() !== null) return
    // A failed load needs no handling here: the next `parse` tries again and handles its failure.
    loadPhoneEngine().then(
      () => onLateRef?.current?.(),
      () => undefined,
    )
  }, [onLateRef])
  // Once, while the component renders for the first time. There is no state.
  useState(startLoading)
  useEffect(preload, [preload])
  return { preload, loaded: loadedPhoneEngine, parse }
}

/** Nobody types on a server. */
function startLoading(): void {
  if (typeof document === 'undefined') return
  // The next `parse` tries again and handles a failure.
  loadPhoneEngine().catch(() => undefined)
}

async function parse(raw: string, country: string): Promise<ParsedPhoneNumber> {
  try {
    const engine = await loadPhoneEngine()
    return engine.parse(raw, country)
  } catch {
    return parseWithoutEngine(raw, country)
  }
}
