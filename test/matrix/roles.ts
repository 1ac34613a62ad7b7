import { type Actor, type Context, makeContext, noStanding } from '#kernel'
import type { House } from '#test/house'

export const roles = ['head', 'manager', 'clerk', 'other', 'nobody'] as const
export type Role = (typeof roles)[number]

/** The actor of a role. The other clerk and who has no role at all look at the clerk's records. */
export function actorContext(house: House, role: Role): Context {
  if (role === 'nobody') return nobody(house)
  return house.as(({ head: 'zhang', manager: 'chen', clerk: 'wang', other: 'li' } as const)[role])
}

function nobody({ kernel, people }: House): Context {
  const actor: Actor = {
    ...noStanding,
    id: people.sun.id,
    name: '无名',
    role: 'nobody',
    session: null,
    token: null,
    provenAt: null,
    locale: 'zh',
  }
  return makeContext({ kernel, actor, channel: 'api' })
}

/** Whose records a role meets as its own ones. */
export function subjectOf(house: House, role: Role): string {
  if (role === 'head') return house.people.zhang.id
  return role === 'manager' ? house.people.chen.id : house.people.wang.id
}
