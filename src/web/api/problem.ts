import type { ProblemWire } from '#shared/wire'

/** The server's refusal: its sentence is `message`, in the reader's language. */
export class Problem extends Error {
  readonly wire: ProblemWire

  constructor(wire: ProblemWire) {
    super(wire.title)
    this.name = 'Problem'
    this.wire = wire
  }
}

/** No answer came: the server is down or the network is. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof Problem && error.wire.status === status
}

/** The record that stands for one that was merged. */
export function mergedInto(error: unknown): string | undefined {
  if (!(error instanceof Problem) || error.wire.code !== 'record.merged') return undefined
  const { into } = error.wire.params
  return typeof into === 'string' ? into : undefined
}
