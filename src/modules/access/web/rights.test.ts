import { describe, expect, it } from 'vitest'
import {
  cellOf,
  type Grant,
  grantsOf,
  pressed,
  refusedRows,
  rightsOf,
  withCell,
  withLine,
  withoutLine,
  withScope,
} from './rights.ts'

const clerk: readonly Grant[] = [
  { objects: ['area:files', 'area:parts'], rights: ['read', 'create'], scope: 'own' },
  { objects: ['area:files'], rights: ['read'], scope: 'below' },
  { objects: ['customer'], rights: ['export'], scope: 'all', deny: true },
]
const customer = { name: 'customer', area: 'area:files' }
const first = 'own'

describe('the rights of a role as a table', () => {
  it('say the same as the grants, whatever the order in which these came', () => {
    const rights = rightsOf(clerk)
    expect(grantsOf(rights)).toEqual(grantsOf(rightsOf(clerk.toReversed())))
    expect(rightsOf(grantsOf(rights))).toEqual(rights)
    expect(rights['area:files']?.reaches).toHaveLength(2)
  })

  it('show on an object what its area says, until the object speaks for itself', () => {
    const rights = rightsOf(clerk)
    expect(cellOf(rights, customer, 'create')).toEqual({ state: 'allowed', inherited: true })
    expect(cellOf(rights, customer, 'delete')).toEqual({ state: 'none', inherited: false })
    expect(cellOf(rights, customer, 'export')).toEqual({ state: 'denied', inherited: false })
    const denied = rightsOf([...clerk, { objects: ['area:files'], rights: ['read'], scope: 'all', deny: true }])
    const stated = withCell(denied, { line: customer, right: 'read', state: 'allowed', first })
    expect(cellOf(stated, customer, 'read')).toEqual({ state: 'denied', inherited: true })
  })

  it('turn with each press: allowed, denied, nothing; what an area gives is only taken away', () => {
    const press = (rights = rightsOf(clerk), right: 'delete' | 'create' = 'delete') =>
      withCell(rights, { line: customer, right, state: pressed(rights, customer, right), first })
    const once = press()
    expect(cellOf(once, customer, 'delete')).toEqual({ state: 'allowed', inherited: false })
    const twice = press(once)
    expect(cellOf(twice, customer, 'delete').state).toBe('denied')
    expect(cellOf(press(twice), customer, 'delete').state).toBe('none')
    const taken = press(rightsOf(clerk), 'create')
    expect(cellOf(taken, customer, 'create').state).toBe('denied')
    expect(cellOf(press(taken, 'create'), customer, 'create')).toEqual({ state: 'allowed', inherited: true })
  })

  it('reach differently far for different rights, line by line', () => {
    const wider = withLine(rightsOf([{ objects: ['task'], rights: ['update'], scope: 'own' }]), 'task', 'all')
    const rights = withCell(wider, { line: { name: 'task', at: 1 }, right: 'read', state: 'allowed', first })
    expect(grantsOf(rights)).toEqual([
      { objects: ['task'], rights: ['update'], scope: 'own' },
      { objects: ['task'], rights: ['read'], scope: 'all' },
    ])
    const chosen = withScope(rights, { name: 'task', at: 1 }, 'chosen', ['north'])
    expect(grantsOf(chosen)).toContainEqual({ objects: ['task'], rights: ['read'], scope: 'chosen', units: ['north'] })
    expect(grantsOf(withoutLine(chosen, { name: 'task', at: 1 }))).toHaveLength(1)
  })

  it('name the rows that the server refused', () => {
    expect(refusedRows(clerk, 'grants.0.objects.1')).toEqual(['area:parts'])
    expect(refusedRows(clerk, 'grants.0.units.3')).toEqual(['area:files', 'area:parts'])
    expect(refusedRows(clerk, 'clearance')).toEqual([])
  })
})
