/** Red, green, blue and alpha, 0 to 255. */
type Colour = readonly [number, number, number, number]

/** The contrast of two colours as CSS names them, 1 to 21, as WCAG reckons it. */
export function contrast(first: string, second: string, behind: string): number {
  const back = over(read(second), read(behind))
  const [light, dark] = [luminance(over(read(first), back)), luminance(back)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** What is behind an element's own text, all the way down to the page. */
export function backgroundOf(element: Element | null): string {
  let colour: Colour = [0, 0, 0, 0]
  for (let one = element; one !== null; one = one.parentElement) {
    colour = over(colour, read(getComputedStyle(one).backgroundColor))
  }
  const [red, green, blue] = over(colour, read(pageColour()))
  return `rgb(${red} ${green} ${blue})`
}

/** The page's own colour, where nobody paints it. */
export function pageColour(): string {
  const probe = document.createElement('div')
  probe.style.backgroundColor = 'Canvas'
  document.documentElement.append(probe)
  const { backgroundColor } = getComputedStyle(probe)
  probe.remove()
  return backgroundColor
}

/** The browser itself reads a colour, however it is written. */
function read(colour: string): Colour {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('This browser has no canvas.')
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
  return [red, green, blue, alpha]
}

function over([red, green, blue, alpha]: Colour, [r, g, b, a]: Colour): Colour {
  const mix = (front: number, back: number) => (front * alpha + back * (255 - alpha)) / 255
  return [mix(red, r), mix(green, g), mix(blue, b), alpha + (a * (255 - alpha)) / 255]
}

function luminance([red, green, blue]: Colour): number {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
