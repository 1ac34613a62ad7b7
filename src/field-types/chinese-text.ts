const han = /\p{Script=Han}/u

function isChinese(text: string): boolean {
  return han.test(text)
}

/** Blanks beside a Chinese character or bracket mean nothing: they come from aligned columns and broken lines. */
export function joinChinese(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}（）《》〇·]) +| +(?=[\p{Script=Han}（）《》〇·])/gu, '')
}

/** One bracket for one name: （） in Chinese names, () in others. */
export function unifyBrackets(text: string): string {
  const round = text.replace(/[([{（［｛〔【]/g, '(').replace(/[)\]}）］｝〕】]/g, ')')
  return isChinese(text) ? round.replaceAll('(', '（').replaceAll(')', '）') : round
}
