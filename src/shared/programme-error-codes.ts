import type { Label } from './label.ts'

/** Refusals around plans, their rounds, and reviews of files. */
export const programmeErrorCodes = {
  'programme.owner_gone': {
    zh: '计划的负责人已停用，请先为计划指定其他负责人。',
    en: 'Who is in charge of the plan has left; name somebody else first.',
  },
  'programme.opening': {
    zh: '此批次正在分配，请稍后再试。',
    en: 'This round is still being given out; try again in a moment.',
  },
  'programme.closed': { zh: '此批次已结束。', en: 'This round has been closed.' },
  'programme.done': { zh: '此项已完成，请刷新页面。', en: 'This has been done already; reload the page.' },
  'programme.not_yours': {
    zh: '此项分配给了他人，只能由其本人完成；代理人请先接手。',
    en: 'This was given to somebody else; whoever stands in for them takes it over first.',
  },
  'programme.cannot_read': {
    zh: '此人已停用或无权查看此类资料，请另选他人。',
    en: 'This person has left or may not read such records; choose somebody else.',
  },
  'review.own_file': {
    zh: '不能审查自己负责或创建的客户档案，请由他人审查。',
    en: 'Nobody reviews a file that they own or made; ask somebody else.',
  },
  'review.stale': {
    zh: '客户档案刚刚被修改，请重新核对后再提交。',
    en: 'The file has just been changed; look through it again, then submit.',
  },
  'review.nothing_to_correct': {
    zh: '建议值与现有值相同，请修改建议值，或去掉此问题。',
    en: 'What you propose stands there already; propose something else, or take the finding out.',
  },
  'review.percent_beyond': { zh: '抽样百分比不能超过 100。', en: 'A sample is 100 per cent at most.' },
} as const satisfies Record<string, Label>
