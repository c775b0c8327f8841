'use client'
import { useInsertionEffect, useRef } from 'react'

/** The newest value of something that callbacks read when they run, and that must not make them new. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const latestRef = useRef(value)
  useInsertionEffect(() => {
    latestRef.current = value
  })
  return latestRef
}
