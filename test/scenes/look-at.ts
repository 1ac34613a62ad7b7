import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { type Locale, locales } from '#shared/label'
import { barriers, barriersOfLook, missingWords, sidewaysScroll } from '../e2e/looks.ts'
import { heightAt, openVisit, type Visit } from '../e2e/visit.ts'
import type { Scene, SceneHouse } from './scene.ts'

const pictures = process.env.DOSSIER_SHOTS
/** Pictures and the long test see all looks. */
const allLooks = pictures !== undefined || process.env.LONG === '1'
const allWidths = [1440, 390]
type Look = { width: number; theme: 'light' | 'dark' }

/** Shows a scene and looks at it at its widths and in its themes; `bin/shots` keeps a picture of each look. */
export async function lookAt(
  scene: Scene,
  { browser, house, locale }: { browser: Browser; house: SceneHouse; locale: Locale },
): Promise<void> {
  const as = { head: house.heads[locale], clerk: house.clerks[locale], nobody: undefined }[scene.as ?? 'head']
  for (const [first, ...others] of visitsTo(scene)) {
    const visit = await openVisit({ browser, address: house.address, locale, as, ...first })
    try {
      await scene.show({ ...visit, house, locale })
      for (const { width, theme } of [first, ...others]) {
        await visit.page.setViewportSize({ width, height: heightAt(width) })
        await visit.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await settle(visit)
        const name = `${scene.name}-${locale}-${theme}-${width}`
        await keepPicture(visit, name)
        await checkPage(visit, name, allLooks || width === first.width ? barriers : barriersOfLook)
      }
    } finally {
      await visit.close()
    }
  }
}

/** With all looks each width is arrived at anew; else one visit sees the wide page in the dark and then the narrow one by light. */
function visitsTo(scene: Scene): [Look, ...Look[]][] {
  const widths = scene.widths ?? allWidths
  if (allLooks)
    return widths.map((width) => [
      { width, theme: 'light' },
      { width, theme: 'dark' },
    ])
  const looks = widths.map((width): Look => ({ width, theme: width > 600 ? 'dark' : 'light' }))
  const [first, ...others] = looks
  return first ? [[first, ...others]] : []
}

/** Both with all looks; else one, by the name, so that other scenes that come and go do not change it. */
export function languagesOf({ name }: Scene): readonly Locale[] {
  if (allLooks) return locales
  const sum = [...name].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0)
  return locales.slice(sum % locales.length).slice(0, 1)
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

/** `look`: for barriers of every sort, or at another width for those that width and theme can bring. */
async function checkPage(
  { page, words }: Visit,
  name: string,
  look: (page: Visit['page']) => Promise<string[]>,
): Promise<void> {
  expect(await look(page), `barriers on ${name}`).toEqual([])
  expect(await sidewaysScroll(page), `what is too wide on ${name}`).toEqual([])
  expect(await missingWords(page, Object.keys(words)), `raw words on ${name}`).toEqual([])
}
