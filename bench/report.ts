import type { BenchResult, Figures } from './run-bench.ts'

const heading =
  '| operation | connections | requests/s | p50 ms | p95 ms | CPU ms: Node + PostgreSQL = all | aim | bare p50 / p95 ms | bare CPU ms | CPU: times bare |'
const rule = '|---|---|---|---|---|---|---|---|---|---|'

/** The figures as a Markdown table, one for each size of the list. */
export function report({ rows, figures, imported, memory }: BenchResult): string {
  const perSecond = Math.round(imported.rows / imported.seconds)
  const perRow = ((imported.worker + imported.postgres) / imported.rows) * 1000
  return [
    `### ${rows.toLocaleString('en')} customers`,
    '',
    heading,
    rule,
    ...figures.map(lineOf),
    '',
    `Import: ${imported.rows.toLocaleString('en')} rows in ${imported.seconds.toFixed(1)} s, ${perSecond} rows/s; CPU ${imported.worker.toFixed(1)} s of the worker and ${imported.postgres.toFixed(1)} s of PostgreSQL, ${perRow.toFixed(2)} ms a row.`,
    `Memory of the server: ${memory.start} MB at the start, ${memory.end} MB at the end.`,
  ].join('\n')
}

function lineOf({ name, aim, product, bare }: Figures): string {
  const spent = product.node + product.postgres
  const cells = [
    name,
    product.connections,
    Math.round(product.requests / product.seconds),
    product.p50.toFixed(1),
    product.p95.toFixed(1),
    `${product.node.toFixed(2)} + ${product.postgres.toFixed(2)} = ${spent.toFixed(2)}`,
    aim ?? '',
    bare ? `${bare.p50.toFixed(1)} / ${bare.p95.toFixed(1)}` : '',
    bare ? `${bare.node.toFixed(2)} + ${bare.postgres.toFixed(2)}` : '',
    bare ? (spent / (bare.node + bare.postgres)).toFixed(1) : '',
  ]
  return `| ${cells.join(' | ')} |`
}
