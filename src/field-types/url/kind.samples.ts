import type { KindSamples } from '../samples.ts'
import { url } from './kind.ts'

export const samples: KindSamples<string> = {
  field: url({ label: { zh: '样例', en: 'Sample' } }),
  values: ['http://192.168.1.8:8080/crm', 'https://example.com/a?b=1#c', 'https://www.example.com'],
  texts: [
    ['www.example.com', 'https://www.example.com'],
    ['WWW.Example.com/', 'https://www.example.com'],
    ['http://example.com/路', 'http://example.com/%E8%B7%AF'],
    ['example.com:8443/x', 'https://example.com:8443/x'],
  ],
  invalid: [
    ['javascript:alert(1)', 'field.url_scheme'],
    ['ftp://example.com', 'field.url_scheme'],
    ['localhost', 'field.url_invalid'],
    ['https://user:secret@example.com', 'field.url_invalid'],
    ['不是网址', 'field.url_invalid'],
    ['two words.com', 'field.url_invalid'],
  ],
}
