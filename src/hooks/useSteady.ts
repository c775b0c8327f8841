'use client'
import { useState } from 'react'

/** The same object for as long as its members are the same, however often it is made. */
export function useSteady<Value extends object | null>(value: Value): Value {
  const [steady, setSteady] = useState(value)
  if (isShallowEqual(steady, value)) return steady
  setSteady(value)
  return value
}

function isShallowEqual(one: object | null, other: object | null): boolean {
  if (one === null || other === null) return one === other
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.is(Reflect.get(one, key), Reflect.get(other, key)))
  )
}
