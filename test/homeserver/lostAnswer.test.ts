import { describe, expect } from 'vitest'
import { newCredentials, signIn } from './account.js'
import { REGISTER } from './Conversation.js'
import { newNumber, test as base } from './fixtures.js'

/** A person with a verified number, whose account is made without the page hearing of it. */
const test = base.extend('unheard', async ({ servers: { sms }, proxy, person }, { onCleanup }) => {
  const phoneNumber = newNumber()
  const credentials = newCredentials()
  await person.opens({ homeserver: proxy.url, purpose: 'register', ...credentials, isLater: 'true' })
  await person.sendsTo(phoneNumber)
  await person.types(await sms.code(phoneNumber))
  proxy.break('drop-success', REGISTER)
  onCleanup(() => proxy.mend())
  await person.clicks('Finish')
  expect(await person.outcome()).toEqual({ kind: 'offline', recovery: 'retry' })
  proxy.mend()
  return { ...credentials, phoneNumber }
})

describe('a registration whose last answer is lost', () => {
  test('ends in that account when the person tries again', async ({ servers: { sms }, person, unheard }) => {
    await person.clicks('Finish')
    await person.endsIn(`"userId":"@${unheard.username}:homeserver.test"`)
    expect(sms.to(unheard.phoneNumber)).toHaveLength(1)
  })

  test('is told as a name that is taken after a reload: it is the person’s own account, which takes the password', async ({
    servers: { sms },
    proxy,
    person,
    unheard,
  }) => {
    expect(await person.reloads('verified')).toEqual([])
    await person.clicks('Finish')
    expect(await person.outcome()).toEqual({
      kind: 'username-taken',
      recovery: 'edit-username',
      errcode: 'M_USER_IN_USE',
    })
    expect(await signIn(proxy.url, unheard)).toMatchObject({ status: 200 })
    expect(sms.to(unheard.phoneNumber)).toHaveLength(1)
  })
})
