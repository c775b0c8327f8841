import { afterEach, describe, expect, it, vi } from 'vitest'
import { generateClientSecret } from '../../src/matrix/clientSecret.js'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a client secret', () => {
  it('has 32 characters that the wire allows', () => {
    for (let round = 0; round < 1000; round += 1)
      expect(generateClientSecret()).toMatch(/^[0-9A-Za-z._]{32}$/)
  })

  it('never comes twice', () => {
    const secrets = new Set(Array.from({ length: 5000 }, generateClientSecret))
    expect(secrets.size).toBe(5000)
  })

  it('uses every letter as often as every other', () => {
    const counts = new Map<string, number>()
    const letters = Array.from({ length: 10_000 }, generateClientSecret).join('')
    for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect(counts.size).toBe(64)
    // A byte modulo a number of letters that does not divide 256 would favour some of them by a quarter.
    expect(Math.max(...counts.values()) / Math.min(...counts.values())).toBeLessThan(1.16)
  })

  it.each([
    ['_', [0xff, 0xff, 0xff]],
    ['.', [0xfb, 0xef, 0xbe]],
  ])(
    'is all "%s" where the random source gives base64 letters that the wire does not allow',
    (letter, bytes) => {
      vi.stubGlobal('crypto', {
        getRandomValues: (into: Uint8Array) => into.map((_, at) => bytes[at % 3] ?? 0),
      })
      expect(generateClientSecret()).toBe(letter.repeat(32))
    },
  )

  it('is made where crypto.randomUUID does not exist, as on http pages', () => {
    const { crypto } = globalThis
    vi.stubGlobal('crypto', {
      getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
    })
    expect(generateClientSecret()).toMatch(/^[0-9A-Za-z._]{32}$/)
  })

  it('is never made of Math.random', () => {
    const random = vi.spyOn(Math, 'random')
    generateClientSecret()
    expect(random).not.toHaveBeenCalled()
    vi.stubGlobal('crypto', undefined)
    expect(() => generateClientSecret()).toThrow()
    random.mockRestore()
  })
})
