import { expect, test } from 'vitest'
import { openTurns } from './turns.ts'

test('one person has some turns at once and waits for the next, another does not wait', async () => {
  const turns = openTurns({ atOnce: 2 })
  const ends = [await turns.take('wang'), await turns.take('wang')]
  const taken: string[] = []
  const third = turns.take('wang').then((end) => {
    taken.push('third')
    return end
  })
  const fourth = turns.take('wang').then((end) => {
    taken.push('fourth')
    return end
  })
  ;(await turns.take('li'))()
  expect(taken).toEqual([])
  ends[0]?.()
  ends[0]?.()
  await third
  await Promise.resolve()
  expect(taken).toEqual(['third'])
  ends[1]?.()
  await fourth
  for (const end of [await third, await fourth]) end()
  const again = await Promise.all([turns.take('wang'), turns.take('wang')])
  expect(again).toHaveLength(2)
})
