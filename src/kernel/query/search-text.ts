import { pinyin } from 'pinyin-pro'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'

/** Legal forms say nothing about a company and would stand in every row's initials. */
const legalForms = /(股份有限公司|有限责任公司|有限公司|集团公司|集团|分公司|公司)/g
const chinese = /\p{Script=Han}/u

/** How both the index and the query write a text: width and case folded. */
export function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
}

/**
 * The two texts that search reads: `text` = names as written, found by any part; `latin` = initials, pinyin and codes.
 * Titles come first, so that a match at the front ranks first.
 */
export function searchTexts(
  ctx: Context,
  type: ObjectType,
  values: Readonly<Record<string, unknown>>,
): { text: string; latin: string } {
  const env = ctx.formatEnv()
  const words: string[] = []
  const latin: string[] = []
  const order = [...type.searchable].sort((a, b) => (a.field.search ?? 'B').localeCompare(b.field.search ?? 'B'))
  for (const { name, field, kind } of order) {
    const value = values[name]
    if (value === null || value === undefined) continue
    const text = searchForm(kind.searchText?.(value, field, env) ?? '')
    if (!text) continue
    if (chinese.test(text)) {
      words.push(text)
      if (kind.pinyin) latin.push(...spellings(text, kind.pinyin))
    } else latin.push(text)
  }
  return { text: words.join('\n'), latin: latin.join('\n') }
}

function spellings(text: string, mode: 'person' | 'text'): string[] {
  const core = mode === 'text' ? text.replace(legalForms, '') || text : text
  const options = {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
    mode: mode === 'person' ? 'surname' : 'normal',
  } as const
  const syllables = pinyin(core, options)
  return [syllables.map((syllable) => syllable[0]).join(''), syllables.join('')]
}

export function isChinese(text: string): boolean {
  return chinese.test(text)
}
