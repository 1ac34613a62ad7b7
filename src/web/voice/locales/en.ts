import type { Shape } from '../../locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  record: 'Record a voice note',
  name: 'Voice note {{at}}',
  asking: 'Please allow the microphone…',
  stop: 'Stop',
  left: '{{time}} left',
  keep: 'Add to the record',
  discard: 'Discard',
  again: 'Record again',
  listen: 'Listen to the recording',
  refused:
    'The browser was not given the microphone. Allow it for this site beside the address or in the settings of the system, and try again.',
  missing: 'This device has no microphone.',
  unable: 'This browser cannot record; open the system by https, or use another browser.',
  broken: 'The recording broke off; please record it again.',
  spoken: 'See the voice note',
  play: 'Play {{name}}',
}
