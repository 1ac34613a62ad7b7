import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { signingKeyHolder } from '#kernel'
import { isRoot } from './postgres/run-user.ts'

export type SealerUser = { uid: number; gid: number }

const name = 'dossier-sealer'

/** The system user that holds the key of the seals; only root can have one made, and only root can run as it. */
export function findSealerUser(): SealerUser | undefined {
  if (!isRoot()) return undefined
  const known = lookUp()
  if (known) return known
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
  return lookUp()
}

/** Whether the seals are made by that user: where they cannot reach what they need, whoever starts the server keeps the key. */
export async function isSealerApart(trailKeys: string): Promise<boolean> {
  const known = lookUp()
  return known !== undefined && (await signingKeyHolder(trailKeys)) === known.uid
}

function lookUp(): SealerUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}
