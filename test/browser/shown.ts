/** What of these is to be seen. */
export const shown = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.offsetWidth > 0)
