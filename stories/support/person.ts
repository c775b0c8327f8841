import { expect, waitFor } from 'storybook/test'
import type { StoryContext } from '@storybook/react-vite'
import { homeserver } from './simulated.js'
import { spoken } from './spoken.js'

/** What a play function gets of its story. */
export type Person = Pick<StoryContext, 'canvas' | 'userEvent'>

/** Types a number into the empty field. */
export async function typeNumber({ canvas, userEvent }: Person, text: string): Promise<void> {
  await userEvent.type(await canvas.findByLabelText('Phone number'), text)
}

/** Presses a button. */
export async function press({ canvas, userEvent }: Person, name: string | RegExp): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name }))
}

/** Asks for a code for a number and comes to the code step. */
export async function askForCode(person: Person, number: string): Promise<HTMLElement> {
  await typeNumber(person, number)
  await press(person, 'Send code')
  return person.canvas.findByLabelText('Verification code')
}

/** The code of the newest message on the simulated phone. */
export function readCode(): string {
  const code = homeserver.lastSms()?.code
  if (code === undefined || code === '') throw new Error('No code has arrived on the simulated phone.')
  return code
}

/** A code that is not the one on the phone. */
export function wrongCode(): string {
  return readCode() === '000000' ? '111111' : '000000'
}

/** Types a code in place of what stands there, and submits it. */
export async function submitCode(person: Person, code: string): Promise<void> {
  const field = await person.canvas.findByLabelText('Verification code')
  await person.userEvent.clear(field)
  await person.userEvent.type(field, code)
  await press(person, 'Verify')
}

/** Sees these words. What the live region says of them is not to be seen. */
export async function see({ canvas }: Pick<Person, 'canvas'>, words: string | RegExp): Promise<void> {
  await expect(await canvas.findByText(words, { ignore: '[role=status] *' })).toBeVisible()
}

/** Sees the focus come to an element. It comes right after what it is led to, and in the same moment only by chance. */
export async function hasFocus(element: HTMLElement): Promise<void> {
  await waitFor(() => expect(element).toHaveFocus())
}

/** Sees what is wrong beside a field, which keeps its text and says the same to a screen reader. */
export async function seeProblem(person: Person, label: string, words: string | RegExp): Promise<void> {
  await see(person, words)
  const field = person.canvas.getByLabelText(label)
  await expect(field).toBeInvalid()
  // Whoever is in the field meanwhile hears it from the live region, and from the description on coming back.
  const page = field.getRootNode() as Document
  const describing = () => (field.getAttribute('aria-describedby') ?? '').split(' ')
  const said = () => [
    ...describing().map((id) => page.getElementById(id)?.textContent),
    ...person.canvas.getAllByRole('status').map(({ textContent }) => textContent),
  ]
  await waitFor(() => expect(said().join(' ')).toMatch(spoken(words)))
  await expect(field).not.toHaveValue('')
}
