import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind, Parsed } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'

const maxLength = 2000

function readUrl(text: string): Parsed<string> {
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(text)?.[1]?.toLowerCase()
  if (scheme && scheme !== 'http' && scheme !== 'https') return problem('field.url_scheme', { scheme })
  const url = URL.parse(scheme ? text : `https://${text.replace(/^\/\//, '')}`)
  if (!url || text.includes(' ') || url.username || url.password) return problem('field.url_invalid')
  if (!/\.[^.\d][^.]*$/.test(url.hostname) && !/^\d+(\.\d+){3}$/.test(url.hostname)) return problem('field.url_invalid')
  const bare = url.pathname === '/' && !url.search && !url.hash ? url.href.slice(0, -1) : url.href
  return bare.length > maxLength ? problem('field.text_long', { max: maxLength, length: bare.length }) : { value: bare }
}

/** A web address; only http and https, so that no link runs a script. */
export const urlKind: Kind<string> = {
  name: 'url',
  label: { zh: '网址', en: 'Web address' },
  columns: [['', 'text']],
  parse: (input) => readWord(input, readUrl),
  format: (value) => value,
  lookups: (value) => ({ equal: value }),
  operators: ['eq', 'ne', 'contains', 'empty'],
  sort: 'value',
  groupable: false,
  mask: () => '***',
  schema: () => ({ type: 'string', format: 'uri', pattern: '^https?://', maxLength }),
  example: () => 'https://www.example.com',
}

export function url(settings: FieldSettings<string>): Field<string> {
  return declareField(urlKind, settings)
}
