import ipaddr from 'ipaddr.js'

/** Of the company's own: only where an administrator has named the host. */
const own = new Set(['private', 'uniqueLocal', 'loopback', 'carrierGradeNat'])

/**
 * Whether the server may call an address in somebody's name. Addresses that lead back into the house or its cloud are
 * closed, in whatever way they are written; what joins the two families of addresses (NAT64, 6to4, Teredo) is too.
 */
export function isReachable(text: string, { named }: { named: boolean }): boolean {
  if (!ipaddr.isValid(text)) return false
  // ::ffff:a.b.c.d is a.b.c.d.
  const address = ipaddr.process(text)
  const range = address.range()
  if (range === 'unicast') return address.kind() === 'ipv4' || address.match(ipaddr.parseCIDR('2000::/3'))
  return named && own.has(range)
}
