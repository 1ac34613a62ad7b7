import { type Locale, locales } from '#shared/label'

/** A notice in each language that it has. */
export type NoticeTexts = Readonly<Record<Locale, string | null>>

/** In which language a customer is told: the chosen one, else the reader's, else the only one that there is; null: in none. */
export function toldIn(texts: NoticeTexts, chosen: unknown, reader: Locale): Locale | null {
  const there = locales.filter((locale) => texts[locale])
  if (chosen) return there.find((locale) => locale === chosen) ?? null
  return there.find((locale) => locale === reader) ?? there[0] ?? null
}
