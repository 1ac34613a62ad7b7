import { codeOf, StartFailure } from '../start-failure.ts'
import { databaseProblem, readFacts } from './database-facts.ts'
import type { RunningDatabase } from './running-database.ts'
import { withClient } from './with-client.ts'

const HINTS: Record<string, { reason: string; fix: string }> = {
  ECONNREFUSED: { reason: 'nothing answers there', fix: 'Start that PostgreSQL, or correct host and port.' },
  ENOTFOUND: { reason: 'its host is not known', fix: 'Correct the host.' },
  EAI_AGAIN: { reason: 'its host could not be looked up', fix: 'Check the network, or correct the host.' },
  '28P01': { reason: 'the password is wrong', fix: 'Correct user and password.' },
  '28000': {
    reason: 'the server does not let this user in',
    fix: 'Correct the user, or the pg_hba.conf of the server.',
  },
  '3D000': { reason: 'there is no such database', fix: 'Create it, or correct its name.' },
  '53300': { reason: 'the server has no connection left', fix: 'Raise its max_connections.' },
}

/** Checks that the database behind DATABASE_URL can carry Dossier. It is neither started nor stopped here. */
export async function connectExternal(url: string): Promise<RunningDatabase> {
  const facts = await withClient(url, readFacts).catch((error: unknown) => {
    throw unreachable(url, error)
  })
  const problem = databaseProblem(facts)
  if (problem) throw problem
  return { url, embedded: false, version: facts.version, stop: async () => undefined }
}

function unreachable(url: string, error: unknown): StartFailure {
  const hint = HINTS[codeOf(error)]
  const told = error instanceof Error ? error.message : String(error)
  return new StartFailure(
    `The database of DATABASE_URL (${withoutPassword(url)}) cannot be used: ${hint?.reason ?? told}.`,
    hint?.fix ?? 'Correct DATABASE_URL, or unset it to use the embedded PostgreSQL.',
    error,
  )
}

function withoutPassword(url: string): string {
  const shown = new URL(url)
  return `${shown.protocol}//${shown.username}@${shown.host}${shown.pathname}`
}
