import { afterAll, beforeAll, expect, it } from 'vitest'
import { queueMail, recentMails } from '#modules/mail'
import { type House, openHouse } from '#test/house'
import { type MailServer, openMailServer } from '#test/mail-server'
import { mailTo, newColleague } from '#test/with-mail'
import { startWorker } from '../../src/server/worker-process.ts'

let house: House
let server: MailServer
let worker: ReturnType<typeof startWorker>
beforeAll(async () => {
  house = await openHouse()
  server = await openMailServer()
  await mailTo(house.kernel, server.port)
  worker = startWorker({ url: house.url, dataDir: house.dataDir, rights: house.rights }, () => {})
})
afterAll(async () => {
  await worker.stop()
  await server.close()
  await house.close()
})

it('a mail whose worker is killed between the queue and its sending leaves once', async () => {
  const person = await newColleague(house)
  const door = server.holdDoor()
  await house.system().transaction((tx) => queueMail(tx, { kind: 'test', person }))
  // The worker has it, and stands at the door of the server.
  await door.somebody
  process.kill(worker.pid() ?? 0, 'SIGKILL')
  door.greet()
  const state = async () => (await recentMails(house.system())).items[0]?.state
  await expect.poll(state, { timeout: 60_000, interval: 50 }).toBe('sent')
  expect(server.shown).toHaveLength(1)
}, 90_000)
