import type { StarterProcedure } from './starter-procedure.ts'

/** The operating manual: what is done with a customer's data from the first card to the shredder. */
export const manual: readonly StarterProcedure[] = [
  {
    act: 'collect',
    title: { zh: '操作手册：收集客户资料', en: 'Manual: collecting a customer’s data' },
    body: {
      zh: '## 从哪里收集\n\n拜访、接待、展会与市场活动、网上登记表、公开信息查询。\n\n## 规则\n\n- 先说明**收集什么、作何用途**，取得同意后再记录\n- 只收集工作用得上的内容\n- 注明来源和日期，当天交录入\n- 一时收不齐的，写明缺什么、何时补，不得编造',
      en: '## Where it comes from\n\nVisits, reception, fairs and events, forms on the web, public registers.\n\n## Rules\n\n- Say first **what is collected and what for**; note it down once the customer agrees\n- Collect only what the work needs\n- Note the source and the day, and hand it on for entry the same day\n- What is not to be had yet is noted as missing, with a day; nothing is made up',
    },
    steps: [
      {
        name: { zh: '告知用途并征得同意', en: 'Tell the purpose and ask for consent' },
        what: {
          zh: '说明收集内容和用途，在档案的“同意记录”登记',
          en: 'Say what is collected and why; record the consent on the file',
        },
        days: 1,
      },
      {
        name: { zh: '收集基本资料', en: 'Collect the basics' },
        what: { zh: '名称、类型、联系方式、地址和来源', en: 'Name, type, how to reach them, address and source' },
        days: 2,
        fields: ['name', 'type', 'phone', 'source'],
      },
      {
        name: { zh: '了解需求与偏好', en: 'Ask about needs and preferences' },
        what: {
          zh: '记入偏好和跟进记录；没有问到的写明下次再问',
          en: 'Note them as preferences and in a follow-up; what was not asked is for next time',
        },
        days: 5,
        optional: true,
      },
    ],
  },
  {
    act: 'enter',
    title: { zh: '操作手册：录入客户资料', en: 'Manual: entering a customer’s data' },
    body: {
      zh: '## 必填与选填\n\n- 必填：客户名称、类型、联系电话、来源、负责人\n- 选填：行业、规模、官网、生日等，知道就填\n\n## 资料不完整时\n\n先建档，缺项由系统列入“待补全”；在约定的日期前补齐，不用“无”“123”之类充数。\n\n## 格式\n\n电话带区号，地址写到门牌，日期用系统的日期框；保存前看是否提示疑似重复。\n\n## 复核\n\n录入人之外再由一人核对，关键字段打电话核实。',
      en: '## Must and may\n\n- Must: name, type, phone, source, owner\n- May: industry, size, website, birthday — when known\n\n## When something is missing\n\nOpen the file all the same; what lacks is listed as to be completed. Complete it by the day agreed, and do not fill it with “none” or “123”.\n\n## Form\n\nPhones with area code, addresses down to the door, days by the date field; look at possible duplicates before saving.\n\n## Second look\n\nSomebody other than whoever entered it compares, and what matters is confirmed by a call.',
    },
    steps: [
      {
        name: { zh: '查重', en: 'Look for a duplicate' },
        what: {
          zh: '按名称和电话搜索；已有档案的，补充到原档案',
          en: 'Search by name and phone; if there is a file, add to it',
        },
        days: 1,
      },
      {
        name: { zh: '录入必填项', en: 'Enter what is obligatory' },
        what: { zh: '名称、类型、电话、来源、级别', en: 'Name, type, phone, source, tier' },
        days: 1,
        fields: ['name', 'type', 'phone', 'source', 'tier'],
      },
      {
        name: { zh: '核实电话', en: 'Verify the phone' },
        what: { zh: '回拨一次，在档案上记为已核实', en: 'Call back once and mark it as verified on the file' },
        days: 2,
        verified: ['phone'],
      },
      {
        name: { zh: '经理复核', en: 'Second look by the manager' },
        what: {
          zh: '对照原始资料逐项核对，有误退回负责人',
          en: 'Compare with the papers item by item; errors go back to the owner',
        },
        role: 'manager',
        days: 2,
      },
    ],
  },
  {
    act: 'store',
    title: { zh: '操作手册：存储与保管', en: 'Manual: storing and keeping' },
    body: {
      zh: '## 纸质资料\n\n- 每份档案一个编号，按类型、级别、地区或行业分类上架\n- 档案室防火、防潮、上锁，非授权人员不得进入\n- 借出登记，用完当日归还\n\n## 电子资料\n\n- 纸质件扫描后作为附件挂到同一编号的档案\n- 按密级保管，只给工作需要的人查看\n- 备份由系统管理员负责，不自行拷贝到个人设备',
      en: '## On paper\n\n- One number for each file; shelved by type, tier, region or trade\n- The archive is safe from fire and damp, locked, and closed to whoever has no business there\n- What is lent out is written down and back the same day\n\n## Electronic\n\n- Papers are scanned and attached to the file of the same number\n- Kept by level, seen by those whose work needs it\n- Backups are the administrator’s; nobody copies to a device of their own',
    },
    steps: [
      {
        name: { zh: '分类与编号', en: 'Classify and number' },
        what: { zh: '确定类型、级别和行业，打印档案标签', en: 'Settle type, tier and industry, and print the label' },
        days: 2,
        fields: ['archiveNumber', 'type', 'tier', 'industry'],
      },
      {
        name: { zh: '扫描并挂接附件', en: 'Scan and attach' },
        what: { zh: '扫描件清晰、方向正确，名称写明内容', en: 'Legible, upright and named after what it is' },
        days: 3,
      },
      {
        name: { zh: '纸质件入柜', en: 'Shelve the papers' },
        what: { zh: '按编号放入上锁的档案柜，登记存放位置', en: 'Into the locked cabinet by number; note the place' },
        days: 1,
      },
      {
        name: { zh: '确定密级', en: 'Settle the level' },
        what: { zh: '核对密级与查看权限是否符合工作需要', en: 'See that level and access fit what the work needs' },
        role: 'manager',
        days: 3,
        fields: ['level'],
        optional: true,
      },
    ],
  },
  {
    act: 'update',
    title: { zh: '操作手册：更新客户资料', en: 'Manual: updating a customer’s data' },
    body: {
      zh: '客户资料会变，得知变化的人负责报告。\n\n## 流程\n\n1. 得知变化（客户告知、拜访、回访、退信、定期审查）当日记录\n2. 向客户核实\n3. 修改档案并写明原因\n4. 由审核人员核对后生效\n\n## 定期\n\n每月抽查，每季度或每半年全面审查一次。',
      en: 'Customers’ data changes; who hears of a change reports it.\n\n## Way\n\n1. Note what you hear (from the customer, on a visit, a call, a returned letter, a review) the same day\n2. Make sure of it with the customer\n3. Change the file and say why\n4. It counts once the checker has compared it\n\n## By the calendar\n\nA spot check each month, a full review each quarter or half-year.',
    },
    steps: [
      {
        name: { zh: '记录变更', en: 'Note the change' },
        what: { zh: '在跟进记录中写明变化、来源和日期', en: 'In a follow-up: what changed, who said so, on which day' },
        days: 1,
      },
      {
        name: { zh: '向客户核实', en: 'Make sure of it' },
        what: { zh: '电话或当面核实，核实后在档案上标记', en: 'By phone or in person; mark it on the file' },
        days: 2,
        verified: ['phone'],
      },
      {
        name: { zh: '修改档案', en: 'Change the file' },
        what: {
          zh: '修改有关字段并写明原因；相关的联系人一并修改',
          en: 'Change the fields and say why; the contacts concerned as well',
        },
        days: 1,
      },
      {
        name: { zh: '审核', en: 'Check' },
        what: { zh: '核对变更与依据是否一致', en: 'See that the change agrees with what it rests on' },
        role: 'manager',
        days: 2,
      },
    ],
  },
  {
    act: 'destroy',
    roles: ['head', 'manager'],
    title: { zh: '操作手册：销毁客户资料', en: 'Manual: destroying a customer’s data' },
    body: {
      zh: '## 何时\n\n保存期满、用途已终止、或客户要求删除且没有必须保留的理由。\n\n## 规则\n\n- 一人提出，另一人批准，不得一人办完\n- 涉及合同、纠纷或法定保存期的，先不销毁\n- 纸质件碎掉，不得当废纸出售\n- 记录销毁的范围、方法、时间和在场的人',
      en: '## When\n\nThe time for keeping is over, the purpose has ended, or the customer asks and nothing obliges us to keep it.\n\n## Rules\n\n- One asks, another agrees; never one alone\n- Nothing goes that a contract, a dispute or the law needs\n- Papers are shredded, not sold as waste\n- Note what was destroyed, how, when and who was there',
    },
    steps: [
      {
        name: { zh: '提出销毁申请', en: 'Ask for it' },
        what: { zh: '写明理由和范围，确认没有未了事项', en: 'Say why and how much; see that nothing is pending' },
        days: 3,
      },
      {
        name: { zh: '安全管理员审查', en: 'Look by the security officer' },
        what: { zh: '确认保存期、合同、纠纷和客户同意情况', en: 'Time for keeping, contracts, disputes and consents' },
        role: 'security_officer',
        days: 5,
      },
      {
        name: { zh: '经理批准', en: 'Agreement of the manager' },
        what: { zh: '在审批中同意或退回', en: 'Agree or return it' },
        role: 'manager',
        days: 3,
      },
      {
        name: { zh: '销毁纸质件并登记', en: 'Shred the papers and record it' },
        what: { zh: '两人在场，登记时间、范围和方法', en: 'Two are there; note when, what and how' },
        days: 5,
      },
    ],
  },
]
