import type { Random } from './random.ts'

export type Topic =
  | 'first'
  | 'needs'
  | 'quote'
  | 'sample'
  | 'delivery'
  | 'service'
  | 'again'
  | 'money'
  | 'visit'
  | 'cold'

export type Method = 'phone' | 'email' | 'meeting' | 'wechat' | 'sms' | 'online_meeting'

type Words = { content: readonly string[]; next: readonly string[] }

/** `{who}` the contact, `{product}`, `{quantity}`, `{amount}`, `{days}`, `{time}` are filled in. */
export const words: Readonly<Record<Topic, Words>> = {
  first: {
    content: [
      '首次联系{who}，介绍了公司产品和售后政策。对方目前用的是老款{product}，暂时够用，愿意先看资料。',
      '{who}在网上留言咨询{product}，已回电了解情况：约 {quantity} 人办公，{time}有更换计划。',
      '拜访前台登记后见到{who}，负责行政采购。留了样册和名片，对{product}的能耗比较关心。',
      '经老客户介绍联系上{who}，对方正在比价三家供应商，希望我们本周内给出方案。',
      '展会上收到{who}的名片，今天回访。对方对{product}有兴趣，但预算要等{time}审批。',
    ],
    next: ['发送产品资料和案例', '加微信并发送电子样册', '约时间上门演示', '一周后再次电话跟进'],
  },
  needs: {
    content: [
      '与{who}沟通需求：需要{product} {quantity} 台左右，要求含安装培训，付款希望月结 30 天。',
      '{who}说各部门意见不统一，财务想买便宜的，使用部门想要{product}。下周开会定。',
      '上门看了现场，{who}带着走了两层办公区，现有设备 8 成超过五年，建议分两批更换。',
      '{who}反馈目前供应商响应慢，报修要等三天。重点介绍了我们 4 小时响应的服务承诺。',
      '电话确认需求：{product}，数量 {quantity}，{time}前要到货，需开 13% 专票。',
    ],
    next: ['整理需求清单并出方案', '与技术确认配置', '提交报价单', '约使用部门一起开会'],
  },
  quote: {
    content: [
      '给{who}发了{product}的报价，合计约 {amount} 元，对方觉得偏高，要求再降 3 个点。',
      '报价已更新第二版，含两年质保。{who}说领导倾向我们，但要走三家比价流程。',
      '与{who}谈价格：整单 {amount} 元，可以接受 5% 预付款，尾款到货后 15 天内付清。',
      '{who}问能否以旧换新，已请示经理，按每台抵 200 元处理，重新发了报价。',
      '对方拿到竞品报价，比我们低约 6%。向{who}说明了耗材成本和维保差异，对方表示会综合考虑。',
    ],
    next: ['申请特价审批', '发送正式报价单（盖章版）', '跟进比价结果', '准备合同文本'],
  },
  sample: {
    content: [
      '安排{product}试用机一台送到{who}处，试用 {days} 天，已签试用单。',
      '试用反馈：{who}说打印速度满意，噪音比预期小；驱动安装有一台电脑不兼容，已远程处理。',
      '{product}现场演示顺利，参加的有{who}和信息部同事，提了联网权限的问题，现场已答复。',
    ],
    next: ['试用到期前回访', '收回试用机并推进签约', '补充技术答疑文档'],
  },
  delivery: {
    content: [
      '{product} {quantity} 件已送达，{who}签收，外包装一处破损但机器完好，已拍照留底。',
      '安装调试完成，给{who}和三位同事做了使用培训，验收单已签字带回。',
      '物流延误一天，提前电话告知{who}，对方表示理解，要求{time}上午务必送到。',
      '与{who}确认到货数量和发票抬头，专票已随货寄出，请财务查收。',
    ],
    next: ['一周后回访使用情况', '跟进回款', '寄送发票并确认签收', '录入维保起始日期'],
  },
  service: {
    content: [
      '{who}报修：{product}卡纸报错。远程指导清理搓纸轮后恢复，建议下次换辊。',
      '上门维修完成，更换定影组件一套，属保修范围未收费。{who}对响应速度满意。',
      '例行巡检 {quantity} 台设备，两台耗材余量不足 10%，已提醒{who}备货。',
      '{who}投诉上次配送员态度问题，已道歉并反馈物流，承诺以后固定由老张配送。',
      '维保合同还有 {days} 天到期，电话提醒{who}，对方要走续签流程。',
    ],
    next: ['三天后电话回访', '报价更换耗材', '准备维保续签合同', '把问题反馈给产品部'],
  },
  again: {
    content: [
      '{who}来电补货{product} {quantity} 件，价格按上次合同，{time}送货。',
      '例行回访，{who}说新办公室{time}装修好，届时要添置一批桌椅和会议平板。',
      '推荐了年框协议，{who}有意向，年用量大约 {amount} 元，想要阶梯折扣。',
      '{who}介绍了兄弟单位的采购负责人，已记下联系方式，改天一起拜访。',
    ],
    next: ['下单并安排配送', '拟定年框协议', '跟进新办公室进度', '联系被介绍的单位'],
  },
  money: {
    content: [
      '提醒{who}有一笔 {amount} 元货款{time}到期，对方说付款申请已在走流程。',
      '对账：双方金额一致，{who}承诺月底前安排付款。',
      '货款逾期 {days} 天，电话联系{who}，对方称资金紧张，商定分两次付清。',
      '收到货款 {amount} 元，已短信告知{who}并致谢。',
    ],
    next: ['月底前再次确认付款', '寄送对账单', '逾期则上报经理', '更新回款记录'],
  },
  visit: {
    content: [
      '节前走访，给{who}送了台历和茶叶，聊了明年采购安排，关系维护得不错。',
      '陪同经理拜访，{who}安排与分管领导见面，对方肯定了今年的配合，希望账期再放宽。',
      '路过顺访，{who}在开会，和同事聊了十分钟，设备使用正常，没有新需求。',
      '微信祝贺{who}生日，对方很高兴，顺便约了下周喝茶。',
    ],
    next: ['下季度再次走访', '向经理汇报账期诉求', '下周约见面', '保持每月联系一次'],
  },
  cold: {
    content: [
      '电话未接通，短信已发，改天再联系。',
      '{who}说今年没有预算，明年开春再看，请我们不要频繁打电话。',
      '对方换了采购负责人，{who}已转岗，新负责人姓名还在打听。',
      '{who}表示已与别家签了一年合同，明年{time}可以再参与报价。',
      '邮件发送{product}促销信息，暂无回复。',
    ],
    next: ['三个月后再联系', '打听新的采购负责人', '合同到期前一个月跟进', '节日问候保持联系'],
  },
}

export const times = ['下周一', '下周三', '本周五', '月底', '下月初', '下月中旬', '国庆后', '年前', '三月份', '下半年']

/** What the note itself says of how it was; the first that fits. */
const tellTales: readonly (readonly [RegExp, Method])[] = [
  [/^拜访|上门|现场|走访|陪同|顺访|送到|送达|安装调试|收到.*名片/, 'meeting'],
  [/微信/, 'wechat'],
  [/邮件|报价已更新|发了.*报价/, 'email'],
  [/^收到货款/, 'sms'],
]

const others = { phone: 7, wechat: 3, online_meeting: 0.3 } as const

/** How one was in touch, by the words of the note. */
export function methodOf(chance: Random, content: string): Method {
  return tellTales.find(([words]) => words.test(content))?.[1] ?? chance.weighted(others)
}
