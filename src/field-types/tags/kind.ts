import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { isEmptyWord, narrowAlphanumerics } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { emptyValue, problem } from '../parsed.ts'
import { readList } from '../read-list.ts'

const maxLength = 40
const separators = /[;；|｜,，、]/

/** Free words for grouping. */
export const tagsKind: Kind<readonly string[]> = {
  name: 'tags',
  label: { zh: '标签', en: 'Tags' },
  columns: [['', 'text[]']],
  parse: (input) =>
    readList(input, (text) => {
      const tag = narrowAlphanumerics(text.normalize('NFC')).replace(/^#+/, '').replace(/\s+/g, ' ').trim()
      if (tag === '' || isEmptyWord(tag)) return emptyValue
      if (separators.test(tag)) return problem('field.tag_separator')
      return tag.length > maxLength
        ? problem('field.text_long', { max: maxLength, length: tag.length })
        : { value: tag }
    }),
  format: (value, _field, env) => value.join(env.locale === 'zh' ? '；' : '; '),
  operators: ['hasAny', 'hasAll', 'empty'],
  toSealed: (value) => value.join('\n'),
  fromSealed: (text) => text.split('\n'),
  sort: 'none',
  groupable: false,
  searchText: (value) => value.join(' '),
  pinyin: 'text',
  mask: () => '***',
  schema: () => ({ type: 'array', items: { type: 'string', minLength: 1, maxLength }, minItems: 1, uniqueItems: true }),
  example: () => ['VIP', '月结'],
}

export function tags(settings: FieldSettings<readonly string[]>): Field<readonly string[]> {
  return declareField(tagsKind, settings)
}
