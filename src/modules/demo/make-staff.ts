import type { Context } from '#kernel'
import { product, unit, user } from '#objects'
import { type DemoUnit, demoStaff, demoUnits } from './demo-staff.ts'
import { type DemoWorld, travel } from './demo-world.ts'
import { mobile } from './numbers.ts'
import { demoProducts, demoTags } from './products.ts'
import { random } from './random.ts'
import { day } from './work-time.ts'

const phoneSeed = 8
/** The house stood before its first customer came. */
const before = 3 * 365 * day + 30 * day

/** Departments, the people in them, what they sell and how they tag. Nobody can sign in until the head gives a password. */
export async function makeStaff(ctx: Context, world: DemoWorld): Promise<void> {
  const then = travel(ctx, world.until - before)
  const { ids } = world
  await makeUnits(then, world)
  // Nobody signs in as any of them yet: the load of the demo company gives no right by itself.
  await then
    .asSystem('make the demo company')
    .records(user)
    .createMany(
      demoStaff.map(({ login, name, unit: where, title, manager }, index) => {
        const role = manager ? 'manager' : 'clerk'
        const reach = { phone: mobile(random(phoneSeed, index)), email: `${login}@example.com` }
        return { id: ids.user(login), input: { login, name, title, role, unit: ids.unit(where), ...reach } as const }
      }),
    )
  for (const { login, unit: where } of demoStaff.filter(({ manager }) => manager))
    await then.records(unit).update(ids.unit(where), { manager: ids.user(login) }, { version: 1 })
  await makeProducts(then, world)
  await then.recordsNamed('tag').createMany(
    Object.entries(demoTags).map(([name, colour], index) => ({
      id: ids.other('tag', index, world.until),
      input: { name, colour },
    })),
  )
}

/** Upper units first, so that those below can name them. */
async function makeUnits(then: Context, { ids }: DemoWorld): Promise<void> {
  for (const below of [false, true]) {
    const level = Object.entries<{ name: string; below?: DemoUnit }>(demoUnits).filter(
      ([, one]) => !!one.below === below,
    )
    await then.records(unit).createMany(
      level.map(([key, { name, below: upper }]) => ({
        // Keys of demoUnits, which Object.entries forgets.
        id: ids.unit(key as DemoUnit),
        input: { name, parent: upper ? ids.unit(upper) : null },
      })),
    )
  }
}

async function makeProducts(then: Context, { ids }: DemoWorld): Promise<void> {
  await then.records(product).createMany(
    demoProducts.map((one, index) => {
      const { name, code, unit: unitOfMeasure, price } = one
      const type = 'service' in one ? 'service' : 'product'
      const input = { name, code, unitOfMeasure, type, price: { amount: price * 100, currency: 'CNY' } } as const
      return { id: ids.product(index), input }
    }),
  )
}
