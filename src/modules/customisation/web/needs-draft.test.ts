import { describe, expect, it } from 'vitest'
import { alwaysCell, cellOf, type Need, otherCases, withAlways, withCell } from './needs-draft.ts'

const tiers = ['vip', 'key', 'ordinary']
const by = (value: string, need: 'required' | 'recommended' | 'optional') => ({
  dimension: 'tier',
  values: tiers,
  value,
  need,
})
const words = (needs: readonly Need[]) => tiers.map((value) => cellOf(needs, 'tier', value).need)

describe('the needs of a field', () => {
  it('are turned for one value alone, and gathered by need', () => {
    const vip = withCell([], by('vip', 'required'))
    expect(vip).toEqual([{ need: 'required', when: { tier: 'vip' } }])
    const both = withCell(vip, by('key', 'required'))
    expect(both).toEqual([{ need: 'required', when: { tier: { in: ['vip', 'key'] } } }])
    expect(withCell(both, by('vip', 'recommended'))).toEqual([
      { need: 'required', when: { tier: 'key' } },
      { need: 'recommended', when: { tier: 'vip' } },
    ])
    expect(withCell(vip, by('vip', 'optional'))).toEqual([])
  })

  it('stay with the other values where one needs less than always', () => {
    const always: Need[] = [{ need: 'recommended' }]
    expect(words(always)).toEqual(['recommended', 'recommended', 'recommended'])
    const less = withCell(always, by('ordinary', 'optional'))
    expect(less).toEqual([{ need: 'recommended', when: { tier: { in: ['vip', 'key'] } } }])
    expect(words(withCell(always, by('vip', 'required')))).toEqual(['required', 'recommended', 'recommended'])
  })

  it('keep what no column tells, and show that there is more', () => {
    const mixed: Need[] = [
      { need: 'required', when: { tier: 'vip', type: 'company' } },
      { need: 'recommended', when: { tier: { notIn: ['ordinary'] } } },
    ]
    expect(otherCases(mixed, 'tier')).toEqual(mixed)
    expect(cellOf(mixed, 'tier', 'vip')).toEqual({ need: 'optional', inherited: true, varies: true })
    const turned = withCell(mixed, by('vip', 'required'))
    expect(turned).toEqual([{ need: 'required', when: { tier: 'vip' } }, ...mixed])
    expect(cellOf(turned, 'tier', 'vip')).toEqual({ need: 'required', inherited: false, varies: false })
    expect(alwaysCell(turned, 'tier')).toEqual({ need: 'optional', inherited: false, varies: true })
  })

  it('lose cases that ask for no more when the field is needed always', () => {
    const cases: Need[] = [
      { need: 'required', when: { tier: 'vip' } },
      { need: 'recommended', when: { tier: 'key' } },
    ]
    expect(withAlways(cases, 'recommended')).toEqual([{ need: 'recommended' }, cases[0]])
    expect(withAlways(cases, 'required')).toEqual([{ need: 'required' }])
    expect(withAlways([{ need: 'required' }, ...cases], 'optional')).toEqual(cases)
  })
})
