/** `dayOfYear` of a column, in SQL: of one text for the index and for what is to be found by it. */
export function dayOfYearSql(column: string): string {
  return `(case when left(${column}, 1) = 'L' then 'L' else '' end || right(${column}, 5))`
}
