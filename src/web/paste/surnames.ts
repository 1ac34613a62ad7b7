// The hundred and fifty most frequent ones; who has another name is found by a label.
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const double = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '端木',
  '东方',
  '南宫',
  '独孤',
]

/** Words of chats and cards that begin like a name. */
const words =
  /^(?:时间|金额|应该|应付|方便|方案|高兴|安排|马上|单价|单位|项目|周[一二三四五六日末]|费用|管理|成功|于是|计划|关于|向您|和您|常用|全部|全国|谢谢|万元|符合|包装|白天|路费|温馨|齐全|季度|平方|宁可|尚未|连同|明天)$/u

/** 张伟, 欧阳明月: a surname and a given name of one or two characters. */
export function isPersonName(text: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || words.test(text)) return false
  const given = double.some((surname) => text.startsWith(surname)) ? text.length - 2 : text.length - 1
  return given >= 1 && given <= 2 && (given === text.length - 2 || single.includes(text.charAt(0)))
}
