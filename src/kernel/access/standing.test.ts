import { describe, expect, it } from 'vitest'
import type { FieldAccess } from '#shared/wire'
import type { ObjectType } from '../object/object-type.ts'
import type { Role } from './role.ts'
import { standingOf } from './standing.ts'

const label = { zh: '角色', en: 'Role' }
const nothing: Role = {
  code: 'r',
  label,
  class: 'business',
  clearance: 1,
  plain: 1,
  duties: [],
  purposes: [],
  grants: [],
}
const keys = { own: [7], unit: [], below: [], chosen: () => [], units: [] }
// Of a type, a standing reads these three alone.
const type = { name: 'thing', guarded: true, policy: { area: 'files' } } as unknown as ObjectType
const standing = (roles: readonly Partial<Role>[], cap?: 1 | 2 | 3) =>
  standingOf(
    roles.map((role) => ({ ...nothing, ...role })),
    keys,
    { types: [type], cap },
  )

describe('what several roles add up to', () => {
  it('is the highest of their levels, but no higher than the person is cleared for', () => {
    const roles = [{ clearance: 1, plain: 3 } as const, { clearance: 3, plain: 1 } as const]
    expect(standing(roles)).toMatchObject({ clearance: 3, plain: 3 })
    expect(standing(roles, 2)).toMatchObject({ clearance: 2, plain: 2 })
  })

  it('is the strictest of what they say of a field', () => {
    const says = (...said: FieldAccess[]) =>
      standing(said.map((access) => ({ fields: [{ object: 'thing', field: 'f', access }] }))).fieldRule(type, 'f')
    expect(says('edit', 'read')).toBe('read')
    expect(says('read', 'masked', 'edit')).toBe('masked')
    expect(says('masked', 'hidden')).toBe('hidden')
    expect(says()).toBeUndefined()
  })

  it('is every grant, unless one of them denies', () => {
    const grant = { objects: ['area:files'], rights: ['read'], scope: 'own' } as const
    expect(standing([{}, { grants: [grant] }]).reach(type, 'read')).toEqual([7])
    expect(standing([{ grants: [{ ...grant, deny: true }] }, { grants: [grant] }]).reach(type, 'read')).toBeNull()
  })
})
