import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { bundle } from './bundle.js'

const { folder, library } = inject('consumer')

const hook = await bundle(
  folder,
  'hookAlone',
  "export { usePhoneVerification } from 'matrix-phone-verification'",
)
const helpers = await bundle(
  folder,
  'helpers',
  `export {
    addPhoneToAccount, fromMatrixJsSdk, probePhoneSupport, registerWithPhone, resetPasswordWithPhone,
  } from 'matrix-phone-verification'`,
)

const files = readdirSync(join(library, 'dist'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(js|d\.ts)$/.test(path),
)

describe('who imports the hook alone', () => {
  it('gets nothing of what comes after the verification', () => {
    const unwanted =
      /matrix\/(Account|add|auth|callHomeserver|findOAuth|fromMatrix|probe|register|reset|userInter)/
    const modules = hook.everything.modules.map(({ id }) => id)
    expect(modules.filter((id) => unwanted.test(id))).toEqual([])
    expect(helpers.everything.modules.some(({ id }) => unwanted.test(id))).toBe(true)
  })
})

describe('who uses a verified number without React', () => {
  it('gets no hook, no form and no phone numbers', () => {
    const unwanted = /dist\/(hooks|form|phone|messages)\/|react|libphonenumber/
    expect(helpers.everything.modules.map(({ id }) => id).filter((id) => unwanted.test(id))).toEqual([])
  })
})

describe('matrix-js-sdk', () => {
  it('is in no module and no declaration', () => {
    const importing = files.filter((path) =>
      /(from|import\()\s*['"]matrix-js-sdk/.test(readFileSync(join(library, 'dist', path), 'utf8')),
    )
    expect(importing).toEqual([])
    expect(files.length).toBeGreaterThan(0)
  })

  it('is in no bundle of who uses its client', () => {
    const ids = helpers.everything.modules.map(({ id }) => id)
    expect(ids.filter((id) => id.includes('matrix-js-sdk'))).toEqual([])
    expect(ids.some((id) => id.endsWith('matrix/fromMatrixJsSdk.js'))).toBe(true)
  })
})
