import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testFolder } from '#test/test-folder'
import { isAlive, type PidLock, tryLock, waitForLock } from './pid-lock.js'

let folder: string
let file: string
const children: ChildProcess[] = []

beforeEach(async () => {
  folder = await testFolder()
  file = join(folder, 'the.lock')
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function taken(): Promise<PidLock> {
  const lock = await tryLock(file)
  if (typeof lock === 'number') throw new Error(`Process ${lock} holds the lock.`)
  return lock
}

function sleeper(): ChildProcess {
  const child = spawn('sleep', ['60'])
  children.push(child)
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Another process that takes the lock and says so. */
async function holder(): Promise<ChildProcess> {
  const module = join(import.meta.dirname, 'pid-lock.js')
  const script = `const { tryLock } = await import('${module}'); await tryLock('${file}'); console.log('held'); setInterval(() => {}, 1e6)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout, 'data')
  return child
}

describe('a lock', () => {
  it('keeps others out until it is released', async () => {
    const lock = await taken()
    expect(await tryLock(file)).toBe(process.pid)
    await lock.release()
    expect(existsSync(file)).toBe(false)
    await taken()
  })

  it('names the process that holds it, and outlives no kill -9 of it', async () => {
    const other = await holder()
    expect(await tryLock(file)).toBe(other.pid)
    await killed(other)
    await taken()
  })

  it('is not kept by a stranger who was given the dead number again', async () => {
    const stranger = sleeper()
    await writeFile(file, `${stranger.pid} 1\n`)
    await taken()
  })

  it('is kept by a child that works on after its parent was killed', async () => {
    const lock = await taken()
    const child = sleeper()
    await lock.share(child.pid ?? 0)
    const dead = sleeper()
    await killed(dead)
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^.*\n/, `${dead.pid} 1\n`))
    expect(await tryLock(file)).toBe(child.pid)
    await killed(child)
    await taken()
  })

  it('left dead goes to exactly one of many who want it', async () => {
    await writeFile(file, '999999999 1\n')
    const answers = await Promise.all(Array.from({ length: 50 }, () => tryLock(file)))
    expect(answers.filter((answer) => typeof answer !== 'number')).toHaveLength(1)
  })

  it('is handed to one who waits, after telling whom for', async () => {
    const other = await holder()
    const waitedFor: number[] = []
    const waiting = waitForLock(file, (pid) => {
      waitedFor.push(pid)
      other.kill('SIGKILL')
    })
    await waiting
    expect(waitedFor).toEqual([other.pid])
  })
})

describe('a process', () => {
  it('is alive until it is killed', async () => {
    const child = sleeper()
    expect(isAlive(child.pid ?? 0)).toBe(true)
    await killed(child)
    expect(isAlive(child.pid ?? 0)).toBe(false)
  })

  it('that was killed but not collected by its parent is dead', async () => {
    const parent = spawn('/bin/sh', ['-c', 'sleep 1 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(parent)
    const [output] = await once(parent.stdout, 'data')
    const zombie = Number(String(output))
    // The shell has long become a program that collects nobody when its child ends.
    await expect.poll(() => isAlive(zombie), { timeout: 20_000 }).toBe(false)
    expect(process.kill(zombie, 0)).toBe(true)
  })
})
