import type { StarterProcedure } from './starter-procedure.ts'

/** What is done for customers at each stage of their life with the company. */
export const byStage: readonly StarterProcedure[] = [
  {
    act: 'collect',
    stages: ['prospect'],
    title: { zh: '潜在客户跟进流程', en: 'Prospects: first steps' },
    body: {
      zh: '目标：引起关注、了解需求，决定是否继续投入。\n\n- 从来源和行业判断可能的需求\n- 只用客户同意的渠道联系\n- 三次联系无回应的，放慢节奏并说明',
      en: 'Aim: to be noticed, to learn what they need and to decide whether to go on.\n\n- Source and industry hint at what they may need\n- By the ways they agreed to alone\n- Three times no answer: slow down and say so',
    },
    steps: [
      {
        name: { zh: '分类', en: 'Classify' },
        what: { zh: '填来源、行业和级别', en: 'Source, industry and tier' },
        days: 2,
        fields: ['source', 'industry', 'tier'],
      },
      {
        name: { zh: '首次联系', en: 'First contact' },
        what: { zh: '介绍公司，询问需求，写跟进记录', en: 'Present the company, ask what they need, write it down' },
        days: 5,
      },
      {
        name: { zh: '约定下一步', en: 'Agree what comes next' },
        what: { zh: '发送资料或约拜访，填下次跟进日期', en: 'Send papers or arrange a visit; note the day' },
        days: 5,
        fields: ['nextFollowUp'],
      },
    ],
  },
  {
    act: 'call_back',
    stages: ['first'],
    title: { zh: '首次购买客户流程', en: 'After the first purchase' },
    body: {
      zh: '第一次购买决定有没有第二次。\n\n- 补齐档案，记录买了什么、为何买\n- 一周内回访使用情况\n- 有问题先解决，再谈其他',
      en: 'The first purchase decides on a second.\n\n- Complete the file; note what was bought and why\n- Call within a week to ask how it goes\n- Troubles first, everything else later',
    },
    steps: [
      {
        name: { zh: '补齐档案', en: 'Complete the file' },
        what: { zh: '地区、地址和行业；登记购买记录', en: 'Region, address and industry; record the purchase' },
        days: 3,
        fields: ['region', 'street', 'industry'],
      },
      {
        name: { zh: '使用回访', en: 'Ask how it goes' },
        what: { zh: '按回访规范询问使用情况', en: 'By the standard for calling back' },
        days: 5,
        verified: ['phone'],
      },
      {
        name: { zh: '制定维护计划', en: 'Plan further care' },
        what: { zh: '按级别确定联系周期，填下次跟进日期', en: 'How often, by tier; note the next day' },
        days: 5,
        fields: ['nextFollowUp'],
      },
    ],
  },
  {
    act: 'call_back',
    stages: ['repeat'],
    title: { zh: '重复购买客户流程', en: 'Customers who buy again' },
    body: {
      zh: '了解规律，提供更合适的服务。\n\n- 看购买历史：品类、间隔、金额\n- 记录偏好，推荐相关产品\n- 复核级别是否应上调',
      en: 'Learn their pattern and serve them better.\n\n- Look at what they bought: kinds, intervals, amounts\n- Note preferences, suggest what goes with them\n- See whether the tier should rise',
    },
    steps: [
      {
        name: { zh: '分析购买记录', en: 'Look at the purchases' },
        what: { zh: '写明规律和下次可能购买的时间', en: 'Note the pattern and when they may buy next' },
        days: 5,
      },
      {
        name: { zh: '满意度调查', en: 'Ask how content they are' },
        what: { zh: '电话或问卷，意见登记为反馈', en: 'By phone or form; what they say is recorded' },
        days: 10,
      },
      {
        name: { zh: '复核级别', en: 'Look at the tier again' },
        what: { zh: '按分级规则确认或调整', en: 'Confirm or change it by the rules' },
        role: 'manager',
        days: 5,
        fields: ['tier'],
      },
    ],
  },
  {
    act: 'call_back',
    stages: ['loyal'],
    title: { zh: '忠诚客户维护流程', en: 'Caring for loyal customers' },
    body: {
      zh: '留住他们，比找新客户划算。\n\n- 专属优惠或会员待遇由经理确定\n- 重要日子问候\n- 每季度由经理联系一次，征求建议',
      en: 'Keeping them costs less than finding others.\n\n- Offers and membership are the manager’s to settle\n- Greet them on their days\n- Each quarter a call by the manager, to ask what could be better',
    },
    steps: [
      {
        name: { zh: '确定专属待遇', en: 'Settle what is theirs alone' },
        what: { zh: '会员等级、专属优惠、专人服务', en: 'Membership, offers, a person of their own' },
        role: 'manager',
        days: 5,
      },
      {
        name: { zh: '核对资料', en: 'Go through the data' },
        what: { zh: '核实电话和地址，补充重要日子', en: 'Verify phone and address; add days that matter' },
        days: 10,
        verified: ['phone', 'street'],
      },
      {
        name: { zh: '经理联系', en: 'Call by the manager' },
        what: { zh: '感谢并征求建议，写跟进记录', en: 'Thank them, ask for advice, write it down' },
        role: 'manager',
        days: 20,
      },
    ],
  },
  {
    act: 'call_back',
    stages: ['dormant'],
    title: { zh: '沉睡客户唤醒流程', en: 'Waking dormant customers' },
    body: {
      zh: '先弄清为什么不来了，再决定怎么联系。\n\n- 核实联系方式是否还有效\n- 查看未办的反馈和投诉\n- 不愿再联系的，尊重并登记',
      en: 'Find out first why they stay away.\n\n- See whether they can still be reached\n- Look for feedback and complaints left open\n- Who wants no more contact is left alone, and that is recorded',
    },
    steps: [
      {
        name: { zh: '核实联系方式', en: 'See whether they can be reached' },
        what: { zh: '核实电话；失效的另找途径', en: 'Verify the phone; otherwise find another way' },
        days: 5,
        verified: ['phone'],
      },
      {
        name: { zh: '了解原因', en: 'Find out why' },
        what: { zh: '询问近况和原因，写跟进记录', en: 'Ask how they are and why; write it down' },
        days: 10,
      },
      {
        name: { zh: '决定后续', en: 'Decide what follows' },
        what: { zh: '制定唤醒措施，或转为流失', en: 'A plan to win them back, or the stage “lost”' },
        role: 'manager',
        days: 5,
      },
    ],
  },
  {
    act: 'store',
    stages: ['lost'],
    title: { zh: '流失客户处理流程', en: 'When a customer is lost' },
    body: {
      zh: '- 写明流失原因，供公司改进\n- 停止营销联系\n- 资料按保存期保管，期满按销毁规程处理',
      en: '- Note why, so that the company learns from it\n- No more marketing\n- Keep the data for its time, then by the manual for destroying',
    },
    steps: [
      {
        name: { zh: '记录流失原因', en: 'Note why' },
        what: {
          zh: '价格、质量、服务、竞争者或停业，写入跟进记录',
          en: 'Price, quality, service, a rival or closure; in a follow-up',
        },
        days: 5,
      },
      {
        name: { zh: '停止营销联系', en: 'Stop the marketing' },
        what: { zh: '撤回用于营销的同意，取消后续任务', en: 'End consents for marketing and the tasks ahead' },
        days: 3,
      },
      {
        name: { zh: '经理复核', en: 'Second look by the manager' },
        what: { zh: '判断能否挽回，总结改进', en: 'Can they be won back; what do we learn' },
        role: 'manager',
        days: 5,
        optional: true,
      },
    ],
  },
]
