import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Field, picker } from '../support/countryPicker.js'

describe('the picker in the form of an app', () => {
  it('submits nothing, and keeps its Escape to itself', async () => {
    const onSubmit = vi.fn()
    const onKeyDown = vi.fn()
    render(
      <div onKeyDown={({ key }) => void onKeyDown(key)}>
        <form onSubmit={onSubmit}>
          <Field />
          <button>Sign up</button>
        </form>
      </div>,
    )
    await waitFor(() => expect(picker().tagName).toBe('BUTTON'))
    const user = userEvent.setup()
    await user.click(picker())
    await user.keyboard('atlantis{Enter}{Escape}')
    await user.click(picker())
    await user.keyboard('fran{Enter}')
    await user.click(picker())
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(onSubmit).not.toHaveBeenCalled()
    expect(onKeyDown).not.toHaveBeenCalledWith('Escape')
  })
})
