'use client'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { MatrixClient } from '../matrix/createMatrixClient.js'
import type { PhoneSupport } from '../matrix/phoneSupport.js'
import { ownProperties } from '../matrix/ownProperties.js'
import { probePhoneSupport } from '../matrix/probePhoneSupport.js'
import type { Purpose } from '../matrix/purposes.js'
import { phoneAccountKeys } from './accountKeys.js'
import { useHomeserver } from './useHomeserver.js'

/** Options of {@link usePhoneSupport}. */
export interface PhoneSupportOptions {
  /** The homeserver's base URL, or a client from `createMatrixClient` or `fromMatrixJsSdk`. */
  homeserver: string | MatrixClient
  /** What the number would be verified for. */
  purpose: Purpose
  /** Whether to send the requests. @default true */
  enabled?: boolean | undefined
}

const FIVE_MINUTES = 5 * 60_000

/**
 * `probePhoneSupport` as a query. It never fails: if the requests fail, `data.status` is `'unknown'`, and it asks
 * again when the component mounts again or the connection comes back. A known result is stale after five minutes.
 *
 * @example
 * const { data: support } = usePhoneSupport({ homeserver, purpose: 'register' })
 * if (support?.status === 'unsupported') return <EmailForm />
 */
export function usePhoneSupport(options: PhoneSupportOptions): UseQueryResult<PhoneSupport, never> {
  const { homeserver, purpose, enabled = true } = ownProperties(options)
  const client = useHomeserver(homeserver)
  const { baseUrl, apiPath, accessToken } = client
  return useQuery<PhoneSupport, never>({
    // The token itself stays out of the cache.
    queryKey: [...phoneAccountKeys.support, `${baseUrl}${apiPath}`, purpose, accessToken !== undefined],
    // Not aborted when the component unmounts: the next component can use the result.
    queryFn: () => probePhoneSupport(client, purpose),
    enabled,
    // The app's default query options do not apply: being offline is a result here, and the query never throws.
    networkMode: 'always',
    retry: false,
    throwOnError: false,
    staleTime: FIVE_MINUTES,
    // The probe for registration is a POST, which must not repeat on a timer.
    refetchInterval: false,
    refetchOnWindowFocus: false,
    refetchOnMount: ({ state }) => (state.data?.status === 'unknown' ? 'always' : true),
    refetchOnReconnect: ({ state }) => (state.data?.status === 'unknown' ? 'always' : true),
  })
}
