// Spreadsheets run what begins like this, even after blanks; full-width signs count in Chinese and Japanese versions.
const FORMULA = /^'*[\s\u200b\ufeff]*[=+\-@\t\r＝＋－＠]/

/** Puts an apostrophe before a text that a spreadsheet would run. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** Takes away exactly the apostrophe that `guardFormula` puts. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
