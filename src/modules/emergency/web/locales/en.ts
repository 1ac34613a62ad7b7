import type { Shape } from '../../../../web/locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  emergency: {
    title: 'Emergency access',
    settingTitle: 'Emergency switch',
    text: 'When it cannot wait: read a customer’s file that is not yours, for a short time.',
    number: 'Archive number',
    numberHint: 'The whole number, such as KH-2026-000123',
    grounds: 'Reason',
    groundsHint: 'At least {{count}} characters: what has happened, and why it cannot wait.',
    minutes: 'For how long',
    minutesOf: '{{count}} minute{{count, s}}',
    recorded: 'It is recorded: who, which file, when and why.',
    told: 'The company head and the managers above the file are told at once and review it within 24 hours.',
    ends: 'You may read the file, not change it. It ends by itself; three times in 24 hours at most.',
    take: 'Open the file',
    running: 'You read this file in an emergency; everything is recorded.',
    left: '{{time}} left',
    end: 'End now',
    review: 'Review',
    opinion: 'Opinion',
    finish: 'Finish the review',
    reviewed: 'The review is kept',
    allowed: 'Clerks and managers may read a file that is not theirs in an emergency',
    saved: 'Saved',
  },
}
