/** What a company is called apart from its form, and apart from what its field may be called in brackets. */
function companyCore(typed: string): string {
  const name = typed.trim().replace(/[(（][^()（）]*[)）]/gu, '')
  const core = name
    .replace(/(集团)?(股份)?(有限)?(责任)?公司$/u, '')
    .replace(/,?\s+(co|ltd|inc|llc|limited|corp)\b.*$/iu, '')
  return core.trim() === '' ? name : core.trim()
}

/** Enough of a name to look for others like it: two Chinese characters, or four of others. */
export function alikeName(typed: string): string | undefined {
  const core = companyCore(typed)
  if (/^[\d\s-]*$/.test(core)) return undefined
  return /\p{Script=Han}{2}/u.test(core) || core.length >= 4 ? core : undefined
}
