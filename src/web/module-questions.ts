import type { ObjectWire } from '#shared/wire'

type Question = { object: string; words: 'officers'; asks(patch: Readonly<Record<string, unknown>>): boolean }

/** Changes that are asked about before they are saved, since much follows from them. A module adds its line. */
const questions: readonly Question[] = [
  { object: 'company', words: 'officers', asks: ({ threeOfficers }) => threeOfficers === true },
]

/** The words that ask before a change; nothing where it is saved at once. */
export function questionBefore(object: ObjectWire, patch: Readonly<Record<string, unknown>>): 'officers' | undefined {
  return questions.find((one) => one.object === object.name && one.asks(patch))?.words
}
