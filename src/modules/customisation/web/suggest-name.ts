/** What an English label is called by scripts: `Number plate` -> `numberPlate`; nothing where no letter is left. */
export function fieldName(label: string): string {
  const [first = '', ...rest] = wordsOf(label)
  return [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('').slice(0, 40)
}

/** The same for an object: `number_plate`. */
export function objectName(label: string): string {
  return wordsOf(label).join('_').slice(0, 40).replace(/_+$/, '')
}

/** A code for a value, unlike those that are taken. */
export function codeFor(label: string, taken: readonly string[]): string {
  const wished = objectName(label).slice(0, 36) || 'value'
  let code = wished
  for (let number = 2; taken.includes(code); number++) code = `${wished}_${number}`
  return code
}

// Names begin with a letter.
function wordsOf(label: string): string[] {
  const plain = label.normalize('NFKD').toLowerCase().replace(/['’]/g, '')
  return (plain.match(/[a-z0-9]+/g) ?? [])
    .join(' ')
    .replace(/^[0-9 ]+/, '')
    .split(' ')
    .filter(Boolean)
}
