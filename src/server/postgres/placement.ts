import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, statSync } from 'node:fs'
import { mkdir, realpath, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { StartFailure } from '../start-failure.ts'
import { type Binaries, program } from './binaries.ts'
import { canReach, type RunUser, runUser } from './run-user.ts'
import { failureFrom } from './server-output.ts'

/** Where the cluster and the binaries of one data folder are, and as whom PostgreSQL runs there. */
export type Place = { cluster: string; binaries: string; user?: RunUser }

type Request = { dataDir: string; binaries: Binaries; report: (line: string) => void; homes?: string[] }

const ROOT = { uid: 0, gid: 0 }
const REACHABLE_HOMES = ['/var/lib', '/opt', '/srv']

/** The name under which a data folder knows its cluster: the cluster itself, or a link to it. */
export const clusterName = (dataDir: string): string => join(dataDir, 'postgres')

/**
 * Chooses the place: the data folder and node_modules themselves, but where root started and the database's user
 * cannot reach these, a folder of its own that it can reach. The parents' modes are never touched.
 */
export async function choosePlace(request: Request): Promise<Place> {
  const name = clusterName(request.dataDir)
  await finishMove(name)
  const existing = await existingCluster(name)
  const user = runUser(existing ? statSync(existing).uid : undefined)
  if (existing && user && statSync(existing).uid === 0) own(existing, user)
  const binaries = await reachableBinaries(user, request)
  if (existing && existing !== name) request.report(`The database's files are in ${existing}.`)
  if (canReach(user, existing ?? request.dataDir)) return { cluster: existing ?? name, binaries, user }
  const cluster = join(await reachableHome(user, request), `postgres-${Date.now().toString(36)}`)
  request.report(`User ${user?.name} cannot reach ${request.dataDir}: the database's files are in ${cluster}.`)
  if (existing) await moveCluster(name, cluster, user)
  return { cluster, binaries, user }
}

/** Leaves a link in the data folder to a cluster that stands elsewhere. */
export async function linkCluster(dataDir: string, cluster: string): Promise<void> {
  const name = clusterName(dataDir)
  if (cluster !== name && !existsSync(name)) await symlink(cluster, name)
}

function own(path: string, user: Pick<RunUser, 'uid' | 'gid'>): void {
  command('chown', '-R', `${user.uid}:${user.gid}`, path)
}

function copy(from: string, to: string): void {
  command('cp', '-a', from, to)
}

function command(name: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(name, args, { encoding: 'utf8' })
  if (status !== 0) throw failureFrom(stderr, args.at(-1) ?? '', `"${name} ${args.join(' ')}" failed`)
}

async function existingCluster(name: string): Promise<string | undefined> {
  if (existsSync(name)) return await realpath(name)
  if (!lstatSync(name, { throwIfNoEntry: false })) return undefined
  throw new StartFailure(
    `${name} is a link to the database's files, but these are gone.`,
    'Put them back from a backup, or remove the link to begin with an empty database.',
  )
}

async function reachableBinaries(user: RunUser | undefined, request: Request): Promise<string> {
  const { folder, version } = request.binaries
  if (canReach(user, program(folder, 'postgres'))) return folder
  const copied = join(await reachableHome(user, request), `binaries-${version}`)
  if (!existsSync(copied)) {
    request.report(`User ${user?.name} cannot reach ${folder}: PostgreSQL is copied to ${copied}.`)
    await rm(`${copied}.making`, { recursive: true, force: true })
    copy(folder, `${copied}.making`)
    // The checkout may belong to anybody; what the database runs as another user may not.
    own(`${copied}.making`, ROOT)
    await rename(`${copied}.making`, copied)
  }
  return copied
}

async function reachableHome(
  user: RunUser | undefined,
  { dataDir, homes = REACHABLE_HOMES }: Request,
): Promise<string> {
  const name = `dossier-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`
  for (const home of homes) {
    const folder = join(home, name)
    const made = await mkdir(folder, { recursive: true, mode: 0o755 }).then(
      () => true,
      () => false,
    )
    if (made && canReach(user, folder)) return folder
  }
  throw new StartFailure(
    `PostgreSQL has to run as user ${user?.name}, who reaches neither ${dataDir} nor ${homes.join(', ')}.`,
    'Move Dossier to a folder that every user may enter, or start it as an ordinary user.',
  )
}

/** A copy first and the original away last, so that a killed move leaves one whole cluster under the name. */
async function moveCluster(name: string, cluster: string, user: RunUser | undefined): Promise<void> {
  await rm(`${cluster}.making`, { recursive: true, force: true })
  copy(await realpath(name), `${cluster}.making`)
  if (user) own(`${cluster}.making`, user)
  await rename(`${cluster}.making`, cluster)
  await rename(name, aside(name))
  await symlink(cluster, name)
  await finishMove(name)
}

async function finishMove(name: string): Promise<void> {
  if (existsSync(name)) await rm(aside(name), { recursive: true, force: true })
  else if (existsSync(aside(name))) await rename(aside(name), name)
}

const aside = (name: string): string => `${name}.moved`
