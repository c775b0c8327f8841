import { act, render } from '@testing-library/react'
import { Suspense, use, useEffect, useLayoutEffect, type ReactNode } from 'react'
import { expect, it } from 'vitest'
import { useLatest } from '../../src/hooks/useLatest.js'

it('holds the newest value for a child that reads it before anything is painted', () => {
  const seen: string[] = []
  function Child({ read }: { read: () => void }) {
    useLayoutEffect(read)
    return null
  }
  function Parent({ value }: { value: string }) {
    const latestRef = useLatest(value)
    return <Child read={() => void seen.push(latestRef.current)} />
  }
  const view = render(<Parent value="old" />)
  seen.length = 0
  view.rerender(<Parent value="new" />)
  expect(seen).toEqual(['new'])
})

it('keeps the value of what is on the page while a newer render waits for something', async () => {
  const held: { ref?: { readonly current: string } } = {}
  const never = new Promise<void>(() => undefined)
  function Reader({ value, waits = false }: { value: string; waits?: boolean }) {
    const latestRef = useLatest(value)
    useEffect(() => {
      held.ref = latestRef
    }, [latestRef])
    if (waits) use(never)
    return null
  }
  const screen = (reader: ReactNode) => <Suspense fallback={null}>{reader}</Suspense>
  const view = render(screen(<Reader value="old" />))
  await act(async () => view.rerender(screen(<Reader value="new" waits />)))
  expect(held.ref?.current).toBe('old')
  await act(async () => view.rerender(screen(<Reader value="newest" />)))
  expect(held.ref?.current).toBe('newest')
})
