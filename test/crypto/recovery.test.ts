import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  confirmSheets,
  createKeyFile,
  keyOverview,
  makeContext,
  ownSheetsDue,
  rotateMaster,
  secretsFrom,
  showSheets,
} from '#kernel'
import { type House, openHouse } from '#test/house'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'

let house: House
let sheets: readonly string[]
beforeAll(async () => {
  house = await openHouse()
  sheets = (await showSheets(house.as('zhang', { proven: true }))).sheets
})
afterAll(() => house.close())

it('both sheets make the key file again, in either order and however they are typed', async () => {
  const ctx = house.as('zhang', { proven: true })
  const { id } = await ctx.recordsNamed('customer').create({ name: '钥匙店', phone: '13987654321' })
  const keysDir = join(house.dataDir, 'recovered')
  const [one = '', two = ''] = sheets
  await createKeyFile(keysDir, secretsFrom([two.toLowerCase(), one.replaceAll('-', ' ')]))
  const recovered = await openKernel({ url: house.url, dataDir: house.dataDir, keysDir, rights: house.rights, modules })
  const reader = makeContext({ kernel: recovered, actor: ctx.actor, channel: 'api' })
  expect(await reader.recordsNamed('customer').get(id)).toMatchObject({ phone: '+8613987654321' })
  await closeKernel(recovered)
  await rm(keysDir, { recursive: true })
})

it('one sheet alone, or one that was copied wrong, makes nothing', () => {
  const [one = '', two = ''] = sheets
  expect(() => secretsFrom([one])).toThrow('Two sheets are needed')
  expect(() => secretsFrom([one, one])).toThrow('Two sheets are needed')
  const wrong = two.replace(/-([A-Z2-7])/, (_, letter) => `-${letter === 'A' ? 'B' : 'A'}`)
  expect(() => secretsFrom([one, wrong])).toThrow('not copied right')
})

it('they are shown once for each master key, to those who keep the keys', async () => {
  const ctx = house.as('zhang', { proven: true })
  await expect(showSheets(house.as('wang'))).rejects.toMatchObject({ status: 403 })
  await expect(showSheets(ctx)).rejects.toMatchObject({ code: 'keys.sheet_shown' })
  await rotateMaster(ctx)
  expect((await showSheets(ctx)).sheets).toHaveLength(2)
})

it('they are due until somebody has confirmed that two people keep them, and again with another master key', async () => {
  const ctx = house.as('zhang', { proven: true })
  await rotateMaster(ctx)
  expect([ownSheetsDue(ctx), ownSheetsDue(house.as('wang'))]).toEqual(['show', null])
  await expect(confirmSheets(ctx)).rejects.toMatchObject({ code: 'keys.sheet_not_shown' })
  await showSheets(ctx)
  expect(ownSheetsDue(ctx)).toBe('keep')
  await expect(confirmSheets(house.as('wang'))).rejects.toMatchObject({ status: 403 })
  await expect(confirmSheets(house.as('zhang', { proven: false }))).rejects.toMatchObject({
    code: 'access.proof_needed',
  })
  await confirmSheets(ctx)
  expect(ownSheetsDue(ctx)).toBeNull()
  await rotateMaster(ctx)
  expect((await keyOverview(ctx)).master).toMatchObject({ sheetShownAt: null, sheetKeptAt: null, sheetsDue: 'show' })
})

it('no answer about keys holds their bytes', async () => {
  const text = JSON.stringify(await keyOverview(house.as('zhang', { proven: true })))
  for (const secret of [...house.kernel.keys.secrets().masters, ...house.kernel.keys.secrets().index]) {
    expect(text).not.toContain(secret.toString('hex'))
    expect(text).not.toContain(secret.toString('base64'))
  }
})
