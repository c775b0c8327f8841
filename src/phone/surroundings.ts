import { isChatLink, numberOfLink, withoutLinkAround } from './links.js'
import { extensionWords } from './typedText.js'

/**
 * Removes what address books, messengers and web pages put around a phone number: a link, a label before it, a word
 * after it, an emoji. Text that it does not recognise stays, so that the number is refused rather than cut short.
 */
export function withoutSurroundings(raw: string): string {
  if (raw.length > longestText || isPlain.test(raw)) return raw
  const plain = raw.replace(/\p{Cf}/gu, '').trim()
  const text = withoutWordsInBrackets(withoutLinkAround(withoutEmphasis(withoutStamp(plain))))
  const linked = numberOfLink(text)
  if (isChatLink(linked)) return plain
  const number = withoutLabelBehind(withoutLabelBefore(linked))
  // In Brazil `xx` stands for any carrier code: `(0xx11) 98123-4567`.
  return number.replace(/(?<!\d)0\s?xx\s?(?=\d\d)/i, '')
}

const isPlain = /^[+\d\s().-]*$/

/** A link may contain a message. A longer text is a document, and no expression needs to search it. */
const longestText = 1000

/** Chats mark bold and italic with characters on both sides: `*07400 123456*`, `**_07400 123456_**`. */
function withoutEmphasis(text: string): string {
  return text.replace(
    /(?<![*_~`])([*_~`]+)((?:[^*_~`\d]*\d){6}[^*_~`]*)([*_~`]+)/,
    (whole, before: string, inside: string, after: string) =>
      Array.from(before).reverse().join('') === after ? inside : whole,
  )
}

/**
 * What messengers put before a message that is copied: `[27/11/2026, 18:40:12] Anna: …`, `27/11/2026, 18:40 - Anna: …`
 * or `Anna, [27.11.2026 18:40]` on a line of its own.
 */
const stamps = [
  /^\[[^\]]*\d:\d\d[^\]]*\][^:+\d\n]*[:\n]/,
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?\s?m\.?)?\s[-–]\s[^:+\d]*:/i,
  /^[^\d+[\]]*\[[^[\]]*\d:\d\d[^[\]]*\](?!\()/,
]

function withoutStamp(text: string): string {
  const stamp = stamps.map((expression) => expression.exec(text)?.[0]).find((found) => found !== undefined)
  return text.slice(stamp?.length ?? 0)
}

const extensionWord = new RegExp(`^[^\\p{L}#]*(?:#|(?:${extensionWords})(?!\\p{L}))`, 'iu')

/** `(m)` for a mobile phone, `(h)` for home. */
const kindLetter = /^\s*[cdhmtwдмр]\.?\s*$/iu

/** Removes `(mobile)`, `[Arbeit 2]`, `(m)`. A number in brackets stays, and so does a letter that stands for a digit. */
function withoutWordsInBrackets(text: string): string {
  return text.replace(
    /[([{<（［【]([^)\]}>）］】:@/]*)[)\]}>）］】]/gu,
    (whole: string, inside: string, at: number) => {
      const isWord =
        /^[^\p{L}\p{Nd}]*\p{L}{2}[^\p{Nd}]*(?:\s[1-9])?$/u.test(inside) &&
        !extensionWord.test(inside) &&
        !/^[oil\s]+$/i.test(inside)
      const isLast = !/\p{Nd}/u.test(text.slice(at + whole.length))
      return isWord || (isLast && kindLetter.test(inside)) ? ' ' : whole
    },
  )
}

/** Scripts that have letters which look like digits, and that put a space between a word and a number. */
const lookalike = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u

/**
 * Removes `Tel. `, `Mobile: `, `Mobil 2: `, `電話`, `📱`. A letter right before a digit stays, because it may stand for
 * one: `O7400`.
 */
function withoutLabelBefore(text: string): string {
  const rest = withoutNameBefore(text)
  // `Mobile 2 07400 123456`
  const label = /^[^\p{Nd}+＋﹢⁺]*(?:(?<=\p{L}\s?)[1-9]\s+(?=[0+＋]))?/u.exec(rest)?.[0] ?? ''
  const words = label.trimEnd()
  if (!/[^\s(（[［"'“‘<]/u.test(words) || rest === label) return rest
  const isGlued = /[\p{L}\p{Pd}_'’]$/u.test(label) && !/^[+＋﹢⁺]/.test(rest.slice(label.length))
  const isDigitInDisguise =
    /(?:^|[^\p{L}])[oOlIоОοΟі]$/u.test(words) || /[〇零一二三四五六七八九]/u.test(words)
  // `#31#07400…` and `*31#…` are dialled to hide who calls; `Cell #` is a label.
  if (/^[^\p{L}\s]*[#*]$/u.test(label) || isDigitInDisguise) return rest
  // `Mobile No-98765…`: a hyphen after a word only separates it.
  const isWordBefore = /\p{L}{2}\.?\s?\p{Pd}$/u.test(label) && !/(?:^|\P{L})[oil]+\.?\s?\p{Pd}$/iu.test(label)
  if (isGlued && !isWordBefore && lookalike.test(words.slice(-2))) return rest
  // A bracket that opens in the label belongs to the number: `Tel. (020) 7946 0958`.
  return (/[([（［]\s*$/u.exec(label)?.[0] ?? '') + rest.slice(label.length)
}

/** Removes `Mobile 2: `, where the colon shows that it is a name. */
function withoutNameBefore(text: string): string {
  const [name = '', ...rest] = text.split(/[:：]/u)
  const isName = /\p{L}/u.test(name) && !/[+＋]|\p{Nd}.*\p{Nd}/su.test(name)
  return isName && rest.some((part) => /\p{Nd}/u.test(part)) ? rest.join(':') : text
}

const labelBehind =
  /^[\s,;|/–—-]+(?:mob(?:ile?|iel|il)?|cell?(?:ul(?:ar|are))?|phone|t[eé]l|home|work|office|private?|personal|handy|portable|m[oó]vil|telem[oó]vel|kom(?:órka)?|cep|gsm|[cdhmtw]|whats ?app|wa|sms|signal|telegram|viber|моб(?:ильный)?|раб(?:очий)?|дом(?:ашний)?|тел|κιν(?:ητό)?)\.?$/iu
/** What may stand for a missing digit, and the letters and numerals that may stand for one. */
const maybeDigit = /[?#*_…\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}〇零一二三四五六七八九]|\.\./u

/**
 * Removes a word after the number. In `0800 FLOWERS` the word is half of the number, so in scripts with letters on the
 * keys of a phone it is removed only if it is a known label.
 */
function withoutLabelBehind(text: string): string {
  const behind = /[^\p{Nd}]*$/u.exec(text)?.[0] ?? ''
  return !maybeDigit.test(behind) || labelBehind.test(behind)
    ? text.slice(0, text.length - behind.length)
    : text
}
