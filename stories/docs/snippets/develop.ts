import { createMatrixClient } from 'matrix-phone-verification'
import { SimulatedHomeserver } from 'matrix-phone-verification/testing'

/** It lives in the page, and its accounts survive a reload. */
const simulated = new SimulatedHomeserver({
  persist: sessionStorage,
  onSms: ({ to, text }) => console.info(`SMS to ${to}: ${text}`),
})

export const homeserver = createMatrixClient({ baseUrl: simulated.baseUrl, fetch: simulated.fetch })
