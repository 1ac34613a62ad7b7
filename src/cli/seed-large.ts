import { finishIndexing, openDatabase } from '#kernel'
import { loadLarge } from '#modules/demo'
import type { SeedHouse } from './seed-house.ts'

const writers = 2
const everySeconds = 10

/** Brings the database to this many customers of the large load. */
export async function seedLarge({ head, url, rights, say }: SeedHouse, rows: number): Promise<void> {
  const began = Date.now()
  const seconds = (): number => Math.round((Date.now() - began) / 1000)
  let told = 0
  const { made } = await loadLarge(head, {
    rows,
    writers,
    report: (done) => {
      if (seconds() < told + everySeconds) return
      told = seconds()
      say(`${done} of ${rows} customers after ${told} s`)
    },
  })
  if (made) {
    say('finishing the search indexes')
    const login = openDatabase(url, { max: 1, name: 'dossier seed' })
    await finishIndexing(login, rights)
    await login.end()
  }
  const already = rows - made
  say(`${rows} customers are there: ${made} made in ${seconds()} s${already ? `, ${already} were there before` : ''}`)
}
