'use client'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useCallback, useMemo } from 'react'
import type { Resolver } from 'react-hook-form'
import type { PhoneEngineHandle } from '../../phone/usePhoneEngine.js'
import { numberSchema, type NumberValues } from './numberSchema.js'
import { inOfferedCountry, type ReadNumber } from './readNumber.js'

/** Reads the fields of the number step, and checks them for react-hook-form. */
export interface NumberReader {
  read: (values: NumberValues) => Promise<ReadNumber>
  resolver: Resolver<NumberValues>
}

/** Reads numbers with the numbering plans, for the countries that the app offers. */
export function useNumberReader(
  { parse, loaded }: PhoneEngineHandle,
  countries: readonly string[] | undefined,
): NumberReader {
  const read = useCallback(
    async ({ phoneNumber, country }: NumberValues): Promise<ReadNumber> => {
      const parsed = inOfferedCountry(await parse(phoneNumber, country), countries)
      // Adding a plus and a calling code would help too, but the person only needs to choose a country.
      const isMissing = country === '' && loaded() !== null
      return isMissing && parsed.status === 'invalid' && parsed.reason === 'needs-plus'
        ? { status: 'invalid', reason: 'country-missing' }
        : parsed
    },
    [parse, loaded, countries],
  )
  const resolver = useMemo(() => standardSchemaResolver(numberSchema(read)), [read])
  return { read, resolver }
}
