/**
 * Where a paper file stands on the shelf: kind of customer, industry, province, by their codes, which value lists and divisions
 * keep: COM-C-33. What is not known is 0, so that the parts keep their places.
 */
export function classCodeOf(type: unknown, industry: unknown, region: unknown): string {
  const parts = [codeOf(type, 3), codeOf(industry, 4), codeOf(region, 2)]
  return parts.map((part) => part || '0').join('-')
}

function codeOf(value: unknown, most: number): string {
  return typeof value === 'string' ? value.slice(0, most).toUpperCase() : ''
}
