import { describe, expect, it } from 'vitest'
import { createTextHistory, moveOfInput, moveOfKey } from '../../src/form/number/textHistory.js'

const key = new InputEvent('input', { inputType: 'insertText' })
const erasing = new InputEvent('input', { inputType: 'deleteContentBackward' })
const paste = new InputEvent('input', { inputType: 'insertFromPaste' })

/** A history in Britain, in which texts stand for their entries. */
function createHistory() {
  const history = createTextHistory('GB')
  const entry = (text: string) => ({ text, country: 'GB' })
  return {
    ...history,
    rewrite: (text: string) => history.rewrite(entry(text)),
    change: (text: string, event?: Event) => history.change(entry(text), event),
    undo: () => history.move(-1)?.text,
    redo: () => history.move(1)?.text,
  }
}

describe('undo', () => {
  it('leads from what was made of a text to what was typed, to nothing, and back', () => {
    const { change, rewrite, undo, redo } = createHistory()
    change('0', key)
    change('0033612345678', key)
    rewrite('+33 6 12 34 56 78')
    const steps = [undo, undo, undo, redo, redo, redo].map((step) => step())
    const [typed, rewritten] = ['0033612345678', '+33 6 12 34 56 78']
    expect(steps).toEqual([typed, '', '', typed, rewritten, rewritten])
  })

  it('leads from what was typed after that to what was made before', () => {
    const { change, rewrite, undo, redo } = createHistory()
    change('0033612345678', key)
    rewrite('+33 6 12 34 56 78')
    change('+33 6 12 34 56 7', erasing)
    change('+33 6 12 34 56', erasing)
    expect(undo()).toBe('+33 6 12 34 56 78')
    expect(redo()).toBe('+33 6 12 34 56')
  })

  it('leads past a reading in the former country once the text is read in another one', () => {
    const { change, rewrite, choose, undo, redo } = createHistory()
    change('07400 123456', paste)
    rewrite('+44 7400 123456')
    expect(choose('DE')).toBe('07400 123456')
    rewrite('+49 7400 123456')
    expect([undo(), undo(), redo(), redo()]).toEqual(['07400 123456', '', '07400 123456', '+49 7400 123456'])
  })

  it('leaves nothing to redo once something else is typed', () => {
    const { change, rewrite, undo, redo } = createHistory()
    change('0033612345678', key)
    rewrite('+33 6 12 34 56 78')
    undo()
    change('00336', key)
    expect(redo()).toBe('00336')
    expect(undo()).toBe('0033612345678')
  })

  it('takes runs of keys, runs of erasing, what came whole, and what follows a pause for steps of their own', () => {
    const { change, takeOver, endRun, undo } = createHistory()
    takeOver()
    for (const text of ['0', '07', '074']) change(text, key)
    for (const text of ['07', '0']) change(text, erasing)
    change('07400 1', paste)
    change('07400 12', key)
    endRun()
    change('07400 123', key)
    expect([undo(), undo(), undo(), undo(), undo()]).toEqual(['07400 12', '07400 1', '0', '074', ''])
  })

  it('is the browser’s own until a text was rewritten', () => {
    const { change, takeOver, undo } = createHistory()
    change('0740012', key)
    expect(undo()).toBeUndefined()
    change('07400 123', key)
    takeOver()
    expect(undo()).toBe('')
  })

  it('brings back the country that was selected, unless the person chose another one since', () => {
    const history = createTextHistory('GB')
    history.change({ text: '0033612345678', country: 'GB' }, key)
    history.rewrite({ text: '+33 6 12 34 56 78', country: 'FR' })
    expect(history.move(-1)).toEqual({ text: '0033612345678', country: 'GB' })
    history.choose('DE')
    expect(history.move(1)).toEqual({ text: '+33 6 12 34 56 78', country: 'DE' })
  })
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

it.each([
  ['historyUndo', -1],
  ['historyRedo', 1],
  ['insertText', 0],
])('takes %s of a menu for what it is', (inputType, by) => {
  expect(moveOfInput(new InputEvent('input', { inputType }))).toBe(by)
})
