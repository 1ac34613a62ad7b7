/** Why a start cannot go on: one sentence with the reason and the fix, for the terminal. */
export class StartFailure extends Error {
  readonly reason: string
  readonly fix: string

  constructor(reason: string, fix: string, cause?: unknown) {
    super(`${reason} ${fix}`, { cause })
    this.name = 'StartFailure'
    this.reason = reason
    this.fix = fix
  }
}

/** The code that Node or PostgreSQL gave an error (ENOSPC, 28P01), or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Whether this came of a disk without space, ours or PostgreSQL's, be it through other errors. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && (['ENOSPC', 'EDQUOT', '53100'].includes(codeOf(error)) || isDiskFull(error.cause))
}

/** Turns a full disk, a missing right and the like into a StartFailure; other errors stay as they are. */
export function asStartFailure(error: unknown, place: string): unknown {
  const code = codeOf(error)
  if (isDiskFull(error))
    return new StartFailure(`The disk that holds ${place} is full.`, 'Free some space and start again.', error)
  if (code === 'EROFS')
    return new StartFailure(
      `${place} is on a read-only disk.`,
      'Set DOSSIER_DATA to a folder that can be written.',
      error,
    )
  if (code === 'EACCES' || code === 'EPERM')
    return new StartFailure(
      `No permission to write in ${place}.`,
      'Start as the user who owns it, or set DOSSIER_DATA to a folder of your own.',
      error,
    )
  // Node says ENOENT where a folder cannot be made on a read-only disk.
  if (error instanceof Error && 'syscall' in error && error.syscall === 'mkdir')
    return new StartFailure(
      `The folder ${place} cannot be made.`,
      'Set DOSSIER_DATA to a folder that can be written.',
      error,
    )
  return error
}
