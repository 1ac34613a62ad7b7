import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What hinders a reader with other eyes or hands (WCAG 2.2 AA); nothing, if all is well. */
export async function barriers(page: Page): Promise<string[]> {
  return look(page, { type: 'tag', values: wcag })
}

/** Of all barriers, those that another theme can bring. */
export async function barriersOfTheme(page: Page): Promise<string[]> {
  return look(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] })
}

/** Of all barriers, those that another width can bring. */
export async function barriersOfWidth(page: Page): Promise<string[]> {
  return look(page, { type: 'rule', values: ['target-size'] })
}

/** Barriers, and what is only good practice. */
export async function lapses(page: Page): Promise<string[]> {
  return look(page)
}

async function look(page: Page, runOnly?: RunOptions['runOnly']): Promise<string[]> {
  // What is just closing is neither there nor gone: the kit takes a list's name away before the list.
  await page.locator('[class*="-leave"]').first().waitFor({ state: 'detached' })
  // A colour on its way to another is neither of both.
  await page.evaluate(`Promise.all(document.getAnimations().flatMap((one) =>
    one.effect.getComputedTiming().endTime === Infinity ? [] : [one.finished.catch(() => {})]))`)
  // To hand the library over and compile it takes longer than most looks: once a page is enough.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source)
  const options: RunOptions = { ...(runOnly && { runOnly }), resultTypes: ['violations'], preload: false }
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`)
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/** Elements that make the page wider than its window, or the navigation wider than its place, and inputs that reach into their neighbours. */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const root = document.documentElement
    const beyond = (place, most) => place && place.scrollWidth > place.clientWidth
      ? [...place.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > most + 1) : []
    const navigation = document.querySelector('.navigation')
    const inputs = [...document.querySelectorAll('.ant-select, .ant-picker, .ant-input, .ant-input-affix-wrapper')]
    const reaching = inputs.filter((one) => one.offsetWidth > 0 && one.offsetWidth > one.parentElement.offsetWidth + 1)
    const wide = [...beyond(root, root.clientWidth), ...beyond(navigation, navigation?.getBoundingClientRect().right), ...reaching]
    return wide.slice(0, 5).map((one) => one.tagName + '.' + one.className + ' ends at ' + Math.round(one.getBoundingClientRect().right))
  })()`)
}

/** By how many pixels the window can be scrolled below a page that scrolls within itself; what popped up beside its opener counts for nothing. */
export async function scrollBelow(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const popups = [...document.querySelectorAll('.ant-popover, .ant-dropdown, .ant-select-dropdown, .ant-tooltip')]
    const before = popups.map(({ style }) => style.display)
    for (const { style } of popups) style.display = 'none'
    const { scrollHeight, clientHeight } = document.documentElement
    for (const [at, { style }] of popups.entries()) style.display = before[at]
    return document.querySelector('.shell') ? scrollHeight - clientHeight : 0
  })()`)
}

/** Words that the page shows by their key or with an unfilled place. */
export async function missingWords(page: Page, areas: readonly string[]): Promise<string[]> {
  const text = await page.evaluate<string>('document.body.innerText')
  return [
    ...text.matchAll(
      new RegExp(`\\b(${areas.join('|')})\\.[a-z]\\w+|\\{\\{[^}]*\\}\\}|\\bundefined\\b|\\bNaN\\b`, 'g'),
    ),
  ].map(([found]) => found)
}
