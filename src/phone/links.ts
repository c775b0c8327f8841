/** Links of messengers, followed by a number in international format with or without a plus. */
const chatLink =
  /^(?:(?:https?:\/\/)?(?:[\w-]+\.)*(?:wa\.me\/|whatsapp\.com\/|t\.me\/(?=[+%])|signal\.me\/#p\/|viber\.click\/)|(?:whatsapp|viber|sgnl|tg):\/\/[^\s\d+%?]*)(\S*)/i
/** Where such a link has the number if it has a query. The text of a message may contain other numbers. */
const numberInQuery = /[?&](?:phone|number)=([^\s&#"'>]*)/i
/**
 * Schemes that are followed by a number as it is dialled. With a space after the colon, or within the number, it is a
 * label: `Tel: 07400 123456`.
 */
const dialScheme =
  /^(?:tel|telprompt|sms|mms|callto|facetime|facetime-audio|skype|sips?|signal):\/*([^\s?&@:]+)(?:@\S*|[?&][?&]*[a-z]\w*(?:[=&][^\n]*)?)?$/i
/** What QR codes contain, with the message after a second colon. */
const smsTo = /^(?:smsto|mmsto):([^:]+)(?::.*)?$/is
/** How contact files write the name of a field: `TEL;TYPE=CELL:`, `item1.TEL;PREF=1:`. */
const contactField = /^(?:item\d+\.)?tel;[^:]*:/i
/** How WhatsApp identifies a person. */
const chatName = /^\+?(\d{8,15})@(?:s\.whatsapp\.net|c\.us)$/

/** Whether a text is a link to a chat. The text of a message in it may contain somebody else's number. */
export function isChatLink(text: string): boolean {
  return chatLink.test(text)
}

/**
 * The number that a link calls or writes to: `https://wa.me/447400123456` → `+447400123456`. Another text is returned
 * unchanged.
 */
export function numberOfLink(text: string): string {
  const bare = text.replace(/^["'“‘<]+/, '').replace(/["'”’>]+$/, '')
  const name = chatName.exec(bare)?.[1]
  if (name !== undefined) return `+${name}`
  const chat = chatLink.exec(bare)
  if (chat !== null) return numberOfChat(chat[0], chat[1] ?? '') + bare.slice(chat[0].length)
  const field = contactField.exec(bare)?.[0]
  const rest = bare.slice(field?.length ?? 0)
  const dialled = dialScheme.exec(rest)?.[1] ?? smsTo.exec(rest)?.[1]
  if (dialled !== undefined) return withContext(decoded(dialled))
  return field === undefined ? text : rest
}

/** The number of a link to a chat. A link that only shares a message has none, and is not read as a number. */
function numberOfChat(link: string, end: string): string {
  const queried = numberInQuery.exec(link)?.[1]
  const number = queried ?? end.replace(/[?&/#"'>].*$/s, '')
  return number === '' ? link : `+${decoded(number).replace(/^[+ ]+/, '')}`
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

/** A link in Markdown, in HTML, or as Outlook writes it after a number: `+44 7400 123456 <tel:+447400123456>`. */
const linkInText = /(?:href=["']?|\]\(|[<(]\s*)((?:tel|sms|callto|https?):[^\s"')<>]+)/gi

/**
 * Takes the number of the only link in a text if the rest of the text has no other number: nothing, or the same one as
 * it is written nationally.
 */
export function withoutLinkAround(text: string): string {
  const [link, another] = Array.from(text.matchAll(linkInText), (match) => match[1] ?? '')
  if (link === undefined || another !== undefined) return text
  const linked = numberOfLink(link)
  if (linked === link) return text
  const written = text.replace(link, '').replace(/<\/?[a-z][^<>]*>/gi, '')
  const [inLink, around] = [linked, written].map((each) => each.replace(/\P{Nd}/gu, '').replace(/^0+/, ''))
  if (inLink === undefined || around === undefined) return text
  if (inLink.endsWith(around)) return /^\d{1,5}$/.test(around) ? text : linked
  return around.endsWith(inLink) && inLink.length > 5 ? written : text
}
