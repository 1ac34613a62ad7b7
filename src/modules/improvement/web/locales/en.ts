import type { Shape } from '../../../../web/locales/shape.ts'
import type { zh } from './zh.ts'

export const en: Shape<typeof zh> = {
  text: 'What stands in the way, and what could be better: write it down at any time.',
  label: 'Suggestion',
  placeholder: 'Such as: keep business cards in one way, so that they are found sooner',
  anonymous: 'Without my name',
  anonymousText:
    'It is not noted who you are: neither those who handle it, nor administrators, nor the access log see it. Keep the code that you get; by it you see what became of it.',
  named: 'Under your name: you are told what became of it, and an adopted one is credited to you.',
  send: 'Send',
  sent: 'Sent, thank you',
  codeTitle: 'Your code',
  codeText: 'It is shown this once: write it down or copy it. Nobody can find it again.',
  copy: 'Copy',
  copied: 'Copied',
  another: 'Write another',
  check: 'Look by a code',
  checkLabel: 'Code',
  checkSend: 'Look',
  reply: 'Reply',
  reason: 'Why not',
  mine: 'My suggestions',
  none: 'What you suggest under your name stands here',
  waiting: 'To be looked at',
  all: 'All suggestions',
  board: 'Board of improvements',
  credits: 'Credits',
  noCredits: 'Suggestions that were adopted stand here, with whose they were',
  improve: 'Make it an improvement',
  improved: 'Made an improvement',
  anonymousName: 'Without a name',
}
