import { setTimeout as pause } from 'node:timers/promises'
import dayjs, { type Dayjs } from 'dayjs'
import timezone from 'dayjs/plugin/timezone.js'
import utc from 'dayjs/plugin/utc.js'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import type { Locale } from '#shared/label'
import type { SignedIn } from '#test/house-with-pages'
import { type Guard, guard } from './guard.ts'
import { type Words, wordsOf } from './words.ts'

export type VisitOptions = {
  browser: Browser
  address: string
  locale: Locale
  /** Absent: nobody is signed in. */
  as?: SignedIn
  width?: number
  theme?: 'light' | 'dark'
  /** Whether movements on the page take time; without them pictures and positions are always the same. */
  motion?: boolean
}

dayjs.extend(utc)
dayjs.extend(timezone)

const zone = 'Asia/Shanghai'

/** A day for the reader of the pages, wherever the test runs. */
export const today = (): Dayjs => dayjs().tz(zone)

/** One person at one page. */
export type Visit = Guard & {
  page: Page
  words: Words
  go(path: string): Promise<void>
  /** Ends the visit; throws what went wrong on the page. */
  close(): Promise<void>
}

/** A visit finds no session and no memories of one before it; the files of the pages it may find fetched. */
export async function openVisit({ as, ...screen }: VisitOptions): Promise<Visit> {
  const idle = idleProfiles(screen)
  const profile = idle.pop() ?? (await openProfile(screen))
  await profile.clearCookies()
  if (as) await profile.addCookies([{ name: 'dossier', value: as.cookie, url: screen.address }])
  const page = await profile.newPage()
  const watch = guard(page, screen.address)
  return {
    ...watch,
    page,
    words: wordsOf(screen.locale),
    go: async (path) => {
      await page.goto(path)
    },
    close: async () => {
      await page.evaluate('localStorage.clear()').catch(() => 0)
      for (const open of profile.pages()) await leave(open, screen.address)
      idle.push(profile)
      if (watch.troubles.length > 0) throw new Error(watch.troubles.join('\n'))
    },
  }
}

/** What a failed visit was looking at, for who has its words alone. */
export async function standing(page: Page): Promise<string> {
  const text = await page.innerText('body', { timeout: 1000 }).catch(({ message }: Error) => message)
  return `The page stood at ${page.url()} and showed: ${text.replaceAll(/\s+/g, ' ').slice(0, 600)}`
}

/** Takes along what the pages keep in the browser. */
async function leave(page: Page, address: string): Promise<void> {
  if (page.url().startsWith(address)) await page.evaluate('localStorage.clear()')
  await page.close()
}

type Screen = Omit<VisitOptions, 'as'>

/** Of each browser, by the screen they have: to open one and to fetch and compile the pages anew takes longer than most visits. */
const profiles = new WeakMap<Browser, Map<string, BrowserContext[]>>()

function idleProfiles({ browser, ...screen }: Screen): BrowserContext[] {
  const ofBrowser = profiles.get(browser) ?? new Map<string, BrowserContext[]>()
  profiles.set(browser, ofBrowser)
  const key = JSON.stringify(screen)
  const idle = ofBrowser.get(key) ?? []
  ofBrowser.set(key, idle)
  return idle
}

async function openProfile({ browser, address, locale, width = 1440, theme, motion }: Screen): Promise<BrowserContext> {
  const profile = await browser.newContext({
    baseURL: address,
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: zone,
    viewport: { width, height: heightAt(width) },
    colorScheme: theme ?? 'light',
    reducedMotion: motion ? 'no-preference' : 'reduce',
  })
  profile.setDefaultTimeout(20_000)
  if (lateMs > 0) await profile.route('**/api/**', sendLate)
  return profile
}

/** Up to this many ms every fourth answer is late, as on a slow line or a busy machine; absent: none is. */
const lateMs = Number(process.env.LATE ?? 0)

async function sendLate(route: Route): Promise<void> {
  if (Math.random() < 0.25) await pause(Math.random() * lateMs)
  // The page may be gone by then.
  await route.continue().catch(() => undefined)
}

export const heightAt = (width: number): number => (width < 600 ? 844 : 900)
