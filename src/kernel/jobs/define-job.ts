import type { Context } from '../context.ts'

export type Step<Place> = {
  place: Place
  done: number
  total: number | null
  finished: boolean
  /** Seconds before the next step: whatever it waits for is away. */
  pause?: number
}

/** What whoever started it may be told; `actor` is null where it is the house's own upkeep. */
export type EndedJob = { kind: string; actor: string | null; input: unknown; state: 'done' | 'failed' | 'cancelled' }

/**
 * Long work in steps. Each step runs in one transaction that also keeps the place it came to, so that after a kill
 * the work goes on behind its last whole step and no effect happens twice.
 */
export type Job<Input = unknown, Place = unknown> = {
  kind: string
  /** Where the work begins. */
  start(ctx: Context, input: Input): Promise<Place> | Place
  step(ctx: Context, input: Input, place: Place): Promise<Step<Place>>
  /** Whether what is left to do is owed also while its module is switched off, such as taking away in time what was made. Absent: it rests. */
  owed?(place: Place | null): boolean
  /** Runs once when the work has ended in any way. */
  ended?(ctx: Context, input: Input, state: 'done' | 'failed' | 'cancelled'): Promise<void>
}

export function defineJob<Input, Place>(job: Job<Input, Place>): Job {
  // Inputs and places are JSON that only the job itself reads back.
  return job as unknown as Job
}
