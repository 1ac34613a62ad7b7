import type { Page } from 'playwright-core'

export type Effort = { keys: number; clicks: number; seconds: number }

/** A Chinese character typed by its pinyin: two letters and a half on the average, and half a choice. */
const keysOfCharacter = 3
/** What one act takes somebody who does not type well, by the model of keystrokes: searching and pointing are in a click. */
const seconds = { key: 0.5, click: 1.1 + 0.2, thought: 1.35 }

/** What comes without a key comes from an input method. */
const tellActs = `
  const signsOf = (text) => [...(text ?? '')].filter((sign) => sign > '\u00ff').length
  addEventListener('click', ({ isTrusted, detail }) => isTrusted && detail > 0 && countAct('clicks', 1), true)
  addEventListener('keydown', ({ isTrusted }) => isTrusted && countAct('keys', 1), true)
  addEventListener('beforeinput', ({ data }) => countAct('characters', signsOf(data)), true)
`

/** Counts from now on what is pressed and clicked in the page, as the page itself learns of it. */
export async function countEffort(page: Page): Promise<() => Promise<Effort>> {
  const counted = { keys: 0, characters: 0, clicks: 0 }
  await page.exposeFunction('countAct', (act: keyof typeof counted, many: number) => {
    counted[act] += many
  })
  await page.addInitScript(tellActs)
  return async () => {
    // What was told before is counted by now.
    await page.evaluate('countAct("clicks", 0)')
    const keys = counted.keys + counted.characters * keysOfCharacter
    const { clicks } = counted
    return { keys, clicks, seconds: Math.round(keys * seconds.key + clicks * (seconds.click + seconds.thought)) }
  }
}
