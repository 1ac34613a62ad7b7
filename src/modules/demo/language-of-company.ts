import type { Context } from '#kernel'
import type { Locale } from '#shared/label'

/** The language in which the company's own texts are. */
export async function languageOfCompany(ctx: Context): Promise<Locale> {
  const { items } = await ctx.recordsNamed('company').list({ fields: ['language'], limit: 1, uncounted: true })
  return items[0]?.values.language === 'en' ? 'en' : 'zh'
}
