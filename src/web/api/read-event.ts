export type StreamEvent = { id: string; event: string; data: string }

/** One block of a stream of server-sent events. Lines that begin with a colon say just that the stream is alive. */
export function eventIn(block: string): StreamEvent {
  const lines = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line))
  const told = (name: string): string => lines.flatMap((line) => (line?.[1] === name ? [line[2] ?? ''] : [])).join('\n')
  return { id: told('id'), event: told('event') || 'message', data: told('data') }
}
