import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Eight letters that name the format, and four bytes with the size of the text. */
const HEADER = 12

/** What Firefox has saved of its session in a profile, as the text that it is; nothing where it has not yet. */
export function readSession(profile: string): string {
  const file = join(profile, 'sessionstore-backups/recovery.jsonlz4')
  return existsSync(file) ? decompress(readFileSync(file).subarray(HEADER)).toString() : ''
}

/** Reads a block of LZ4: turns of bytes as they are and of bytes that were there before. */
function decompress(block: Buffer): Buffer {
  const bytes: number[] = []
  let at = 0
  const next = () => block[at++] ?? 0
  const lengthFrom = (start: number) => {
    let length = start
    if (start < 15) return length
    for (let more = 255; more === 255; length += more) more = next()
    return length
  }
  while (at < block.length) {
    const token = next()
    for (let left = lengthFrom(token >> 4); left > 0; left -= 1) bytes.push(next())
    if (at >= block.length) break
    const distance = next() + 256 * next()
    for (let left = lengthFrom(token & 15) + 4; left > 0; left -= 1) bytes.push(bytes.at(-distance) ?? 0)
  }
  return Buffer.from(bytes)
}
