/** Where each province stands on a map of squares: column and row from the north-west, by the first two digits of its codes. */
export const provinceTiles: Readonly<Record<string, readonly [column: number, row: number]>> = {
  '11': [5, 1],
  '12': [5, 2],
  '13': [4, 2],
  '14': [3, 2],
  '15': [3, 1],
  '21': [6, 1],
  '22': [7, 1],
  '23': [7, 0],
  '31': [6, 4],
  '32': [5, 4],
  '33': [5, 5],
  '34': [4, 4],
  '35': [4, 6],
  '36': [4, 5],
  '37': [4, 3],
  '41': [3, 3],
  '42': [3, 4],
  '43': [3, 5],
  '44': [3, 6],
  '45': [2, 6],
  '46': [2, 7],
  '50': [2, 4],
  '51': [1, 3],
  '52': [2, 5],
  '53': [1, 5],
  '54': [0, 3],
  '61': [2, 3],
  '62': [1, 2],
  '63': [0, 2],
  '64': [2, 2],
  '65': [0, 1],
  '71': [6, 6],
  '81': [4, 7],
  '82': [3, 7],
}

export const tileColumns = 8
export const tileRows = 8

/** 浙江省 as 浙江, 内蒙古自治区 as 内蒙古: what fits into a square. */
export function shortProvince(name: string): string {
  return name.replace(/(省|市|特别行政区|(壮族|回族|维吾尔)?自治区)$/, '')
}
