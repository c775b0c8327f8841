import { SimulatedHomeserver } from 'matrix-phone-verification/testing'

/** A homeserver in the page itself. The code of every SMS is in the console. */
export const homeserver = new SimulatedHomeserver({
  baseUrl: 'https://matrix.example.org',
  // Its memory survives a reload, as the form's does.
  persist: sessionStorage,
})

homeserver.subscribe(() => console.info(homeserver.lastSms()?.text))
