/** A holiday, or a day worked instead of one, as a record keeps it. */
export type ReadDay = { name: string; works: 'off' | 'on'; from: string; until: string | null }

const heading = /^[\s一二三四五六七八九十、.\d]*([^\s:：\d][^:：]{0,30})[:：](.+)$/
const written = /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日/g
const span =
  /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日(?:\s*(?:至|到|-|—|~)\s*(?:(\d{4})\s*年\s*)?(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日)?/
const plain = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/g
const worked = /上班|补班|调休|\bwork/i

/**
 * The days in a notice of holidays as the State Council publishes it, or in lines such as `2027-01-01 2027-01-03 元旦`;
 * what is neither is left out. `year` stands where the text names none.
 */
export function readNotice(text: string, year: number): readonly ReadDay[] {
  const own = Number(/(\d{4})\s*年[^\n]{0,6}节假日/.exec(text)?.[1] ?? year)
  return text.split('\n').flatMap((line) => {
    const dates = [...line.matchAll(plain)].flatMap(([, ...parts]) => dayOf(...numbers(parts)) ?? [])
    return dates.length > 0 ? plainLine(line, dates) : noticeLine(line, own)
  })
}

function plainLine(line: string, [from = '', until = from]: readonly string[]): readonly ReadDay[] {
  const words = line.replace(plain, ' ').replace(/放假|至|到|[~—,，;；\t|-]/g, ' ')
  const name = words
    .replace(/上班|补班|调休/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const isWorked = worked.test(words)
  return until < from
    ? []
    : [{ name: name || from, works: isWorked ? 'on' : 'off', from, until: until > from ? until : null }]
}

function noticeLine(line: string, year: number): readonly ReadDay[] {
  // What stands in brackets, such as the day of the week, says the same again.
  const [, name = '', rest] = heading.exec(line.replace(/[（(][^）)]*[）)]/g, '')) ?? []
  if (!rest) return []
  return rest.split(/[。;；]/).flatMap((sentence) => {
    if (sentence.includes('放假')) return daysOff(name.trim(), sentence, year)
    if (!sentence.includes('上班')) return []
    return [...sentence.matchAll(written)].flatMap(([, ownYear, month, day]) => {
      const from = dayOf(Number(ownYear ?? year), Number(month), Number(day))
      return from ? [{ name: name.trim(), works: 'on', from, until: null } as const] : []
    })
  })
}

function daysOff(name: string, sentence: string, year: number): readonly ReadDay[] {
  const [found, ownYear, month, day, lastYear, lastMonth, lastDay] = span.exec(sentence) ?? []
  if (!found) return []
  const first = Number(ownYear ?? year)
  const from = dayOf(first, Number(month), Number(day))
  if (!from) return []
  if (!lastDay) return [{ name, works: 'off', from, until: null }]
  const ends = Number(lastMonth ?? month)
  // From December it goes on into the year that follows.
  const until = dayOf(Number(lastYear ?? (ends < Number(month) ? first + 1 : first)), ends, Number(lastDay))
  return until && until >= from ? [{ name, works: 'off', from, until }] : []
}

function numbers(parts: readonly (string | undefined)[]): [number, number, number] {
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  return [year, month, day]
}

/** Undefined: the calendar has no such day. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day))
  const isDay = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  return isDay ? moment.toISOString().slice(0, 10) : undefined
}
