'use client'
import { useState } from 'react'

/** The same object for as long as its members are the same, however often it is made. */
export function useSteady<Value extends object | null>(value: Value): Value {
  const [steady, setSteady] = useState(value)
  if (isShallowEqual(steady, value)) return steady
  setSteady(value)
  return value
}

/** What is absent counts as `undefined`. */
function isShallowEqual(one: object | null, other: object | null): boolean {
  const [before, after]: Record<string, unknown>[] = [{ ...one }, { ...other }]
  return Object.keys({ ...before, ...after }).every((key) => Object.is(before?.[key], after?.[key]))
}
