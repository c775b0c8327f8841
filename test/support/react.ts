import { notifyManager } from '@tanstack/react-query'
import { act, cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// Milliseconds. A machine may be slow.
configure({ asyncUtilTimeout: 10_000 })

notifyManager.setNotifyFunction((notify) => {
  act(notify)
})

afterEach(cleanup)
