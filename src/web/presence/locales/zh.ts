export const zh = {
  title: '同时打开这份档案的人',
  reads: '{{name}}正在查看',
  writes: '{{name}}正在填写',
} as const
