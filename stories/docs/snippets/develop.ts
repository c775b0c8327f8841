import { createMatrixClient } from 'matrix-phone-verification'
import { SimulatedHomeserver } from 'matrix-phone-verification/testing'

// It lives in the page, and its memory survives a reload. The text of every SMS is in the console.
const simulated = new SimulatedHomeserver({ persist: sessionStorage })
simulated.subscribe(() => console.info(simulated.lastSms()?.text))

export const homeserver = createMatrixClient({ baseUrl: simulated.baseUrl, fetch: simulated.fetch })
