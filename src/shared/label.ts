export const locales = ['zh', 'en'] as const
export type Locale = (typeof locales)[number]

/** A word or sentence in every language of the product. */
export type Label = Record<Locale, string>
