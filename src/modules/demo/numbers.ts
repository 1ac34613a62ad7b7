import { creditCodeCheck } from '#field-types'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

const mobilePrefixes = '130 131 132 133 135 136 137 138 139 150 151 152 155 156 158 159 177 180 181 185 186 187 188 189'
const prefixes = mobilePrefixes.split(' ')
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const digits = (chance: Random, count: number): string =>
  Math.floor(chance.next() * 10 ** count)
    .toString()
    .padStart(count, '0')

export function mobile(chance: Random): string {
  return chance.pick(prefixes) + digits(chance, 8)
}

/** A landline of the place; most cities have eight digits. */
export function landline(chance: Random, { dialling }: Place): string {
  const short = ['0756', '0592', '0771', '0351'].includes(dialling)
  return `${dialling}-${chance.between(2, 8)}${chance.between(1, 9)}${digits(chance, short ? 5 : 6)}`
}

/** A code of the place's registry that passes the check of GB 32100. */
export function creditCode(chance: Random, { region }: Place): string {
  let body = ''
  for (let at = 0; at < 9; at++) body += characters[chance.between(0, characters.length - 1)]
  const first17 = `91${region.padEnd(6, '0')}${body}`
  return first17 + creditCodeCheck(first17)
}
