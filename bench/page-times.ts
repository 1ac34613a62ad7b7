import type { Browser, Page } from 'playwright-core'
import { openScreen, type Reader } from './browser-page.ts'
import { openPlainBrowser, type PlainBrowser, type PlainPage } from './plain-browser.ts'

const rows = '.grid-body .grid-row'

/** Says when the first row had been painted and the page was free again, in ms since it was asked for, and what had been fetched. */
const whenUsable = `globalThis.usable = new Promise((resolve) => {
  const code = () => performance.getEntriesByType('resource').filter(({ name }) => /[.](js|css)$/.test(name))
  const told = () => [performance.now(), code().reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)]
  const look = () => requestAnimationFrame(
    document.querySelector('${rows}') ? () => setTimeout(() => resolve(told())) : look)
  look()
})`

export type Usable = { ms: number[]; kb: number }

type Visits = { port: number; reader: Reader; times: number; slower: number }

/** How long somebody waits for the list at the first visit, again and again with nothing fetched before, and how much code comes. */
export async function listUsable({ port, reader, times, slower }: Visits): Promise<Usable> {
  const browser = await openPlainBrowser(port)
  const usable: Usable = { ms: [], kb: 0 }
  for (let time = 0; time < times; time++) {
    const { page, told } = await visitList(browser, reader, slower)
    const [ms, bytes] = Array.isArray(told) ? told.map(Number) : []
    usable.ms.push(Math.round(ms ?? Number.NaN))
    usable.kb = Math.round((bytes ?? Number.NaN) / 1000)
    await page.close()
  }
  browser.close()
  return { ...usable, ms: usable.ms.toSorted((one, other) => one - other) }
}

/** The list at a first visit, once it can be used, and what it said then. */
async function visitList(
  browser: PlainBrowser,
  { address, cookie }: Reader,
  slower = 1,
): Promise<{ page: PlainPage; told: unknown }> {
  const [name = '', value = ''] = cookie.split('=')
  const page = await browser.openPage({ name, value, url: address })
  await page.send('Page.enable')
  await page.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: whenUsable })
  await page.send('Page.navigate', { url: `${address}/o/customers` })
  return { page, told: await page.valueOf('usable') }
}

export type Scrolled = { rowsPerStep: number; rows: number; steps: number; cpuPerStep: number; blank: number }

/** Rows further with each step: one notch of a wheel, and a wheel that is spun. */
const paces = [3, 8]

/**
 * Goes down the list, a step in each frame, and looks in each frame whether rows cover all that is in sight. Where the next
 * rows are on the way, it waits for them as a reader would.
 */
const scrollDown = (most: number, step: number): string => `(async () => {
  const scroller = document.querySelector('.grid-scroll')
  const frame = () => new Promise(requestAnimationFrame)
  const body = scroller.querySelector('.grid-body')
  const height = body.querySelector('.grid-row').getBoundingClientRect().height
  const covered = () => {
    const { top, bottom } = body.getBoundingClientRect()
    const seen = scroller.getBoundingClientRect()
    const last = Math.min(seen.top + scroller.clientHeight, bottom)
    let at = Math.max(scroller.querySelector('.grid-head').getBoundingClientRect().bottom, top)
    const drawn = [...body.querySelectorAll('.grid-row')].map((row) => row.getBoundingClientRect())
    for (const row of drawn.toSorted((one, other) => one.top - other.top)) if (row.top <= at + 1) at = Math.max(at, row.bottom)
    return at >= last - 1
  }
  let steps = 0, blank = 0
  while (scroller.scrollTop / height < ${most}) {
    const before = scroller.scrollTop
    scroller.scrollTop += height * ${step}
    await frame()
    if (scroller.scrollTop === before) continue
    steps += 1
    // The frame after the scroll event has been drawn from what is there now.
    if (!covered()) blank += 1
  }
  return { rows: Math.round(scroller.scrollTop / height), steps, blank }
})()`

/**
 * What going through the list costs the page's main thread, in milliseconds of processor time a step: on average, as most steps
 * only move and some draw the next rows, many at once. The list is not scrolled aside.
 */
export async function scrolled({ port, reader, rows: most }: Way): Promise<Scrolled[]> {
  const browser = await openPlainBrowser(port)
  const gone: Scrolled[] = []
  for (const rowsPerStep of paces) {
    const { page } = await visitList(browser, reader)
    await page.send('Performance.enable', { timeDomain: 'threadTicks' })
    const before = await mainThread(page)
    const { rows: far, steps, blank } = asCounts(await page.valueOf(scrollDown(most, rowsPerStep)))
    const spent = (await mainThread(page)) - before
    gone.push({ rowsPerStep, rows: far, steps, blank, cpuPerStep: Number(((spent * 1000) / steps).toFixed(2)) })
    await page.close()
  }
  browser.close()
  return gone
}

type Way = { port: number; reader: Reader; rows: number }

function asCounts(went: unknown): { rows: number; steps: number; blank: number } {
  const of = (name: string): number => Number(typeof went === 'object' && went !== null && Reflect.get(went, name))
  return { rows: of('rows'), steps: of('steps'), blank: of('blank') }
}

/** Seconds of processor time that the main thread has spent on tasks. */
async function mainThread(page: PlainPage): Promise<number> {
  const { metrics } = await page.send('Performance.getMetrics')
  const task = Array.isArray(metrics) && metrics.find(({ name }) => name === 'TaskDuration')
  return Number(task?.value)
}

export type Answer = { act: string; ms: number }

const watch = `
  globalThis.benchAnswers = []
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) benchAnswers.push(duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
`

/** From what somebody does to the next paint, the longest of each act; the browser tells nothing of what takes less than 16 ms. */
export async function answers(browser: Browser, reader: Reader, slower: number): Promise<Answer[]> {
  const { page, close } = await openScreen(browser, reader, slower)
  await page.addInitScript(watch)
  await page.goto('/o/customers')
  const took: Answer[] = []
  for (const { act, run } of acts(page)) {
    await page.locator(rows).first().waitFor()
    // What came before has been drawn, so that its paint is not this one's.
    await page.evaluate(`benchAnswers.length = 0, new Promise((resolve) => setTimeout(resolve, 300))`)
    await run()
    await page.evaluate(`new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300)))`)
    took.push({ act, ms: Number(await page.evaluate(`Math.max(0, ...benchAnswers)`)) })
  }
  await close()
  return took
}

type Act = { act: string; run(): Promise<unknown> }

function acts(page: Page): Act[] {
  const first = page.locator(rows).first()
  const drawer = page.getByRole('dialog')
  return [
    {
      act: 'quick look',
      run: async () => {
        await page.keyboard.press('j')
        await page.locator('[role="grid"]').press('Space')
        await drawer.getByRole('heading').first().waitFor()
        await page.keyboard.press('Escape')
        await drawer.waitFor({ state: 'detached' })
      },
    },
    {
      act: 'typing into the filter',
      run: async () => {
        const search = page.locator('.list-search input')
        await search.pressSequentially('gs')
        // The list is the same again for what follows.
        for (const key of ['Backspace', 'Backspace']) await search.press(key)
      },
    },
    { act: 'sorting', run: () => page.locator('.grid-head button').first().click() },
    {
      act: 'palette',
      run: async () => {
        await page.keyboard.press('Control+k')
        await page.getByRole('option').first().waitFor()
        await page.keyboard.press('Escape')
      },
    },
    {
      act: 'opening a file',
      run: async () => {
        await first.getByRole('link').first().click()
        await page.locator('.file-title, h1').first().waitFor()
      },
    },
  ]
}
