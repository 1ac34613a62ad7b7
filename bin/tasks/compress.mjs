import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TEXT = /\.(js|css|html|svg|json|webmanifest)$/
/** Smaller files gain nothing from it. */
const SMALLEST = 1_024

/**
 * Puts compressed copies beside the built files, once, so that no answer costs the server that work again.
 * @param {string} folder
 */
export function compressAll(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) compressAll(path)
    else if (TEXT.test(name) && statSync(path).size >= SMALLEST) compress(path)
  }
}

/** @param {string} path */
function compress(path) {
  const content = readFileSync(path)
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  // The highest quality takes ten times as long for two more percent.
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
}
