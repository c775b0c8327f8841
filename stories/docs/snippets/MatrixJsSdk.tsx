'use client'
import type { MatrixClient } from 'matrix-js-sdk'
import { fromMatrixJsSdk, PhoneVerificationForm, useAddPhoneToAccount } from 'matrix-phone-verification'
import { describeAccountError } from './describeAccountError.js'

/** Adds a number to the account of the SDK's client, whose access token is read whenever it is needed. */
export function AddPhoneBySdk({ sdk, password }: { sdk: MatrixClient; password: string }) {
  const homeserver = fromMatrixJsSdk(sdk)
  const addition = useAddPhoneToAccount({ homeserver })

  if (addition.isSuccess) return <p role="status">The number is added.</p>
  return (
    <PhoneVerificationForm homeserver={homeserver} purpose="addToAccount" onVerified={addition.reset}>
      {({ phone }) => (
        <>
          {addition.error && <p role="alert">{describeAccountError(addition.error)}</p>}
          <button disabled={addition.isPending} onClick={() => addition.mutate({ phone, password })}>
            Add this number
          </button>
        </>
      )}
    </PhoneVerificationForm>
  )
}
