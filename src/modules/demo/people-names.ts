import { pinyin } from 'pinyin-pro'
import type { Random } from './random.ts'

export type Gender = 'male' | 'female'

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆范汪廖石金韦贾夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const common = 24

const given: Readonly<Record<Gender, string>> = {
  male: '伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢国建文志海东晓天子一',
  female: '芳娜敏静丽艳娟霞秀燕玲桂丹萍红玉梅琳雪婷慧颖洁莉倩璐瑶佳欣悦晨思雨梦晓文雅雯琴淑',
}

/** A name as people bear it: frequent surnames often, one or two characters after it. */
export function personName(chance: Random, gender: Gender): string {
  const list = [...surnames]
  const surname = chance.pick(chance.chance(0.6) ? list.slice(0, common) : list)
  const letters = [...given[gender]]
  const first = chance.pick(letters)
  if (chance.chance(0.35)) return surname + first
  return surname + first + chance.pick(letters.filter((letter) => letter !== first))
}

/** 王晓芳 -> wangxiaofang */
export function latinName(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', v: true }).join('')
}

/** 王晓芳 -> 王女士, as a note on a call would say. */
export function politeName(name: string, gender: Gender): string {
  return `${[...name][0] ?? ''}${gender === 'male' ? '先生' : '女士'}`
}
