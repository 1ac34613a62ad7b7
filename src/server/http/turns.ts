/** How many requests of one person are worked on at once; more of them wait, so that others need not. */
const mostAtOnce = 12

export type Turns = {
  /** Resolves when it is the person's turn; what it answers with ends that. */
  take(person: string): Promise<() => void>
}

type Queue = { running: number; waiting: (() => void)[] }

export function openTurns(most = mostAtOnce): Turns {
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
      if (queue.running < most) queue.running++
      else await new Promise<void>((resolve) => queue.waiting.push(resolve))
      let isOver = false
      return () => {
        if (!isOver) leave(person, queue)
        isOver = true
      }
    },
  }
}
