import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { testFolder } from '#test/test-folder'

const bin = resolve(import.meta.dirname, '../bin')

function start(...args: string[]) {
  // The tests have a place of their own for what is compiled.
  const child = spawn(process.execPath, args, { env: { ...process.env, NODE_COMPILE_CACHE: undefined } })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  return { child, ended: once(child, 'close').then(([code]) => Number(code)), said: () => output }
}

/** A TypeScript file that tells its arguments, and whether it was compiled for good, and ends with 3 when it is asked to. */
async function program(): Promise<string> {
  const folder = await testFolder()
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'program.ts')
  await writeFile(
    file,
    `import { getCompileCacheDir } from 'node:module'
    const args: string[] = process.argv.slice(2)
    process.on('SIGTERM', () => process.exit(3))
    console.log(process.version, args.join(' '), getCompileCacheDir() ? 'kept' : '')
    setInterval(() => {}, 1e6)`,
  )
  return file
}

describe('bin/run', () => {
  it.each([
    ['in its own place', []],
    ['as a child, where a process cannot be replaced', ['--import', 'data:text/javascript,process.execve=undefined']],
  ])('runs TypeScript %s, with its arguments, signals and exit code, and keeps it compiled', async (_, flags) => {
    const run = start(...flags, join(bin, 'run'), await program(), 'one', '--help')
    await expect.poll(run.said, { timeout: 10_000 }).toBe(`${process.version} one --help kept\n`)
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(3)
  })
})

describe('bin', () => {
  it.each(['setup', 'run', 'dossier', 'start', 'dev', 'ci'])('%s explains itself', async (name) => {
    const { ended, said } = start(join(bin, name), '--help')
    expect(await ended).toBe(0)
    expect(said()).toMatch(new RegExp(`^(bin/${name}|npx ${name}) ?.*\n`))
  })

  it('says in one sentence that Node is too old', async () => {
    const old = "Object.defineProperty(process.versions, 'node', { value: '18.19.0' })"
    const { ended, said } = start('-e', `${old}; require('${join(bin, 'tasks/launch.cjs')}')('setup')`)
    expect(await ended).toBe(1)
    expect(said()).toMatch(/^Dossier needs Node 20 or newer, .*\n$/)
  })

  it('knows no verb that is not there', async () => {
    const { ended, said } = start(join(bin, 'dossier'), 'fly')
    expect(await ended).toBe(1)
    expect(said()).toContain('There is no verb "fly".')
  })
})
