import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import type { Locale } from '#shared/label'
import { barriers, barriersOfLook, missingWords, sidewaysScroll } from '../e2e/looks.ts'
import { openVisit, type Visit } from '../e2e/visit.ts'
import type { Scene, SceneHouse } from './scene.ts'

const pictures = process.env.DOSSIER_SHOTS
/** Pictures and the long test see all looks. */
const allLooks = pictures !== undefined || process.env.LONG === '1'
const widths = [1440, 390]
type Theme = 'light' | 'dark'

/** Shows a scene and looks at it at its widths and in its themes; `bin/shots` keeps a picture of each look. */
export async function lookAt(
  scene: Scene,
  { browser, house, locale }: { browser: Browser; house: SceneHouse; locale: Locale },
): Promise<void> {
  const as = { head: house.heads[locale], clerk: house.clerks[locale], nobody: undefined }[scene.as ?? 'head']
  for (const width of widthsFor(scene, locale)) {
    const [theme] = themesFor(locale)
    const visit = await openVisit({ browser, address: house.address, locale, as, width, theme })
    try {
      await scene.show({ ...visit, house, locale })
      for (const theme of themesFor(locale)) {
        await visit.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await settle(visit)
        const name = `${scene.name}-${locale}-${theme}-${width}`
        await keepPicture(visit, name)
        await checkPage(visit, name, allLooks || locale === 'zh' ? barriers : barriersOfLook)
      }
    } finally {
      await visit.close()
    }
  }
}

/**
 * Else than with all looks, each language has one width and one theme: Chinese the wide one in the dark, English the
 * narrow one, where its words are long, by light.
 */
export function widthsFor(scene: Scene, locale: Locale): readonly number[] {
  const all = scene.widths ?? widths
  if (allLooks) return all
  if (scene.common && locale === 'en') return []
  return all.filter((width) => width > 600 === (locale === 'zh'))
}

function themesFor(locale: Locale): readonly Theme[] {
  if (allLooks) return ['light', 'dark']
  return locale === 'zh' ? ['dark'] : ['light']
}

/** Waits until nothing on the page has moved for some frames. */
async function settle({ page }: Visit): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    let still = 0
    const look = () => {
      const moving = document.getAnimations().some(({ effect }) => effect.getTiming().iterations !== Infinity)
      still = moving ? 0 : still + 1
      if (still > 5) resolve()
      else requestAnimationFrame(look)
    }
    look()
  })`)
}

async function keepPicture({ page }: Visit, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** `look`: for barriers of every sort, or in the second language for those that its width and theme can bring. */
async function checkPage(
  { page, words }: Visit,
  name: string,
  look: (page: Visit['page']) => Promise<string[]>,
): Promise<void> {
  expect(await look(page), `barriers on ${name}`).toEqual([])
  expect(await sidewaysScroll(page), `what is too wide on ${name}`).toEqual([])
  expect(await missingWords(page, Object.keys(words)), `raw words on ${name}`).toEqual([])
}
