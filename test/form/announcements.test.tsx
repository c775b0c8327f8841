import { screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { advance, describedBy, NUMBER, renderForm, setUp, settled } from './person.js'

beforeEach(setUp)

/** Everything that came into a live region, in order, as a screen reader hears it. */
function listen(container: Element) {
  const heard: string[] = []
  const hear = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement
    const region = element?.closest('[role=status], [role=alert]')
    const text = node.textContent?.trim() ?? ''
    if (region !== null && region !== undefined && text !== '') heard.push(text)
    else if (node instanceof Element) node.querySelectorAll('[role=status], [role=alert]').forEach(hear)
  }
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') hear(target)
      addedNodes.forEach(hear)
    }
  }).observe(container, { subtree: true, childList: true, characterData: true })
  return heard
}

it('says each thing once, from the number to the end', async () => {
  const { person, container } = renderForm()
  const heard = listen(container)
  await person.askForCode()
  await advance(31_000)
  await person.press('Resend code')
  await advance(20_000)
  await person.submitCode(person.wrongCode())
  await person.submitCode(person.readCode())
  expect(screen.getByText(/is verified/)).toBeTruthy()
  expect(heard).toEqual([
    'Sending…',
    'You can resend the code now.',
    'Sending…',
    'Another code is on its way. Use the one in the latest text.',
    'Checking the code…',
    'That code isn’t right. Check it or request a new one.',
    'Checking the code…',
  ])
})

it('keeps "another code is on its way" for longer than seven seconds, through every tick', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await advance(30_000)
  await person.press('Resend code')
  const said = screen.getByText(/is on its way/)
  await advance(8000)
  expect(said.isConnected && said.textContent).toBe(
    'Another code is on its way. Use the one in the latest text.',
  )
})

it('warns of a key that submits, where the last character does', async () => {
  const { person, rerender } = renderForm({ codeLength: 6 })
  const code = await person.askForCode()
  expect(describedBy(code)).not.toContain('as soon as')
  rerender({ autoSubmit: 'complete' })
  await settled()
  expect(describedBy(code)).toContain('It’s checked as soon as it’s complete.')
  rerender({ autoSubmit: 'complete', codeLength: undefined })
  await settled()
  expect(describedBy(code)).not.toContain('as soon as')
})

it('reads a problem out with the field that has it, until the number is another one', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '0740{Enter}')
  await settled()
  expect(describedBy(person.number)).toBe('This number is too short. Check for missing digits.')
  await person.user.clear(person.number)
  await person.user.type(person.number, NUMBER)
  expect(describedBy(person.number)).not.toContain('too short')
})
