import { SimulatedHomeserver } from 'matrix-phone-verification/testing'

declare global {
  var homeserver: SimulatedHomeserver | undefined
}

/** For development only. `globalThis` keeps the homeserver when Next.js reloads this file. */
const homeserver = (globalThis.homeserver ??= new SimulatedHomeserver({ baseUrl: 'http://localhost:3000' }))

async function answer(request: Request): Promise<Response> {
  const response = await homeserver.handle(request)
  const sms = homeserver.lastSms()
  if (sms !== undefined) console.info(`SMS to ${sms.to}: ${sms.text}`)
  return response
}

export { answer as DELETE, answer as GET, answer as OPTIONS, answer as POST, answer as PUT }
