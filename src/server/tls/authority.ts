import 'reflect-metadata'
import { createPrivateKey, KeyObject } from 'node:crypto'
import { isIP } from 'node:net'
import { AsnConvert } from '@peculiar/asn1-schema'
import { GeneralName, GeneralSubtree, GeneralSubtrees, NameConstraints } from '@peculiar/asn1-x509'
import * as x509 from '@peculiar/x509'
import ipaddr from 'ipaddr.js'
import { inNetworks } from '../sign-in/networks.ts'
import type { Pair } from './certificate-files.ts'

const dayMs = 86_400_000
const authorityDays = 3650
/** The longest that every browser accepts. */
const serverDays = 397
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const constraintsId = '2.5.29.30'

/** Addresses that are nobody's on the internet: the company's own, wherever its computers move. */
const ownNetworks = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
]

/**
 * An authority that the company's computers trust, and that can vouch for nothing but these names, what lies below them and the
 * company's own networks: whoever steals its key cannot pose as a bank.
 */
export async function makeAuthority(hostName: string, names: readonly string[], now: Date): Promise<Pair> {
  const keys = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [`Dossier authority of ${hostName}`] }],
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(now.getTime() + authorityDays * dayMs),
    signingAlgorithm: ecdsa,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      new x509.Extension(constraintsId, true, AsnConvert.serialize(constraintsOf(names))),
    ],
  })
  return pairOf(certificate, keys.privateKey)
}

/** A certificate of a server with these names, signed by the authority; it never outlives it. */
export async function makeServerCertificate(authority: Pair, names: readonly string[], now: Date): Promise<Pair> {
  const issuer = new x509.X509Certificate(authority.cert)
  const keys = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [{ CN: ['Dossier server'] }],
    issuer: issuer.subjectName.toJSON(),
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(Math.min(now.getTime() + (serverDays - 1) * dayMs, issuer.notAfter.getTime())),
    signingAlgorithm: ecdsa,
    publicKey: keys.publicKey,
    signingKey: createPrivateKey(authority.key).toCryptoKey(ecdsa, false, ['sign']),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }))),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return pairOf(certificate, keys.privateKey)
}

/** Whether an authority may vouch for a name. */
export function mayVouch({ cert }: Pair, name: string): boolean {
  const { value } = new x509.X509Certificate(cert).getExtension(constraintsId) ?? {}
  if (!value) return true
  const permitted = [...(AsnConvert.parse(value, NameConstraints).permittedSubtrees ?? [])].map(({ base }) => base)
  if (isIP(name))
    return inNetworks(
      name,
      permitted.flatMap(({ iPAddress }) => iPAddress ?? []),
    )
  return permitted.some(({ dNSName }) => dNSName && (name === dNSName || name.endsWith(`.${dNSName}`)))
}

function constraintsOf(names: readonly string[]): NameConstraints {
  const outside = names.filter((name) => isIP(name) && !inNetworks(name, ownNetworks)).map(networkOf)
  const bases = [
    ...names.filter((name) => !isIP(name)).map((dNSName) => new GeneralName({ dNSName })),
    ...[...ownNetworks, ...new Set(outside)].map((iPAddress) => new GeneralName({ iPAddress })),
  ]
  return new NameConstraints({
    permittedSubtrees: new GeneralSubtrees(bases.map((base) => new GeneralSubtree({ base }))),
  })
}

/** A public IPv4 address alone; of IPv6 its network, as a computer changes its address within it from day to day. */
function networkOf(address: string): string {
  if (isIP(address) === 4) return `${address}/32`
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}/64`
}

function pairOf(certificate: x509.X509Certificate, privateKey: CryptoKey): Pair {
  const key = KeyObject.from(privateKey).export({ type: 'pkcs8', format: 'pem' })
  return { cert: `${certificate.toString('pem')}\n`, key: String(key) }
}
