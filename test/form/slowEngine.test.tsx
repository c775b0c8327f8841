import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { loadPhoneEngine } from '../../src/phone/parsePhoneNumber.js'
import { arrived, plansArrive } from './heldPlans.js'
import { advance, NUMBER, renderForm, settled, setUpBeforeLoading } from './person.js'

vi.mock('../../src/phone/engine.js', async (load) => {
  await arrived
  return load()
})

beforeEach(setUpBeforeLoading)

it('sends no number that the person wanted to change while the numbering plans were not here', async () => {
  const { person } = renderForm()
  fireEvent.change(person.number, { target: { value: NUMBER } })
  await person.press('Send code')
  await advance(15_000)
  await person.press('Change number')
  expect(document.activeElement).toBe(person.number)
  expect(person.number.readOnly).toBe(false)
  expect(screen.queryByText(/sending/i)).toBeNull()
  plansArrive()
  await act(() => loadPhoneEngine())
  await settled()
  expect(person.asked).toEqual([])
  await act(async () => fireEvent.change(person.number, { target: { value: '07400 123457' } }))
  await person.press('Send code')
  expect(person.asked).toMatchObject([{ phone_number: '+447400123457' }])
})
