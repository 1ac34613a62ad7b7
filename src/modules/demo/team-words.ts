import type { Locale } from '#shared/label'

type Suggested = { by: string; title: string; text: string; reply?: string; reason?: string }
type Improved = { title: string; problem: string; plan: string; measure: string; before: number; target: number }

type TeamWords = {
  series: string
  agenda: readonly string[]
  minutes: readonly { minutes: string; decision: string }[]
  actions: readonly string[]
  report: { done: string; problems: string; plans: string; answer: string }
  /** Adopted, declined, and one that nobody has looked at yet. */
  suggestions: readonly Suggested[]
  improvements: readonly Improved[]
  done: string
  finding: string
  standard: string
  announcement: { title: string; body: string }
  policy: { title: string; body: string; penalty: string }
  article: { title: string; body: string }
  scheme: string
  managerWords: string
}

/** What the demo company's people say to each other, in the language that it works in. */
export const teamWords: Record<Locale, TeamWords> = {
  zh: {
    series: '华东区客户档案周例会',
    agenda: ['上周新增与变更的档案', '资料不全的客户', '下周回访安排'],
    minutes: [
      { minutes: '上周新增档案均已录入，两份缺统一社会信用代码。', decision: '新建档案须当日补齐信用代码。' },
      { minutes: '部分老客户的传真号已停用。', decision: '回访时一并核实电话与传真。' },
    ],
    actions: ['补齐两份新档案的信用代码', '整理停用传真号的客户清单'],
    report: {
      done: '回访 9 位客户，更新 6 份档案，新建 2 份档案。',
      problems: '两位客户更换了采购负责人，联系方式待核实',
      plans: '核实新的采购负责人；完成 5 位客户的季度回访。',
      answer: '采购负责人变动请同步更新联系人，原联系人注明已离职。',
    },
    suggestions: [
      {
        by: 'zhangna',
        title: '回访前提示上次沟通的要点',
        text: '打电话前要翻好几条记录，容易漏掉客户上次提的要求。',
        reply: '已采纳，回访规程中增加“先看上次沟通”一步。',
      },
      {
        by: 'hetao',
        title: '取消传真号字段',
        text: '多数客户已不用传真。',
        reply: '谢谢提醒，我们会在回访时核实。',
        reason: '仍有三成客户用传真接收报价，暂时保留。',
      },
      { by: 'dengting', title: '给老客户寄送节日贺卡', text: '可按地址清单统一打印信封。' },
    ],
    improvements: [
      {
        title: '缩短新客户建档时间',
        problem: '从首次接触到建档平均用了 4 天。',
        plan: '接待当天先建档，次日补全资料。',
        measure: '建档用时（天）',
        before: 4,
        target: 1,
      },
      {
        title: '提高客户电话的准确率',
        problem: '抽查发现部分电话已停机。',
        plan: '每季度由他人抽查一成档案。',
        measure: '电话准确率（%）',
        before: 88,
        target: 96,
      },
      {
        title: '减少重复建档',
        problem: '不同办事处为同一客户各建一份。',
        plan: '建档前先按电话和信用代码查重。',
        measure: '每月重复档案（份）',
        before: 7,
        target: 2,
      },
      {
        title: '投诉当日答复',
        problem: '投诉答复平均超过 2 天。',
        plan: '投诉当天指定负责人并电话答复。',
        measure: '当日答复率（%）',
        before: 61,
        target: 90,
      },
    ],
    done: '已按计划执行四周，每周例会通报进度。',
    finding: '抽查四周数据，达到目标。',
    standard: '写入操作规程，新员工培训时讲解。',
    announcement: {
      title: '客户资料使用提醒',
      body: '- 查看客户资料须有工作需要\n- 对外提供前先登记\n- 下班锁屏，纸质资料归柜',
    },
    policy: {
      title: '客户档案保密规定',
      body: '# 适用范围\n全体接触客户档案的人员。\n\n# 要求\n- 不得向无关人员透露客户联系方式\n- 不得私自拷贝、拍照\n- 离岗前办理档案交接',
      penalty: '违反者视情节给予警告至解除劳动合同。',
    },
    article: {
      title: '一次成功的沉睡客户唤醒',
      body: '客户一年没有采购。翻看档案发现设备已过保修期，我们带着保养方案上门，当月签下两年服务合同。\n\n**经验**：保修到期前一个月，是最好的联系时机。',
    },
    scheme: '销售代表月度考核',
    managerWords: '资料更新及时，回访记录完整；二次核对的差错要再减少。',
  },
  en: {
    series: 'Weekly meeting of the East on customer files',
    agenda: ['New and changed files of last week', 'Customers with data missing', 'Call-backs of next week'],
    minutes: [
      {
        minutes: 'All new files are in; two lack their credit code.',
        decision: 'A new file has its credit code the same day.',
      },
      {
        minutes: 'Some fax numbers of old customers do not answer.',
        decision: 'Each call-back asks for phone and fax as well.',
      },
    ],
    actions: ['Find the credit codes of the two new files', 'List the customers whose fax does not answer'],
    report: {
      done: 'Called nine customers back, updated six files, made two.',
      problems: 'Two customers have somebody new in purchasing, who is to be asked for',
      plans: 'Reach the new people in purchasing; call five customers for the quarter.',
      answer: 'Add the new people as contacts, and note on the old ones that they have left.',
    },
    suggestions: [
      {
        by: 'zhangna',
        title: 'Show what was said last before a call-back',
        text: 'One has to look through several entries, and misses what the customer had asked for.',
        reply: 'Adopted: the procedure for call-backs begins with it now.',
      },
      {
        by: 'hetao',
        title: 'Do away with the fax number',
        text: 'Most customers have none any more.',
        reply: 'Thank you; we ask for it at the next call-back.',
        reason: 'A third of them still get their quotes by fax.',
      },
      {
        by: 'dengting',
        title: 'Cards for old customers',
        text: 'Envelopes could be printed from the list of addresses.',
      },
    ],
    improvements: [
      {
        title: 'Make new files sooner',
        problem: 'It takes four days from the first contact.',
        plan: 'Make the file the same day, complete it the next.',
        measure: 'Days until there is a file',
        before: 4,
        target: 1,
      },
      {
        title: 'More phone numbers that are right',
        problem: 'A sample found numbers out of service.',
        plan: 'Somebody else looks at a tenth of the files each quarter.',
        measure: 'Phone numbers that are right, in %',
        before: 88,
        target: 96,
      },
      {
        title: 'Fewer customers entered twice',
        problem: 'Two offices make a file of the same customer.',
        plan: 'Look for phone and credit code before making one.',
        measure: 'Duplicates each month',
        before: 7,
        target: 2,
      },
      {
        title: 'Answer complaints the same day',
        problem: 'It takes more than two days.',
        plan: 'Name who is in charge at once, and call back.',
        measure: 'Answered the same day, in %',
        before: 61,
        target: 90,
      },
    ],
    done: 'Done as planned for four weeks, and told of in each weekly meeting.',
    finding: 'The figures of four weeks reach the target.',
    standard: 'Written into the procedure, and part of the training of whoever is new.',
    announcement: {
      title: 'On the use of customers’ data',
      body: '- Look at it for your work alone\n- Record what you hand on before you do\n- Lock the screen, and paper away, when you leave',
    },
    policy: {
      title: 'Customers’ files are confidential',
      body: '# For whom\nWhoever works with customers’ files.\n\n# What\n- Tell nobody else how to reach a customer\n- Make no copies and take no pictures\n- Hand your files over before you leave',
      penalty: 'From a warning to the end of employment.',
    },
    article: {
      title: 'How a dormant customer came back',
      body: 'No order for a year. The file said that the warranty had run out, so we came with an offer for upkeep, and left with a contract for two years.\n\n**Learned**: a month before a warranty ends is the time to call.',
    },
    scheme: 'Sales, each month',
    managerWords: 'Files are fresh and call-backs complete; fewer slips when values are keyed again would be good.',
  },
}
