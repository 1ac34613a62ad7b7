import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectWire } from '#kernel'
import { type House, openHouse } from '#test/house'
import { readPasted } from '../../src/web/paste/read-pasted.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** What a text would fill into the form of an object, each value as its kind then reads it. */
function filled(name: string, text: string): Record<string, unknown> {
  const ctx = house.as('zhang')
  const type = ctx.type(name)
  const object = objectWire(ctx, type)
  const fields = object.fields.filter(({ readOnly }) => !readOnly)
  const found = readPasted(text, { fields, object, regions: house.kernel.regions })
  return Object.fromEntries(
    found.map(({ field, value }) => {
      const bound = type.fields.get(field.name)
      const read = bound?.kind.parse(value, bound.field, ctx.parseEnv())
      return [field.name, read?.problem ?? read?.value]
    }),
  )
}

describe('a text pasted into the form of a customer', () => {
  it('is read as a business card', () => {
    const card =
      '杭州绿旺科技有限公司\n张伟  销售总监\n手机：138 0013 8000\n电话：0571-88886666\n传真：0571-88886667\nzhangwei@lvwang.example.com\nwww.lvwang.example.com\n浙江省杭州市余杭区文一西路969号3号楼'
    expect(filled('customer', card)).toEqual({
      name: '杭州绿旺科技有限公司',
      phone: '+8613800138000',
      fax: '+8657188886667',
      email: 'zhangwei@lvwang.example.com',
      website: 'https://www.lvwang.example.com',
      region: '330110',
      street: '文一西路969号3号楼',
    })
  })

  it('is read as details for an invoice', () => {
    const details =
      '单位名称：厦门鹭江进出口有限责任公司；税号：91350100M000100Y43；地址：福建省厦门市思明区湖滨南路88号，电话：0592-2211445'
    expect(filled('customer', details)).toEqual({
      name: '厦门鹭江进出口有限责任公司',
      creditCode: '91350100M000100Y43',
      region: '350203',
      street: '湖滨南路88号',
      phone: '+865922211445',
    })
  })

  it('is read as a chat in which nobody writes a colon', () => {
    const chat = '李娜 2026/11/3 14:22\n手机13912345678 邮箱lina@qinghe.example.com 微信lina_qh88，急用20台打印机'
    expect(filled('customer', chat)).toMatchObject({ phone: '+8613912345678', wechat: 'lina_qh88' })
    expect(filled('customer', '加个微信吧 zhangwei@qinghe.example.com')).not.toHaveProperty('wechat')
  })

  it('is read as a chat', () => {
    const chat = '你好，我叫李娜，我们公司是苏州青禾贸易有限公司，电话１３９１２３４５６７８，微信号: lina-88'
    expect(filled('customer', chat)).toEqual({
      name: '苏州青禾贸易有限公司',
      phone: '+8613912345678',
      wechat: 'lina-88',
    })
  })

  it('is a person where no company is named', () => {
    expect(filled('customer', '收货人: 欧阳明月\n手机号: 13700001111\n上海市浦东新区世纪大道100号')).toMatchObject({
      name: '欧阳明月',
      phone: '+8613700001111',
      street: '世纪大道100号',
    })
  })

  it('finds nothing in a sentence, and takes no digits of a number for another', () => {
    expect(filled('customer', '客户希望下周三之前收到报价，单价不超过12.5万')).toEqual({})
    expect(filled('customer', '订单号 20261129138001380001234')).toEqual({})
  })
})

describe('a text pasted into another form', () => {
  it('fills a contact with name, title, department and what is left of the card', () => {
    expect(
      filled(
        'contact',
        '北京蓝海文化传播有限公司\n王芳女士 市场部经理\nTel: 010-85201234\nE-mail: wang@bh.example.com',
      ),
    ).toEqual({ name: '王芳', title: '市场部经理', phone: '+861085201234', email: 'wang@bh.example.com' })
  })

  it('reads choices and places by their labels, in English too', () => {
    expect(filled('contact', 'Name: Li Ming, Title: Sales Director, Mobile: +86 139 1234 5678')).toEqual({
      name: 'Li Ming',
      title: 'Sales Director',
      phone: '+8613912345678',
    })
    expect(filled('address', '广东省 深圳市 南山区 科技园南路5号')).toEqual({
      region: '440305',
      street: '科技园南路5号',
    })
  })
})
