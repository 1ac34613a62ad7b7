import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type RunOnly = Parameters<AxeBuilder['options']>[0]['runOnly']

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What hinders a reader with other eyes or hands (WCAG 2.2 AA); nothing, if all is well. */
export async function barriers(page: Page): Promise<string[]> {
  return look(page, { type: 'tag', values: rules })
}

/** Of all barriers, those that another theme, width or language can bring. */
export async function barriersOfLook(page: Page): Promise<string[]> {
  return look(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size', 'valid-lang'] })
}

/** Barriers, and what is only good practice. */
export async function lapses(page: Page): Promise<string[]> {
  return look(page)
}

async function look(page: Page, runOnly?: RunOnly): Promise<string[]> {
  // Legacy mode asks the page itself; the other one opens a second page for the sum, which costs more than the look.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ ...(runOnly && { runOnly }), resultTypes: ['violations'] })
    .analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/** Elements that make the page wider than its window. */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1)
    return wide.slice(0, 5).map((one) => one.tagName + '.' + one.className + ' ends at ' + Math.round(one.getBoundingClientRect().right))
  })()`)
}

/** Words that the page shows by their key or with an unfilled place. */
export async function missingWords(page: Page, areas: readonly string[]): Promise<string[]> {
  const text = await page.evaluate<string>('document.body.innerText')
  return [
    ...text.matchAll(new RegExp(`\\b(${areas.join('|')})\\.[a-z]\\w+|\\{\\{\\w+\\}\\}|\\bundefined\\b|\\bNaN\\b`, 'g')),
  ].map(([found]) => found)
}
