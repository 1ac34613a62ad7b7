import type { Shape } from '../../locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  title: 'Print labels of files',
  count: 'One label for each file ({{count}}), in the order of their numbers.',
  most: 'At most {{most}} at once; choose fewer.',
  sheet: 'Sheet',
  sheets: {
    '3x8': 'A4 3×8 (70×37 mm)',
    '3x7': 'A4 3×7 (63.5×38.1 mm)',
    '2x7': 'A4 2×7 (99.1×38.1 mm)',
    roll: 'Roll 70×36 mm',
  },
  start: 'First free place',
  place: 'Begin at place {{place}}',
  names: 'Names',
  nameChoices: { general: 'General level alone', none: 'None', all: 'All' },
  namesHint: 'A label stands on the shelf, where anybody passes.',
  content: 'Content',
  number: 'Archive no.',
  code: 'Class code',
  qr: 'QR code',
  logo: 'Company logo',
  logoHint: 'A logo in WebP format cannot be printed on labels; use PNG or JPEG.',
  make: 'Make the PDF',
  made: 'The labels are made; print them in their actual size',
  file: 'labels.pdf',
}
