import { SimulatedHomeserver } from 'matrix-phone-verification/testing'

declare global {
  var homeserver: SimulatedHomeserver | undefined
}

/** For development only. `globalThis` keeps the homeserver when Next.js reloads this file. */
const homeserver = (globalThis.homeserver ??= new SimulatedHomeserver({
  baseUrl: 'http://localhost:3000',
  onSms: ({ to, text }) => console.info(`SMS to ${to}: ${text}`),
}))

const answer = (request: Request) => homeserver.handle(request)

export { answer as DELETE, answer as GET, answer as OPTIONS, answer as POST, answer as PUT }
