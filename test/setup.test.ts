import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testFolder } from '#test/test-folder'
import { installFailure } from '../bin/tasks/failure.mjs'
import { installGap } from '../bin/tasks/install.mjs'
import { webHash } from '../bin/tasks/web-build.mjs'

const checkout = resolve(import.meta.dirname, '..')
const locked = { version: '1.0.0', integrity: 'sha512-a' }
const children: ChildProcess[] = []
let root: string

beforeEach(async () => {
  root = await testFolder()
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(root, { recursive: true, force: true })
})

async function write(file: string, content: unknown): Promise<void> {
  await mkdir(join(root, file, '..'), { recursive: true })
  await writeFile(join(root, file), typeof content === 'string' ? content : JSON.stringify(content))
}

const lock = (packages: object) => write('package-lock.json', { packages: { '': {}, ...packages } })
const record = (packages: object) => write('node_modules/.package-lock.json', { packages })

describe('what is installed', () => {
  beforeEach(async () => {
    await lock({ 'node_modules/a': locked, 'node_modules/b': { ...locked, optional: true } })
    await record({ 'node_modules/a': locked })
    await write('node_modules/a/package.json', {})
  })

  it('is enough when every locked package is there, but for optional ones', () => {
    expect(installGap(root)).toBe('')
  })

  it('is nothing without node_modules', async () => {
    await rm(join(root, 'node_modules'), { recursive: true })
    expect(installGap(root)).toBe('nothing is installed yet')
  })

  it('is half without the record that npm writes last', async () => {
    await rm(join(root, 'node_modules/.package-lock.json'))
    expect(installGap(root)).toBe('an earlier install did not finish')
  })

  it.each([
    ['version', { ...locked, version: '1.0.1' }],
    ['content', { ...locked, integrity: 'sha512-b' }],
  ])('is stale when the lock file names another %s', async (_, wanted) => {
    await lock({ 'node_modules/a': wanted })
    expect(installGap(root)).toBe('node_modules/a is not the locked one')
  })

  it('is stale when a package was removed by hand', async () => {
    await rm(join(root, 'node_modules/a'), { recursive: true })
    expect(installGap(root)).toBe('node_modules/a is missing')
  })

  it('is of no use when it was copied from another kind of computer', async () => {
    await record({ 'node_modules/a': locked, 'node_modules/c': { ...locked, os: ['another'] } })
    expect(installGap(root)).toBe('node_modules/c is for another kind of computer')
  })

  it('in this checkout is what the tests run on', () => {
    expect(installGap(checkout)).toBe('')
  })
})

describe('bin/setup', () => {
  /** A checkout whose npm writes its calls down, waits for the file `go`, and installs. */
  beforeEach(async () => {
    for (const path of ['bin', 'package.json', 'src/server/pid-lock.js'])
      await cp(join(checkout, path), join(root, path), { recursive: true })
    await lock({ 'node_modules/a': locked })
    await write(
      'npm',
      `#!/bin/sh
echo called >> calls
while [ ! -e go ]; do sleep 0.02; done
grep -q '^kill$' go && kill -9 $$
[ -s go ] && { cat go >&2; exit 1; }
mkdir -p node_modules/a && echo '{}' > node_modules/a/package.json
echo '{"packages":{"node_modules/a":${JSON.stringify(locked)}}}' > node_modules/.package-lock.json
`,
    )
    await chmod(join(root, 'npm'), 0o755)
  })

  function setup(...[task = 'setup', ...args]: readonly string[]) {
    const { npm_execpath, npm_node_execpath, ...env } = process.env
    const command = [join(root, 'bin', task), ...args]
    const child = spawn(process.execPath, command, { env: { ...env, PATH: `${root}:${env.PATH}` } })
    children.push(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    const ended = once(child, 'close').then(([code]) => Number(code))
    return { child, ended, said: () => output }
  }

  /** Processes that the lock names: the setup, and the npm that it has started. */
  const holders = async () =>
    (await readFile(join(root, '.cache/setup.lock'), 'utf8').catch(() => '')).trim().split('\n').length

  const calls = () => readFile(join(root, 'calls'), 'utf8').catch(() => '')
  const go = (trouble = '') => write('go', trouble)

  it('installs once, and has nothing to do the second time', async () => {
    await go()
    expect(await setup().ended).toBe(0)
    const second = setup()
    expect(await second.ended).toBe(0)
    expect(second.said()).toBe('')
    expect(await calls()).toBe('called\n')
  })

  it('goes before a command that is given to a checkout where nothing is installed', async () => {
    await go()
    await write('hello.ts', `console.log('hello' satisfies string)`)
    const run = setup('run', join(root, 'hello.ts'))
    expect(await run.ended).toBe(0)
    expect(run.said().trim().split('\n').at(-1)).toBe('hello')
    expect(await calls()).toBe('called\n')
  })

  it('lets a second one wait, which then finds everything done', async () => {
    const first = setup()
    await expect.poll(calls).toBe('called\n')
    const second = setup()
    await expect.poll(second.said).toContain(`process ${first.child.pid}`)
    await go()
    expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0])
    expect(await calls()).toBe('called\n')
  })

  it('waits for the npm of a setup that was killed, instead of running a second one beside it', async () => {
    const first = setup()
    await expect.poll(holders).toBe(2)
    await expect.poll(calls).toBe('called\n')
    first.child.kill('SIGKILL')
    const second = setup()
    await expect.poll(second.said).toContain('is at work in this folder')
    await go()
    expect(await second.ended).toBe(0)
    expect(await calls()).toBe('called\n')
  })

  it('says so when npm was killed, and installs the next time', async () => {
    await go('kill')
    const first = setup()
    expect(await first.ended).toBe(1)
    expect(first.said().trim().split('\n').at(-1)).toMatch(/^npm was killed before it was done/)
    await go()
    expect(await setup().ended).toBe(0)
  })

  it('ends with one sentence when npm fails, and tries again the next time', async () => {
    await go('npm error code ENOSPC')
    const first = setup()
    expect(await first.ended).toBe(1)
    expect(first.said().trim().split('\n').at(-1)).toBe('The disk is full. Free some space and start again.')
    await go()
    expect(await setup().ended).toBe(0)
  })
})

describe('a failed install', () => {
  it.each([
    ['npm error code EACCES', 'No permission to write'],
    ['npm error code ENOTFOUND\nnpm error network request to https://registry failed', 'registry cannot be reached'],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install when in sync', 'do not agree'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'certificate is not trusted'],
    ['npm error something else', 'Its last lines above say why'],
  ])('that says "%s" is explained', (output, sentence) => {
    expect(installFailure(output).message).toContain(sentence)
  })
})

describe('the web application', () => {
  it('is stale when one of its sources changed, and not when the server or a test did', async () => {
    await write('src/web/main.tsx', 'one')
    const built = webHash(root)
    await write('src/server/main.ts', 'one')
    await write('src/web/main.test.ts', 'one')
    expect(webHash(root)).toBe(built)
    await write('src/web/main.tsx', 'two')
    expect(webHash(root)).not.toBe(built)
  })
})
