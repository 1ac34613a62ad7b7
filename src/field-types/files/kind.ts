import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { isEmptyWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { numberOption } from '../option.ts'
import { emptyValue, problem } from '../parsed.ts'
import { readList } from '../read-list.ts'
import { readReference } from '../read-reference.ts'
import { referencesKind } from '../references/kind.ts'

/** Stored files, by id. */
export const filesKind: Kind<readonly string[]> = {
  ...referencesKind,
  name: 'files',
  label: { zh: '附件', en: 'Files' },
  parse(input, field, env) {
    const read = readList(input, (text) => (isEmptyWord(text) ? emptyValue : readReference(text, 'file', env)))
    const max = numberOption(field, 'max')
    return max !== undefined && (read.value?.length ?? 0) > max ? problem('field.files_many', { max }) : read
  },
  format: (value) => value.join('; '),
  operators: ['empty'],
  schema: (field) => {
    const max = numberOption(field, 'max')
    return { ...referencesKind.schema(field), ...(max === undefined ? {} : { maxItems: max }) }
  },
  example: () => ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01'],
  target: () => undefined,
  holdsFiles: true,
}

export function files({
  max,
  ...settings
}: FieldSettings<readonly string[]> & { max?: number }): Field<readonly string[]> {
  return declareField(filesKind, settings, { max })
}
