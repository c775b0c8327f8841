// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { version as react } from 'react'
import { version as reactDom } from 'react-dom'
import { expect, it } from 'vitest'
import { core } from 'zod/mini'
import { lowestPeers } from './lowestPeers.js'

const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  peerDependencies: Record<string, string>
}

// `msw` is for our users' own tests; the others share a page with us.
const peers = Object.entries(peerDependencies).filter(([name]) => name !== 'msw')

it.each(peers)('the %s beside these tests is the lowest of %s', (name, range) => {
  expect(range).toContain(`^${twoNumbersOf(versionOf(name))}`)
})

it('imports lead to the packages beside these tests', () => {
  expect([react, reactDom]).toEqual([versionOf('react'), versionOf('react-dom')])
  expect(`${core.version.major}.${core.version.minor}`).toBe(twoNumbersOf(versionOf('zod')))
})

function versionOf(name: string): string {
  const path = join(lowestPeers, name, 'package.json')
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}

function twoNumbersOf(version: string): string {
  return version.split('.', 2).join('.')
}
