import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FormOptions } from '../../src/form/shared/FormOptions.js'
import { type Person, problem, queryProblem, renderForm, seeProblem, settled, setUp } from './person.js'

beforeEach(setUp)

const TOO_LONG = /This is too long\. The code has 6 characters\./

async function atTheCode(options: FormOptions = {}) {
  const { person, homeserver } = renderForm(options)
  await person.askForCode()
  return { person, homeserver, code: person.readCode() }
}

/** An input event as a keyboard or a browser makes it, with the text that is in the field then. */
async function insert(person: Person, value: string, init: InputEventInit) {
  fireEvent.input(person.code, { target: { value }, ...init })
  await settled()
}

describe('a code that is pasted', () => {
  it.each([
    ['with what stands around it', (code: string) => `Your code is **${code}**.`],
    ['in two halves', (code: string) => `${code.slice(0, 3)}.${code.slice(3)}`],
    ['in two halves with a slash', (code: string) => `${code.slice(0, 3)}/${code.slice(3)}`],
    ['with its whole message', (code: string) => `${code} is your code.\n\n@app.example.org #${code}`],
  ])('%s is submitted alone, once', async (_how, textOf) => {
    const { person, code } = await atTheCode({ codeLength: 6 })
    await person.user.click(person.code)
    await person.user.paste(textOf(code))
    await settled()
    expect(person.submitted).toEqual([code])
  })

  it('is read where its length is not known, and waits for the button', async () => {
    const { person, code } = await atTheCode()
    await person.user.click(person.code)
    await person.user.paste(`Your code is ${code}`)
    expect(person.code.value).toBe(code)
    expect(person.submitted).toEqual([])
  })

  it('takes the place of what was typed before it', async () => {
    const { person, code } = await atTheCode({ codeLength: 6 })
    await person.user.type(person.code, '000')
    await person.user.paste(code)
    await settled()
    expect(person.submitted).toEqual([code])
  })

  it('may complete what was typed before it', async () => {
    const { person, code } = await atTheCode({ codeLength: 6 })
    await person.user.type(person.code, code.slice(0, 4))
    await person.user.paste(code.slice(4))
    await settled()
    expect(person.submitted).toEqual([code])
  })

  it.each([
    ['605992 or 123456', 'filled'],
    ['605992 or 123456', 'complete'],
    ['no code at all', 'filled'],
  ] as const)('stays as it is where it is not clear: %s, with autoSubmit %s', async (text, autoSubmit) => {
    const { person } = await atTheCode({ codeLength: 6, autoSubmit })
    await person.user.click(person.code)
    await person.user.paste(text)
    await settled()
    expect(person.code.value).toBe(text)
    expect(person.submitted).toEqual([])
  })
})

describe('one input event that completes the code', () => {
  it.each<[string, InputEventInit]>([
    ['a suggestion that is inserted as text', { inputType: 'insertText' }],
    ['a suggestion that replaces the text', { inputType: 'insertReplacementText' }],
    ['the end of a composition', { inputType: 'insertCompositionText', isComposing: true }],
    ['a composition that is over', { inputType: 'insertFromComposition' }],
    ['something dropped', { inputType: 'insertFromDrop' }],
    ['a password manager', {}],
    ['a kind of input that nobody knows yet', { inputType: 'insertFromTomorrow' }],
  ])('is %s: it submits the code once', async (_how, init) => {
    const { person, code } = await atTheCode({ codeLength: 6 })
    const field = person.code
    await insert(person, code, { data: code, ...init })
    fireEvent.input(field, { target: { value: `${code} ` }, data: code, ...init })
    await settled()
    expect(person.submitted).toEqual([code])
  })

  it('may bring a part of it', async () => {
    const { person, code } = await atTheCode({ codeLength: 6 })
    await person.user.type(person.code, code.slice(0, 2))
    await insert(person, `${code} `, { inputType: 'insertText', data: `${code.slice(2)} ` })
    expect(person.submitted).toEqual([code])
  })

  it('may replace a code that was refused', async () => {
    const { person, code } = await atTheCode({ codeLength: 6 })
    const last = code.endsWith('0') ? '1' : '0'
    await person.submitCode(code.slice(0, 5) + last)
    await insert(person, code, { inputType: 'insertText', data: code })
    expect(person.submitted).toEqual([code.slice(0, 5) + last, code])
  })

  it('submits nothing under "never"', async () => {
    const { person, code } = await atTheCode({ codeLength: 6, autoSubmit: 'never' })
    await insert(person, code, { inputType: 'insertText', data: code })
    expect(person.submitted).toEqual([])
  })

  it.each(['insertText', 'insertCompositionText'])('is none that comes by key as %s', async (inputType) => {
    const { person, code } = await atTheCode({ codeLength: 6 })
    for (let end = 1; end <= 6; end += 1) {
      const data = inputType === 'insertText' ? (code[end - 1] ?? '') : code.slice(0, end)
      await insert(person, code.slice(0, end), { inputType, data, isComposing: inputType !== 'insertText' })
    }
    expect(person.code.value).toBe(code)
    expect(person.submitted).toEqual([])
  })

  it('is none that takes something away', async () => {
    const { person, code } = await atTheCode({ codeLength: 6 })
    await person.user.type(person.code, `${code}1{Backspace}`)
    await insert(person, `${code}12`, { inputType: 'insertText', data: '2' })
    await insert(person, code, { inputType: 'deleteContentBackward' })
    expect(person.submitted).toEqual([])
  })

  it.each(['historyUndo', 'historyRedo'])('is no %s, which brings the code back', async (inputType) => {
    const { person, code } = await atTheCode({ codeLength: 6 })
    await person.user.type(person.code, code.slice(0, 1))
    await insert(person, code, { inputType })
    expect(person.code.value).toBe(code)
    expect(person.submitted).toEqual([])
  })
})

describe('boxes', () => {
  const line = () => screen.getByLabelText('Verification code').parentElement

  it.each(['605 992', '605-992', '605/992', "605'992", ' 605992 ', '6 0 5 9 9 2', '6, 0, 5, 9, 9, 2'])(
    'have room for %j, typed by key',
    async (typed) => {
      const { person } = await atTheCode({ codeLength: 6 })
      await person.user.type(person.code, typed)
      expect(person.code.value).toBe('605992')
      expect(line()?.hasAttribute('data-overfull')).toBe(false)
      expect(person.submitted).toEqual([])
    },
  )

  it('leave the caret where it is when a space is typed in the middle', async () => {
    const { person } = await atTheCode({ codeLength: 6 })
    await person.user.type(person.code, '605992')
    await person.user.type(person.code, ' ', { initialSelectionStart: 3, initialSelectionEnd: 3 })
    expect([person.code.value, person.code.selectionStart]).toEqual(['605992', 3])
  })

  it('give way to a plain field where there is too much, until there is not', async () => {
    const { person } = await atTheCode({ codeLength: 6 })
    await person.user.type(person.code, '6059921')
    expect(person.code.value).toBe('6059921')
    expect(line()?.hasAttribute('data-overfull')).toBe(true)
    await person.user.type(person.code, '{Backspace}')
    expect(line()?.hasAttribute('data-overfull')).toBe(false)
  })
})

describe('a code that is too long', () => {
  it.each(['typed', 'pasted'])('is said to be when it is %s, and is not sent', async (how) => {
    const { person } = await atTheCode({ codeLength: 6 })
    await person.user.click(person.code)
    await (how === 'typed' ? person.user.keyboard('6059921') : person.user.paste('6059921'))
    await settled()
    seeProblem(person.code, TOO_LONG, '6059921')
    await person.press('Verify')
    seeProblem(person.code, TOO_LONG, '6059921')
    expect(person.submitted).toEqual([])
    await person.user.type(person.code, '{Backspace}')
    expect(queryProblem()).toBeNull()
    await person.press('Verify')
    expect(person.submitted).toEqual(['605992'])
  })

  it('is sent where nobody knows how long codes are', async () => {
    const { person } = await atTheCode()
    await person.user.type(person.code, '605992123456')
    await person.press('Verify')
    expect(person.submitted).toEqual(['605992123456'])
  })
})

describe('a verification link', () => {
  const linkTo = (sid: string, token: string) =>
    `https://sms.example.org/submit?token=${token}&client_secret=x&sid=${sid}`

  async function withSid(options: FormOptions) {
    const { person, homeserver, code } = await atTheCode(options)
    await person.submitCode(person.wrongCode())
    const { body } = homeserver.requests.at(-1) ?? {}
    return { person, code, sid: (body as { sid: string }).sid }
  }

  const token = 'aZ09'.repeat(16)

  it.each([6, 64])(
    'of this session is submitted as its token, if codes have %i characters',
    async (codeLength) => {
      const { person, sid } = await withSid({ codeLength })
      await person.user.tripleClick(person.code)
      await person.user.paste(linkTo(sid, token))
      await settled()
      expect(person.submitted.slice(1)).toEqual([token])
    },
  )

  it('is submitted as its token alone if a sign follows it', async () => {
    const { person, sid } = await withSid({ codeLength: 6 })
    await person.user.tripleClick(person.code)
    await person.user.paste(`Open (https://sms.example.org/submit?sid=${sid}&token=${token}).`)
    await settled()
    expect(person.submitted.slice(1)).toEqual([token])
  })

  it.each<FormOptions>([{}, { codeLength: 6, autoSubmit: 'never' }])(
    'of this session waits for the button with %j',
    async (options) => {
      const { person, sid } = await withSid(options)
      await person.user.tripleClick(person.code)
      await person.user.paste(linkTo(sid, token))
      expect(queryProblem()).toBeNull()
      expect(person.submitted).toHaveLength(1)
      await person.press('Verify')
      expect(person.submitted.slice(1)).toEqual([token])
    },
  )

  it('of another session stays as it is', async () => {
    const { person, code } = await withSid({ codeLength: 6 })
    await person.user.tripleClick(person.code)
    await person.user.paste(linkTo('another', code))
    await settled()
    expect(person.code.value).toBe(linkTo('another', code))
    expect(person.submitted).toHaveLength(1)
  })
})

describe('a server that has a problem with a code', () => {
  const fail = { status: 500, body: { errcode: 'M_UNKNOWN' } }

  it('may have it because of the code, which the words say the second time', async () => {
    const { person, homeserver } = await atTheCode()
    homeserver.failNext('submitToken', fail)
    await person.submitCode('000000')
    expect(problem().textContent).not.toMatch(/the code/)
    homeserver.failNext('submitToken', fail)
    await person.press('Try again')
    expect(problem().textContent).toContain('It may be the code: check it or request a new one.')
    expect(person.button('Try again')).toBeTruthy()
    homeserver.failNext('submitToken', fail)
    await person.submitCode('000001')
    expect(problem().textContent).toContain('It may be the code')
  })

  it('is trusted again once it has answered to a code', async () => {
    const { person, homeserver } = await atTheCode()
    homeserver.failNext('submitToken', fail)
    await person.submitCode(person.wrongCode())
    await person.press('Try again')
    expect(problem().textContent).toMatch(/isn’t right/)
    homeserver.failNext('submitToken', fail)
    await person.submitCode(person.wrongCode())
    expect(problem().textContent).not.toMatch(/It may be the code/)
  })
})
