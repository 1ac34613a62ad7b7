export const zh = {
  today: {
    title: '工作台',
    whose: { label: '范围', mine: '我的', all: '可见范围' },
    tasks: '到期任务',
    followUps: '待跟进客户',
    toComplete: '待补全档案',
    changed: '近期变动',
    settle: '完成：{{title}}',
    settled: '“{{title}}”已完成',
    late: '已逾期：',
    none: {
      tasks: '今天没有到期的任务。',
      followUps: '没有待跟进的客户。在档案中填写下次跟进时间，到期后会出现在这里。',
      toComplete: '没有待补全的档案。',
      changed: '还没有客户档案。',
    },
  },
} as const
