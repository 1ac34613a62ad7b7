import type { Label, Locale } from './label.ts'

type StarterDuties = {
  title: Label
  body: Label
  /** Roles that the product brings; none: a role of the company's own is chosen before it is published. */
  roles?: readonly ('head' | 'manager' | 'clerk' | 'system_admin' | 'security_officer' | 'auditor')[]
}

/** What each post answers for in the keeping of customers' files: drafts to be read, changed and published by whoever leads. */
export const starterDuties: readonly StarterDuties[] = [
  {
    roles: ['clerk'],
    title: { zh: '岗位职责：业务员', en: 'Duties: salesperson' },
    body: {
      zh: '对自己名下的客户档案负责。\n\n## 负责什么\n\n- 拜访、接待、市场活动中收集的客户信息，**当天**录入\n- 建档前先查重，必填项填全，缺项写明何时补齐\n- 收集前说明用途并征得同意，登记同意记录\n- 每次联系后写跟进记录，约定下次跟进日期\n- 客户信息有变化，及时提交变更并附来源，经审核后生效\n- 按期完成定期审查、补全和规程步骤的任务\n- 客户的意见和投诉当天登记，跟到有答复为止\n\n## 不得\n\n- 凭印象填写，或用“无”“123”充数\n- 把客户信息存到个人手机、网盘，或告诉无关的人\n- 用他人账号，或把账号借给他人\n\n## 怎样衡量\n\n准确率、完整度、更新及时率，以及任务是否按期完成。',
      en: 'Answers for the customers’ files in their own name.\n\n## Answers for\n\n- Entering what visits, receptions and events bring **the same day**\n- Looking for duplicates first; filling in all that is obligatory, and saying by when the rest follows\n- Telling the purpose and asking for consent before anything is collected\n- Writing a follow-up after each contact, with the day of the next\n- Handing in changes with their source as soon as they are known; they count once approved\n- Doing the tasks of reviews, of completion and of procedures in time\n- Recording opinions and complaints the same day, and staying with them until they are answered\n\n## Never\n\n- Fills a field from memory, or with “none” or “123”\n- Keeps customers’ data on a private phone or drive, or tells those who need not know\n- Works with another’s account, or lends the own one\n\n## Measured by\n\nAccuracy, completeness, timeliness of updates, and tasks done in time.',
    },
  },
  {
    title: { zh: '岗位职责：档案管理员', en: 'Duties: files clerk' },
    body: {
      zh: '对客户档案的完整、准确和妥善保管负责。\n\n## 负责什么\n\n- 维护档案目录：编号唯一、分类准确、查找得到\n- 复核新录入的档案，关键字段由第二人再次录入\n- 组织每月、每季度的核对，跟踪差错改正\n- 处理疑似重复的档案，合并前逐项比对\n- 保管纸质档案：上锁、防火防潮，借阅登记，按期归还\n- 保管期满的档案提出鉴定，经批准后两人共同销毁并留证明\n- 汇总录入中的问题，提出改进建议\n\n## 不得\n\n- 一人同时录入和审核同一内容\n- 未经登记借出档案，未经批准销毁档案\n\n## 怎样衡量\n\n抽查准确率、重复档案数、核对按期完成率。',
      en: 'Answers for files that are complete, right and safely kept.\n\n## Answers for\n\n- The catalogue: each number once, each file in its class, everything to be found\n- A second look at new files; what matters is keyed again by a second person\n- The monthly and quarterly checks, until what was wrong is put right\n- Possible duplicates: compared item by item before they are merged\n- Paper files: locked, safe from fire and damp, lent by the register, returned in time\n- Proposing what may go at the end of its term; destroyed by two, once approved, with a certificate\n- Collecting what goes wrong in entering, and proposing what to improve\n\n## Never\n\n- Enters and checks the same thing\n- Lends a file beside the register, or destroys one without approval\n\n## Measured by\n\nAccuracy in samples, duplicates left, checks done in time.',
    },
  },
  {
    roles: ['manager'],
    title: { zh: '岗位职责：经理', en: 'Duties: manager' },
    body: {
      zh: '对本部门的客户档案和人员负责。\n\n## 负责什么\n\n- 分配客户和任务，人员离岗时安排交接\n- 审批变更申请：看清新旧值、来源和凭证，不审批自己的申请\n- 复核规程中由经理完成的步骤，逾期的查明原因\n- 每周召开例会，听取问题，把行动项落实到人\n- 组织定期审查，审查人不审自己的档案\n- 按考核方案评价员工，听取申诉\n- 安排新员工学习岗位职责和操作规程\n- 对重要客户每季度亲自回访\n\n## 不得\n\n- 代替下属确认已读，或代他人完成步骤\n- 超出工作需要查看客户的敏感信息\n\n## 怎样衡量\n\n本部门的准确率、完整度、及时率，规程执行情况，审批时效。',
      en: 'Answers for the files and the people of the unit.\n\n## Answers for\n\n- Who has which customers and tasks, and the handover when somebody leaves\n- Deciding on change requests: both values, source and evidence looked at, never one’s own\n- The steps that procedures leave to the manager, and why others are late\n- The weekly meeting: what went wrong, and action items with a name each\n- Periodic reviews, in which nobody reviews their own files\n- Appraising by the scheme, and hearing appeals\n- New people learning their duties and procedures\n- Calling on important customers in person each quarter\n\n## Never\n\n- Confirms or ticks in another’s place\n- Looks at sensitive data beyond what the work needs\n\n## Measured by\n\nThe unit’s accuracy, completeness and timeliness, procedures kept to, and how fast requests are decided.',
    },
  },
  {
    roles: ['head'],
    title: { zh: '岗位职责：负责人', en: 'Duties: company head' },
    body: {
      zh: '对公司的客户档案管理制度负责。\n\n## 负责什么\n\n- 批准管理制度、操作规程和岗位职责，每年复审\n- 任命档案管理、系统、安全和审计人员，一人不兼相互制约的岗位\n- 决定密级、保管期限和可以导出的范围\n- 审阅每季度的审查报告、规程执行检查和审计结果，督促整改\n- 听取员工建议，决定采纳与奖励\n- 信息泄露、丢失时启动应急预案并对外通报\n\n## 不得\n\n- 绕过审批直接修改已受规程管理的资料\n- 要求审计人员删改记录\n\n## 怎样衡量\n\n全公司的各项指标，整改完成情况，有无泄露事件。',
      en: 'Answers for how the company keeps its customers’ files.\n\n## Answers for\n\n- Approving policies, procedures and duties, and looking at them anew each year\n- Naming who keeps files, system, security and audit; no one holds posts that check each other\n- Levels, terms of keeping, and what may be exported\n- Reading the quarter’s reviews, compliance and audits, and seeing to what they find\n- Hearing what people propose, and deciding what is adopted and rewarded\n- Starting the emergency plan when data leaks or is lost, and telling whom the law names\n\n## Never\n\n- Changes what a procedure governs past its approval\n- Asks an auditor to alter records\n\n## Measured by\n\nThe figures of the whole company, findings put right, and no leaks.',
    },
  },
  {
    roles: ['system_admin'],
    title: { zh: '岗位职责：系统管理员', en: 'Duties: system administrator' },
    body: {
      zh: '对系统正常运行负责，不接触客户内容。\n\n## 负责什么\n\n- 按审批开通、停用账号；离职当天停用\n- 每天查看备份是否成功，每月做一次恢复演练\n- 每季度更新系统，更新前备份\n- 系统故障及时响应，记录原因和处理过程\n- 维护字段、布局等设置，变更先说明影响\n\n## 不得\n\n- 给自己或他人增加权限\n- 为排查问题查看客户资料\n\n## 怎样衡量\n\n可用时间、备份与恢复演练、故障处理时长。',
      en: 'Answers for a system that runs; does not see what customers’ files say.\n\n## Answers for\n\n- Opening and closing accounts as approved; on the very day when somebody leaves\n- Looking each day whether the backup succeeded, and restoring one on trial each month\n- Updating each quarter, with a backup before\n- Answering troubles at once, with a note of cause and cure\n- Fields, layouts and settings; what a change does is said before\n\n## Never\n\n- Gives rights to themselves or to others\n- Looks at customers’ data to find a fault\n\n## Measured by\n\nTime in service, backups and trial restores, time to mend.',
    },
  },
  {
    roles: ['security_officer'],
    title: { zh: '岗位职责：安全管理员', en: 'Duties: security officer' },
    body: {
      zh: '对权限和密钥负责，不接触客户内容。\n\n## 负责什么\n\n- 按岗位授予最小权限，每季度复核一次\n- 角色和权限的变更由第二人审批\n- 保管主密钥和恢复单，按期轮换密钥\n- 每半年做一次安全检查，跟踪整改\n- 组织信息安全与隐私保护培训\n- 泄露事件中冻结账号、保全证据\n\n## 不得\n\n- 自己审批自己的权限\n- 把密钥和备份放在一处\n\n## 怎样衡量\n\n权限复核完成率、检查问题整改率、培训覆盖率。',
      en: 'Answers for rights and keys; does not see what customers’ files say.\n\n## Answers for\n\n- No more rights than a post needs, looked through each quarter\n- A second person for each change of roles and rights\n- Keeping the master key and the recovery sheets, and rotating keys in time\n- A security check each half-year, until its findings are put right\n- Training in security and privacy\n- Closing accounts and keeping the evidence when data leaks\n\n## Never\n\n- Approves their own rights\n- Keeps keys and backups in one place\n\n## Measured by\n\nRights looked through, findings put right, people trained.',
    },
  },
  {
    roles: ['auditor'],
    title: { zh: '岗位职责：审计员', en: 'Duties: auditor' },
    body: {
      zh: '独立检查客户档案管理是否合规，不参与被检查的工作。\n\n## 负责什么\n\n- 每月检查访问日志：非工作时间、大量查看、导出\n- 检查规程执行：跳过和逾期的步骤、流程外的修改\n- 验证日志完整，保管签名检查点\n- 紧急访问逐次复核\n- 每季度出具审计报告，跟踪整改到关闭\n- 受理举报，为举报人保密\n\n## 不得\n\n- 修改被检查的资料和设置\n- 把审计中看到的内容用于其他目的\n\n## 怎样衡量\n\n检查按计划完成，问题有结论、有整改。',
      en: 'Looks independently whether files are kept as laid down; has no part in the work that is looked at.\n\n## Answers for\n\n- The access log each month: odd hours, much read, exports\n- Procedures: steps skipped or late, edits beside the case\n- Proving the log whole, and keeping its signed checkpoints\n- Looking at each emergency access\n- A report each quarter, followed until its findings are closed\n- Taking reports of wrongs, and keeping who made them secret\n\n## Never\n\n- Changes the data or settings that are looked at\n- Uses what an audit shows for anything else\n\n## Measured by\n\nChecks done as planned; each finding with an answer and a cure.',
    },
  },
]

/** The values of a draft in one language; whoever holds the post confirms to have read it. */
export function draftOfDuties({ title, body, roles }: StarterDuties, locale: Locale) {
  return {
    kind: 'duties' as const,
    title: title[locale],
    body: body[locale],
    mustRead: true,
    ...(roles && { roles: [...roles] }),
  }
}
