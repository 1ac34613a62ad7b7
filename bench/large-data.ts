import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const checkout = join(import.meta.dirname, '..')

/** The folder that holds a list of this many customers; made once and kept. */
export async function largeData(rows: number): Promise<string> {
  const folder = join(checkout, '.cache/bench', String(rows))
  const whole = join(folder, 'whole')
  if (!existsSync(whole)) {
    await mkdir(folder, { recursive: true })
    await seed(join(folder, 'data'), rows)
    await writeFile(whole, '')
  }
  return join(folder, 'data')
}

async function seed(dataDir: string, rows: number): Promise<void> {
  const args = ['large', '--rows', String(rows), '--login', 'head', '--password', 'a-long-list-of-customers']
  const child = spawn(process.execPath, [join(checkout, 'src/cli/seed.ts'), ...args], {
    env: { ...process.env, DOSSIER_DATA: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The seed of ${rows} customers ended with ${code}`)
}
