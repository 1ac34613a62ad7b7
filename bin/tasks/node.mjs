import { spawn, spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { inCheckout } from './checkout.mjs'
import { Failure } from './failure.mjs'

const OLDEST_USABLE = 24
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** The Node that runs the server: the pinned one, else the present one when that is new enough. */
export function usableNode() {
  const pinned = pinnedNode()
  if (pinned) return pinned
  if (majorOf(process.version) >= OLDEST_USABLE) return process.execPath
  throw new Failure(
    `The pinned Node in node_modules does not run, and ${process.version} is too old for the server. ` +
      'Allow install scripts (npm config delete ignore-scripts), remove node_modules and start again, or install Node 24 or newer.',
  )
}

/**
 * Runs a program of ours on that Node. Where the system can, it takes the place of this process, so that signals reach
 * it at once and nothing is left behind; else signals and the exit code are passed on.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function runOnNode(args) {
  const [program, ...rest] = withoutCores([usableNode(), ...args])
  if (process.platform !== 'win32' && process.execve) process.execve(program, [program, ...rest], environment())
  const child = spawn(program, rest, { stdio: 'inherit', env: environment() })
  for (const signal of SIGNALS) process.on(signal, () => passOn(child, signal))
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
}

/**
 * The memory of the server holds keys: a process that breaks must not leave it in a core file.
 * @param {[string, ...string[]]} command
 * @returns {[string, ...string[]]}
 */
function withoutCores(command) {
  return process.platform === 'win32' ? command : ['/bin/sh', '-c', 'ulimit -c 0; exec "$0" "$@"', ...command]
}

/**
 * A terminal sends Ctrl-C to the child too; twice would mean "at once".
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function passOn(child, signal) {
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
}

function pinnedNode() {
  try {
    const pinned = realpathSync(inCheckout('node_modules/.bin/node'))
    if (pinned === realpathSync(process.execPath)) return pinned
    const { status, stdout } = spawnSync(pinned, ['--version'], { encoding: 'utf8' })
    return status === 0 && majorOf(stdout) >= OLDEST_USABLE ? pinned : undefined
  } catch {
    return undefined
  }
}

/** @param {string} version */
const majorOf = (version) => Number(version.slice(1).split('.')[0])

/** What has been compiled is kept: the next start is quicker and holds less memory. A folder that cannot be written is no harm. */
function environment() {
  const given = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return { NODE_COMPILE_CACHE: inCheckout('.cache', 'compiled'), ...Object.fromEntries(given) }
}
