'use client'
import { useEffect } from 'react'

/** Bundlers replace `process.env.NODE_ENV`, as they do for React and react-query. */
declare const process: { env: { NODE_ENV?: string } }

/**
 * In development, logs an error if a row of a field array has no `id` of its own. The rows would swap their numbers
 * when one is removed or moved, because the name of a row is its position.
 */
export function useRowIdCheck(name: string, hasId: boolean): void {
  useEffect(() => {
    if (process.env.NODE_ENV === 'production' || hasId || !/(^|\.)\d+(\.|$)/.test(name)) return
    // eslint-disable-next-line no-console -- for whoever builds the page; a person sees nothing of it.
    console.error(
      `The PhoneVerificationField "${name}" is in a field array without an id. Removing or moving a row would give ` +
        'it the number of another row. Give it the id of its row: <PhoneVerificationField id={row.id} …>.',
    )
  }, [name, hasId])
}
