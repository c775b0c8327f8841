'use client'
import { useInsertionEffect, useRef } from 'react'

/** A ref to the newest value, for callbacks that read it when they run and must not change with it. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const latestRef = useRef(value)
  useInsertionEffect(() => {
    latestRef.current = value
  })
  return latestRef
}
