import { notifyManager } from '@tanstack/react-query'
import { act, cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

notifyManager.setNotifyFunction((notify) => {
  act(notify)
})

afterEach(cleanup)
