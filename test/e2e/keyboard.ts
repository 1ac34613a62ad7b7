import type { Page } from 'playwright-core'
import { expect } from 'vitest'

type Focus = {
  /** What has the focus, by the name that is read aloud. */
  name: string
  /** It looks other than without the focus. */
  isSeen: boolean
}

// Looks are learnt while the focus is elsewhere; what had the focus from the start has nothing to be compared with.
const look = `(() => {
  const looks = window.looksWithoutFocus ??= new WeakMap()
  const styleOf = (one) => {
    if (!one) return ''
    const { outline, boxShadow, borderColor, backgroundColor, color, opacity } = getComputedStyle(one)
    return [outline, boxShadow, borderColor, backgroundColor, color, opacity].join()
  }
  const lookOf = (one, up = 6) => styleOf(one) + (one?.parentElement && up > 0 ? lookOf(one.parentElement, up - 1) : '')
  const focused = document.activeElement
  for (const one of document.querySelectorAll('a, button, input, textarea, [tabindex]'))
    if (one !== focused && !looks.has(one)) looks.set(one, lookOf(one))
  if (!focused || focused === document.body) return { name: '', isSeen: true }
  const name = focused.getAttribute('aria-label') || focused.labels?.[0]?.innerText || focused.innerText || ''
  return { name: name.trim(), isSeen: lookOf(focused) !== looks.get(focused) }
})()`

/** What has the focus now; a focus that nobody can see is an error. */
export async function focusName(page: Page): Promise<string> {
  const { name } = await page.evaluate<Focus>(look)
  await expect
    .poll(() => page.evaluate<Focus>(look), { message: 'a focus that can be seen', timeout: 3_000 })
    .toMatchObject({ isSeen: true })
  return name
}

/** Presses Tab until the focus is on what carries this name. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < 80; step++) {
    await page.evaluate(look)
    await page.keyboard.press('Tab')
    const at = await focusName(page)
    if (at.startsWith(name)) return
    passed.push(at)
  }
  throw new Error(`Tab never reached ${name}; it passed ${passed.join(', ')}`)
}
