import { render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { WhenVerifiedProps } from '../../src/form/end/WhenVerified.js'
import { PhoneVerification } from '../../src/form/PhoneVerification.js'
import { NUMBER, problem, settled, setUp } from './person.js'
import { renderParts } from './renderParts.js'

beforeEach(setUp)

const { NumberStep, CodeStep, NumberLabel, NumberInput, FieldError, Field, Submit } = PhoneVerification
const { CodeEntry, CodeLabel, CodeInput, LiveRegion } = PhoneVerification

it('shows only the parts that are asked for, and goes all the way with them', async () => {
  const { person, container } = renderParts(
    <>
      <NumberStep>
        <NumberLabel />
        <NumberInput />
        <Submit />
      </NumberStep>
      <CodeStep>
        <CodeEntry>
          <CodeLabel />
          <CodeInput />
          <Submit />
        </CodeEntry>
      </CodeStep>
      <PhoneVerification.VerifiedStep>Done.</PhoneVerification.VerifiedStep>
      <LiveRegion />
    </>,
  )
  expect(container.querySelector('select')).toBeNull()
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(document.activeElement).toBe(person.code)
  expect(screen.queryByText('Resend code')).toBeNull()
  await person.submitCode(person.readCode())
  expect(screen.getByText('Done.')).toBeTruthy()
})

it('says on each element what state it is in', async () => {
  const { person, container } = renderParts(
    <>
      <NumberStep />
      <CodeStep />
    </>,
  )
  expect(dataOf(container.firstElementChild)).toEqual({ step: 'number', status: 'idle' })
  await person.user.type(person.number, '07400{Enter}')
  await settled()
  expect(dataOf(person.number)).toEqual({ step: 'number', status: 'idle', invalid: 'true' })
  expect(dataOf(container.firstElementChild)).toEqual({ step: 'number', status: 'idle', invalid: 'true' })
  person.homeserver.scenario = 'slow'
  await person.user.type(person.number, ' 123456{Enter}')
  await settled()
  expect(dataOf(person.button('Send code'))).toEqual({ step: 'number', status: 'sending', pending: 'true' })
  person.homeserver.release()
  await settled()
  expect(dataOf(person.button('Resend code'))).toEqual({ step: 'code', status: 'idle', waiting: 'true' })
})

it('takes class names that depend on the state, beside its own and those of the whole', async () => {
  const { person } = renderParts(
    <NumberStep>
      <NumberLabel />
      <NumberInput className={({ invalid }) => (invalid ? 'is-wrong' : 'is-fine')} />
      <FieldError className="problem" />
    </NumberStep>,
    { classNames: { input: 'theirs' } },
  )
  expect(person.number.className).toBe('mpv-input theirs is-fine')
  await person.user.type(person.number, '{Enter}')
  await settled()
  expect(person.number.className).toBe('mpv-input theirs is-wrong')
  expect(problem().className).toBe('mpv-error problem')
})

it('joins refs, handlers and descriptions of the part and of the element that is rendered', async () => {
  const [ofPart, ofElement] = [createRef<HTMLInputElement>(), createRef<HTMLInputElement>()]
  const [onFocus, onBlur] = [vi.fn(), vi.fn()]
  const { person } = renderParts(
    <NumberStep>
      <NumberLabel />
      <NumberInput
        ref={ofPart}
        onFocus={onFocus}
        aria-describedby="more"
        render={<input ref={ofElement} className="own" onBlur={onBlur} data-mine />}
      />
      <Submit />
    </NumberStep>,
  )
  expect(ofPart.current).toBe(person.number)
  expect(ofElement.current).toBe(person.number)
  expect(person.number.className).toBe('mpv-input own')
  expect(person.number.getAttribute('aria-describedby')).toMatch(/hint more$/)
  await person.user.type(person.number, NUMBER)
  await person.press('Send code')
  expect([onFocus.mock.calls.length, onBlur.mock.calls.length]).toEqual([1, 1])
  expect(person.asked).toHaveLength(1)
})

it('renders whatever a function makes of its props and its state', async () => {
  const { person } = renderParts(
    <NumberStep>
      <Field
        render={({ children, ...props }, { invalid }) => (
          <section {...props} aria-label={invalid ? 'Wrong' : 'Fine'}>
            {children}
          </section>
        )}
      >
        <NumberLabel />
        <NumberInput />
      </Field>
    </NumberStep>,
  )
  expect(screen.getByRole('region', { name: 'Fine' }).className).toBe('mpv-field')
  await person.user.type(person.number, '{Enter}')
  await settled()
  expect(screen.getByRole('region', { name: 'Wrong' })).toBeTruthy()
})

it('is rendered again only for what it shows', async () => {
  const rendered = vi.fn()
  const { person } = renderParts(
    <>
      <NumberStep />
      <PhoneVerification.Actions
        render={(props) => {
          rendered()
          return <div {...props} />
        }}
      />
    </>,
  )
  await person.user.type(person.number, '020 7946 0958')
  rendered.mockClear()
  await person.user.tab()
  await settled()
  expect(person.button('Send anyway')).toBeTruthy()
  expect(rendered).not.toHaveBeenCalled()
})

it('leaves out what it does where the app prevents it', async () => {
  const { person } = renderParts(
    <>
      <NumberStep />
      <CodeStep>
        <PhoneVerification.ChangeNumber onClick={(event) => event.preventDefault()} />
      </CodeStep>
    </>,
  )
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  await person.press('Change number')
  expect(screen.queryByLabelText('Phone number')).toBeNull()
})

it.each(['fieldset', 'div'] as const)('is a %s without a form in it, if the app says so', async (as) => {
  const { person, container } = renderParts(<NumberStep />, { as, 'aria-label': 'Phone' })
  expect(container.firstElementChild?.tagName).toBe(as.toUpperCase())
  expect(container.firstElementChild?.getAttribute('aria-label')).toBe('Phone')
  expect(container.querySelector('form')).toBeNull()
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(person.asked).toHaveLength(1)
})

it('lets the app choose the country with a picker of its own', async () => {
  const { person } = renderParts(
    <NumberStep>
      <PhoneVerification.Country
        render={(_props, { country, selectCountry }) => (
          <button type="button" onClick={() => selectCountry('FR')}>
            Now {country}
          </button>
        )}
      />
      <NumberLabel />
      <NumberInput />
    </NumberStep>,
  )
  await person.press('Now GB')
  await person.user.type(person.number, '06 12 34 56 78{Enter}')
  await settled()
  expect(person.asked).toMatchObject([{ country: 'FR', phone_number: '+33612345678' }])
})

it.each<[string, WhenVerifiedProps['children']]>([
  ['an element', <p>Next</p>],
  ['words', 'Next'],
  ['a function', ({ phone }) => <p>Next: {phone.phoneNumber}</p>],
])('shows what comes next once the number is verified: %s', async (_, children) => {
  const { person } = renderParts(
    <>
      <NumberStep />
      <CodeStep />
      <PhoneVerification.WhenVerified>{children}</PhoneVerification.WhenVerified>
    </>,
  )
  await person.askForCode()
  expect(screen.queryByText(/^Next/)).toBeNull()
  await person.submitCode(person.readCode())
  expect(screen.getByText(/^Next/)).toBeTruthy()
})

it.each([
  [<Submit key="" />, /put it into PhoneVerification.NumberStep/],
  [null, /put it into PhoneVerification.Root/],
])('says where a part belongs that stands elsewhere', (part, words) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(() => (part === null ? render(<Submit />) : renderParts(part))).toThrow(words)
  error.mockClear()
})

function dataOf(element: Element | null): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries((element as HTMLElement).dataset))
}
