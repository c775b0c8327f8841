import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { resetPasswordWithPhone } from '../../src/matrix/resetPasswordWithPhone.js'
import { SimulatedHomeserver, type Scenario } from '../../src/testing/index.js'
import { proveNumber, tokenRequest } from './wire.js'

const page = readFileSync(
  fileURLToPath(new URL('../../stories/docs/servers/ServerSetup.mdx', import.meta.url)),
  'utf8',
)

/** The servers of the table in the documentation, by how its rows begin. */
const SERVERS: [string, Scenario][] = [
  ['Synapse with an SMS service', 'synapse'],
  ['Synapse that leaves accounts', 'oauth-preferred'],
  ['ToM-server', 'tom'],
  ['Dendrite', 'dendrite'],
  ['Conduit', 'conduit'],
  ['A server that follows', 'specification'],
]

const BOB = { username: 'bob', password: 'builder' }
const { phone_number: phoneNumber, country } = tokenRequest

describe('the table of servers in the documentation says what each can be used for:', () => {
  it.each(SERVERS)('%s', async (name, scenario) => {
    const row = page.split('\n').find((line) => line.startsWith(`| ${name}`)) ?? ''
    const [register, reset, add] = row
      .split('|')
      .slice(2, 5)
      .map((cell) => cell.trim() === 'yes')
    expect({
      register: await registers(scenario),
      reset: await resets(scenario),
      add: await adds(scenario),
    }).toEqual({
      register,
      reset,
      add,
    })
  })
})

async function registers(scenario: Scenario): Promise<boolean> {
  const homeserver = new SimulatedHomeserver({ scenario })
  return succeeds(async () => {
    const phone = await prove(homeserver, '/register/msisdn/requestToken')
    await registerWithPhone(clientOf(homeserver), phone, BOB)
  })
}

async function resets(scenario: Scenario): Promise<boolean> {
  const homeserver = new SimulatedHomeserver({ scenario, accounts: [{ ...BOB, phoneNumber }] })
  return succeeds(async () => {
    const phone = await prove(homeserver, '/account/password/msisdn/requestToken')
    await resetPasswordWithPhone(clientOf(homeserver), phone, { newPassword: 'another' })
  })
}

async function adds(scenario: Scenario): Promise<boolean> {
  const homeserver = new SimulatedHomeserver({ scenario, accounts: [{ ...BOB, accessToken: 'token' }] })
  return succeeds(async () => {
    const phone = await prove(homeserver, '/account/3pid/msisdn/requestToken')
    const account = { userId: '@bob:matrix.example.org', password: BOB.password }
    await addPhoneToAccount(clientOf(homeserver, 'token'), phone, account)
  })
}

async function prove(homeserver: SimulatedHomeserver, path: string) {
  const { sid, client_secret: clientSecret } = await proveNumber(homeserver, path)
  return { phoneNumber, country, sid: String(sid), clientSecret }
}

function clientOf({ baseUrl, fetch }: SimulatedHomeserver, accessToken?: string) {
  return createMatrixClient({ baseUrl, fetch, accessToken })
}

async function succeeds(run: () => Promise<void>): Promise<boolean> {
  return run().then(
    () => true,
    () => false,
  )
}
