/** camelCase of TypeScript and the API -> snake_case of the database. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** snake_case object name -> plural kebab-case path of the API: `follow_up` -> `follow-ups`. */
export function pathOf(objectName: string): string {
  return plural(objectName.replaceAll('_', '-'))
}

/** An English label as it stands inside a sentence: `Approval rule` -> `approval rule`. An acronym, or what is written as a name, keeps its capitals. */
export function insideSentence(label: string): string {
  return /[\p{Lu}\d]/u.test(label.slice(1)) ? label : label.slice(0, 1).toLowerCase() + label.slice(1)
}

/** What an English noun ends in behind a number: `1 day`, `2 days`. */
export function endingOf(count: number | string): string {
  return String(count) === '1' ? '' : 's'
}

/** English plural of a name: `Company` -> `Companies`, `Purpose of use` -> `Purposes of use`. */
export function plural(singular: string): string {
  const [, head, rest] = /^(\S+)( of .+)$/.exec(singular) ?? []
  if (head) return `${plural(head)}${rest}`
  if (/(s|x|ch|sh)$/.test(singular)) return `${singular}es`
  if (/[^aeiou]y$/.test(singular)) return `${singular.slice(0, -1)}ies`
  return `${singular}s`
}
