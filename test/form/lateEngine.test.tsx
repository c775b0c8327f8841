import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { arrived, plansArrive } from './heldPlans.js'
import { NUMBER, renderForm, setUpBeforeLoading } from './person.js'

// Each of these files has modules of its own, so that nothing has loaded the numbering plans before the first test.
vi.mock('../../src/phone/engine.js', async (load) => {
  await arrived
  return load()
})

beforeEach(setUpBeforeLoading)

it('takes a number that is sent before the numbering plans are here, and sends it once they are', async () => {
  const { person } = renderForm()
  fireEvent.change(person.number, { target: { value: NUMBER } })
  await act(async () => fireEvent.click(person.button('Send code')))
  expect(screen.getByText('Sending…')).toBeTruthy()
  expect(person.number.readOnly).toBe(true)
  expect(person.asked).toEqual([])
  plansArrive()
  await vi.waitFor(() => screen.getByLabelText('Verification code'))
  expect(person.asked).toMatchObject([{ phone_number: '+447400123456' }])
})
