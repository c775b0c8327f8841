import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { Activity } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { PhoneVerificationForm } from '../../src/form/PhoneVerificationForm.js'
import { forgetPhoneVerifications } from '../../src/hooks/flowRegistry.js'
import { connect } from './connect.js'
import { NUMBER, Person, setUp, settled } from './person.js'

beforeEach(setUp)

it.each(['typed', 'sent', 'verified'])(
  'a number that is %s is gone when the person signs out while the form is hidden',
  async (state) => {
    const { homeserver, client } = connect()
    const queryClient = new QueryClient()
    const page = (mode: 'visible' | 'hidden') => (
      <QueryClientProvider client={queryClient}>
        <Activity mode={mode}>
          <PhoneVerificationForm homeserver={client} purpose="register" defaultCountry="GB" locale="en" />
        </Activity>
      </QueryClientProvider>
    )
    const { container, rerender } = render(page('visible'))
    const person = new Person(homeserver)
    await person.user.type(person.number, NUMBER)
    if (state !== 'typed') await person.press('Send code')
    if (state === 'verified') await person.submitCode(person.readCode())
    rerender(page('hidden'))
    act(() => forgetPhoneVerifications(queryClient))
    rerender(page('visible'))
    await settled()
    expect(person.number.value).toBe('')
    expect(container.textContent).not.toContain('7400 123456')
  },
)
