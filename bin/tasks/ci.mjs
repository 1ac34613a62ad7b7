import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { checkBoundaries } from './boundaries.mjs'
import { capture } from './capture.mjs'
import { CHECKOUT, inCheckout } from './checkout.mjs'
import { Failure } from './failure.mjs'
import { usableNode } from './node.mjs'
import { tool } from './tool.mjs'
import { buildWebIfStale } from './web-build.mjs'

export const help = `bin/ci
Checks everything, first what is written and then what it does, and stops when a step has failed. "npm test" installs what it needs first.`

/** @typedef {{ passed: number, failed: number }} Totals */
/** @typedef {{ name: string, run: () => Promise<Totals | void>, unless?: () => string }} Step */

const DEBIAN = '/usr/lib/postgresql'
const RECORD_ROOMS = ['test/record', 'src/modules/customisation', 'src/modules/staff']

/** @type {Step[]} What takes one core each goes side by side, the longest first. */
const AT_REST = [
  { name: 'types of the pages', run: () => quietly('tsc', '-p', 'tsconfig.web.json') },
  { name: 'types of the server', run: () => quietly('tsc', '-p', 'tsconfig.server.json') },
  { name: 'boundaries, with a seeded violation of each', run: checkBoundaries },
  { name: 'format and lint', run: () => quietly('biome', 'check') },
  { name: 'build of the pages', run: buildWebIfStale },
  { name: 'nothing unused', run: () => quietly('knip') },
]
const SIDE_BY_SIDE = 2

/** They wait for the database a third of their time; what the browser does takes a core for each worker. */
const MORE_THAN_CORES = 3

/** @type {Step[]} */
const AT_WORK = [
  { name: 'tests', run: () => tests('unit', { workers: MORE_THAN_CORES }) },
  {
    name: "record tests on Debian's PostgreSQL, without superuser",
    run: () => tests('unit', { launcher: [usableNode(), 'test/support/debian-postgres.ts'], rooms: RECORD_ROOMS }),
    unless: () => (existsSync(DEBIAN) ? '' : 'it is not installed'),
  },
  { name: 'journeys in the browser', run: () => tests('e2e') },
]

export async function main() {
  const totals = { passed: 0, failed: 0 }
  const add = (/** @type {Totals} */ { passed, failed }) => {
    totals.passed += passed
    totals.failed += failed
  }
  const waiting = [...AT_REST]
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) add(await take(step))
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
  for (const step of AT_WORK) if (totals.failed === 0) add(await take(step))
  console.log(`${totals.passed} passed, ${totals.failed} failed`)
  return totals.failed > 0 ? 1 : 0
}

/**
 * @param {Step} step
 * @returns {Promise<Totals>}
 */
async function take({ name, run, unless }) {
  const obstacle = unless?.()
  if (obstacle) {
    console.log(`- ${name}: not run, ${obstacle}`)
    return { passed: 0, failed: 0 }
  }
  const begun = Date.now()
  const totals = await run().catch((error) => {
    console.error(error instanceof Failure ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  const { passed, failed } = totals ?? { passed: 1, failed: 0 }
  console.log(`${failed ? '✗' : '✓'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
  return { passed, failed }
}

/**
 * Runs a tool that has something to say only when it fails.
 * @param {string} name
 * @param {string[]} args
 */
async function quietly(name, ...args) {
  const { code, output } = await capture([...tool(name), ...args], { cwd: CHECKOUT })
  if (code !== 0) throw new Failure(output.trim())
}

/**
 * @param {string} project
 * @param {{ launcher?: string[], rooms?: string[], workers?: number }} [options]
 * @returns {Promise<Totals>}
 */
async function tests(project, { launcher = [], rooms = [], workers } = {}) {
  const result = inCheckout('.cache', 'test-result.json')
  mkdirSync(inCheckout('.cache'), { recursive: true })
  rmSync(result, { force: true })
  // The tests start the product's processes many times; each need not compile it again.
  const compiled = inCheckout('.cache', 'compiled')
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${result}`]
  const side = workers ? [`--maxWorkers=${workers}`] : []
  const vitest = [...tool('vitest'), 'run', '--project', project, '--passWithNoTests', ...side, ...reports, ...rooms]
  const [program = '', ...args] = [...launcher, ...vitest]
  const child = spawn(program, args, {
    cwd: CHECKOUT,
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  const code = await new Promise((resolve) => child.once('error', resolve).once('exit', resolve))
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = existsSync(result)
    ? JSON.parse(readFileSync(result, 'utf8'))
    : {}
  // A test file that cannot be loaded fails the run without a failed test.
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}
