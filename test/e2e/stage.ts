import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type Locale, locales } from '#shared/label'
import { type LivedInHouse, openLivedInHouse } from '#test/house-with-pages'
import { openBrowser } from './browser.ts'
import { openVisit, standing, type Visit, type VisitOptions } from './visit.ts'

/** The languages in which a journey is gone: both in the long test, else the one that its file names. */
export const languages = (here: Locale): readonly Locale[] => (process.env.LONG === '1' ? locales : [here])

const pictureOf = (task: string, locale: Locale): string =>
  join(import.meta.dirname, '../../.cache/e2e', `${task}-${locale}.png`)

export type Stage = {
  readonly house: LivedInHouse
  /** The head of the company who reads this language, at the pages; unless `as` says otherwise. */
  visit(locale: Locale, options?: Partial<VisitOptions>): Promise<Visit>
}

/** A house and a browser for one test file; visits end with their test, and fail it when the page had trouble. */
export function useStage(): Stage {
  let house: LivedInHouse | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    house = await openLivedInHouse()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })
  const there = <T>(thing: T | undefined): T => {
    if (!thing) throw new Error('The stage is open inside of tests only.')
    return thing
  }
  return {
    get house() {
      return there(house)
    },
    visit: async (locale, options = {}) => {
      const { address, heads } = there(house)
      // One of the two languages is read by somebody who asked for less movement: both ways must work.
      const motion = locale === 'zh'
      const visit = await openVisit({ browser: there(browser), address, locale, motion, as: heads[locale], ...options })
      onTestFinished(async ({ task }) => {
        const isFailed = task.result?.state === 'fail'
        if (isFailed) await visit.page.screenshot({ path: pictureOf(task.id, locale) })
        const stood = isFailed ? await standing(visit.page) : ''
        await visit.close()
        if (isFailed) throw new Error(stood)
      })
      return visit
    },
  }
}
