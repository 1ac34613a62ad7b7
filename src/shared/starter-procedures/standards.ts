import type { StarterProcedure } from './starter-procedure.ts'

/** How customers are received and called back, as lists to tick. */
export const standards: readonly StarterProcedure[] = [
  {
    act: 'reception',
    title: { zh: '客户接待规范', en: 'Standard: receiving a customer' },
    body: {
      zh: '每位客户得到同样的接待。\n\n## 检查清单\n\n- 来访前看过档案：上次谈了什么、有无未办投诉\n- 准时迎接，报姓名和职务\n- 先听需求，再介绍；记下原话\n- 不在客户面前打开其他客户的资料\n- 说清下一步：谁、做什么、何时\n- 当天写跟进记录',
      en: 'Every customer is received alike.\n\n## Checklist\n\n- Read the file before: what was talked of last, which complaint is open\n- Be there in time; say name and post\n- Listen first, then present; note their words\n- No other customer’s data in sight\n- Say what comes next: who, what, when\n- Write the follow-up the same day',
    },
    steps: [
      {
        name: { zh: '来访前准备', en: 'Prepare' },
        what: { zh: '看档案、订会议室、备好资料', en: 'Read the file, book the room, lay out the papers' },
        days: 1,
      },
      {
        name: { zh: '接待并记录需求', en: 'Receive and note what they need' },
        what: { zh: '按检查清单接待，记录需求和反馈', en: 'By the checklist; note needs and what they say of us' },
        days: 1,
      },
      {
        name: { zh: '核对联系方式', en: 'Confirm how to reach them' },
        what: { zh: '当面核对电话，有变化的当场更新', en: 'Compare the phone in person, and update it there' },
        days: 1,
        fields: ['phone'],
      },
      {
        name: { zh: '约定下次联系', en: 'Agree on the next contact' },
        what: { zh: '写跟进记录并填下次跟进日期', en: 'Write the follow-up with the day of the next' },
        days: 1,
        fields: ['nextFollowUp'],
      },
    ],
  },
  {
    act: 'call_back',
    title: { zh: '客户回访规范', en: 'Standard: calling back' },
    body: {
      zh: '## 何时回访\n\n购买或服务之后；投诉办结之后；级别约定的周期到期。\n\n## 检查清单\n\n- 在客户方便的时段打电话，不在其拒绝的渠道联系\n- 报公司和姓名，说明来意，问是否方便\n- 问产品和服务是否满意、有何建议\n- 核对电话、地址是否有变\n- 有不满的，当日登记反馈并说明谁来处理、何时答复\n- 未接通的，换时段再打两次后记录',
      en: '## When\n\nAfter a purchase or a service; after a complaint is settled; when the tier’s rhythm is up.\n\n## Checklist\n\n- Call when it suits the customer, never by a way they declined\n- Say company and name, why you call, and ask whether it suits\n- Ask how product and service were, and what could be better\n- Ask whether phone or address changed\n- Record a grievance the same day; say who sees to it and when they hear\n- Nobody there: twice more at other hours, then note it',
    },
    steps: [
      {
        name: { zh: '准备回访', en: 'Prepare' },
        what: {
          zh: '查看最近购买、跟进和反馈，确认可用渠道',
          en: 'Latest purchases, follow-ups and feedback; which ways are allowed',
        },
        days: 1,
        fields: ['phone'],
      },
      {
        name: { zh: '电话回访', en: 'Call' },
        what: { zh: '按检查清单询问，写跟进记录', en: 'Ask by the checklist and write the follow-up' },
        days: 3,
      },
      {
        name: { zh: '处理意见', en: 'See to what they said' },
        what: { zh: '登记反馈、指定处理人并答复客户', en: 'Record it, name who sees to it, and answer the customer' },
        days: 5,
        optional: true,
      },
      {
        name: { zh: '更新档案', en: 'Update the file' },
        what: { zh: '更新有变化的资料，填下次跟进日期', en: 'Update what changed, with the day of the next contact' },
        days: 1,
        fields: ['nextFollowUp'],
      },
    ],
  },
]
