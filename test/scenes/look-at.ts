import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Locale, locales } from '#shared/label'
import { barriers, barriersOfTheme, barriersOfWidth, missingWords, scrollBelow, sidewaysScroll } from '../e2e/looks.ts'
import { heightAt, openVisit, standing, type Visit } from '../e2e/visit.ts'
import { pictureName, widthsInGuide } from './guide-pictures.ts'
import type { Scene, SceneHouse } from './scene.ts'

const pictures = process.env.DOSSIER_SHOTS
/** Where the pictures of the guide stand, while they are made; nothing else is looked at then. */
const guide = process.env.DOSSIER_GUIDE
/** Pictures and the long test see all looks. */
const allLooks = pictures !== undefined || process.env.LONG === '1'
const allWidths = [1440, 390]
const themes = ['light', 'dark'] as const
type Look = { width: number; theme: (typeof themes)[number]; look(page: Page): Promise<string[]> }

/** Shows a scene and looks at it at its widths and in its themes; `bin/shots` keeps a picture of each look. */
export async function lookAt(
  scene: Scene,
  { browser, house, locale }: { browser: Browser; house: SceneHouse; locale: Locale },
): Promise<void> {
  const as = { head: house.heads[locale], clerk: house.clerks[locale], nobody: undefined }[scene.as ?? 'head']
  for (const [first, ...others] of visitsTo(scene)) {
    const visit = await openVisit({
      browser,
      address: house.address,
      locale,
      as,
      width: first.width,
      theme: first.theme,
    })
    try {
      await scene.show({ ...visit, house, locale })
      for (const { width, theme, look } of [first, ...others]) {
        await visit.page.setViewportSize({ width, height: heightAt(width) })
        await visit.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await settle(visit)
        const name = `${scene.name}-${locale}-${theme}-${width}`
        await keepPicture(visit, name)
        if (guide) await keepForGuide(visit, join(guide, locale, pictureName(scene.name, width)))
        else await checkPage(visit, name, look)
      }
    } catch (error) {
      const stood = await standing(visit.page)
      await visit.close().catch(() => undefined)
      // What went wrong on the page before tells why it shows something else.
      throw new Error([stood, ...visit.troubles].join('\n'), { cause: error })
    }
    await visit.close()
  }
}

/** With all looks each width is arrived at anew; else one visit sees both widths, by turns the one or the other whole, in one theme. */
function visitsTo(scene: Scene): [Look, ...Look[]][] {
  if (guide) return widthsInGuide(scene.name).map((width) => [{ width, theme: 'light', look: barriers }])
  const widths = scene.widths ?? allWidths
  if (allLooks)
    return widths.map((width) => [
      { width, theme: 'light', look: barriers },
      { width, theme: 'dark', look: barriersOfTheme },
    ])
  const turn = turnOf(scene)
  const [theme = 'light'] = ofTurn(themes, turn >> 1)
  const [first, ...others] = ofTurn(widths, turn >> 2)
  if (first === undefined) return []
  return [
    [{ width: first, theme, look: barriers }, ...others.map((width) => ({ width, theme, look: barriersOfWidth }))],
  ]
}

/** Both with all looks and for the guide, whose scenes alone are shown while its pictures are made; else one by turns. */
export function languagesOf(scene: Scene): readonly Locale[] {
  if (guide) return widthsInGuide(scene.name).length > 0 ? locales : []
  return allLooks ? locales : ofTurn(locales, turnOf(scene)).slice(0, 1)
}

/** By the name, so that other scenes that come and go do not change it. */
function turnOf({ name }: Scene): number {
  return [...name].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0)
}

function ofTurn<T>(all: readonly T[], turn: number): readonly T[] {
  const at = turn % all.length
  return [...all.slice(at), ...all.slice(0, at)]
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

/** As WebP, which the browser itself writes: a third of the size that PNG has. */
async function keepForGuide({ page }: Visit, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const browser = await page.context().newCDPSession(page)
  const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality: 37 })
  writeFileSync(path, Buffer.from(data, 'base64'))
}

async function checkPage({ page, words }: Visit, name: string, look: Look['look']): Promise<void> {
  expect(await look(page), `barriers on ${name}`).toEqual([])
  expect(await sidewaysScroll(page), `what is too wide on ${name}`).toEqual([])
  expect(await scrollBelow(page), `what can be scrolled below ${name}`).toBe(0)
  expect(await missingWords(page, Object.keys(words)), `raw words on ${name}`).toEqual([])
  if (await page.getByRole('heading', { level: 1 }).count())
    expect(await page.title(), `what the tab of ${name} is called`).not.toBe(words.app.name)
}
