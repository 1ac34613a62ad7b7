const browsers = [
  ['Edg/', 'Edge'],
  ['MicroMessenger/', '微信 WeChat'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['HarmonyOS', 'HarmonyOS'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** `Chrome, Windows` out of what a browser says of itself; what says nothing known is named by its first word. */
export function deviceName(agent: string | null): string | undefined {
  if (!agent) return undefined
  const nameIn = (known: readonly (readonly [string, string])[]) => known.find(([mark]) => agent.includes(mark))?.[1]
  const parts = [nameIn(browsers), nameIn(systems)].filter((part) => part !== undefined)
  return parts.length ? parts.join(', ') : agent.split(/[ /]/)[0]?.slice(0, 40)
}
