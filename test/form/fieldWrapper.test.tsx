import { screen } from '@testing-library/react'
import { cloneElement, useId, type ReactElement, type ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { NumberInput, NumberLabel, NumberStep, Submit } from '../../src/form/parts.js'
import { renderScreen } from './fieldScreen.js'
import { describedBy, NUMBER, setUp, settled } from './person.js'

beforeEach(setUp)

interface WrapperProps {
  isInvalid?: boolean
  children: ReactElement<Record<string, unknown>>
}

/** What wrappers of form libraries do: a label, a description, and their ids put on what is inside. */
function Wrapper({ isInvalid = false, children }: WrapperProps) {
  const id = `${useId()}-form-item`
  return (
    <div>
      <label htmlFor={id}>Your phone</label>
      {cloneElement(children, {
        id,
        'aria-describedby': `${id}-description`,
        'aria-invalid': isInvalid,
        ...children.props,
      })}
      <p id={`${id}-description`}>For your account.</p>
    </div>
  )
}

const inWrapper = (isInvalid: boolean) => (field: ReactNode) => (
  <Wrapper isInvalid={isInvalid}>{field as WrapperProps['children']}</Wrapper>
)

describe('a field in a wrapper', () => {
  it('has the wrapper’s label, name and description on the input of each step, beside its own', async () => {
    const { person } = renderScreen({ around: inWrapper(false) })
    expect(screen.getByLabelText('Your phone')).toBe(person.number)
    expect(person.number.name).toBe('phone')
    expect(person.number.getAttribute('aria-invalid')).toBe('false')
    expect(describedBy(person.number)).toMatch(/text you a code.*For your account\./)
    await person.askForCode()
    expect(screen.getByLabelText('Your phone')).toBe(person.code)
    expect(person.code.name).toBe('phone')
    expect(describedBy(person.code)).toContain('For your account.')
  })

  it('is invalid where the wrapper says so, and where the number is none, whatever the wrapper says', async () => {
    const { person } = renderScreen({ around: inWrapper(true) })
    expect(person.number.getAttribute('aria-invalid')).toBe('true')
  })

  it('stays invalid while the wrapper knows of no problem', async () => {
    const { person } = renderScreen({ around: inWrapper(false) })
    await person.user.type(person.number, '07400{Enter}')
    await settled()
    expect(person.number.getAttribute('aria-invalid')).toBe('true')
  })

  it('tells the app that it was left, once the focus is outside of all of it', async () => {
    const onBlur = vi.fn()
    const { person, form } = renderScreen({ onBlur, around: inWrapper(false) })
    await person.user.click(person.number)
    await person.user.click(person.country)
    expect(onBlur).not.toHaveBeenCalled()
    await person.user.click(screen.getByLabelText('Name'))
    expect(onBlur).toHaveBeenCalledTimes(1)
    expect(form.getFieldState('phone').isTouched).toBe(true)
  })

  it('is the same flow as before when the wrapper’s id is another one after a reload', async () => {
    const first = renderScreen({ id: ':r1:-form-item' })
    await first.person.askForCode()
    first.unmount()
    const { person } = renderScreen({ id: ':r8:-form-item' })
    expect(person.code).toBeTruthy()
  })
})

it('an input of a form of parts keeps what is typed under a name of the app', async () => {
  const onBlur = vi.fn()
  const { person } = renderScreen({
    children: (
      <NumberStep>
        <NumberLabel />
        <NumberInput name="phone-of-mine" onBlur={onBlur} />
        <Submit />
      </NumberStep>
    ),
  })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(person.asked).toMatchObject([{ phone_number: '+447400123456' }])
})
