import { describe, expect } from 'vitest'
import { test } from './fixtures.js'
import type { Visitor } from './Visitor.js'

/** Waits until the field that has the focus holds this. */
async function holds(visitor: Visitor, text: string): Promise<void> {
  await expect.poll(() => visitor.typed()).toBe(text)
}

describe('the number', () => {
  test('keeps every digit of keys that come as fast as they can', async ({ visitor }) => {
    await visitor.open()
    await visitor.tabTo('Phone number')
    await visitor.type('+447400123456')
    await visitor.press('Tab')
    await visitor.press('Shift+Tab')
    await holds(visitor, '+44 7400 123456')
  })

  test('that is pasted chooses its country and keeps the focus', async ({ visitor }) => {
    await visitor.open()
    await visitor.tabTo('Phone number')
    await visitor.paste('+33 6 12 34 56 78')
    await holds(visitor, '+33 6 12 34 56 78')
    await expect.poll(() => visitor.country()).toBe('FR')
    await visitor.press('Enter')
    await visitor.isAt('Verification code')
    expect(visitor.site.homeserver.lastSms()?.to).toBe('+33612345678')
  })

  test('that is filled in by the browser chooses its country, twice', async ({ visitor }) => {
    await visitor.open()
    await visitor.tabTo('Phone number')
    await visitor.fillIn('+33612345678')
    await expect.poll(() => visitor.country()).toBe('FR')
    await visitor.fillIn('+4915228817386')
    await expect.poll(() => visitor.country()).toBe('DE')
    await visitor.isAt('Phone number')
  })

  test('leads by undo from what it was rewritten to back to what was typed, and to nothing', async ({
    visitor,
  }) => {
    await visitor.open()
    await visitor.tabTo('Phone number')
    await visitor.type('0033612345678')
    await visitor.press('Tab')
    await expect.poll(() => visitor.country()).toBe('FR')
    await visitor.press('Shift+Tab')
    const rewritten = await visitor.typed()
    expect(digitsOf(rewritten)).toBe('33612345678')
    const seen = await stepsBack(visitor)
    expect(seen.filter((text) => !isMadeOf(digitsOf(text), '0033612345678'))).toEqual([])
    await visitor.redo()
    expect(isMadeOf(digitsOf(await visitor.typed()), '0033612345678')).toBe(true)
  })
})

describe('the code', () => {
  test('that is pasted with a blank in it is the code', async ({ visitor, site: { homeserver } }) => {
    await visitor.open()
    await visitor.askForCode()
    const code = homeserver.lastSms()?.code ?? ''
    await visitor.paste(`${code.slice(0, 3)} ${code.slice(3)}`)
    await visitor.press('Enter')
    await visitor.reads('verified')
  })

  test('that is typed as fast as it can be is whole, in boxes too', async ({ visitor }) => {
    await visitor.open('codeLength=6')
    await visitor.askForCode()
    await visitor.enterCode()
  })

  test('that is filled in from the SMS is submitted by itself, once', async ({
    visitor,
    site: { homeserver },
  }) => {
    await visitor.open('codeLength=6')
    await visitor.askForCode()
    await visitor.fillIn(homeserver.lastSms()?.code ?? '')
    await visitor.reads('verified')
    expect(homeserver.requests.filter(({ operation }) => operation === 'submitToken')).toHaveLength(1)
  })
})

/** What the field holds on the way back to nothing. */
async function stepsBack(visitor: Visitor): Promise<string[]> {
  const seen: string[] = []
  while ((await visitor.typed()) !== '') {
    if (seen.length > 20) throw new Error(`Undo leads not to nothing, but through ${seen.join(', ')}.`)
    await visitor.undo()
    seen.push(await visitor.typed())
  }
  return seen
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/** Whether the digits are some of those that were typed, in their order. */
function isMadeOf(digits: string, typed: string): boolean {
  let from = 0
  return Array.from(digits).every((digit) => {
    const at = typed.indexOf(digit, from)
    from = at + 1
    return at >= 0
  })
}
