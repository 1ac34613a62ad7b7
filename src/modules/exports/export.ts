import {
  archiveNumber,
  choice,
  dateTime,
  json,
  longText,
  number,
  reference,
  references,
  text,
  unit,
  user,
} from '#field-types'
import { defineObject, definePolicy } from '#kernel'
import { meansOfPassing, separateConsents } from '#modules/access'

/** How long the file waits for whoever asked for it. */
export const hoursKept = 24

/** Records that leave the house as a file: which, with which columns, for whom, why, and what became of it. */
export const exportRecord = defineObject({
  name: 'export',
  label: { zh: '导出', en: 'Export' },
  icon: 'file-output',
  title: 'number',
  navigation: true,
  formless: true,
  custody: { type: 'own', owner: 'requester', people: ['signers'], unit: 'unit' },
  fields: {
    number: archiveNumber({
      label: { zh: '导出编号', en: 'Export no.' },
      rule: [{ text: 'DC-' }, { date: 'YYYY' }, { text: '-' }, { sequence: 6, reset: ['year'] }],
      indexed: true,
    }),
    object: text({ label: { zh: '对象', en: 'Object' }, max: 80, required: true }),
    format: choice({
      label: { zh: '格式', en: 'Format' },
      required: true,
      default: 'xlsx',
      choices: { xlsx: { zh: 'Excel（XLSX）', en: 'Excel (XLSX)' }, csv: { zh: 'CSV', en: 'CSV' } },
    }),
    columns: json({
      label: { zh: '列（字段名）', en: 'Columns by name' },
      help: {
        zh: '字段名的列表；不填则为您有权查看的全部，最高级别的除外',
        en: 'Names of fields; empty: all that you may read, without those of the highest level',
      },
    }),
    selection: json({
      label: { zh: '导出范围', en: 'What is exported' },
      help: { zh: 'where、search、sort、ids', en: 'where, search, sort, ids' },
      level: 2,
      sealed: true,
    }),
    grounds: text({ label: { zh: '导出理由', en: 'Reason' }, max: 300, required: true }),
    purpose: reference('purpose', { label: { zh: '使用目的', en: 'Purpose of use' } }),
    recipient: text({
      label: { zh: '接收方', en: 'Recipient' },
      help: {
        zh: '提供给公司以外的人时填写；下载后在每个客户的“对外提供”中登记',
        en: 'Where it goes to somebody outside of the company; fetched, it stands in each customer’s register of disclosures',
      },
      max: 120,
    }),
    recipientContact: text({
      label: { zh: '接收方联系方式', en: 'How to reach the recipient' },
      max: 200,
    }),
    means: choice({ label: { zh: '提供方式', en: 'Passed by' }, choices: meansOfPassing }),
    separateConsent: choice({
      label: { zh: '单独同意', en: 'Separate consent' },
      help: {
        zh: '对外提供且使用目的以个人同意为基础时必填',
        en: 'Needed where it goes outside and the purpose rests on consent',
      },
      choices: separateConsents,
    }),
    rows: number({ label: { zh: '记录数', en: 'Records' }, integer: true }),
    level: number({ label: { zh: '最高密级', en: 'Highest level' }, integer: true }),
    contents: longText({ label: { zh: '列与密级', en: 'Columns and levels' } }),
    criteria: longText({ label: { zh: '筛选条件', en: 'Conditions' } }),
    requester: user({ label: { zh: '申请人', en: 'Requested by' }, default: 'me' }),
    unit: unit({ label: { zh: '部门', en: 'Unit' }, readOnly: true }),
    signers: references('user', { label: { zh: '安全审批人', en: 'Officers who may sign' } }),
    approval: choice({
      label: { zh: '审批', en: 'Approval' },
      readOnly: true,
      choices: {
        none: { zh: '无须审批', en: 'Not needed', colour: 'grey' },
        signed: { zh: '已审批', en: 'Signed', colour: 'green' },
        alone: { zh: '一人完成', en: 'Made alone', colour: 'amber' },
      },
    }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      readOnly: true,
      default: 'making',
      indexed: true,
      choices: {
        making: { zh: '生成中', en: 'Being made', colour: 'blue' },
        ready: { zh: '可下载', en: 'Ready', colour: 'green' },
        fetched: { zh: '已下载', en: 'Fetched', colour: 'grey' },
        expired: { zh: '已过期', en: 'Expired', colour: 'grey' },
        failed: { zh: '失败', en: 'Failed', colour: 'red' },
        cancelled: { zh: '已取消', en: 'Cancelled', colour: 'grey' },
      },
    }),
    until: dateTime({ label: { zh: '下载期限', en: 'Until' }, readOnly: true }),
    fetchedAt: dateTime({ label: { zh: '下载时间', en: 'Fetched at' }, readOnly: true }),
    job: text({ label: { zh: '后台任务', en: 'Work' }, max: 36, readOnly: true }),
  },
  requirements: [{ field: 'means', need: 'required', when: { recipient: { empty: false } } }],
  indexes: [['requester', 'approval']],
  views: {
    list: ['number', 'object', 'rows', 'level', 'requester', 'approval', 'state', 'until', 'fetchedAt'],
    head: ['state', 'requester', 'until'],
    form: {
      basics: {
        label: { zh: '导出', en: 'Export' },
        fields: [
          'object',
          'format',
          'rows',
          'level',
          'contents',
          'criteria',
          'grounds',
          'purpose',
          'recipient',
          'recipientContact',
          'means',
          'separateConsent',
          'requester',
        ],
      },
      file: {
        label: { zh: '文件', en: 'File' },
        fields: ['approval', 'state', 'until', 'fetchedAt', 'signers'],
      },
    },
  },
})

const never = (): boolean => false

/** Asked for and fetched; nobody writes in one by hand. */
export const exportPolicy = definePolicy(exportRecord, 'exports', {
  update: never,
  delete: never,
  export: never,
  import: never,
})
