/** Departments of the demo company; the sub-unit stands below the one before it. */
export const demoUnits = {
  office: { name: '总经办' },
  east: { name: '华东销售部' },
  shanghai: { name: '上海办事处', below: 'east' },
  south: { name: '华南销售部' },
  north: { name: '华北销售部' },
  service: { name: '客户服务部' },
  marketing: { name: '市场部' },
} as const satisfies Record<string, { name: string; below?: string }>

export type DemoUnit = keyof typeof demoUnits

export type StaffMember = { login: string; name: string; unit: DemoUnit; title: string; manager: boolean }

const managers = [
  ['chenjianguo', '陈建国', 'office', '总经理助理'],
  ['zhoulimin', '周立民', 'east', '华东区经理'],
  ['xujing', '徐静', 'shanghai', '办事处主任'],
  ['huangzhiqiang', '黄志强', 'south', '华南区经理'],
  ['liuyang', '刘洋', 'north', '华北区经理'],
  ['sunli', '孙莉', 'service', '客服经理'],
  ['zhaoxiaowen', '赵晓雯', 'marketing', '市场经理'],
] as const satisfies readonly (readonly [string, string, DemoUnit, string])[]

const clerks = [
  ['wumin', '吴敏', 'office', '行政专员'],
  ['wangfang', '王芳', 'east', '销售代表'],
  ['zhanglei', '张磊', 'east', '高级销售代表'],
  ['shenjiayi', '沈佳怡', 'east', '销售代表'],
  ['qianhaoran', '钱浩然', 'east', '销售代表'],
  ['luyun', '陆芸', 'shanghai', '销售代表'],
  ['guwei', '顾伟', 'shanghai', '大客户经理'],
  ['linxiaohui', '林晓慧', 'south', '高级销售代表'],
  ['chenweijie', '陈伟杰', 'south', '销售代表'],
  ['liangyongshi', '梁咏诗', 'south', '销售代表'],
  ['hetao', '何涛', 'south', '销售代表'],
  ['ligang', '李刚', 'north', '高级销售代表'],
  ['zhangna', '张娜', 'north', '销售代表'],
  ['mapeng', '马鹏', 'north', '销售代表'],
  ['gaoyue', '高悦', 'north', '销售代表'],
  ['dengting', '邓婷', 'service', '客服专员'],
  ['panxiaolong', '潘晓龙', 'service', '售后工程师'],
  ['yuanmengqi', '袁梦琪', 'marketing', '市场专员'],
] as const satisfies readonly (readonly [string, string, DemoUnit, string])[]

const member = ([login, name, unit, title]: readonly [string, string, DemoUnit, string], manager: boolean) => ({
  login,
  name,
  unit,
  title,
  manager,
})

/** The 25 of the demo company beside its head. */
export const demoStaff: readonly StaffMember[] = [
  ...managers.map((row) => member(row, true)),
  ...clerks.map((row) => member(row, false)),
]

/** Logins of those who sell in an area. */
export const sellersOf = {
  east: ['wangfang', 'zhanglei', 'shenjiayi', 'qianhaoran', 'zhoulimin', 'luyun', 'guwei'],
  south: ['linxiaohui', 'chenweijie', 'liangyongshi', 'hetao', 'huangzhiqiang'],
  north: ['ligang', 'zhangna', 'mapeng', 'gaoyue', 'liuyang'],
} as const
