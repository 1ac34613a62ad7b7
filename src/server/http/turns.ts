import { AppError } from '#shared/app-error'

/** How many requests of one person are worked on at once; more of them wait, so that others need not. */
const mostAtOnce = 12
/** How many of these wait. Each holds its body in memory, and whoever sends more than that has stopped reading answers. */
const mostWaiting = 100
/** By then some of those that wait have had their turn, unless each takes as long as a statement may. */
const comeAgainSeconds = 5

export type Turns = {
  /** Resolves when it is the person's turn; what it answers with ends that. Refuses with 429 where too many wait already. */
  take(person: string): Promise<() => void>
}

type Queue = { running: number; waiting: (() => void)[] }

export function openTurns({ atOnce = mostAtOnce, waiting = mostWaiting } = {}): Turns {
  const queues = new Map<string, Queue>()
  const leave = (person: string, queue: Queue): void => {
    const next = queue.waiting.shift()
    if (next) next()
    else if (--queue.running === 0) queues.delete(person)
  }
  return {
    take: async (person) => {
      const queue = queues.get(person) ?? { running: 0, waiting: [] }
      queues.set(person, queue)
      if (queue.running < atOnce) queue.running++
      else if (queue.waiting.length >= waiting)
        throw new AppError(429, 'request.too_many', { params: { seconds: comeAgainSeconds } })
      else await new Promise<void>((resolve) => queue.waiting.push(resolve))
      let isOver = false
      return () => {
        if (!isOver) leave(person, queue)
        isOver = true
      }
    },
  }
}
