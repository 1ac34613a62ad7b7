import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import pg from 'pg'
import type { Statement } from './statements.ts'

/** A handler with nothing but the statement: what the database and Node cost without the product. Address: `/<operation>/<n>`. */
const settings: { url: string; statements: Statement[][] } = JSON.parse(
  readFileSync(process.env.BENCH_STATEMENTS ?? '', 'utf8'),
)
const pool = new pg.Pool({ connectionString: settings.url, max: 16, options: '-c timezone=UTC' })

const server = createServer((request, response) => {
  const [, operation, n] = (request.url ?? '').split('/').map(Number)
  const statements = settings.statements[operation ?? 0] ?? []
  const statement = statements[(n ?? 0) % statements.length]
  run(statement).then(
    (answer) => response.setHeader('content-type', 'application/json').end(answer),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})

async function run(statement: Statement | undefined): Promise<string> {
  if (!statement) throw new Error('There is no such statement')
  const { text, values } = statement
  const { rows } = await pool.query(text, text.startsWith('insert ') ? withNewId(values) : [...values])
  return JSON.stringify({ items: rows })
}

/** The same row again, as another record: the array of ids comes first. */
function withNewId([_, ...others]: readonly unknown[]): unknown[] {
  return [[randomUUID()], ...others]
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) console.log(`ready at http://localhost:${address.port}`)
})
process.once('SIGTERM', () => process.exit(0))
