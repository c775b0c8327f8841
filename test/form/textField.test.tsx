import { describe, expect, it } from 'vitest'
import { createTextField } from '../../src/form/shared/textField.js'

function inputWith(text: string): HTMLInputElement {
  const input = document.createElement('input')
  input.value = text
  return input
}

describe('the text of an input', () => {
  it('is what somebody typed into a server-rendered page, and not what the app begins with', () => {
    const field = createTextField('020 7946 0000')
    const input = inputWith('07400 123456')
    field.ref(input)
    expect([input.value, field.read(), field.wasTyped()]).toEqual(['07400 123456', '07400 123456', true])
  })

  it('is what the app begins with, in an input that is empty', () => {
    const field = createTextField('020 7946 0000')
    const input = inputWith('')
    field.ref(input)
    expect([input.value, field.wasTyped()]).toEqual(['020 7946 0000', false])
  })

  it('comes back in the next input', () => {
    const field = createTextField('')
    const input = inputWith('')
    field.ref(input)
    input.value = '07400 123456'
    field.ref(null)
    const next = inputWith('')
    field.ref(next)
    expect([next.value, field.wasTyped()]).toEqual(['07400 123456', false])
  })

  it('is the newer one where the form wrote it while its input was hidden', () => {
    const field = createTextField('')
    const input = inputWith('07400 123')
    field.ref(input)
    field.ref(null)
    field.write('07400 123456')
    field.ref(input)
    expect(input.value).toBe('07400 123456')
  })
})
