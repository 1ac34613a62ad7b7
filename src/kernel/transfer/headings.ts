const LONGEST = 200

/** Names of the columns: an empty heading becomes the letter of its column, a repeated one gets a number. */
export function nameHeadings(cells: readonly string[]): string[] {
  const texts = cells.map((cell) =>
    cell
      .replace(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ')
      .trim()
      .slice(0, LONGEST),
  )
  const taken = new Set(texts)
  const given = new Set<string>()
  return texts.map((text, at) => {
    const wanted = text || `(${columnLetters(at)})`
    const name = (text ? given : taken).has(wanted) ? numbered(wanted, taken, given) : wanted
    given.add(name)
    return name
  })
}

function numbered(name: string, taken: ReadonlySet<string>, given: ReadonlySet<string>): string {
  for (let count = 2; ; count++) {
    const candidate = `${name} (${count})`
    if (!taken.has(candidate) && !given.has(candidate)) return candidate
  }
}

function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter
}
