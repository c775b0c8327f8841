import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { ALICE, NATIVE_APP, random, startNativeApp } from './nativeApp.js'

const { folder } = inject('consumer')

let bundle = ''

describe('the hooks in an app of React Native', () => {
  beforeAll(async () => {
    const app = join(folder, 'native')
    mkdirSync(join(app, 'node_modules'), { recursive: true })
    const renderer = fileURLToPath(new URL('../../node_modules/react-test-renderer', import.meta.url))
    symlinkSync(renderer, join(app, 'node_modules/react-test-renderer'), 'junction')
    writeFileSync(join(app, 'app.js'), NATIVE_APP)
    const build = await rolldown({
      input: join(app, 'app.js'),
      platform: 'neutral',
      // As Metro resolves.
      resolve: {
        conditionNames: ['react-native', 'import', 'default'],
        mainFields: ['react-native', 'module', 'main'],
      },
      onLog: () => undefined,
    })
    const { output } = await build.generate({ format: 'iife', codeSplitting: false })
    await build.close()
    bundle = output[0].code
  })

  it('verify a number and make an account, with a random source and no storage', async () => {
    const { homeserver, seen, does, leave } = await startNativeApp(bundle, { getRandomValues: random })
    await does(({ verification }) => verification.send(ALICE))
    expect(seen.verification.error).toBeNull()
    expect(seen.verification.step).toBe('code')
    expect(seen.countdown.seconds).toBeGreaterThan(0)
    const { code } = await homeserver.nextSms()
    await does(({ verification }) => verification.verify(code))
    expect(seen.verification.step).toBe('verified')
    const { phone } = seen.verification
    await does(({ registration }) =>
      registration.mutateAsync({ phone, username: 'alice', password: 'correct horse battery' }),
    )
    expect(seen.registration.data?.userId).toMatch(/^@alice:/)
    await leave()
  })

  it('go on after a restart of the app, with a storage of its own', async () => {
    const entries = new Map<string, string>()
    const storage = {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => entries.set(key, value),
      removeItem: (key: string) => entries.delete(key),
    }
    const first = await startNativeApp(bundle, { getRandomValues: random, storage })
    await first.does(({ verification }) => verification.send(ALICE))
    await first.leave()
    const second = await startNativeApp(bundle, { getRandomValues: random, storage })
    expect(second.seen.verification).toMatchObject({ step: 'code', sentTo: ALICE })
    expect(second.homeserver.requests).toEqual([])
    await second.leave()
  })

  it('wait for a link that is followed elsewhere', async () => {
    const checkExternal = () => Promise.resolve(false)
    const { seen, does, leave } = await startNativeApp(
      bundle,
      { getRandomValues: random, checkExternal },
      'no-submit-url',
    )
    await does(({ verification }) => verification.send(ALICE))
    expect(seen.verification.step).toBe('external')
    await leave()
  })

  it('reject nothing where there is no random source, and say what is missing', async () => {
    const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }
    const { homeserver, seen, does, leave } = await startNativeApp(bundle, { storage })
    await does(({ verification }) => verification.send(ALICE))
    expect(seen.verification.error).toMatchObject({ kind: 'invalid-request' })
    expect(seen.verification.error?.message).toContain('getRandomValues')
    expect(homeserver.requests).toEqual([])
    await leave()
  })
})
