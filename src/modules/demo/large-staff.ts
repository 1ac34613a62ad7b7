import type { Context } from '#kernel'
import { unit, user } from '#objects'
import { existingIds } from './existing-ids.ts'
import { latinName, personName } from './people-names.ts'
import { idFrom, random } from './random.ts'

const unitSeed = 11
const clerkSeed = 12
const unitCount = 40
const clerkCount = 500
const began = Date.UTC(2023, 8, 1)

const unitId = (index: number): string => idFrom(began, unitSeed, index)
const clerkId = (index: number): string => idFrom(began, clerkSeed, index)

/** Forty units with five hundred clerks, made once; answers with the clerks who hold the files. */
export async function largeStaff(ctx: Context): Promise<readonly string[]> {
  const clerks = Array.from({ length: clerkCount }, (_, index) => clerkId(index))
  await ctx.transaction(async (tx) => {
    if ((await existingIds(tx, 'unit', [unitId(0)])).size) return
    await tx.records(unit).createMany(Array.from({ length: unitCount }, (_, index) => newUnit(index)))
    // Nobody signs in as any of them: they give no right by themselves.
    await tx
      .asSystem('make a large company')
      .records(user)
      .createMany(clerks.map((_, index) => newClerk(index)))
  })
  return clerks
}

function newUnit(index: number) {
  return { id: unitId(index), input: { name: `第${index + 1}营业部` } }
}

function newClerk(index: number) {
  const chance = random(clerkSeed, index)
  const name = personName(chance, chance.chance(0.5) ? 'male' : 'female')
  const login = `${latinName(name)}${String(index + 1).padStart(3, '0')}`
  const input = { name, login, role: 'clerk', unit: unitId(index % unitCount), title: '业务员' } as const
  return { id: clerkId(index), input }
}
