import { screen } from '@testing-library/react'
import { forwardRef, useImperativeHandle, useRef, type ReactElement } from 'react'
import { beforeEach, expect, it } from 'vitest'
import type { PartElementProps } from '../../src/form/shared/createPart.js'
import { PhoneVerification } from '../../src/form/PhoneVerification.js'
import { NUMBER, seeProblem, setUp, settled, SHOWN } from './person.js'
import { renderParts } from './renderParts.js'

beforeEach(setUp)

type InputProps = PartElementProps<'input'>

/** An input whose ref is the element around it. */
const boxed = ({ ref, ...props }: InputProps) => (
  <div ref={ref}>
    <input {...props} />
  </div>
)

/** An input whose ref is an object of the component's own. */
const Handled = forwardRef<HTMLInputElement, InputProps>(function Handled(props, ref) {
  const inputRef = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => ({ focus: () => inputRef.current?.focus() }) as HTMLInputElement)
  return <input {...props} ref={inputRef} />
})

const { NumberStep, CodeStep, CodeEntry, NumberInput, CodeInput, NumberLabel, CodeLabel } = PhoneVerification
const { Submit, FieldError, ChangeNumber, VerifiedStep } = PhoneVerification

function renderWith(render: (props: InputProps) => ReactElement) {
  return renderParts(
    <>
      <NumberStep>
        <NumberLabel />
        <NumberInput render={render} />
        <FieldError />
        <Submit />
      </NumberStep>
      <CodeStep>
        <CodeEntry>
          <CodeLabel />
          <CodeInput render={render} />
          <FieldError />
          <Submit />
        </CodeEntry>
        <ChangeNumber />
      </CodeStep>
      <VerifiedStep />
    </>,
  ).person
}

it.each<[string, (props: InputProps) => ReactElement]>([
  ['the element around it', boxed],
  ['an object of its own', (props) => <Handled {...props} />],
  ['nothing', (props) => <input {...props} ref={undefined} />],
])('a component whose ref is %s keeps what is typed into its input', async (_, render) => {
  const person = renderWith(render)
  await person.user.type(person.number, '07400{Enter}')
  await settled()
  seeProblem(person.number, /too short/, '07400')
  await person.user.type(person.number, ' 123456{Enter}')
  await settled()
  expect(person.asked).toMatchObject([{ phone_number: '+447400123456' }])
  await person.submitCode(person.wrongCode())
  seeProblem(person.code, /code/, person.wrongCode())
  await person.submitCode(person.readCode())
  expect(screen.getByRole('heading').textContent).toBe(`${SHOWN} is verified.`)
})

it('a component whose ref is the element around its input gets the number back, formatted and selected', async () => {
  const person = renderWith(boxed)
  await person.user.type(person.number, '07400123456')
  expect(person.number.value).toBe(NUMBER)
  await person.press('Send code')
  expect(document.activeElement).toBe(person.code)
  await person.press('Change number')
  expect(person.number.value).toBe(NUMBER)
  expect(document.activeElement).toBe(person.number)
  expect(person.number.selectionEnd).toBe(NUMBER.length)
})
