import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { settled } from './time.js'
import type { Wire } from './wire.js'

/** What a homeserver answers to a registration that it completes. */
const ACCOUNT = { user_id: '@alice:matrix.example.org', access_token: 'token', device_id: 'DEVICE' }
/** A homeserver's challenge to prove a phone number. */
export const CHALLENGE = { session: 'auth', flows: [{ stages: ['m.login.msisdn'] }] }

/** Makes an account with a proof, which uses the proof up. */
export async function registerAlice(wire: Wire, phone: Parameters<typeof registerWithPhone>[1]) {
  wire.reply(401, CHALLENGE)
  wire.reply(200, ACCOUNT)
  const registering = registerWithPhone(wire.client(), phone, { username: 'alice' })
  await settled()
  await registering
}
