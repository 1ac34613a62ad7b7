export type Named = { id: string; name: string }

/** `at`: where it begins. */
type Piece = { at: number; text: string; id?: string }

const wordCharacter = /[\p{Script=Latin}\p{N}]/u

/** A text in pieces: `@` and a name behind it are that person's, the longest where one name begins like another. */
export function piecesOf(text: string, people: readonly Named[]): Piece[] {
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length)
  const pieces: Piece[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const named = longestFirst.find(({ name }) => isNamedAt(text, at, name))
    if (!named) continue
    const end = at + 1 + named.name.length
    if (at > from) pieces.push({ at: from, text: text.slice(from, at) })
    pieces.push({ at, text: text.slice(at, end), id: named.id })
    from = end
  }
  if (from < text.length) pieces.push({ at: from, text: text.slice(from) })
  return pieces
}

/** Neither part of a mail address nor the beginning of a longer word. */
function isNamedAt(text: string, at: number, name: string): boolean {
  if (!name || !text.startsWith(name, at + 1)) return false
  const next = text.charAt(at + 1 + name.length)
  return !wordCharacter.test(text.charAt(at - 1)) && !(wordCharacter.test(name.slice(-1)) && wordCharacter.test(next))
}

export function mentionedIn(text: string, people: readonly Named[]): ReadonlySet<string> {
  return new Set(piecesOf(text, people).flatMap(({ id }) => id ?? []))
}

/**
 * Who is mentioned once a text has changed: whoever it names by now, and who was chosen beside it. Of several who bear one name
 * only those that were chosen are meant.
 */
export function mentionsAfter(
  now: readonly string[],
  { before, after }: { before: string; after: string },
  people: readonly Named[],
): readonly string[] {
  const isAlone = ({ name }: Named): boolean => people.filter((other) => other.name === name).length === 1
  const meant = people.filter((person) => now.includes(person.id) || isAlone(person))
  const [was, is] = [mentionedIn(before, meant), mentionedIn(after, meant)]
  return [...new Set([...now.filter((id) => is.has(id) || !was.has(id)), ...is])]
}
