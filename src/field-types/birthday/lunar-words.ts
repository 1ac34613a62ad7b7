const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const months: Record<number, string> = { 1: '正月', 11: '冬月', 12: '腊月' }
const form = /^(?:(\d{4})-)?(闰)?(\d{2})-(\d{2})$/

/** A lunar day as it is spoken: `1990-闰05-12` is 1990年闰五月十二, `01-01` 正月初一; what is no such day stays as it is. */
export function lunarWords(day: string): string {
  const [, year, leap = '', month, of] = form.exec(day) ?? []
  if (month === undefined) return day
  return `${year ? `${year}年` : ''}${leap}${months[Number(month)] ?? `${numerals[Number(month)]}月`}${dayWords(Number(of))}`
}

function dayWords(day: number): string {
  const ones = numerals[day % 10]
  if (day <= 10) return `初${numerals[day]}`
  if (day === 20 || day === 30) return `${numerals[day / 10]}十`
  return `${day < 20 ? '十' : '廿'}${ones}`
}
