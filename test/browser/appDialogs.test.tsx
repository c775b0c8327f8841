import { MantineProvider, Modal } from '@mantine/core'
import * as Radix from '@radix-ui/react-dialog'
import { render, screen, waitFor } from '@testing-library/react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../src/styles.css'
import { Field, isOpen, picker } from '../support/countryPicker.js'

interface DialogProps {
  children: ReactNode
  onClose: () => void
}

/** Dialogs that put the focus on their first field, and close with Escape. */
const DIALOGS: Record<string, (props: DialogProps) => ReactNode> = {
  Radix: ({ children, onClose }) => (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Content aria-describedby={undefined}>
          <Radix.Title>Sign up</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  ),
  Mantine: ({ children, onClose }) => (
    <MantineProvider>
      <Modal
        opened
        onClose={onClose}
        title="Sign up"
        withCloseButton={false}
        transitionProps={{ duration: 0 }}
      >
        {children}
      </Modal>
    </MantineProvider>
  ),
  'the browser': NativeDialog,
}

function NativeDialog({ children, onClose }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => ref.current?.showModal(), [])
  return (
    <dialog ref={ref} onClose={onClose}>
      {children}
    </dialog>
  )
}

function App({ name }: { name: string }) {
  const [isShown, setIsShown] = useState(true)
  const Dialog = DIALOGS[name]
  return (
    isShown &&
    Dialog && (
      <Dialog onClose={() => setIsShown(false)}>
        <Field />
      </Dialog>
    )
  )
}

it.each(Object.keys(DIALOGS))(
  'in a dialog of %s the picker comes, and Escape closes it alone',
  async (name) => {
    render(<App name={name} />)
    await waitFor(() => expect(picker().tagName).toBe('BUTTON'), { timeout: 10_000 })
    await waitFor(() => expect(document.activeElement).toBe(picker()))

    for (const keys of ['{Enter}{Escape}', '{Enter}{Tab}{Escape}']) {
      await userEvent.keyboard(keys)
      await waitFor(() => expect(isOpen()).toBe(false))
      expect(screen.queryByRole('dialog')).not.toBeNull()
      await waitFor(() => expect(document.activeElement).toBe(picker()))
    }
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  },
)
