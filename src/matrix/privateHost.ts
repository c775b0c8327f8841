/** Names that only a machine or its own network resolves. */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa)\.?$/

/** IPv4 addresses of the machine, of private networks and of the link (RFC 1122, 1918, 3927, 6598). */
const PRIVATE_IPV4 =
  /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./
/** A browser writes every IPv4 address so; a name such as `10.example.org` is none. */
const IPV4 = /^\d+(\.\d+){3}$/

/** IPv6 addresses of the machine, of private networks and of the link (RFC 4193, 4291). */
const PRIVATE_IPV6 = /^\[(::1?\]|f[cd]|fe[89ab])/

/**
 * Whether a URL leads to this machine or into its own network: where no stranger listens, and where no stranger has a
 * reason to send anybody.
 */
export function isPrivateHost({ hostname }: URL): boolean {
  const isSingleName = !/[.:]/.test(hostname)
  const mapped = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(hostname)
  const address = mapped === null ? hostname : toIPv4(mapped[1], mapped[2])
  if (IPV4.test(address)) return PRIVATE_IPV4.test(address)
  return isSingleName || LOCAL_NAME.test(hostname) || PRIVATE_IPV6.test(hostname)
}

const LOOPBACK = /^(127\.[\d.]+|\[::1\]|(.+\.)?localhost)$/

/** Pages that may call plain http: those of http itself, files, and extensions, which ask for it in their manifest. */
const MAY_CALL_HTTP = /^(http|file|about|data|blob|.+-extension):$/

/**
 * Whether the platform keeps the page from an address of plain http: browsers block it on https pages as mixed content,
 * phones in the pages of an app. The machine itself is no stranger.
 */
export function isMixedContent({ protocol, hostname }: URL): boolean {
  if (protocol !== 'http:' || LOOPBACK.test(hostname)) return false
  return typeof location !== 'undefined' && !MAY_CALL_HTTP.test(location.protocol)
}

/** The IPv4 address that an IPv6 address maps, from its last two groups. */
function toIPv4(...groups: (string | undefined)[]): string {
  return groups
    .map((group) => Number.parseInt(group ?? '', 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.')
}
