import * as z from 'zod/mini'
import { brand, isBranded } from './brand.js'
import { callHomeserver } from './callHomeserver.js'
import { checkBaseUrl } from './clientOptions.js'
import { createMatrixClient, type CallOptions } from './createMatrixClient.js'
import { isHomeserver } from './findOAuth.js'
import { ownProperties } from './ownProperties.js'
import { parseUrl } from './parseUrl.js'
import { read } from './readAnswer.js'

/** A homeserver that was found by the name a person typed. Pass it to `createMatrixClient`. */
export interface DiscoveredHomeserver {
  baseUrl: string
  /** Marks a homeserver that a person named, and not the app. */
  isDiscovered: true
}

/** Options of {@link discoverHomeserver}. */
export interface DiscoverOptions extends CallOptions {
  /** Used instead of the platform's `fetch`. */
  fetch?: typeof fetch | undefined
  /** Milliseconds after which each request is aborted. @default 10_000 */
  timeout?: number | undefined
}

/**
 * What the specification asks of a client after a failed discovery: with `FAIL_PROMPT` it asks the person for another
 * name, with `FAIL_ERROR` it reports that the server's own entry is wrong and stops.
 */
export type DiscoveryAction = 'FAIL_PROMPT' | 'FAIL_ERROR'

const NAME = 'HomeserverDiscoveryError'

/** The only error that `discoverHomeserver` rejects with. Its message is for developers. */
export class HomeserverDiscoveryError extends Error {
  override readonly name = NAME
  readonly action: DiscoveryAction

  static override [Symbol.hasInstance](value: unknown): value is HomeserverDiscoveryError {
    return isBranded(this, HomeserverDiscoveryError, NAME, value)
  }

  constructor(action: DiscoveryAction, message: string) {
    super(message)
    this.action = action
  }
}

brand(HomeserverDiscoveryError, NAME)

const wellKnownSchema = z.object({ 'm.homeserver': z.object({ base_url: z.string() }) })

/**
 * Finds the homeserver for a server name as people type it (`example.org`, `https://example.org`,
 * `@alice:example.org`). It follows the specification's discovery: `/.well-known/matrix/client` of the host, without
 * the port, and its redirects to https; then `/versions` (client-server API v1.18, "Well-known URI").
 *
 * @throws HomeserverDiscoveryError
 * @example
 * const client = createMatrixClient(await discoverHomeserver('example.org'))
 */
export async function discoverHomeserver(
  serverName: string,
  options: DiscoverOptions = {},
): Promise<DiscoveredHomeserver> {
  const { signal, fetch, timeout = 10_000 } = ownProperties(options)
  const name = toServerName(serverName)
  if (name === null) throw new HomeserverDiscoveryError('FAIL_PROMPT', 'What was typed is no server name.')

  const site = createMatrixClient({ baseUrl: `https://${name.host}`, fetch, timeout })
  const url = `https://${name.hostname}/.well-known/matrix/client`
  // The specification (since v1.20) has redirects followed here. The request carries no secret.
  const answer = await callHomeserver(site, { method: 'GET', url, signal, redirect: 'follow' })
  const isSilent = typeof answer === 'string'
  if (isSilent && name.port === '')
    throw new HomeserverDiscoveryError('FAIL_PROMPT', 'The server gave no answer.')
  // A server with a port of its own may leave the default port without an answer.
  if (isSilent || answer.status === 404) {
    // The name may be the homeserver's own address. The specification lets the client try that.
    if (await isHomeserver(site, { signal })) return { baseUrl: site.baseUrl, isDiscovered: true }
    throw new HomeserverDiscoveryError('FAIL_PROMPT', 'The server names no homeserver and is none itself.')
  }
  const reading = read(wellKnownSchema, answer.body)
  if (answer.status !== 200 || !reading.isRight) {
    throw new HomeserverDiscoveryError(
      'FAIL_PROMPT',
      `The server names no homeserver (HTTP ${answer.status}).`,
    )
  }
  const { base_url } = reading.data['m.homeserver']
  if (parseUrl(base_url)?.protocol !== 'https:') {
    throw new HomeserverDiscoveryError(
      'FAIL_ERROR',
      'The server names a homeserver whose address is not https.',
    )
  }
  const client = createMatrixClient({ baseUrl: checkBaseUrl(base_url), fetch, timeout })
  if (await isHomeserver(client, { signal })) return { baseUrl: client.baseUrl, isDiscovered: true }
  throw new HomeserverDiscoveryError('FAIL_ERROR', 'No homeserver answers where the server says that it is.')
}

/** The host, and the port if there is one, of what a person typed; `null` if that is not a server name. */
function toServerName(typed: string): URL | null {
  const trimmed = typed.trim()
  const name = trimmed.startsWith('@') ? trimmed.slice(trimmed.indexOf(':') + 1) : trimmed
  const url = parseUrl(/^https?:\/\//i.test(name) ? name : `https://${name}`)
  return url === null || url.hostname === '' || url.username + url.password !== '' ? null : url
}
