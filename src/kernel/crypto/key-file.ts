import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { KeyProblem } from './key-problem.ts'
import { makeMasterSecret } from './master-key.ts'

/** What stands outside the database: secrets of the masters and of the blind index, the newest first. */
export type KeySecrets = {
  /** Bound into every sealed value, so that none of another house opens here. */
  house: string
  masters: readonly Buffer[]
  index: readonly Buffer[]
  /** Values from before there were keys may still be read; taken away once all are sealed, and never given back. */
  plain: boolean
  /** Rows from before there were proofs may lack one; taken away once all have theirs, and never given back. */
  unproven: boolean
  /** When the recovery sheets of the newest master were shown, and when somebody answered for it that both are kept. */
  sheetShownAt: string | null
  sheetKeptAt: string | null
}

/** Sheets that were shown before say nothing any more of what the file holds. */
export const voidSheets = { sheetShownAt: null, sheetKeptAt: null }

const format = 1
const othersMayRead = 0o077

export function keyFileIn(folder: string): string {
  return join(folder, 'dossier.key')
}

/** Reads the key file; absent = none has been made. What others can read is not a secret and is refused. */
export async function readKeyFile(folder: string): Promise<KeySecrets | undefined> {
  const path = keyFileIn(folder)
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw unreadable(path, error)
  })
  if (!facts) return undefined
  if (facts.mode & othersMayRead)
    throw new KeyProblem(
      `The key file ${path} can be read by other users of this computer.`,
      `Take their rights away: chmod 600 ${path}. Whoever may have copied it can open a stolen database: rotate the master key then.`,
    )
  return parse(await readFile(path, 'utf8').catch((error) => Promise.reject(unreadable(path, error))), path)
}

function unreadable(path: string, cause: unknown): KeyProblem {
  return new KeyProblem(`The key file ${path} cannot be read.`, 'Start as the user who owns it.', cause)
}

function parse(text: string, path: string): KeySecrets {
  try {
    const read = JSON.parse(text)
    const secrets = (list: unknown): Buffer[] => (list as string[]).map((secret) => Buffer.from(secret, 'base64'))
    const masters = secrets(read.masters)
    const index = secrets(read.index)
    if (read.format !== format || ![...masters, ...index].every(({ length }) => length === 32) || !masters.length)
      throw new Error('format')
    const { sheetShownAt, sheetKeptAt = null } = read
    const [plain, unproven] = [read.plain === true, read.unproven !== false]
    return { house: String(read.house), masters, index, plain, unproven, sheetShownAt, sheetKeptAt }
  } catch (cause) {
    throw new KeyProblem(
      `The key file ${path} is damaged.`,
      'Put back the copy that you keep, or make it again from the two recovery sheets: npx dossier keys recover.',
      cause,
    )
  }
}

/** `plain`: for a house that kept data before there were keys. */
export function makeSecrets({ plain }: { plain: boolean }): KeySecrets {
  return {
    house: randomUUID(),
    masters: [makeMasterSecret()],
    index: [randomBytes(32)],
    plain,
    unproven: plain,
    ...voidSheets,
  }
}

/** Makes the file of a new house; where another start was quicker, that one's counts. */
export async function createKeyFile(folder: string, secrets: KeySecrets): Promise<KeySecrets> {
  const temporary = await writeBeside(folder, secrets)
  try {
    await link(temporary, keyFileIn(folder))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(temporary, { force: true })
  }
  await syncFolder(folder)
  return (await readKeyFile(folder)) ?? secrets
}

/** Exchanges the whole file at once: after a kill it is the old one or the new one. */
export async function replaceKeyFile(folder: string, secrets: KeySecrets): Promise<void> {
  await rename(await writeBeside(folder, secrets), keyFileIn(folder))
  await syncFolder(folder)
}

async function writeBeside(folder: string, { masters, index, ...facts }: KeySecrets): Promise<string> {
  // Others may pass through it, as the trail's sealer has a key in it too; none may look around.
  await mkdir(folder, { recursive: true, mode: 0o711 })
  const temporary = `${keyFileIn(folder)}.${randomUUID()}`
  const handle = await open(temporary, 'wx', 0o600)
  try {
    const encoded = { format, ...facts, masters: masters.map(base64), index: index.map(base64) }
    await handle.writeFile(`${JSON.stringify(encoded, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return temporary
}

function base64(secret: Buffer): string {
  return secret.toString('base64')
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
