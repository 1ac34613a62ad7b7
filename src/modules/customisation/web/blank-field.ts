import type { FieldWire } from '#shared/wire'

/** A field that no object has, for inputs of these pages; its name, kind and label are the caller's. */
export const blankField: FieldWire = {
  name: '',
  kind: 'text',
  label: { zh: '', en: '' },
  level: 1,
  sealed: false,
  required: false,
  readOnly: false,
  custom: true,
  options: {},
  operators: [],
  sortable: false,
  groupable: false,
  spans: [],
  aliases: [],
  access: 'edit',
  revealable: false,
}
