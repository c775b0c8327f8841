import { beforeEach, expect, it } from 'vitest'
import { NUMBER, renderForm, setUp, type Person } from './person.js'

beforeEach(setUp)

const send = (typed: string) => async (person: Person) => {
  await person.user.type(person.number, typed)
  await person.press('Send code')
}

const verify = async (person: Person) => {
  await person.askForCode()
  await person.submitCode(person.readCode())
}

const texted = { sid: 'sid', submit_url: 'https://sms.example.org/', msisdn: '44900000000' }

const states: [string, Parameters<typeof renderForm>[0], (person: Person) => Promise<unknown>][] = [
  ['a question', {}, send('33612345678')],
  ['a question with two answers', { defaultCountry: 'DE' }, send('33612345678')],
  ['a warning', {}, send('020 7946 0958')],
  ['the code', {}, send(NUMBER)],
  ['the link', { scenario: 'no-submit-url' }, send(NUMBER)],
  ['the end', {}, verify],
]

it.each(states)(
  'writes numbers from left to right and for no translator: %s',
  async (_state, props, reach) => {
    const { person, container } = renderForm(props)
    await reach(person)
    expect(numbersIn(container)).not.toEqual([])
    expect(
      numbersIn(container).filter(
        (parent) => parent?.matches('[dir=ltr][translate=no], [role=status] *') !== true,
      ),
    ).toEqual([])
  },
)

it('writes the number that the server says it texted in the same way', async () => {
  const { person, homeserver, container } = renderForm()
  homeserver.failNext('requestToken', { status: 200, body: { ...texted, intl_fmt: '+44 900 000 000' } })
  await person.askForCode()
  const [number] = numbersIn(container).filter((parent) => parent?.textContent === '+44 900 000 000')
  expect(number?.matches('[dir=ltr][translate=no]')).toBe(true)
})

/** The elements around all that reads as a number in international form. */
function numbersIn(container: Element) {
  const parents: (Element | null)[] = []
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const { textContent, parentElement } = walker.currentNode
    if (/\+\d[\d ]{8,}/.test(textContent ?? '')) parents.push(parentElement)
  }
  return parents
}
