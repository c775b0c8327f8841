'use client'
import type { ReactNode } from 'react'
import { useExampleNumber } from './useExampleNumber.js'

/** Props of {@link Example}. */
export interface ExampleProps {
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Renders an example number of the country, in its national format. */
  children: (example: string) => ReactNode
}

/** An example number of a country; nothing until it has loaded. */
export function Example({ country, children }: ExampleProps): ReactNode {
  const example = useExampleNumber(country)
  return example === null ? null : children(example)
}
