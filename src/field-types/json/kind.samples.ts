import type { KindSamples } from '../samples.ts'
import { type JsonValue, json } from './kind.ts'

export const samples: KindSamples<JsonValue> = {
  field: json({ label: { zh: '样例', en: 'Sample' } }),
  values: [{ a: 1, b: [true, null, '文'] }, [], [{ c: 0.5 }]],
  texts: [
    ['{"a": 1}', { a: 1 }],
    [' [1, 2] ', [1, 2]],
    ['{"a": "x\\u0000y"}', { a: 'xy' }],
  ],
  invalid: [
    ['{"a": }', 'field.json_invalid'],
    ['"text"', 'field.json_invalid'],
    ['12', 'field.json_invalid'],
    [{ n: 1n }, 'field.json_invalid'],
  ],
}
