import type { Browser, Page } from 'playwright-core'
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

export async function openVisit({
  browser,
  address,
  locale,
  as,
  width = 1440,
  theme,
  motion,
}: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: address,
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height: heightAt(width) },
    colorScheme: theme ?? 'light',
    reducedMotion: motion ? 'no-preference' : 'reduce',
  })
  context.setDefaultTimeout(20_000)
  if (as) await context.addCookies([{ name: 'dossier', value: as.cookie, url: address }])
  const page = await context.newPage()
  const watch = guard(page, address)
  return {
    ...watch,
    page,
    words: wordsOf(locale),
    go: async (path) => {
      await page.goto(path)
    },
    close: async () => {
      await context.close()
      if (watch.troubles.length > 0) throw new Error(watch.troubles.join('\n'))
    },
  }
}

export const heightAt = (width: number): number => (width < 600 ? 844 : 900)
