/** What the demo company sells; prices in yuan. `often` = how frequently it is bought, `most` = largest quantity. */
export const demoProducts = [
  { code: 'MY-P201', name: 'A4 黑白激光打印机 P201', unit: '台', price: 1_280, often: 9, most: 6 },
  { code: 'MY-P505', name: 'A3 彩色激光打印机 P505', unit: '台', price: 6_980, often: 5, most: 4 },
  { code: 'MY-M730', name: '数码复合机 M730', unit: '台', price: 15_800, often: 4, most: 3 },
  { code: 'MY-T201', name: '硒鼓 T201', unit: '支', price: 268, often: 22, most: 60 },
  { code: 'MY-T505', name: '彩色墨粉套装 T505', unit: '套', price: 1_360, often: 12, most: 20 },
  { code: 'MY-A70', name: 'A4 复印纸 70g', unit: '箱', price: 145, often: 24, most: 120 },
  { code: 'MY-S18', name: '碎纸机 S18', unit: '台', price: 980, often: 5, most: 5 },
  { code: 'MY-B75', name: '75 英寸会议平板 B75', unit: '台', price: 12_900, often: 4, most: 4 },
  { code: 'MY-J600', name: '商务投影仪 J600', unit: '台', price: 5_280, often: 3, most: 3 },
  { code: 'MY-K3', name: '人脸考勤机 K3', unit: '台', price: 1_580, often: 5, most: 8 },
  { code: 'MY-L42', name: '标签打印机 L42', unit: '台', price: 1_190, often: 5, most: 10 },
  { code: 'MY-C8', name: '人体工学办公椅 C8', unit: '把', price: 880, often: 7, most: 60 },
  { code: 'MY-D160', name: '电动升降桌 D160', unit: '张', price: 2_180, often: 5, most: 30 },
  { code: 'MY-W1', name: '设备年度维保', unit: '年', price: 3_600, often: 6, most: 3, service: true },
  { code: 'MY-W2', name: '上门安装调试', unit: '次', price: 300, often: 7, most: 6, service: true },
] as const satisfies readonly Product[]

type Product = {
  code: string
  name: string
  unit: string
  price: number
  often: number
  most: number
  service?: boolean
}

/** As colleagues call it in a note: 数码复合机. */
export function spokenName(index: number): string {
  return (demoProducts[index]?.name ?? '').replace(/^(A\d|\d+ 英寸) ?/, '').replace(/ [A-Z]?\d+\w*$/, '')
}

export const demoTags = {
  年框: 'violet',
  月结: 'blue',
  现款: 'grey',
  政企采购: 'amber',
  招标客户: 'amber',
  样板客户: 'green',
  价格敏感: 'red',
  多分支: 'blue',
  耗材大户: 'green',
  展会新客: 'grey',
} as const
