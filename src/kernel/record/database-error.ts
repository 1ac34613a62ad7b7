import { AppError } from '#shared/app-error'

/** Translates what PostgreSQL refuses into the product's own codes; in this one place. */
export function databaseError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === '23503') return new AppError(409, 'record.in_use', { params: { object: tableOf(error) }, cause: error })
  // A data exception: a value that passed for well formed and that PostgreSQL cannot read, such as a made-up cursor.
  if (code.startsWith('22'))
    return new AppError(400, 'request.invalid', { params: { detail: `data exception ${code}` }, cause: error })
  if (code === '23505') return new AppError(422, 'field.taken', { cause: error })
  if (code === '42501') return new AppError(403, 'access.forbidden', { cause: error })
  if (code === '57014') return new AppError(503, 'request.too_costly', { cause: error })
  if (code === '55P03') return new AppError(503, 'server.unavailable', { cause: error })
  return error
}

function tableOf(error: Error): string {
  return 'table' in error && typeof error.table === 'string' ? error.table : ''
}
