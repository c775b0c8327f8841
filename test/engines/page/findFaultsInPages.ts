import { appPages } from '../../../stories/support/appPages.js'
import { faultsOfLook } from '../../browser/faultsOfLook.js'

/** What is wrong with the form as it is now in the pages of other people, with their styles before and after ours. */
export function findFaultsInPages(): string[] {
  const app = document.querySelector('main')
  // Where templates have it.
  app?.setAttribute('id', 'root')
  const own = [...document.querySelectorAll('head > style, meta[name=color-scheme]')]
  for (const element of own) element.remove()
  const faults = appPages.flatMap(({ name, css }) =>
    (['prepend', 'append'] as const).flatMap((place) => {
      const style = document.createElement('style')
      style.textContent = css
      document.head[place](style)
      const found = faultsOfLook().map((fault) => `${name}, ${place}: ${fault}`)
      style.remove()
      return found
    }),
  )
  app?.setAttribute('id', 'app')
  document.head.append(...own)
  return faults
}
