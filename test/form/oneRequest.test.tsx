import { beforeEach, expect, it } from 'vitest'
import { advance, NUMBER, renderForm, seeProblem, setUp, settled } from './person.js'

beforeEach(setUp)

it('asks for one SMS when "Send code" is pressed twice', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, NUMBER)
  await person.user.dblClick(person.button('Send code'))
  await settled()
  expect(person.asked).toHaveLength(1)
  expect(person.asked[0]).toMatchObject({ country: 'GB', phone_number: '+447400123456', send_attempt: 1 })
})

it('asks for one SMS when Enter is pressed and then the button', async () => {
  const { person } = renderForm({ scenario: 'slow' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await person.press('Send code')
  await person.user.type(person.number, '{Enter}')
  person.homeserver.release()
  await settled()
  expect(person.asked).toHaveLength(1)
  expect(person.code).toBeTruthy()
})

it('asks for one SMS when "Send anyway" is pressed twice', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '020 7946 0958')
  await person.press('Send code')
  await person.user.dblClick(person.button('Send anyway'))
  await settled()
  expect(person.asked).toHaveLength(1)
})

it('does not send in spite of the warning when "Send code" is pressed twice', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '020 7946 0958')
  await person.user.dblClick(person.button('Send code'))
  await settled()
  expect(person.asked).toEqual([])
  expect(person.button('Send anyway')).toBeTruthy()
})

it('submits a code once when "Verify" is pressed twice, or Enter and then the button', async () => {
  const { person } = renderForm()
  await person.askForCode()
  person.homeserver.scenario = 'slow'
  await person.user.type(person.code, `${person.wrongCode()}{Enter}`)
  await person.user.dblClick(person.button('Verify'))
  person.homeserver.release()
  await settled()
  expect(person.submitted).toHaveLength(1)
})

it('asks for one more SMS when "Resend code" is pressed twice', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await advance(30_000)
  await person.user.dblClick(person.button('Resend code'))
  await settled()
  expect(person.asked.map((body) => body['send_attempt'])).toEqual([1, 2])
  expect(person.asked[1]?.['client_secret']).toBe(person.asked[0]?.['client_secret'])
})

it('tries again once when "Try again" is pressed twice, with the same attempt', async () => {
  const { person } = renderForm({ scenario: 'lost-answer' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  person.homeserver.scenario = 'slow'
  await person.user.dblClick(person.button('Try again'))
  person.homeserver.release()
  await settled()
  expect(person.asked.map((body) => body['send_attempt'])).toEqual([1, 1])
  expect(person.homeserver.messages).toHaveLength(1)
  expect(person.code).toBe(document.activeElement)
})

it('sends nothing for an empty number or an empty code, and says what is missing', async () => {
  const { person } = renderForm()
  await person.press('Send code')
  seeProblem(person.number, 'Enter your phone number.', '')
  // The focus comes a moment after the words.
  await advance(20)
  expect(person.number).toBe(document.activeElement)
  await person.askForCode()
  await person.press('Verify')
  seeProblem(person.code, 'Enter the code from the text.', '')
  await advance(20)
  expect(person.code).toBe(document.activeElement)
  expect(person.submitted).toEqual([])
})
