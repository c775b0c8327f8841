import { extensionWords } from './typedText.js'

/**
 * Removes what address books, messengers and web pages put around a phone number: a link, a label before it, a word
 * after it, an emoji. Text that it does not recognise stays, so that the number is refused rather than cut short.
 */
export function withoutSurroundings(raw: string): string {
  if (raw.length > longestText || isPlain.test(raw)) return raw
  const plain = raw.replace(/\p{Cf}/gu, '').trim()
  const text = withoutWordsInBrackets(withoutStamp(withoutEmphasis(plain)))
  const number = withoutLabelBehind(withoutLabelBefore(numberOfLink(withoutLinkBehind(text))))
  // In Brazil `xx` stands for any carrier code: `(0xx11) 98123-4567`.
  return number.replace(/(?<!\d)0\s?xx\s?(?=\d\d)/i, '')
}

const isPlain = /^[+\d\s().-]*$/

/** A link may contain a message. A longer text is a document, and no expression needs to search it. */
const longestText = 1000

/** Links of messengers, followed by a number in international format with or without a plus. */
const chatLink =
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:wa\.me\/|whatsapp\.com\/send\/?\?(?:.*&)?phone=|t\.me\/(?=[+%])|signal\.me\/#p\/|viber\.click\/)(.*)$/is
const chatScheme = /^(?:whatsapp|viber|sgnl|tg):\/*[^\d+%]*(.*)$/is
/** Schemes that are followed by a number as it is dialled. */
const dialScheme =
  /^(?:tel|telprompt|sms|smsto|mms|mmsto|callto|facetime|facetime-audio|skype|sips?|signal):\/*(.*)$/is
/** How contact files write the name of a field: `TEL;TYPE=CELL:`, `item1.TEL;PREF=1:`. */
const contactField = /^(?:item\d+\.)?tel;[^:]*:/i
/** How WhatsApp identifies a person. */
const chatName = /^\+?(\d{8,15})@(?:s\.whatsapp\.net|c\.us)$/

function numberOfLink(text: string): string {
  const markup = /(?:href=["']?|\]\()((?:tel|sms|callto|https?):[^"')>]+)/i.exec(text)?.[1]
  if (markup !== undefined) return numberOfLink(markup)
  const bare = text.replace(/^["'“‘<]+/, '')
  const chat = chatLink.exec(bare) ?? chatScheme.exec(bare) ?? chatName.exec(bare)
  if (chat?.[1] !== undefined) return `+${decoded(chat[1]).replace(/^[+ ]+|[?&/#"'>].*$/gs, '')}`
  const field = contactField.exec(bare)
  const scheme = dialScheme.exec(field === null ? bare : bare.slice(field[0].length))
  if (scheme?.[1] !== undefined) return withContext(decoded(scheme[1]).replace(/[?&@].*$|:[^\d+].*$/s, ''))
  return field === null ? text : bare.slice(field[0].length)
}

/** `7400123456;phone-context=+44` → `+44 7400123456` (RFC 3966, section 5.1.5) */
function withContext(number: string): string {
  const [, local, context] = /^([^;+]*);phone-context=(\+\d+)$/i.exec(number) ?? []
  return local === undefined ? number : `${context} ${local}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Outlook writes the link after the number: `+44 7400 123456 <tel:+447400123456>`. */
function withoutLinkBehind(text: string): string {
  return text.replace(/(\d)\s*<(?:tel|sms|callto):[^>]*>$/i, '$1')
}

/** Chats mark bold and italic with characters on both sides: `*07400 123456*`. */
function withoutEmphasis(text: string): string {
  return text.replace(/([*_~`])((?:[^*_~`\d]*\d){6}[^*_~`]*)\1/, '$2')
}

/** What WhatsApp puts before a message that is copied: `[27/11/2026, 18:40:12] Anna: …`. */
function withoutStamp(text: string): string {
  return text.replace(/^\[[^\]]*\d:\d\d[^\]]*\][^:+\d]*:/, '')
}

const extensionWord = new RegExp(`^[^\\p{L}#]*(?:#|(?:${extensionWords})(?!\\p{L}))`, 'iu')

/** Removes `(mobile)`, `[Arbeit 2]`. A number in brackets stays, and so does a letter that stands for a digit. */
function withoutWordsInBrackets(text: string): string {
  return text.replace(/[([{<（［【]([^)\]}>）］】:@/]*)[)\]}>）］】]/gu, (whole: string, inside: string) =>
    /^[^\p{L}\p{Nd}]*\p{L}{2}[^\p{Nd}]*(?:\s[1-9])?$/u.test(inside) &&
    !extensionWord.test(inside) &&
    !/^[oil\s]+$/i.test(inside)
      ? ' '
      : whole,
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
  if (isGlued && lookalike.test(words.slice(-2))) return rest
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
  /^[\s,;|/–—-]+(?:mob(?:ile?|iel|il)?|cell?(?:ular)?|phone|tel|home|work|office|private?|personal|handy|portable|m[oó]vil|whats ?app|wa|sms|signal|telegram|viber|моб(?:ильный)?)\.?$/iu

/** Removes a word after the number only if it is a known label: in `0800 FLOWERS` the word is half of the number. */
function withoutLabelBehind(text: string): string {
  const behind = /[^\p{Nd}]*$/u.exec(text)?.[0] ?? ''
  // A row of these characters stands for missing digits: `07400 12****`.
  const isOver = !/[\p{L}?#*_…]|\.\./u.test(behind)
  return isOver || labelBehind.test(behind) ? text.slice(0, text.length - behind.length) : text
}
