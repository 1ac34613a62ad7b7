const numerals = '〇一二三四五六七八九'
const monthNames: Record<string, string> = { 正月: '1月', 冬月: '11月', 腊月: '12月', 臘月: '12月' }

/** 一九九〇年四月十二 -> 1990年4月12; `lunar` where only the lunar calendar speaks so (初一, 正月, 腊月, 闰月). */
export function arabicDate(text: string): { text: string; lunar: boolean } {
  const lunar = /正月|冬月|腊月|臘月|初[一二三四五六七八九十]|廿|闰|閏/.test(text)
  const named = text.replace(/正月|冬月|腊月|臘月/, (month) => monthNames[month] ?? month).replace(/零/g, '〇')
  const digits = named
    .replace(/[〇一二三四五六七八九]{4}(?=年)/, (year) => [...year].map((digit) => numerals.indexOf(digit)).join(''))
    .replace(/初?[一二三四五六七八九十廿卅]{1,3}/g, (number) => String(numberOf(number.replace('初', ''))))
  return { text: digits, lunar }
}

function numberOf(text: string): number {
  const spelled = text.replace('廿', '二十').replace('卅', '三十')
  const [tens, ones] = spelled.includes('十') ? spelled.split('十') : ['', spelled]
  const ten = spelled.includes('十') ? (tens ? numerals.indexOf(tens) : 1) * 10 : 0
  return ten + (ones ? numerals.indexOf(ones) : 0)
}
