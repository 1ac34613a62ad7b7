import { lookStyle } from '#shared/look-style'
import { accentChanged } from '../../theme/own-accent.ts'

/** Shows the page in front of the reader in an accent at once; all others have it as soon as they load a page. */
export function showAccent(accent: string | null): void {
  const brought = document.querySelector<HTMLLinkElement>('link[href="/api/look/style.css"]')
  if (brought) brought.disabled = true
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(lookStyle(accent))
  document.adoptedStyleSheets = [sheet]
  window.dispatchEvent(new Event(accentChanged))
}
