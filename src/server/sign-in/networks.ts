import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

type Range = ReturnType<typeof ipaddr.parseCIDR>

/** `10.0.0.0/8`, `2001:db8::/32` or a single address; nothing where it is neither. */
function rangeOf(text: string): Range | undefined {
  // The library also reads what old systems call an address, such as 10.1.
  if (!isIP(text.split('/')[0] ?? '')) return undefined
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  if (!isIP(text)) return undefined
  const address = ipaddr.parse(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

export function isNetwork(text: string): boolean {
  return rangeOf(text) !== undefined
}

/** Whether an address lies in one of the networks; an unknown address lies in none. */
export function inNetworks(ip: string | null, networks: readonly string[]): boolean {
  if (!ip || !ipaddr.isValid(ip)) return false
  // An IPv4 caller on a socket for both families shows as ::ffff:a.b.c.d.
  const address = ipaddr.process(ip)
  return networks.some((text) => {
    const range = rangeOf(text)
    return range !== undefined && range[0].kind() === address.kind() && address.match(range)
  })
}
