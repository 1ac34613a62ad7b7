// Plain JavaScript: bin/setup takes this lock on Node 20, before anything is installed.
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** @typedef {{ share: (pid: number) => Promise<void>, release: () => Promise<void> }} PidLock */

const UNREADABLE_FOR_MS = 5_000

/**
 * Whether the process lives. One that was killed but not yet collected by its parent does not.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
  return !/^[ZX]/.test(processStat(pid))
}

/**
 * Takes the lock, or answers with the number of the living process that holds it. A dead holder's lock is taken over.
 * @param {string} file
 * @returns {Promise<PidLock | number>}
 */
export async function tryLock(file) {
  await mkdir(dirname(file), { recursive: true })
  for (;;) {
    if (await create(file)) return heldLock(file)
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) continue
    const holder = livingHolder(text)
    if (holder) return holder
    if (text.endsWith('\n') || (await ageMs(file)) > UNREADABLE_FOR_MS) await removeDead(file, text)
    else await pause(50)
  }
}

/**
 * Waits for the lock; `onWait` is told once which process holds it.
 * @param {string} file
 * @param {(pid: number) => void} onWait
 * @returns {Promise<PidLock>}
 */
export async function waitForLock(file, onWait) {
  for (let told = false; ; told = true) {
    const lock = await tryLock(file)
    if (typeof lock !== 'number') return lock
    if (!told) onWait(lock)
    await pause(200)
  }
}

/** @param {string} file */
async function create(file) {
  try {
    await writeFile(file, entry(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (codeOf(error) === 'ENOSPC') await rm(file, { force: true })
    throw error
  }
}

/**
 * @param {string} file
 * @returns {PidLock}
 */
function heldLock(file) {
  return {
    /** A child that must be done before anybody else may hold the lock, even when its parent was killed. */
    async share(pid) {
      await writeFile(`${file}.${process.pid}`, entry(process.pid) + entry(pid))
      await rename(`${file}.${process.pid}`, file)
    },
    release: () => rm(file, { force: true }),
  }
}

/**
 * Only one may judge a dead holder at a time, or the second would remove the lock that the first has just made.
 * @param {string} file
 * @param {string} dead
 */
async function removeDead(file, dead) {
  const guard = `${file}.takeover`
  try {
    await mkdir(guard)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if ((await ageMs(guard)) > UNREADABLE_FOR_MS) await rmdir(guard).catch(() => undefined)
    return pause(20)
  }
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === dead) await rm(file, { force: true })
  await rmdir(guard)
}

/** @param {number} pid */
const entry = (pid) => `${pid} ${startTime(pid)}\n`

/** @param {string} text */
function livingHolder(text) {
  for (const line of text.trim().split('\n')) {
    const [pid, started] = line.split(' ')
    if (Number(pid) > 0 && isAlive(Number(pid)) && startTime(Number(pid)) === (started ?? '')) return Number(pid)
  }
  return 0
}

/**
 * The tick at which the process began tells it from a later one with the same number; only Linux gives it away.
 * @param {number} pid
 */
const startTime = (pid) => processStat(pid).split(' ')[19] ?? ''

/** @param {number} pid */
function processStat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')
  } catch {
    return ''
  }
}

/** @param {string} path */
const ageMs = async (path) => Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now())

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : '')
