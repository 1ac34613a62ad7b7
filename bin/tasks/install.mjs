import { existsSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { capture, lastLines } from './capture.mjs'
import { Failure, installFailure } from './failure.mjs'

const NEEDED_MB = 1000
// npm writes this record of what it installed when everything else is done: it is the stamp of a whole install.
const RECORD = 'node_modules/.package-lock.json'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[] }} Locked */

/**
 * Why the installed packages are not the ones of package-lock.json, or an empty text when they are.
 * @param {string} root
 */
export function installGap(root) {
  if (!existsSync(join(root, 'node_modules'))) return 'nothing is installed yet'
  const installed = packagesOf(join(root, RECORD))
  if (!installed) return 'an earlier install did not finish'
  for (const [path, wanted] of Object.entries(packagesOf(join(root, 'package-lock.json')) ?? {})) {
    const found = installed[path]
    if (path === '' || (!found && wanted.optional)) continue
    if (found?.version !== wanted.version || found?.integrity !== wanted.integrity)
      return `${path} is not the locked one`
    if (!existsSync(join(root, path, 'package.json'))) return `${path} is missing`
  }
  const foreign = Object.keys(installed).find((path) => !fits(installed[path]))
  return foreign ? `${foreign} is for another kind of computer` : ''
}

/**
 * Installs what package-lock.json names. `onStart` is told npm's process, which may outlive this one.
 * @param {string} root
 * @param {(pid: number) => Promise<void>} onStart
 */
export async function install(root, onStart) {
  refuseFullDisk(root)
  rmSync(join(root, RECORD), { force: true })
  const command = [...npmCommand(), 'ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-progress']
  const { code, output } = await capture(command, { cwd: root, env: npmEnvironment(), onStart })
  if (code === 0) return
  console.error(lastLines(output, 15))
  throw installFailure(output)
}

/**
 * Asked before a first install: an install script that meets a full disk ends in words that do not name it.
 * @param {string} root
 */
function refuseFullDisk(root) {
  if (existsSync(join(root, 'node_modules'))) return
  const { bavail, bsize } = statfsSync(root)
  const free = Math.floor((bavail * bsize) / 1e6)
  if (free >= NEEDED_MB) return
  throw new Failure(
    `The packages need ${NEEDED_MB} MB, and the disk that holds ${root} has ${free} MB left. Free some space and start again.`,
  )
}

/** The npm that runs us, else the one of the PATH. */
function npmCommand() {
  const { npm_node_execpath: node, npm_execpath: npm } = process.env
  return node && npm && existsSync(node) && existsSync(npm) ? [node, npm] : ['npm']
}

/** Without node_modules/.bin: npm must not run on the pinned Node that it is about to replace. */
function npmEnvironment() {
  const { NODE_ENV, ...env } = process.env
  const local = `${sep}node_modules${sep}.bin`
  const PATH = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(local))
    .join(delimiter)
  return { ...env, PATH }
}

/**
 * @param {string} file
 * @returns {Record<string, Locked> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** @param {Locked | undefined} entry */
function fits(entry) {
  return [
    { accepted: entry?.os, here: process.platform },
    { accepted: entry?.cpu, here: process.arch },
  ].every(({ accepted, here }) => !accepted || accepted.includes(here) || accepted.some((name) => name === 'any'))
}
