import type { Browser, BrowserContext, Page } from 'playwright-core'
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

/** One person at one page. */
export type Visit = Guard & {
  page: Page
  words: Words
  go(path: string): Promise<void>
  /** Ends the visit; throws what went wrong on the page. */
  close(): Promise<void>
}

/** A visit in a profile of its own, which ends with it. */
export async function openVisit({ as, ...options }: VisitOptions): Promise<Visit> {
  const profile = await openProfile(options)
  const visit = await visitIn(profile, { ...options, as })
  return {
    ...visit,
    close: async () => {
      await profile.close()
      await visit.close()
    },
  }
}

/** A browser that knows nobody yet: a language, a screen, and a memory for what it has fetched. */
export async function openProfile({
  browser,
  address,
  locale,
  width = 1440,
  theme,
  motion,
}: Omit<VisitOptions, 'as'>): Promise<BrowserContext> {
  const profile = await browser.newContext({
    baseURL: address,
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height: heightAt(width) },
    colorScheme: theme ?? 'light',
    reducedMotion: motion ? 'no-preference' : 'reduce',
  })
  profile.setDefaultTimeout(20_000)
  return profile
}

/** A visit in a profile where nobody else is now: it finds no session and no memories of the one before, only fetched files. */
export async function visitIn(
  profile: BrowserContext,
  { address, locale, as }: Pick<VisitOptions, 'address' | 'locale' | 'as'>,
): Promise<Visit> {
  await profile.clearCookies()
  if (as) await profile.addCookies([{ name: 'dossier', value: as.cookie, url: address }])
  const page = await profile.newPage()
  const watch = guard(page, address)
  return {
    ...watch,
    page,
    words: wordsOf(locale),
    go: async (path) => {
      await page.goto(path)
    },
    close: async () => {
      if (!page.isClosed()) await leave(page)
      if (watch.troubles.length > 0) throw new Error(watch.troubles.join('\n'))
    },
  }
}

/** Takes along what the pages keep in the browser. */
async function leave(page: Page): Promise<void> {
  if (page.url().startsWith('http')) await page.evaluate('localStorage.clear()')
  await page.close()
}

export const heightAt = (width: number): number => (width < 600 ? 844 : 900)
