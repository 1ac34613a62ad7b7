import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { waitForLock } from '../../src/server/pid-lock.js'
import { capture, lastLines } from './capture.mjs'
import { CHECKOUT, inCheckout } from './checkout.mjs'
import { compressAll } from './compress.mjs'
import { asFailure, Failure } from './failure.mjs'
import { usableNode } from './node.mjs'

const STAMP = 'dist/web.stamp'
const SOURCES = ['index.html', 'vite.config.ts', 'tsconfig.web.json', 'package-lock.json', 'src', 'docs/user']
const NOT_WEB = /^src\/(server|kernel|cli)$|\.test\.tsx?$/

/** Builds the web application when its sources changed since the last build. */
export async function buildWebIfStale() {
  if (!existsSync(inCheckout('vite.config.ts')) || isFresh()) return
  try {
    const lock = await waitForLock(inCheckout('.cache/build.lock'), (pid) =>
      console.log(`Another start (process ${pid}) is building the web application; waiting for it.`),
    )
    await build().finally(lock.release)
  } catch (error) {
    throw asFailure(error, inCheckout('dist'))
  }
}

/**
 * The sources of the web application as one number.
 * @param {string} root
 */
export function webHash(root) {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesOf(root, source)))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function isFresh() {
  const stamp = inCheckout(STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === webHash(CHECKOUT)
}

async function build() {
  if (isFresh()) return
  console.log('Building the web application; this takes some seconds.')
  const begun = Date.now()
  const hash = webHash(CHECKOUT)
  rmSync(inCheckout(STAMP), { force: true })
  const { code, output } = await capture([usableNode(), inCheckout('node_modules/vite/bin/vite.js'), 'build'], {
    cwd: CHECKOUT,
    // Packages leave parts out, or put test parts in, by this word; what is built must not depend on who builds.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (code !== 0) {
    console.error(lastLines(output, 30))
    const full = /ENOSPC|no space left/i.test(output)
    throw new Failure(
      full
        ? `The disk that holds ${CHECKOUT} is full. Free some space and start again.`
        : 'The web application could not be built. The lines above say why; "git status" tells whether its sources were changed.',
    )
  }
  compressAll(inCheckout('dist/web'))
  mkdirSync(dirname(inCheckout(STAMP)), { recursive: true })
  writeFileSync(inCheckout(STAMP), hash)
  console.log(`The web application is built (${((Date.now() - begun) / 1000).toFixed(1)} s).`)
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found || NOT_WEB.test(path)) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(root, `${path}/${name}`))
}
