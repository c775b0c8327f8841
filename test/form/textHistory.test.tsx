import { describe, expect, it } from 'vitest'
import { createTextHistory, moveOfKey } from '../../src/form/textHistory.js'

const key = new InputEvent('input', { inputType: 'insertText' })
const undo = new InputEvent('input', { inputType: 'historyUndo' })
const redo = new InputEvent('input', { inputType: 'historyRedo' })
const ofTheBrowser = 'what the browser makes of it'

describe('undo', () => {
  it('leads from what was made of a text to what was typed, to nothing, and back', () => {
    const history = createTextHistory()
    history.change('0', key)
    history.change('0033612345678', key)
    history.rewrite('+33 6 12 34 56 78')
    const steps = [undo, undo, undo, redo, redo, redo].map((step) => history.change(ofTheBrowser, step))
    expect(steps).toEqual([
      '0033612345678',
      '',
      '',
      '0033612345678',
      '+33 6 12 34 56 78',
      '+33 6 12 34 56 78',
    ])
  })

  it('leads from what was typed after that to what was made before', () => {
    const history = createTextHistory()
    history.change('0033612345678', key)
    history.rewrite('+33 6 12 34 56 78')
    history.change('+33 6 12 34 56 7', key)
    history.change('+33 6 12 34 56', key)
    expect(history.change(ofTheBrowser, undo)).toBe('+33 6 12 34 56 78')
    expect(history.change(ofTheBrowser, redo)).toBe('+33 6 12 34 56')
  })

  it('leaves nothing to redo once something else is typed', () => {
    const history = createTextHistory()
    history.change('0033612345678', key)
    history.rewrite('+33 6 12 34 56 78')
    history.change(ofTheBrowser, undo)
    expect(history.change('00336', key)).toBe('00336')
    expect(history.change(ofTheBrowser, redo)).toBe('00336')
    expect(history.change(ofTheBrowser, undo)).toBe('0033612345678')
  })

  it('is the browser’s own until a text was rewritten', () => {
    const history = createTextHistory()
    history.change('0740012', key)
    expect(history.change('07400', undo)).toBe('07400')
    expect(history.change('0740012', redo)).toBe('0740012')
  })
})

it('leaves what is typed or filled in as it is', () => {
  const history = createTextHistory()
  history.rewrite('+33 6 12 34 56 78')
  expect(history.change('07400', key)).toBe('07400')
  expect(history.change('+447400123456', new Event('input'))).toBe('+447400123456')
  expect(history.change('', undefined)).toBe('')
})

it.each([
  ['Ctrl+Z', { key: 'z', ctrlKey: true }, -1],
  ['⌘Z', { key: 'z', metaKey: true }, -1],
  ['Ctrl+Shift+Z', { key: 'Z', ctrlKey: true, shiftKey: true }, 1],
  ['Ctrl+Y', { key: 'y', ctrlKey: true }, 1],
  ['Ctrl+Z on a Russian keyboard', { key: 'я', code: 'KeyZ', ctrlKey: true }, -1],
  ['Ctrl+Z on a French keyboard', { key: 'z', code: 'KeyW', ctrlKey: true }, -1],
  ['Ctrl+W on a French keyboard', { key: 'w', code: 'KeyZ', ctrlKey: true }, 0],
  ['z', { key: 'z' }, 0],
  ['AltGr+Z', { key: 'z', ctrlKey: true, altKey: true }, 0],
  ['Ctrl+A', { key: 'a', ctrlKey: true }, 0],
])('takes %s for what it is', (_, init, by) => {
  expect(moveOfKey(new KeyboardEvent('keydown', init))).toBe(by)
})

it('leaves a key to the browser until a text was rewritten', () => {
  const history = createTextHistory()
  history.change('0740012', key)
  expect(history.move(-1)).toBeNull()
  history.rewrite('+44 7400 12')
  expect(history.move(-1)).toBe('0740012')
})
