'use client'
import type { MatrixClient } from 'matrix-js-sdk'
import { fromMatrixJsSdk, PhoneVerificationForm, useAddPhoneToAccount } from 'matrix-phone-verification'

/** Adds a number to the account of the SDK's client, whose access token is read whenever it is needed. */
export function AddPhoneBySdk({ sdk, password }: { sdk: MatrixClient; password: string }) {
  const homeserver = fromMatrixJsSdk(sdk)
  const addition = useAddPhoneToAccount({ homeserver })
  return (
    <PhoneVerificationForm
      homeserver={homeserver}
      purpose="addToAccount"
      onVerified={(phone) => addition.mutateAsync({ phone, userId: sdk.getUserId() ?? undefined, password })}
    />
  )
}
