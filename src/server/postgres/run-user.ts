import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { StartFailure } from '../start-failure.ts'

/** The operating system's user that PostgreSQL runs as; it refuses to run as root. */
export type RunUser = { name: string; uid: number; gid: number }

const PREFERRED = ['postgres', 'nobody']
const OWN = 'dossier'

export const isRoot = (): boolean => process.getuid?.() === 0

/** Absent when this process is no root: then PostgreSQL runs as whoever started it. `owner` owns existing files. */
export function runUser(owner?: number): RunUser | undefined {
  if (!isRoot()) return undefined
  const users = readUsers()
  const found =
    (owner ? users.find((user) => user.uid === owner) : undefined) ??
    PREFERRED.concat(OWN).flatMap((name) => users.find((user) => user.name === name) ?? [])[0]
  return found ?? createUser()
}

/** Whether that user can enter the folder or read the file: asked of the system, as modes alone do not tell. */
export function canReach(user: RunUser | undefined, path: string): boolean {
  if (!user) return true
  const script = 'if test -d "$0"; then test -x "$0"; else test -r "$0"; fi'
  return spawnSync('/bin/sh', ['-c', script, path], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0
}

function readUsers(): RunUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0)
}

function createUser(): RunUser {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN])
  const created = readUsers().find((user) => user.name === OWN)
  if (created) return created
  throw new StartFailure(
    'PostgreSQL does not run as root, and no other user could be made for it.',
    `Add one with "useradd --system ${OWN}", or start as an ordinary user.`,
  )
}
