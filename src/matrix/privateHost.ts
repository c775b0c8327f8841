/** Host names that resolve only on this machine or in its own network. */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa)\.?$/

/** Loopback, private and link-local IPv4 addresses (RFC 1122, 1918, 3927, 6598). */
const PRIVATE_IPV4 =
  /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./
/** The form in which browsers write every IPv4 address. A name such as `10.example.org` does not match. */
const IPV4 = /^\d+(\.\d+){3}$/

/** Loopback, private and link-local IPv6 addresses (RFC 4193, 4291). */
const PRIVATE_IPV6 = /^\[(::1?\]|f[cd]|fe[89ab])/

/**
 * Whether a URL points to this machine or into a private network. Strangers do not listen there, and a public server
 * has no reason to send anybody there.
 */
export function isPrivateHost({ hostname }: URL): boolean {
  const isSingleName = !/[.:]/.test(hostname)
  const mapped = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(hostname)
  const address = mapped === null ? hostname : toIPv4(mapped[1], mapped[2])
  if (IPV4.test(address)) return PRIVATE_IPV4.test(address)
  return isSingleName || LOCAL_NAME.test(hostname) || PRIVATE_IPV6.test(hostname)
}

const LOOPBACK = /^(127\.[\d.]+|\[::1\]|(.+\.)?localhost)$/

/** Pages that may call plain http: http pages, files, and extensions, which declare it in their manifest. */
const MAY_CALL_HTTP = /^(http|file|about|data|blob|.+-extension):$/

/**
 * Whether the platform blocks a plain http address for this page. Browsers block it on https pages as mixed content,
 * and phones block it inside apps. Loopback addresses are allowed.
 */
export function isMixedContent({ protocol, hostname }: URL): boolean {
  if (protocol !== 'http:' || LOOPBACK.test(hostname)) return false
  return typeof location !== 'undefined' && !MAY_CALL_HTTP.test(location.protocol)
}

/** The IPv4 address inside an IPv4-mapped IPv6 address, from its last two groups. */
function toIPv4(...groups: (string | undefined)[]): string {
  return groups
    .map((group) => Number.parseInt(group ?? '', 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.')
}
