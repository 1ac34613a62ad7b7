import type { Shape } from '../../locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  bar: 'At hand',
  call: 'Call',
  callTo: 'Whom to call',
  log: 'Write',
  photo: 'Photo',
  voice: 'Voice',
  noNumber: 'There is no number on this file',
  ofFile: 'This file · {{field}}',
  afterCall: 'Write down this call',
  paper: 'Paper, into the attachments',
  card: 'Business card, as a new contact',
  paperTitle: 'Photo {{at}}',
  cardTitle: 'Business card {{at}}',
  cardKept: 'The picture of the card is among the attachments',
  cardPicture: 'Picture of the card',
  unreadable: 'This picture cannot be opened; please take another one.',
}
