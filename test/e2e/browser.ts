import { type Browser, chromium } from 'playwright-core'

/** A page of a test is left before optimised code repays its making, which takes a fifth of the page's time. */
const SHORT_VISITS = ['--js-flags=--no-maglev,--no-turbofan']

/**
 * Chromium without a window, without a home of its own, and without calls to anybody.
 * @param more Arguments that take the place of those for short visits.
 */
export function openBrowser(more: readonly string[] = SHORT_VISITS): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}
