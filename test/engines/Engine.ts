/** What a page, or what its system prefers, can look like. */
export interface Look {
  colorScheme?: 'light' | 'dark'
  forcedColors?: boolean
}

/** A kind of browser, as it is found on this machine. */
export interface Engine {
  /** `Firefox` */
  name: string
  /** The program that is started. */
  path: string
  /** Whether its system can force colours on a page. */
  hasForcedColors: boolean
  /** Whether its driver can let it crash and start again. */
  canCrash: boolean
  open: (look?: Look) => Promise<EngineBrowser>
}

/** What can be handed to a page and comes back from it. */
export type Data = string | number | boolean | null | readonly Data[] | { [key: string]: Data }

/** A browser with one page. Every driver has these, and a test knows no more of it. */
export interface EngineBrowser {
  /** Its name and version. `Firefox 153.8.0` */
  version: string
  /** Whether it keeps a page that was left, and shows it again as it was. */
  keepsPages: boolean
  /** Opens an address in a tab of its own, in place of the one before. */
  open: (url: string) => Promise<void>
  /** Runs an expression in the page, and waits for its value. */
  evaluate: (expression: string) => Promise<unknown>
  /** Presses a key by its name in the UI Events specification, with others held: `Control+z`, `Shift+Tab`. */
  press: (keys: string) => Promise<void>
  /** Types a text, as fast as the browser takes it. */
  type: (text: string) => Promise<void>
  /** Clicks at a point of the window, in CSS pixels. */
  click: (x: number, y: number) => Promise<void>
  /** Makes the page so large, or as near to it as the window can be. */
  resize: (width: number, height: number) => Promise<void>
  /** Writes a picture of what is to be seen, as PNG. */
  screenshot: (path: string) => Promise<void>
  /**
   * Ends it as a crash does, starts it again and goes on in the tab that it restores. Gives what it had saved of its
   * session on the disk.
   */
  crash?: () => Promise<string>
  close: () => Promise<void>
}

/** The key that copies, pastes and undoes. */
export const COMMAND = process.platform === 'darwin' ? 'Meta' : 'Control'

/** Runs a function in the page. It goes there as text, and sees nothing of what is around it here. */
export function runInPage<Given extends Data[], Result>(
  { evaluate }: Pick<EngineBrowser, 'evaluate'>,
  work: (...given: Given) => Result,
  ...given: Given
): Promise<Awaited<Result>> {
  return evaluate(`(${String(work)})(...${JSON.stringify(given)})`) as Promise<Awaited<Result>>
}
