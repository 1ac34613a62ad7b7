import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Writes into the worker which build it belongs to: a browser takes another worker, and lets go of the files of the one before,
 * only where its text differs.
 */
export function stampWorker(): Plugin {
  return {
    name: 'stamp-worker',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const hash = createHash('sha256').update(Object.keys(bundle).sort().join())
      for (const name of readdirSync(dir).sort())
        if (!(name in bundle) && name !== 'assets') hash.update(readFileSync(join(dir, name)))
      const path = join(dir, 'worker.js')
      writeFileSync(path, readFileSync(path, 'utf8').replace('unstamped', hash.digest('hex').slice(0, 12)))
    },
  }
}
