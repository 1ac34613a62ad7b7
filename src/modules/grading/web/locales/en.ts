import type { zh } from './zh.ts'

type Words<T> = { [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> }

/** Words of the page of grading rules. */
export const en: Words<typeof zh> = {
  title: 'Grading rules',
  text: 'Rules in force decide on tier, stage and status by what customers do: minutes after a change, and all of them each night. Of a field’s rules the first that fits holds; a customer that none fits keeps its value.',
  none: 'There are no grading rules yet. Add the usual ones, see what they would do, and put them in force.',
  add: 'Add a rule',
  edit: 'Change the rule “{{name}}”',
  remove: 'Delete the rule “{{name}}”',
  removed: 'The rule “{{name}}” is deleted',
  when: 'Case',
  value: 'Value',
  active: 'In force',
  resting: 'Not in force',
  starters: 'Add the usual rules',
  started: '{{count}} rule{{count, s}} added, none of them in force',
  foresight: 'What the rule does',
  incomplete: 'Choose a value and at least one condition to see what the rule would do.',
  matching: 'Of {{count}} customer{{count, s}} the rule decides on {{matching}}.',
  moves: '{{before}} → {{after}}: {{number}}',
  unchanged: 'No customer would get another value.',
  empty: 'empty',
  standards: 'Service standards',
  standardsText:
    'How often somebody is in touch with customers of each tier, how soon they get an answer, what is offered. Without a follow-up for longer, a customer is shown as overdue on the file, on Today and under Team.',
  noStandard: 'Not set',
  editStandard: 'Service standard of “{{tier}}”',
  everyDays: 'In touch every {{count}} day{{count, s}}',
  withinHours: 'Answer within {{count}} hour{{count, s}}',
  standard: 'Service standard',
  overdue: 'Contact overdue by {{count}} day{{count, s}}',
  lifetime: 'Lifetime value',
  sum: 'Purchases in all',
  purchases: 'Purchases',
  span: 'First to last purchase',
  compare: 'Compare with this stage',
  average: 'stage: {{number}} customer{{number, s}}, {{amount}} on average',
  how: 'How is this computed?',
  formula:
    'The value of a customer is the sum of all purchases that you may see, each currency by itself; nothing is converted or foretold, and what is in the recycle bin does not count. The average of a stage is the purchase total of all customers of it that you may see, divided by their number.',
  starter: {
    vip: 'Bought for 100,000 or more',
    regular: 'Bought before',
    lost: 'Nothing bought for a year',
    dormant: 'Nothing bought for half a year',
    loyal: 'Five purchases or more',
    repeat: 'Bought again',
    first: 'First purchase',
  },
}
