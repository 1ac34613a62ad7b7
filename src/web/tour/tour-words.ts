import type { Label } from '#shared/label'
import type { TourStep } from './use-tour.ts'

export const unfold: Label = { zh: '看看', en: 'Show me' }

/** What each step says. */
export const tourWords: Record<TourStep, { title: Label; text: Label }> = {
  today: {
    title: { zh: '每天从这里开始', en: 'The day begins here' },
    text: {
      zh: '“工作台”列出到期的任务、该联系的客户和近期的生日；先处理完这里，就不会漏事。',
      en: 'Today shows tasks that are due, customers to call and birthdays to come: work through it and nothing is missed.',
    },
  },
  palette: {
    title: { zh: '一处搜索，到处可去', en: 'One field finds everything' },
    text: {
      zh: '名称的任意部分、拼音首字母、档案编号、电话尾号都能找到客户；也能直接前往页面、新建档案。快捷键 Ctrl+K。',
      en: 'Any part of a name, pinyin, an archive number or the end of a phone number finds a customer. It opens pages and makes records too. Ctrl+K.',
    },
  },
  create: {
    title: { zh: '新建客户', en: 'A new customer' },
    text: {
      zh: '填写时会提示可能重复的客户；把名片或聊天内容粘贴进去，字段会自动填好。没填完也会自动存为草稿。',
      en: 'The form says which customers may be there already. Paste a card or a chat and the fields fill themselves. What is unfinished is kept.',
    },
  },
  list: {
    title: { zh: '筛选，并存为视图', en: 'Filter, and keep it as a view' },
    text: {
      zh: '按任意条件筛选、选择列、排序，再存为视图，可与同事共享，也可设为打开列表时的默认视图。',
      en: 'Filter by anything, choose columns, sort, then keep it as a view: share it, or have the list begin with it.',
    },
  },
  file: {
    title: { zh: '一页看全客户', en: 'One page for one customer' },
    text: {
      zh: '资料、联系人、购买和往来都在一页；单击任意一项即可修改。点星号可收藏，随时从侧栏打开。',
      en: 'Facts, contacts, purchases and all that happened stand on one page; click a fact to change it. A star keeps the file at hand.',
    },
  },
  composer: {
    title: { zh: '联系完，随手记', en: 'Write it down at once' },
    text: {
      zh: '在这里写下谈了什么、下一步做什么；填了下次时间，到时“工作台”会提醒您。',
      en: 'What was said and what comes next goes here; with a date for the next step, Today reminds you.',
    },
  },
  notices: {
    title: { zh: '与您有关的事', en: 'What concerns you' },
    text: {
      zh: '别人分配给您的任务和客户、等您审批的申请、您客户档案的变化，都在这里。',
      en: 'Tasks and customers that you are given, requests that wait for you and changes of your customers are told here.',
    },
  },
  help: {
    title: { zh: '需要时再来', en: 'Whenever you need it' },
    text: {
      zh: '用户手册、快捷键、这份导览和接口文档都在帮助里。祝您工作顺利。',
      en: 'The user guide, the shortcuts, this tour and the API stand under help.',
    },
  },
}
