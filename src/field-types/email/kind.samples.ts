import type { KindSamples } from '../samples.ts'
import { email } from './kind.ts'

export const samples: KindSamples<string> = {
  field: email({ label: { zh: '样例', en: 'Sample' } }),
  values: ['info33550@example.com', 'wang.fang+crm@mail.example.cn', '王芳@例子.中国'],
  texts: [
    ['Info@Example.COM', 'info@example.com'],
    ['info＠example．com', 'info@example.com'],
    ['mailto:info@example.com', 'info@example.com'],
    ['王芳 <info@example.com>', 'info@example.com'],
    ['邮箱：info@example.com', 'info@example.com'],
    ['info @ example.com', 'info@example.com'],
    ['info@example.com;info@example.com', 'info@example.com'],
  ],
  invalid: [
    ['info@', 'field.email_invalid'],
    ['info@example', 'field.email_invalid'],
    ['info@example.com 王芳', 'field.email_invalid'],
    ['a..b@example.com', 'field.email_invalid'],
    ['a@example.com;b@example.com', 'field.email_many'],
    [{}, 'field.invalid'],
  ],
}
