'use client'
import type { ReactNode } from 'react'
import { callingCodeOf } from './countries.js'
import { useCountryFlag } from './useCountryFlag.js'

/** Props of {@link CountryFace}. */
export interface CountryFaceProps {
  /** The selected region, two uppercase letters; empty while it is not known. */
  country: string
  /** Whether its flag is shown. @default false */
  flags?: boolean | undefined
  /** The picker. It covers the flag and the calling code, and receives clicks and focus. */
  children: ReactNode
}

/** Shows the flag and the calling code of the selected country in place of the picker's own text. */
export function CountryFace({ country, flags, children }: CountryFaceProps) {
  const renderFlag = useCountryFlag(flags)
  const callingCode = callingCodeOf(country)
  return (
    <div className="mpv-country">
      {children}
      <div className="mpv-country-face" aria-hidden>
        {renderFlag(country)}
        <bdi dir="ltr">{callingCode !== null && `+${callingCode}`}</bdi>
      </div>
    </div>
  )
}
