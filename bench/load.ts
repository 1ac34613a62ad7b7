import { Agent, request } from 'node:http'

export type Call = {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body?: string
}

/** What a load was answered; milliseconds. */
export type Answered = { requests: number; seconds: number; p50: number; p95: number }

/** Keeps a number of connections busy for some seconds; any answer that is no success ends the run. */
export async function load(
  address: string,
  options: { connections: number; seconds: number; call(n: number): Call },
): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
  const times: number[] = []
  const began = performance.now()
  let next = 0
  const work = async (): Promise<void> => {
    while (performance.now() - began < options.seconds * 1000) {
      const call = options.call(next++)
      const asked = performance.now()
      await send(agent, address, call)
      times.push(performance.now() - asked)
    }
  }
  try {
    await Promise.all(Array.from({ length: options.connections }, work))
  } finally {
    agent.destroy()
  }
  times.sort((a, b) => a - b)
  const quantile = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return {
    requests: times.length,
    seconds: (performance.now() - began) / 1000,
    p50: quantile(0.5),
    p95: quantile(0.95),
  }
}

export function send(agent: Agent, address: string, { method, path, headers, body }: Call): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, address), { agent, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const status = answer.statusCode ?? 0
        if (status < 300) resolve()
        else reject(new Error(`${method} ${decodeURIComponent(path)} -> ${status}: ${Buffer.concat(chunks)}`))
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
