/** The ways by which a customer can be reached; a consent that names none is one to all of them. */
export const channels = {
  phone: { zh: '电话', en: 'Phone' },
  sms: { zh: '短信', en: 'Text message' },
  email: { zh: '邮件', en: 'Email' },
  wechat: { zh: '微信/企业微信', en: 'WeChat' },
  post: { zh: '邮寄', en: 'Post' },
  visit: { zh: '拜访', en: 'Visit' },
} as const
