import type { OperatorName } from '#shared/filter'
import type { Context } from '../context.ts'
import type { Kind, Parsed } from './kind.ts'

const momentField = { label: { zh: '时间', en: 'Time' }, level: 1, sealed: false, options: {} } as const

/** The moments that the kernel notes of every record are read as those of a field are; with an operator, as its argument. */
export function readMoment(ctx: Context, input: unknown, operator?: OperatorName): Parsed<unknown> {
  const kind: Kind | undefined = Object.values(ctx.kernel.kinds).find(
    ({ columns }) => columns[0]?.[1] === 'timestamptz',
  )
  if (!kind) return { value: null }
  const field = { ...momentField, kind: kind.name }
  const env = ctx.parseEnv()
  return (operator && kind.parseArgument?.(operator, input, field, env)) ?? kind.parse(input, field, env)
}
