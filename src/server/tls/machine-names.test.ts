import { expect, it } from 'vitest'
import { machineNames } from './machine-names.ts'

const card = (address: string) => ({ address, netmask: '', mac: '', internal: false, cidr: null })
const interfaces = {
  lo: [{ ...card('127.0.0.1'), family: 'IPv4' as const }],
  eth0: [
    { ...card('10.1.2.3'), family: 'IPv4' as const },
    { ...card('2001:DB8:0::5'), family: 'IPv6' as const, scopeid: 0 },
    { ...card('fe80::1'), family: 'IPv6' as const, scopeid: 2 },
  ],
}
const always = ['localhost', '127.0.0.1', '::1']
const cards = ['10.1.2.3', '2001:db8::5']

it.each([
  ['OFFICE-PC', { host: '0.0.0.0' }, [...always, 'office-pc', ...cards]],
  ['localhost', { host: '::' }, [...always, ...cards]],
  ['档案', { host: '127.0.0.1' }, [...always, 'xn--dyv4b', ...cards]],
  ['not a name', { host: '10.9.9.9' }, [...always, ...cards, '10.9.9.9']],
  [
    'pc',
    { host: 'office.lan.', url: 'https://files.example.com:8443' },
    [...always, 'pc', ...cards, 'office.lan', 'files.example.com'],
  ],
  ['pc', { host: '0.0.0.0', url: 'https://[2001:db8::9]' }, [...always, 'pc', ...cards, '2001:db8::9']],
])('a computer called %s with %o has the names that a browser may ask for', (hostName, env, names) => {
  expect(machineNames(env, { hostName, interfaces })).toEqual(names)
})
