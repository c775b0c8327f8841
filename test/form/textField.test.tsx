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
    expect(next.value).toBe('07400 123456')
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

  it('is in the input inside an element that has the ref', () => {
    const field = createTextField('020 7946 0000')
    const [around, input] = [document.createElement('div'), inputWith('')]
    around.append(input)
    field.ref(around)
    expect([field.input(), input.value]).toEqual([input, '020 7946 0000'])
  })

  it('is what the last event said, where the ref leads to no input or to another one', () => {
    const field = createTextField('')
    const other = inputWith('')
    field.ref(other)
    field.hear('0')
    field.hear('07')
    expect([field.read(), field.input(), other.value]).toEqual(['07', null, ''])
  })

  it('is typed if it is not what the form wrote last', () => {
    const field = createTextField('')
    const input = inputWith('')
    field.ref(input)
    field.write('07400 123456')
    expect(field.wasTyped()).toBe(false)
    input.value = '07400 123457'
    expect(field.wasTyped()).toBe(true)
  })
})
