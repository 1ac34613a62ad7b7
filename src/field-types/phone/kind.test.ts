import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeKind, parseEnv } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { phoneKind } from './kind.ts'

describeKind(phoneKind, samples)

const mobiles = fc.stringMatching(/^1[3-9]\d{9}$/).filter((digits) => !/^1(\d)\1{9}$/.test(digits))
const spellings: ((mobile: string) => string)[] = [
  (mobile) => mobile,
  (mobile) => ` ${mobile} `,
  (mobile) => `+86 ${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`,
  (mobile) => `${mobile.slice(0, 3)}-${mobile.slice(3, 7)}-${mobile.slice(7)}`,
  (mobile) => `86${mobile}`,
  (mobile) => `0086-${mobile}`,
  (mobile) => `(+86)${mobile}`,
  (mobile) => `Tel: ${mobile}`,
  (mobile) => `${mobile.slice(0, 3)}.${mobile.slice(3)}`,
  (mobile) => mobile.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
]

test('ten spellings of a mobile number are one number', () => {
  fc.assert(
    fc.property(mobiles, fc.constantFrom(...spellings), (mobile, spell) => {
      expect(phoneKind.parse(spell(mobile), samples.field, parseEnv())).toEqual({ value: `+86${mobile}` })
    }),
  )
})

test('a mobile number with a digit lost or gained is refused', () => {
  fc.assert(
    fc.property(mobiles, fc.nat(10), (mobile, at) => {
      const lost = mobile.slice(0, at) + mobile.slice(at + 1)
      fc.pre(/^1[3-9]/.test(lost))
      expect(phoneKind.parse(lost, samples.field, parseEnv()).problem?.code).toBe('field.phone_length')
      expect(phoneKind.parse(`${mobile}0`, samples.field, parseEnv()).problem?.code).toBe('field.phone_length')
    }),
  )
})

test('a local number without a known area code is refused with that reason', () => {
  const env = { ...parseEnv(), areaCode: undefined }
  expect(phoneKind.parse('52761868', samples.field, env).problem?.code).toBe('field.phone_area_code')
})

test('a number is found by its last four digits and without its extension', () => {
  expect(phoneKind.lookups?.('+862152761868;ext=802')).toEqual({ equal: '+862152761868', tail: '1868' })
  expect(phoneKind.parseArgument?.('tail', '18', samples.field, parseEnv()).problem?.code).toBe('field.tail_length')
  expect(phoneKind.parseArgument?.('eq', '021-52761868转802', samples.field, parseEnv())).toEqual({
    value: '+862152761868',
  })
})

test('the mask of a mobile number leaves its ends', () => {
  expect(phoneKind.mask('+8613910391039')).toBe('139****1039')
  expect(phoneKind.mask('+862152761868;ext=802')).toBe('****1868')
})
