import { expect, test } from 'vitest'
import { mostDrawn, noRows, windowAround } from './row-window.ts'

const inSight = 20

/** Goes through a list by steps and tells how often rows were drawn anew; never are fewer than these drawn beyond the edge. */
function go(start: number, { steps, step }: { steps: number; step: number }) {
  let [drawn, changes, least, most] = [windowAround({ from: start, to: start + inSight }, noRows), 0, inSight, 0]
  for (let at = start, n = 0; n < steps; n++) {
    at += step
    const next = windowAround({ from: at, to: at + inSight }, drawn)
    if (next !== drawn) changes += 1
    drawn = next
    least = Math.min(least, drawn.to - at - inSight, at - drawn.from)
    most = Math.max(most, drawn.to - drawn.from)
  }
  return { changes, least, most }
}

test('rows are drawn many at once, well before they come in sight, whichever way one goes', () => {
  for (const step of [1, -1, 3, -3]) {
    const { changes, least, most } = go(1_000, { steps: 240 / Math.abs(step), step })
    expect(changes).toBeLessThan(20)
    expect(least).toBeGreaterThanOrEqual(8)
    expect(most).toBeLessThanOrEqual(mostDrawn(inSight))
  }
})

test('at the head of a list nothing is drawn above, and few rows below', () => {
  expect(windowAround({ from: 0, to: inSight }, noRows)).toEqual({ from: 0, to: inSight + 12 })
})

test('a place far away is drawn with rows on either side', () => {
  const far = windowAround({ from: 500, to: 520 }, { from: 0, to: 40 })
  expect(far).toEqual({ from: 488, to: 532 })
  expect(windowAround({ from: 495, to: 515 }, far)).toEqual({ from: 471, to: 527 })
})
