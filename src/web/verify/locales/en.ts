import type { Shape } from '../../locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  ages: {
    fresh: 'Verified',
    ageing: 'Due soon',
    overdue: 'Overdue, verify again',
    never: 'Never verified',
    unknown: 'Cannot be found out',
  },
  told: '{{age}}: {{by}}, {{at}}, {{how}}, until {{due}}',
  toldNever: 'Never verified',
  nobody: 'System',
  ways: {
    call: 'by phone',
    visit: 'in person',
    document: 'by a document',
    customer: 'by the customer in writing',
    register: 'by a public register',
    keyed: 'keyed again alike by a second person',
    link: 'by the customer on a link',
    refused: 'they will not say',
    unreachable: 'nobody can be reached',
    absent: 'there is none',
  },
  verify: 'Verify “{{name}}” {{how}}',
  more: 'Ways to verify “{{name}}”',
  cannot: 'Say that “{{name}}” cannot be found out',
  cannotShort: 'Cannot be found out',
  done: '“{{name}}” verified ({{how}})',
  answered: '“{{name}}” cannot be found out ({{how}})',
  over: 'no longer holds',
  none: 'Nothing has been verified yet.',
}
