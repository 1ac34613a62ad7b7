import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { callApi } from '#test/call-api'
import { useStage } from './stage.ts'

const stage = useStage()
const mostKb = 360

it(`opens a list with at most ${mostKb} kB of code, compressed`, async () => {
  const name = '第一页有限公司'
  await callApi(stage.house, stage.house.heads.zh, { path: '/customers', body: { name } })
  const { page, go } = await stage.visit('zh')
  const code = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) code.set(response.url(), response.body())
  })
  await go('/o/customers')
  await page.getByRole('link', { name }).waitFor()
  const bodies = await Promise.all(code.values())
  const kb = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000
  expect(bodies.length).toBeGreaterThan(1)
  expect(kb).toBeLessThanOrEqual(mostKb)
})
