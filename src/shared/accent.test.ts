import { describe, expect, it } from 'vitest'
import { accentIn, contrastOf, contrastOn, nearestAccent, shadesOf, softOf } from './accent.ts'

describe('an accent', () => {
  it('that can be read stays as it is, and one that cannot becomes the nearest that can', () => {
    expect(nearestAccent('#3457d5')).toBe('#3457d5')
    expect(nearestAccent('#b3261e')).toBe('#b3261e')
    const yellow = nearestAccent('#ffd400') ?? expect.fail('no colour')
    expect(yellow).not.toBe('#ffd400')
    expect(nearestAccent(yellow)).toBe(yellow)
  })

  it.each(['red', '#FFF', '#12345', 'url(#x)', '#3457D5', ''])('is no colour: %j', (text) => {
    expect(nearestAccent(text)).toBeUndefined()
  })

  it('is lighter on a dark page, where all its shades can be read too', () => {
    expect(accentIn('#3457d5', 'dark')).not.toBe('#3457d5')
    expect(accentIn('#000000', 'light')).toBe('#000000')
    for (const colour of ['#3457d5', '#000000', '#b3261e', '#146c3d', '#5b3bb5']) {
      const dark = accentIn(colour, 'dark')
      expect(accentIn(dark, 'dark')).toBe(dark)
      const { hover, active } = shadesOf(dark, 'dark')
      for (const shade of [hover, active]) expect(accentIn(shade, 'dark')).toBe(shade)
    }
  })

  it('stands on a soft ground of its own', () => {
    expect(softOf('#3457d5', 'light')).toBe('#eff2fc')
  })

  it('is never so strong a ground that what matters less could not be read on it', () => {
    for (const colour of ['#000000', '#3457d5', '#b3261e', '#ffd400', '#00ff00'])
      for (const mode of ['light', 'dark'] as const) {
        const ground = softOf(accentIn(colour, mode), mode)
        const [text, others] = mode === 'light' ? ['#6d6d78', '#ffffff'] : ['#93939f', '#151619']
        expect(ground).not.toBe(others)
        expect(contrastOf(text, ground)).toBeGreaterThanOrEqual(4.5)
      }
  })

  it('says how well it can be read where it is read worst', () => {
    expect(contrastOn('#000000', 'light')).toBeGreaterThan(15)
    expect(contrastOn('#ffd400', 'light')).toBeLessThan(1.5)
  })
})
