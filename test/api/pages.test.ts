import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ApiServer, openServer } from '#test/api-server'
import { type EmptyHouse, openEmptyHouse } from '#test/empty-house'
import { testFolder } from '#test/test-folder'

let house: EmptyHouse
let server: ApiServer
let folder: string
beforeAll(async () => {
  folder = await testFolder()
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Dossier</title>')
  await writeFile(join(folder, 'assets/page-1.js'), 'export {}')
  house = await openEmptyHouse()
  server = await openServer(house.kernel, { webFolder: folder })
})
afterAll(async () => {
  await server.close()
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

it('answers every address of a page with the one application', async () => {
  const answer = await fetch(`${server.address}/o/customers`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/html')
})

it('says of a script that an older build had that it is not there, instead of handing out a page', async () => {
  expect((await fetch(`${server.address}/assets/page-1.js`)).status).toBe(200)
  const gone = await fetch(`${server.address}/assets/page-0.js`)
  expect(gone.status).toBe(404)
  expect(gone.headers.get('content-type')).toContain('application/problem+json')
  expect(gone.headers.get('cache-control')).toBe('no-store')
})
