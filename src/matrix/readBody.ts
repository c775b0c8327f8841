import { ownProperties } from './ownProperties.js'

/** The longest response to read, in bytes. A real one has a few hundred. */
const MOST_BYTES = 64 * 1024

/** The text of a response; `null` if it is too long, in which case the rest is not read. */
export async function readText(response: Response): Promise<string | null> {
  // A replacement for `fetch` may have no stream.
  if (!response.body) return shortText(await response.text())
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; size <= MOST_BYTES;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    text += decoder.decode(value, { stream: true })
  }
  return null
}

/**
 * The JSON object in a text; `null` for anything else. No object in it has a prototype, so only what the server wrote
 * is read.
 */
export function parseObject(text: string | null): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text ?? '', (_, value: unknown) =>
      isObject(value) ? ownProperties(value) : value,
    )
    return isObject(json) ? json : null
  } catch {
    return null
  }
}

function shortText(text: string): string | null {
  return text.length > MOST_BYTES ? null : text
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
