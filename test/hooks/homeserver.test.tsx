import { beforeEach, expect, it, vi } from 'vitest'
import { ALICE, renderVerification } from '../support/hooks.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
  vi.stubGlobal('fetch', () => Promise.reject(new Error('a request left')))
  return () => vi.unstubAllGlobals()
})

it.each([
  ['', 'invalid-homeserver'],
  ['matrix.example.org', 'invalid-homeserver'],
  ['https://', 'invalid-homeserver'],
  ['javascript:alert(1)', 'invalid-homeserver'],
  ['http://matrix.example.org', 'insecure-homeserver'],
])(
  'a homeserver that is called %j renders, and is an error of what a person does there',
  async (homeserver, kind) => {
    const { result, do: person } = renderVerification({ homeserver })
    expect(result.current).toMatchObject({ step: 'number', error: null })
    await person(({ send }) => send(ALICE))
    expect(result.current).toMatchObject({ step: 'number', error: { kind, recovery: 'contact' } })
  },
)
