import { isIP } from 'node:net'
import { hostname, type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import { domainToASCII } from 'node:url'
import ipaddr from 'ipaddr.js'
import type { Env } from '../env.ts'

type Machine = { hostName: string; interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> }

const everywhere = ['0.0.0.0', '::']

/** The names and addresses by which this computer is called, each once. */
export function machineNames(
  { host, url }: Pick<Env, 'host' | 'url'>,
  { hostName, interfaces }: Machine = { hostName: hostname(), interfaces: networkInterfaces() },
): string[] {
  const addresses = Object.values(interfaces).flatMap((each) => each ?? [])
  const names = ['localhost', '127.0.0.1', '::1', hostName, ...addresses.map(({ address }) => address)]
  if (!everywhere.includes(host)) names.push(host)
  if (url) names.push(new URL(url).hostname.replace(/^\[|\]$/g, ''))
  return [...new Set(names.map(inCertificate).filter((name) => name !== ''))]
}

/** As certificates write it; empty where they cannot, or where no browser could call it so. */
function inCertificate(name: string): string {
  if (!isIP(name)) return /^[\w.-]+$/.exec(domainToASCII(name.replace(/\.$/, '')))?.[0] ?? ''
  const address = ipaddr.parse(name)
  return address.range() === 'linkLocal' ? '' : address.toString()
}
