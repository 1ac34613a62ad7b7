import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { capture } from './capture.mjs'
import { CHECKOUT, inCheckout } from './checkout.mjs'
import { Failure } from './failure.mjs'
import { SEEDED_VIOLATIONS } from './seeded-violations.mjs'
import { tool } from './tool.mjs'

const CONFIG = inCheckout('.dependency-cruiser.cjs')

/** @typedef {{ summary: { totalCruised: number, violations: { from: string, to: string, rule: { name: string } }[] } }} Cruise */

/** Checks who imports whom, after proving that the checker sees a violation of each rule. */
export async function checkBoundaries() {
  await proveEyesight()
  const { totalCruised, violations } = await cruise(CHECKOUT, ['src', 'test', 'bench'])
  if (totalCruised === 0) throw new Failure('The boundary check looked at no module at all.')
  if (violations.length === 0) return
  throw new Failure(violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`).join('\n'))
}

async function proveEyesight() {
  const { violations } = await inSeededTree((root) => cruise(root, ['src']))
  const seen = new Set(violations.map(({ rule }) => rule.name))
  const blind = ruleNames().filter((name) => !seen.has(name))
  if (blind.length > 0) throw new Failure(`The boundary check overlooks seeded violations of: ${blind.join(', ')}.`)
}

/** @returns {string[]} */
function ruleNames() {
  return createRequire(import.meta.url)(CONFIG).forbidden.map((/** @type {{ name: string }} */ rule) => rule.name)
}

/**
 * @param {string} root
 * @param {string[]} folders
 * @returns {Promise<Cruise['summary']>}
 */
async function cruise(root, folders) {
  const present = folders.filter((folder) => existsSync(join(root, folder)))
  const command = [...tool('depcruise'), ...present, '--config', CONFIG, '--output-type', 'json', '--output-to']
  const folder = mkdtempSync(join(tmpdir(), 'dossier-boundaries-'))
  try {
    const file = join(folder, 'result.json')
    const { output } = await capture([...command, file], { cwd: root })
    if (!existsSync(file)) throw new Failure(`The boundary check did not run:\n${output}`)
    return createRequire(import.meta.url)(file).summary
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * @template T
 * @param {(root: string) => Promise<T>} work
 */
async function inSeededTree(work) {
  const root = mkdtempSync(join(tmpdir(), 'dossier-seeded-'))
  try {
    for (const name of ['package.json', 'tsconfig.json', 'tsconfig.server.json'])
      cpSync(inCheckout(name), join(root, name))
    symlinkSync(inCheckout('node_modules'), join(root, 'node_modules'))
    for (const [file, imported] of SEEDED_VIOLATIONS) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), `import * as imported from '${imported}'\nexport const seen = imported\n`)
    }
    return await work(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}
