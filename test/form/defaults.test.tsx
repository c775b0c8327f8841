import { beforeEach, expect, it } from 'vitest'
import { describedBy, NUMBER, renderForm, seeProblem, setUp, settled } from './person.js'

beforeEach(setUp)

it('selects a country and fills in a number that the app knows later', async () => {
  const { person, rerender } = renderForm({ defaultCountry: undefined })
  rerender({ defaultCountry: 'de' })
  expect(person.country.value).toBe('DE')
  rerender({ defaultCountry: 'de', defaultPhoneNumber: '+33612345678' })
  await settled()
  expect(person.number.value).toBe('+33 6 12 34 56 78')
  expect(person.country.value).toBe('FR')
})

it('leaves a country alone that was chosen before', async () => {
  const { person, rerender } = renderForm()
  await person.user.click(person.country)
  await person.user.selectOptions(person.country, 'FR')
  rerender({ defaultCountry: 'DE', defaultPhoneNumber: '+447400123456' })
  await settled()
  expect([person.country.value, person.number.value]).toEqual(['FR', ''])
})

it('leaves a number alone that is being typed', async () => {
  const { person, rerender } = renderForm()
  await person.user.type(person.number, '074')
  rerender({ defaultCountry: 'DE', defaultPhoneNumber: '+447400123456' })
  await settled()
  expect([person.country.value, person.number.value]).toEqual(['GB', '074'])
})

it('leaves a number alone that the browser filled in without an event', async () => {
  const { person, rerender } = renderForm()
  person.number.value = NUMBER
  rerender({ defaultCountry: 'DE', defaultPhoneNumber: '+33612345678' })
  await settled()
  expect([person.country.value, person.number.value]).toEqual(['GB', NUMBER])
  await person.press('Send code')
  expect(person.asked).toMatchObject([{ phone_number: '+447400123456' }])
})

it('selects no other country in place of one that cannot be chosen, and asks for it', async () => {
  const { person } = renderForm({ defaultCountry: 'US', countries: ['DE', 'FR'] })
  expect(person.country.value).toBe('')
  expect(person.country.selectedOptions[0]?.textContent).toBe('Choose a country')
  await person.user.type(person.number, NUMBER)
  await person.press('Send code')
  seeProblem(person.number, 'Choose your country, or start the number with a plus', NUMBER)
  await person.user.click(person.country)
  await person.user.selectOptions(person.country, 'FR')
  await person.user.clear(person.number)
  await person.askForCode('06 12 34 56 78')
  expect(person.asked).toMatchObject([{ country: 'FR' }])
})

it('takes a number with a plus where no country is selected', async () => {
  const { person } = renderForm({ defaultCountry: 'AQ' })
  await person.askForCode('+33 6 12 34 56 78')
  expect(person.asked).toMatchObject([{ phone_number: '+33612345678', country: 'FR' }])
})

it('shows a number of the selected country as an example, if the app wants that', async () => {
  const { person, rerender } = renderForm()
  await settled()
  expect(describedBy(person.number)).not.toContain('example')
  rerender({ exampleNumber: true })
  await expect.poll(() => describedBy(person.number)).toMatch(/yours\. For example: 07400 123456$/)
  await person.user.click(person.country)
  await person.user.selectOptions(person.country, 'FR')
  expect(describedBy(person.number)).toContain('For example: 06 12 34 56 78')
})
