import type { Shape } from '../../../../web/locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  signInSettings: {
    title: 'Sign-in settings',
    passwords: 'Passwords',
    modern: 'Long and hard to guess',
    modernText:
      'At least 10 characters, not a common one, a keyboard row, a date or the own name; it need not be changed.',
    mlps3: 'MLPS level 3',
    mlps3Text:
      'Also three of capitals, small letters, digits and signs; changed every 90 days, none of the last five; accounts that nobody used for 90 days are switched off.',
    secondFactor: 'Roles that need a second factor',
    secondFactorText:
      'At their next sign-in they set up an authenticator app. Best for the company head and all officers.',
    networks: 'Networks for sign-in',
    networksText:
      'One network or address a line, such as 192.168.1.0/24. Empty: from everywhere. Your own address must be among them.',
    lockOut: 'Lock-out',
    lockOutText:
      'After five failures on one login each further one doubles the wait, up to 15 minutes; one address has fifty. There is nothing to set; each failure stands in the access log.',
    saved: 'Sign-in settings saved',
  },
}
