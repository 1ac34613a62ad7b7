import { setTimeout as delay } from 'node:timers/promises'
import { lastCheckpoint, openDatabase, openSealer, readSigningKey, readWords, roles, type Sealer } from '#kernel'
import type { SealerSettings } from './sealer-process.ts'
import { openWitnesses } from './witness.ts'

const settings: SealerSettings = JSON.parse(process.env.DOSSIER_SEALER ?? '{}')
const pauseMs = 200
const checkpointMs = 60_000
const retryMs = 2_000

const key = await readSigningKey(settings.places.keys)
const words = await readWords(settings.places.keys)
const witnesses = openWitnesses(settings.places.checkpoints, settings.command)
let stopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
  process.once(signal, () => {
    stopping = true
  })

while (!stopping) {
  try {
    await sealOn()
  } catch (error) {
    console.error('dossier sealer: goes on in a moment.', error instanceof Error ? error.message : error)
  }
  beat()
  if (!stopping) await delay(retryMs)
}
process.exit(0)

/** Seals on one connection, which holds the lock, until it is lost or the process is to stop. */
async function sealOn(): Promise<void> {
  const role = settings.rights.separateRoles ? roles.sealer : undefined
  const db = openDatabase(settings.url, { max: 1, role, name: 'dossier sealer', inOrder: true })
  const connection = await db.connect()
  try {
    const known = await lastCheckpoint(settings.places.checkpoints)
    const sealer = await openSealer(connection, { key, words, known })
    // Another server's sealer is at work.
    if (!sealer) return
    await sealWith(sealer)
  } finally {
    connection.release(true)
    await db.end()
  }
}

async function sealWith(sealer: Sealer): Promise<void> {
  let published = 0
  for (;;) {
    const { more } = await sealer.pass()
    const due = Date.now() - published >= checkpointMs
    const note = (due && !more) || stopping ? sealer.checkpoint() : undefined
    if (note) {
      await witnesses(note)
      published = Date.now()
    }
    beat()
    if (stopping) return
    if (!more) await delay(pauseMs)
  }
}

/** Tells the server that the sealer moves. */
function beat(): void {
  if (process.connected) process.send?.('beat')
}
