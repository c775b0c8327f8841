import { expect, it, vi } from 'vitest'
import { AccountError } from '../../src/matrix/AccountError.js'
import { PhoneVerificationError } from '../../src/matrix/PhoneVerificationError.js'

const facts = { kind: 'offline', operation: 'submitToken', message: 'It failed.' } as const
const accountFacts = { kind: 'offline', operation: 'register', message: 'It failed.' } as const

/** The library once more, as a second version in a bundle is. */
async function secondCopy() {
  vi.resetModules()
  const { AccountError: OtherAccountError } = await import('../../src/matrix/AccountError.js')
  const { PhoneVerificationError: OtherError } = await import('../../src/matrix/PhoneVerificationError.js')
  return { OtherAccountError, OtherError }
}

it('an error of another copy of the library is known for what it is', async () => {
  const { OtherAccountError, OtherError } = await secondCopy()
  expect(OtherError).not.toBe(PhoneVerificationError)
  expect(new OtherError(facts)).toBeInstanceOf(PhoneVerificationError)
  expect(new PhoneVerificationError(facts)).toBeInstanceOf(OtherError)
  expect(new OtherAccountError(accountFacts)).toBeInstanceOf(AccountError)
})

it('neither class takes the errors of the other for its own', async () => {
  const { OtherAccountError, OtherError } = await secondCopy()
  expect(new OtherError(facts)).not.toBeInstanceOf(AccountError)
  expect(new OtherAccountError(accountFacts)).not.toBeInstanceOf(PhoneVerificationError)
})

it.each([
  ['an error', new Error('It failed.')],
  [
    'one that names itself like ours',
    Object.assign(new Error('It failed.'), { name: 'PhoneVerificationError' }),
  ],
  ['the facts of one', facts],
  ['what JSON holds', JSON.parse(JSON.stringify(new PhoneVerificationError(facts)))],
  ['a text', 'PhoneVerificationError'],
  ['null', null],
  ['nothing', undefined],
])('%s is none of ours', (_, value: unknown) => {
  expect(value).not.toBeInstanceOf(PhoneVerificationError)
  expect(value).not.toBeInstanceOf(AccountError)
})

it('a class that an app derives has its own errors alone', () => {
  class NumberError extends PhoneVerificationError {}
  expect(new NumberError(facts)).toBeInstanceOf(NumberError)
  expect(new NumberError(facts)).toBeInstanceOf(PhoneVerificationError)
  expect(new PhoneVerificationError(facts)).not.toBeInstanceOf(NumberError)
})

it('the mark is no part of what an error shows', () => {
  const error = new PhoneVerificationError(facts)
  expect(Object.getOwnPropertySymbols(error)).toEqual([])
})
