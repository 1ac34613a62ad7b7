import type { Label } from '#shared/label'
import type { ShortcutName } from '../shortcuts/shortcuts.ts'

/** What each shortcut does, under the heading of where it does it. A new one does not compile without its words. */
export const shortcutWords: Record<ShortcutName, Label> = {
  palette: { zh: '搜索或执行命令', en: 'Search or run' },
  help: { zh: '显示快捷键', en: 'Show the shortcuts' },
  sidebar: { zh: '收起或展开侧栏', en: 'Fold the sidebar, or unfold it' },
  next: { zh: '下一条', en: 'Next record' },
  previous: { zh: '上一条', en: 'Previous record' },
  farNext: { zh: '向下翻页', en: 'A page down' },
  farPrevious: { zh: '向上翻页', en: 'A page up' },
  open: { zh: '打开档案', en: 'Open the file' },
  look: { zh: '在列表旁快速查看', en: 'Look at it beside the list' },
  choose: { zh: '选择或取消选择', en: 'Choose it, or no longer' },
  edit: { zh: '修改所在单元格', en: 'Change the cell' },
  nextCell: { zh: '右边一格', en: 'Cell to the right' },
  previousCell: { zh: '左边一格', en: 'Cell to the left' },
  moveUp: { zh: '收藏上移', en: 'Move a favourite up' },
  moveDown: { zh: '收藏下移', en: 'Move a favourite down' },
  save: { zh: '保存正在填写的内容', en: 'Save what is being filled in' },
  allRight: { zh: '审查无误，到下一份', en: 'All right, and on to the next file' },
}

export const shortcutGroups: readonly { label: Label; names: readonly ShortcutName[] }[] = [
  { label: { zh: '任何页面', en: 'Anywhere' }, names: ['palette', 'help', 'sidebar'] },
  {
    label: { zh: '列表', en: 'In a list' },
    names: ['next', 'previous', 'farNext', 'farPrevious', 'open', 'look', 'choose', 'previousCell', 'nextCell', 'edit'],
  },
  { label: { zh: '侧栏中的收藏', en: 'On a favourite in the sidebar' }, names: ['moveUp', 'moveDown'] },
  { label: { zh: '表单与跟进', en: 'In a form' }, names: ['save'] },
  { label: { zh: '审查档案', en: 'Reviewing a file' }, names: ['allRight'] },
]
