import { expect, it } from 'vitest'
import { inNetworks, isNetwork } from './networks.ts'

it.each([
  ['10.1.2.3', ['10.0.0.0/8'], true],
  ['11.1.2.3', ['10.0.0.0/8'], false],
  ['::ffff:10.1.2.3', ['10.0.0.0/8'], true],
  ['10.1.2.3', ['10.1.2.3'], true],
  ['10.1.2.4', ['10.1.2.3'], false],
  ['2001:db8::1', ['2001:db8::/32'], true],
  ['2001:db9::1', ['2001:db8::/32', '10.0.0.0/8'], false],
  ['10.1.2.3', ['::/0'], false],
  [null, ['0.0.0.0/0'], false],
  ['not an address', ['0.0.0.0/0'], false],
  ['10.1.2.3', [], false],
])('%s lies in %j: %s', (ip, networks, lies) => {
  expect(inNetworks(ip, networks)).toBe(lies)
})

it('a network is an address or a range, and nothing else', () => {
  expect(['10.0.0.0/8', '10.0.0.1', '::1', 'fe80::/10'].every(isNetwork)).toBe(true)
  expect(['', '10.0.0.0/33', '10.0.0', 'example.com', '10.0.0.0/8; drop'].some(isNetwork)).toBe(false)
})
