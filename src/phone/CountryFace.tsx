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
  /** The picker, which lies over the face and is what is pressed, focused and read out. */
  children: ReactNode
}

/** Shows in a picker's place what it is set to, in short: the flag and the calling code. */
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
