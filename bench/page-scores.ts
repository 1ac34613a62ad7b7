import lighthouse, { desktopConfig } from 'lighthouse'
import type { Reader } from './browser-page.ts'

export type Scores = { accessibility: number; bestPractices: number; performance?: number }

/** What Lighthouse finds wanting besides, by name, for whoever looks into a score. */
export type Scored = Scores & { faults: string[] }

/** What no page may fall below. */
export const leastScore = 95

type Judged = { reader: Reader; timed: boolean }

/** Who asks for no times need not wait until the page has long been still. */
const hasty = {
  throttlingMethod: 'provided' as const,
  disableFullPageScreenshot: true,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 250,
  cpuQuietThresholdMs: 0,
  // The page's line to the server is never quiet, and by then a slow machine has to have it at rest.
  maxWaitForLoad: 8_000,
}

const perfect = 1

/** The middle one counts: the first of all pages also waits for what a browser does once, such as reading its fonts. */
const timesTimed = 3

/** Lighthouse's scores of a page for who is signed in, of 100; without the timed ones unless they are asked for. */
export async function scoresOf(port: number, path: string, judged: Judged): Promise<Scored> {
  const all: Scored[] = []
  for (let time = 0; time < (judged.timed ? timesTimed : 1); time++) all.push(await scoresOnce(port, path, judged))
  const [middle] = all.toSorted(byPerformance).slice(Math.floor(all.length / 2))
  if (!middle) throw new Error(`Lighthouse was not asked for ${path}`)
  return middle
}

const byPerformance = (one: Scores, other: Scores): number => (one.performance ?? 0) - (other.performance ?? 0)

async function scoresOnce(port: number, path: string, { reader, timed }: Judged): Promise<Scored> {
  const onlyCategories = ['accessibility', 'best-practices', ...(timed ? ['performance'] : [])]
  const extraHeaders = { cookie: reader.cookie }
  const flags = { port, onlyCategories, logLevel: 'error' as const, extraHeaders, ...(timed ? {} : hasty) }
  const answer = await lighthouse(`${reader.address}${path}`, flags, desktopConfig)
  if (!answer) throw new Error(`Lighthouse has nothing to say of ${path}`)
  const { categories, audits, runtimeError } = answer.lhr
  if (runtimeError) throw new Error(`${path}: ${runtimeError.message}`)
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100)
  const judged = [categories.accessibility, categories['best-practices']].flatMap((each) => each?.auditRefs ?? [])
  const faults = judged.flatMap(({ id, weight }) => {
    const audit = audits[id]
    return audit && weight > 0 && audit.score !== null && audit.score < perfect ? [`${id}: ${audit.title}`] : []
  })
  return {
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    ...(timed ? { performance: score('performance') } : {}),
    faults,
  }
}
