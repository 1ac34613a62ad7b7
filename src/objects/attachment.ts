import { choice, files, longText, reference, text } from '#field-types'
import { defineObject } from '#kernel'
import { partPolicy } from './rights.ts'

/** Papers on a customer's file: contracts, licences, scans. */
export const attachment = defineObject({
  name: 'attachment',
  label: { zh: '附件', en: 'Attachment' },
  icon: 'paperclip',
  title: 'title',
  timeline: 'createdAt',
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    title: text({ label: { zh: '标题', en: 'Title' }, max: 200, required: true }),
    category: choice({
      label: { zh: '类别', en: 'Category' },
      default: 'other',
      choices: {
        licence: { zh: '证照', en: 'Licence' },
        contract: { zh: '合同', en: 'Contract' },
        invoice: { zh: '票据', en: 'Invoice' },
        correspondence: { zh: '往来函件', en: 'Correspondence' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    files: files({ label: { zh: '文件', en: 'Files' }, required: true }),
    remarks: longText({ label: { zh: '备注', en: 'Remarks' } }),
  },
  views: {
    list: ['title', 'category', 'files', 'customer'],
    form: {
      basics: {
        label: { zh: '附件', en: 'Attachment' },
        fields: ['customer', 'title', 'category', 'files', 'remarks'],
      },
    },
  },
})

export const attachmentPolicy = partPolicy(attachment)
