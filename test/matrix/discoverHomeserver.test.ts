import { expect, it } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { discoverHomeserver, HomeserverDiscoveryError } from '../../src/matrix/discoverHomeserver.js'
import { json, text } from './server.js'

const WELL_KNOWN = 'https://example.org/.well-known/matrix/client'
const VERSIONS = 'https://matrix.example.org/_matrix/client/versions'
const named = (base_url: unknown) => () => json(200, { 'm.homeserver': { base_url } })
const versions = () => json(200, { versions: ['v1.13'] })

const unreachable = () => {
  throw new TypeError('Failed to fetch')
}

/** The entry after a redirect to another address. */
const movedTo = (url: string) => () =>
  Object.defineProperties(named('https://matrix.example.org')(), {
    redirected: { value: true },
    url: { value: url },
  })

/** Discovers by a web of a few pages; what it does not have is missing. */
function discover(serverName: string, pages: Record<string, () => Response>) {
  const asked: string[] = []
  const redirects: (string | undefined)[] = []
  const found = discoverHomeserver(serverName, {
    fetch: (input, init) => {
      asked.push(input as string)
      redirects.push(init?.redirect)
      return Promise.resolve(pages[input as string]?.() ?? text(404, 'missing'))
    },
  })
  return { asked, redirects, found }
}

it.each([
  'example.org',
  ' example.org ',
  'EXAMPLE.org',
  'https://example.org/',
  'http://example.org',
  '@alice:example.org',
  'example.org:8448',
  'https://example.org:8448',
  '@alice:example.org:8448',
])('finds the homeserver of %j', async (serverName) => {
  const pages = { [WELL_KNOWN]: named('https://matrix.example.org/'), [VERSIONS]: versions }
  const { found, asked } = discover(serverName, pages)
  expect(await found).toEqual({ baseUrl: 'https://matrix.example.org', isDiscovered: true })
  expect(asked).toEqual([WELL_KNOWN, VERSIONS])
})

it('takes the server itself where it has no entry and is a homeserver', async () => {
  const { found } = discover('example.org', { 'https://example.org/_matrix/client/versions': versions })
  expect(await found).toEqual({ baseUrl: 'https://example.org', isDiscovered: true })
})

it.each<[string, () => Response]>([
  ['has no entry', () => text(404, '')],
  ['does not answer', unreachable],
])('takes the server at the port that was typed where its host %s', async (_, entry) => {
  const portVersions = 'https://example.org:8448/_matrix/client/versions'
  const { found, asked } = discover('example.org:8448', { [WELL_KNOWN]: entry, [portVersions]: versions })
  expect(await found).toEqual({ baseUrl: 'https://example.org:8448', isDiscovered: true })
  expect(asked).toEqual([WELL_KNOWN, portVersions])
})

it('follows the redirects of the entry, and none of the homeserver', async () => {
  const { found, redirects } = discover('example.org', {
    [WELL_KNOWN]: movedTo('https://www.example.org/.well-known/matrix/client'),
    [VERSIONS]: versions,
  })
  expect(await found).toEqual({ baseUrl: 'https://matrix.example.org', isDiscovered: true })
  expect(redirects).toEqual(['follow', 'manual'])
})

it('takes no entry that a redirect leads to over plain http', async () => {
  const { found } = discover('example.org', {
    [WELL_KNOWN]: movedTo('http://www.example.org/.well-known/matrix/client'),
    [VERSIONS]: versions,
  })
  await expect(found).rejects.toMatchObject({ action: 'FAIL_PROMPT' })
})

it('is what a client takes, which then knows that a person named the server', async () => {
  const { found } = discover('example.org', {
    [WELL_KNOWN]: named('https://matrix.example.org'),
    [VERSIONS]: versions,
  })
  expect(createMatrixClient(await found)).toMatchObject({
    baseUrl: 'https://matrix.example.org',
    isDiscovered: true,
  })
  expect(createMatrixClient({ baseUrl: 'https://matrix.example.org' }).isDiscovered).toBe(false)
})

it.each<[string, string, Record<string, () => Response>, 'FAIL_PROMPT' | 'FAIL_ERROR']>([
  ['nothing typed', '', {}, 'FAIL_PROMPT'],
  ['no server name', 'two words', {}, 'FAIL_PROMPT'],
  ['a password in it', 'https://alice:word@example.org', {}, 'FAIL_PROMPT'],
  ['no entry and no homeserver', 'example.org', {}, 'FAIL_PROMPT'],
  ['no answer at all', 'example.org', { [WELL_KNOWN]: unreachable }, 'FAIL_PROMPT'],
  ['an entry that fails', 'example.org', { [WELL_KNOWN]: () => text(500, '') }, 'FAIL_PROMPT'],
  ['an entry that is no JSON', 'example.org', { [WELL_KNOWN]: () => text(200, '<html>') }, 'FAIL_PROMPT'],
  ['an entry without an address', 'example.org', { [WELL_KNOWN]: () => json(200, {}) }, 'FAIL_PROMPT'],
  ['an entry with a number', 'example.org', { [WELL_KNOWN]: named(5) }, 'FAIL_PROMPT'],
  ['an address that is no URL', 'example.org', { [WELL_KNOWN]: named('matrix.example.org') }, 'FAIL_ERROR'],
  ['an address over http', 'example.org', { [WELL_KNOWN]: named('http://matrix.example.org') }, 'FAIL_ERROR'],
  [
    'an address without a server',
    'example.org',
    { [WELL_KNOWN]: named('https://matrix.example.org') },
    'FAIL_ERROR',
  ],
])('says what the specification wants after %s', async (_, serverName, pages, action) => {
  const error: unknown = await discover(serverName, pages).found.catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(HomeserverDiscoveryError)
  expect(error).toMatchObject({ action })
})
