import type { Context } from '#kernel'
import type { DemoPlan } from './demo-plan.ts'
import { actAs, type DemoWorld, inLots, ownerOf, travel } from './demo-world.ts'
import { makeByPurpose, reviseNotice } from './make-consents.ts'
import { makeFigures } from './make-figures.ts'
import { makeProcedures } from './make-procedures.ts'
import { makeReading } from './make-reading.ts'
import { makeStaff } from './make-staff.ts'
import { makeTeam } from './make-team.ts'
import { makeViews } from './make-views.ts'

/** A part of the load: how many things it makes, how many in one step, and the making of a stretch of them; what a small company goes without. */
export type Phase = {
  name: string
  size(plan: DemoPlan): number
  step: number
  ofTeam?: true
  make(ctx: Context, world: DemoWorld, from: number, to: number): Promise<void>
}

const makeConsents = makeByPurpose({ object: 'consent', list: 'consents', by: 'takenBy' })
const makeLaterConsents = makeByPurpose({ object: 'consent', list: 'laterConsents', by: 'takenBy' })
const makeDisclosures = makeByPurpose({ object: 'disclosure', list: 'disclosures', by: 'responsible' })

const iso = (at: number): string => new Date(at).toISOString()

/** In order: what stands first is there when what follows refers to it. */
export const phases: readonly Phase[] = [
  { name: 'staff', size: () => 1, step: 1, make: makeStaff },
  { name: 'customers', size: ({ customers }) => customers.length, step: 100, make: makeCustomers },
  { name: 'followUps', size: ({ followUps }) => followUps.length, step: 400, make: makeFollowUps },
  { name: 'purchases', size: ({ purchases }) => purchases.length, step: 400, make: makePurchases },
  { name: 'details', size: ({ details }) => details.length, step: 300, make: makeDetails },
  { name: 'consents', size: ({ consents }) => consents.length, step: 300, make: makeConsents },
  { name: 'notice', size: () => 1, step: 1, make: reviseNotice },
  { name: 'laterConsents', size: (plan) => plan.laterConsents.length, step: 300, make: makeLaterConsents },
  { name: 'disclosures', size: ({ disclosures }) => disclosures.length, step: 300, make: makeDisclosures },
  { name: 'changes', size: ({ changes }) => changes.length, step: 50, make: makeChanges },
  { name: 'tasks', size: ({ tasks }) => tasks.length, step: 60, make: makeTasks },
  { name: 'views', size: () => 1, step: 1, make: makeViews },
  { name: 'procedures', size: () => 1, step: 1, make: makeProcedures },
  { name: 'team', size: () => 1, step: 1, ofTeam: true, make: makeTeam },
  { name: 'reading', size: () => 1, step: 1, ofTeam: true, make: makeReading },
  { name: 'figures', size: () => 1, step: 1, ofTeam: true, make: makeFigures },
]

async function makeCustomers(ctx: Context, { plan, ids }: DemoWorld, from: number, to: number): Promise<void> {
  await inLots(plan.customers, [from, to], async (items, at) => {
    const then = travel(ctx, at)
    await then.recordsNamed('customer').createMany(
      items.map(({ item: { at: opened, owner, collaborators, input }, index }) => ({
        id: ids.customer(index),
        input: { ...input, owner: ids.user(owner), collaborators: collaborators.map(ids.user) },
        origin: { createdAt: iso(opened), createdBy: ids.user(owner) },
      })),
      // Some files hold slips of the pen, as lists do: they stay to be completed.
      { lenient: true },
    )
    await then.recordsNamed('contact').createMany(
      items.flatMap(({ item: { at: opened, owner, contacts }, index }) =>
        contacts.map(({ input }, contact) => ({
          id: ids.contact(index, contact),
          input: { ...input, customer: ids.customer(index) },
          origin: { createdAt: iso(opened), createdBy: ids.user(owner) },
        })),
      ),
    )
  })
}

async function makeFollowUps(ctx: Context, world: DemoWorld, from: number, to: number): Promise<void> {
  const { plan, ids } = world
  await inLots(plan.followUps, [from, to], async (items, then) => {
    await travel(ctx, then)
      .recordsNamed('follow_up')
      .createMany(
        items.map(({ item: { at, customer, contact, method, content, nextStep, nextAt }, index }) => {
          const by = ownerOf(world, customer)
          const known = (plan.customers[customer]?.contacts.length ?? 0) > contact
          const links = { customer: ids.customer(customer), contact: known ? ids.contact(customer, contact) : null, by }
          return {
            id: ids.other('followUp', index, at),
            input: { ...links, method, content, nextStep, nextAt, at: iso(at) },
            origin: { createdAt: iso(at), createdBy: by },
          }
        }),
      )
  })
}

async function makePurchases(ctx: Context, world: DemoWorld, from: number, to: number): Promise<void> {
  const { plan, ids } = world
  await inLots(plan.purchases, [from, to], async (items, then) => {
    await travel(ctx, then)
      .recordsNamed('purchase')
      .createMany(
        items.map(({ item: { at, customer, date, product, quantity, fen, summary }, index }) => ({
          id: ids.other('purchase', index, at),
          input: {
            customer: ids.customer(customer),
            product: ids.product(product),
            amount: { amount: fen, currency: 'CNY' },
            date,
            quantity,
            summary,
          },
          origin: { createdAt: iso(at), createdBy: ownerOf(world, customer) },
        })),
      )
  })
}

async function makeDetails(ctx: Context, world: DemoWorld, from: number, to: number): Promise<void> {
  const { plan, ids } = world
  await inLots(plan.details, [from, to], async (items, then) => {
    for (const [object, group] of Map.groupBy(items, ({ item }) => item.object)) {
      await travel(ctx, then)
        .recordsNamed(object)
        .createMany(
          group.map(({ item: { at, customer, input }, index }) => ({
            id: ids.other('detail', index, at),
            input: { ...input, customer: ids.customer(customer) },
            origin: { createdAt: iso(at), createdBy: ownerOf(world, customer) },
          })),
        )
    }
  })
}

/** Corrections are the owners' own: history tells who made them, when and why. */
async function makeChanges(ctx: Context, { plan, ids, staff }: DemoWorld, from: number, to: number): Promise<void> {
  for (const { at, customer, patch, reason } of plan.changes.slice(from, to)) {
    const owner = await actAs(ctx, staff(plan.customers[customer]?.owner ?? ''), at)
    await owner.recordsNamed('customer').update(ids.customer(customer), patch, { version: 1, reason })
  }
}

async function makeTasks(ctx: Context, { plan, ids, staff }: DemoWorld, from: number, to: number): Promise<void> {
  for (const [index, { at, assigner, customer, input }] of plan.tasks.slice(from, to).entries()) {
    const manager = await actAs(ctx, staff(assigner), at)
    const assignee = ids.user(plan.customers[customer]?.owner ?? '')
    const id = ids.other('task', from + index, at)
    await manager
      .recordsNamed('task')
      .createMany([{ id, input: { ...input, customer: ids.customer(customer), assignee } }])
  }
}
