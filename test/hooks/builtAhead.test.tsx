// @vitest-environment node
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { useForm } from 'react-hook-form'
import { expect, it, vi } from 'vitest'
import { PhoneVerificationField } from '../../src/form/PhoneVerificationField.js'
import { PhoneVerificationForm } from '../../src/form/PhoneVerificationForm.js'
import { usePhoneSupport } from '../../src/hooks/usePhoneSupport.js'
import { useRegisterWithPhone } from '../../src/hooks/useRegisterWithPhone.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'

it('renders without the time of day and without chance, which a page that is built ahead may not hold', () => {
  const unstable = [vi.spyOn(Date, 'now'), vi.spyOn(Math, 'random'), vi.spyOn(crypto, 'getRandomValues')]
  const server = { homeserver: 'https://matrix.example.org', purpose: 'addToAccount' } as const
  function Field() {
    const { control } = useForm<{ phone: VerifiedPhone | null }>({ defaultValues: { phone: null } })
    return <PhoneVerificationField name="phone" control={control} {...server} />
  }
  function Account() {
    const { isIdle } = useRegisterWithPhone(server)
    const { isPending } = usePhoneSupport(server)
    return `${isIdle} ${isPending}`
  }
  const html = renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <PhoneVerificationForm {...server} countrySelect="search" />
      <Field />
      <Account />
    </QueryClientProvider>,
  )
  expect(html.match(/Phone number<\/label>/g)).toHaveLength(2)
  expect(html).toContain('true true')
  for (const read of unstable) {
    expect(read).not.toHaveBeenCalled()
    read.mockRestore()
  }
})
