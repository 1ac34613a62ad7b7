import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mutant } from './mutant.ts'

const checkout = join(import.meta.dirname, '../..')
const copied = [
  'src',
  'test',
  'db',
  'docs',
  'bin',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'vite.config.ts',
]

export type Scratch = { folder: string; remove(): Promise<void> }

/** A copy of the product in which something may be broken. */
export async function makeScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-mutants-'))
  for (const path of copied) await cp(join(checkout, path), join(folder, path), { recursive: true })
  await symlink(join(checkout, 'node_modules'), join(folder, 'node_modules'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Where the text of a mutant stands, and how often: once, or the mutant is of no use. */
export async function placesOf({ file, from }: Mutant, folder = checkout): Promise<number> {
  return (await readFile(join(folder, file), 'utf8')).split(from).length - 1
}

/** Breaks the copy, runs the tests, and mends it. True where a test went red. */
export async function isCaught({ folder }: Scratch, { file, from, to, tests }: Mutant): Promise<boolean> {
  const path = join(folder, file)
  const whole = await readFile(path, 'utf8')
  // A function, as `$` means something in a text to replace by.
  await writeFile(
    path,
    whole.replace(from, () => to),
  )
  try {
    return (await run(folder, tests)) !== 0
  } finally {
    await writeFile(path, whole)
  }
}

/** Whether these tests are green in the copy as it is. */
export async function isWhole({ folder }: Scratch, tests: readonly string[]): Promise<boolean> {
  return (await run(folder, tests)) === 0
}

function run(folder: string, tests: readonly string[]): Promise<number> {
  const vitest = [join(folder, 'node_modules/.bin/vitest'), 'run', '--project', 'unit', '--bail', '1', ...tests]
  const child = spawn(process.execPath, vitest, { cwd: folder, stdio: 'ignore', env: { ...process.env, VITEST: '' } })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
