/**
 * For a story's `beforeEach`: runs once when the story starts. Storybook calls `beforeEach` also when a control
 * or the toolbar changes something in a story that is under way, which must not begin again then.
 */
export function onStart<Context>(begin: (context: Context) => void): (context: Context) => Cleanup {
  let hasBegun = false
  return (context) => {
    if (hasBegun) return undefined
    hasBegun = true
    begin(context)
    return () => {
      hasBegun = false
    }
  }
}

type Cleanup = (() => void) | undefined
