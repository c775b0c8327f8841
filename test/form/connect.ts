import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { SimulatedHomeserver, type Scenario } from '../../src/testing/index.js'

/** A simulated homeserver, and a client that talks to it. */
export function connect(scenario?: Scenario) {
  const homeserver = new SimulatedHomeserver({ scenario })
  const client = createMatrixClient({ baseUrl: homeserver.baseUrl, fetch: homeserver.fetch })
  return { homeserver, client }
}
