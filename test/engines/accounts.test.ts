import { expect } from 'vitest'
import { test } from './fixtures.js'
import type { Visitor } from './Visitor.js'

test('a number that one account verified is nothing to who signs in on the same page', async ({
  visitor,
}) => {
  await verifyAsAlice(visitor)
  await visitor.tabTo('Sign in as mallory')
  await visitor.press('Enter')
  await visitor.sees('Settings of mallory')
  await seesNoNumber(visitor)
  expect(await visitor.look(() => window.heard.length)).toBe(1)
})

test('nor is it to who signs in on the next page of the tab, and it is there still for who verified it', async ({
  visitor,
}) => {
  await verifyAsAlice(visitor)
  await visitor.follow('The page of mallory')
  await visitor.sees('Settings of mallory')
  await seesNoNumber(visitor)
  await visitor.go('reload')
  await seesNoNumber(visitor)
  expect(await visitor.look(() => window.heard)).toEqual([])
  await visitor.go('back')
  await visitor.sees('Settings of alice')
  await visitor.reads('verified')
  expect(visitor.site.homeserver.messages).toHaveLength(1)
})

async function verifyAsAlice(visitor: Visitor): Promise<void> {
  await visitor.open('account=alice')
  await visitor.askForCode()
  await visitor.enterCode()
}

async function seesNoNumber(visitor: Visitor): Promise<void> {
  await visitor.sees('Phone number')
  expect(await visitor.text()).not.toContain('7400 123456')
  await visitor.tabTo('Phone number')
  expect(await visitor.typed()).toBe('')
}
