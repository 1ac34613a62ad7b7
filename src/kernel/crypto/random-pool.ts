import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(8_192)
let used = pool.length

/** Random bytes, drawn many at a time: asking for twelve costs as much as asking for thousands. Each is given once. */
export function randomInto(target: Buffer, from: number, length: number): void {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  pool.copy(target, from, used, used + length)
  pool.fill(0, used, used + length)
  used += length
}
