import { sql } from '#kernel'
import { openBenchHouse } from './bench-house.ts'
import { openBenchBrowser, type Reader } from './browser-page.ts'
import { type Scored, scoresOf } from './page-scores.ts'
import { type Answer, answers, listUsable, type Scrolled, scrolled, type Usable } from './page-times.ts'
import { makeReaders } from './readers.ts'
import { startProduct } from './run-bench.ts'
import { takeSamples } from './samples.ts'

export type PagesSettings = {
  /** So many rows are gone through. */
  rows: number
  /** First visits. */
  times: number
  /** So many times slower than this one is the processor of a slow office machine. */
  slower: number
  /** Whether Lighthouse judges speed too. */
  timed: boolean
  say(line: string): void
}

export type PagesResult = {
  scores: Record<'today' | 'list' | 'file', Scored>
  usable: Usable
  scrolled: Scrolled[]
  answers: Answer[]
  slowAnswers: Answer[]
}

/** Opens Today, the list and a file in a real browser, and measures what somebody notices there. */
export async function runPages(reader: Reader, file: string, settings: PagesSettings): Promise<PagesResult> {
  const { rows, times, slower, timed, say } = settings
  const { browser, port } = await openBenchBrowser()
  try {
    const score = (path: string): Promise<Scored> => {
      say(`Lighthouse: ${path}`)
      return scoresOf(port, path, { reader, timed })
    }
    const scores = { today: await score('/today'), list: await score('/o/customers'), file: await score(file) }
    say('the list, at first visits')
    const usable = await listUsable({ port, reader, times, slower })
    say('scrolling')
    const went = await scrolled({ port, reader, rows })
    say('answers')
    const quick = await answers(browser, reader, 1)
    return { scores, usable, scrolled: went, answers: quick, slowAnswers: await answers(browser, reader, slower) }
  } finally {
    await browser.close()
  }
}

/** The same in a house with a large list, for its head. */
export async function runLargePages(customers: number, settings: PagesSettings): Promise<PagesResult> {
  const house = await openBenchHouse(customers)
  const stops = [house.close]
  try {
    const { head } = await makeReaders(house.kernel)
    // Who has a large list has long been shown around.
    await house.kernel.db.rows(
      sql`insert into own_setting (person, tour) values (${head.actor.id}::uuid, 'over')
        on conflict (person) do update set tour = 'over'`,
    )
    const [file = ''] = (await takeSamples(house.kernel, 1)).ids
    const product = await startProduct(house)
    stops.push(product.stop)
    return await runPages({ address: product.address, cookie: head.cookie }, `/o/customers/${file}`, settings)
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}
