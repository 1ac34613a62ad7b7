const restMs = 60_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

let lastSign = Date.now()
for (const sign of signs) addEventListener(sign, () => (lastSign = Date.now()), { passive: true, capture: true })

/** Nobody has touched the page for a while: what it asks by itself must not keep the session alive. */
export function isUnattended(): boolean {
  return Date.now() - lastSign > restMs
}
