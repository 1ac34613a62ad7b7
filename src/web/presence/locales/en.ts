import type { Shape } from '../../locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  title: 'Who else has this file open',
  reads: '{{name}} is reading',
  writes: '{{name}} is writing',
}
