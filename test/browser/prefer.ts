import { cdp } from 'vitest/browser'

/** What the system prefers; anything that is not named is as it is by default. */
export type Preferences = Partial<
  Record<'prefers-color-scheme' | 'prefers-contrast' | 'prefers-reduced-motion' | 'forced-colors', string>
>

/** Lets the system prefer something else. */
export async function prefer(preferences: Preferences): Promise<void> {
  const features = Object.entries(preferences).map(([name, value]) => ({ name, value }))
  await cdp().send('Emulation.setEmulatedMedia', { features })
}
