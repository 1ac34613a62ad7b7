import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { detectEncoding } from './detect-encoding.ts'

const gbk = Buffer.from('bfcdbba7c3fbb3c62cb5e7bbb00ad5c5c8fd2c31330a', 'hex')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encoding-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function detected(content: Buffer): Promise<string> {
  const path = join(folder, 'list.csv')
  await writeFile(path, content)
  return detectEncoding(path)
}

test('UTF-16 is known by its mark, and without one by the side of its zeros', async () => {
  expect(await detected(Buffer.from('\ufeff客户,电话\n', 'utf16le'))).toBe('utf-16le')
  expect(await detected(Buffer.from('客户名称,电话\n张三,138\n', 'utf16le'))).toBe('utf-16le')
  expect(await detected(Buffer.from('客户名称,电话\n张三,138\n', 'utf16le').swap16())).toBe('utf-16be')
})

test('a small list in GB18030 is not mistaken for UTF-8', async () => {
  expect(await detected(gbk)).toBe('gb18030')
})

test('a character cut by the end of the window does not spoil UTF-8', async () => {
  for (const shift of [0, 1, 2])
    expect(await detected(Buffer.from(`${'x'.repeat(shift)}${'客'.repeat(40_000)}`))).toBe('utf-8')
})

test('the first foreign character counts, however late it comes', async () => {
  expect(await detected(Buffer.concat([Buffer.alloc(200_000, 'name,phone\n'), gbk]))).toBe('gb18030')
})

test('one broken character does not turn UTF-8 into GB18030', async () => {
  const text = Buffer.from('客户名称,电话\n'.repeat(20))
  expect(await detected(Buffer.concat([text, Buffer.from([0xe5, 0x0a]), text]))).toBe('utf-8')
})

test('what is neither is refused', async () => {
  await expect(detected(Buffer.from('caf\xe9,1\n', 'latin1'))).rejects.toMatchObject({
    code: 'transfer.encoding_unknown',
  })
})
