import { describe, expect, test } from 'vitest'
import { detectDelimiter, namedDelimiter } from './detect-delimiter.ts'

describe('the delimiter', () => {
  test.each([
    [',', '姓名,电话\n张三,1\n李四,2\n'],
    [';', '姓名;电话;备注\n张三;1,5;a,b,c\n李四;2;\n'],
    ['\t', '姓名\t地址\n张三\tA, B; C\n李四\tD\n'],
    ['|', '姓名|电话\n张三|1\n'],
    [',', '姓名,备注\n张三,"a;b;c;d"\n李四,"e;f;g;h"\n'],
    [',', '姓名\n张三\n'],
  ])('%j is found by the number of cells it makes', (delimiter, text) => {
    expect(detectDelimiter(text)).toBe(delimiter)
  })

  test('is taken from the first line where Excel was told so', () => {
    expect(namedDelimiter('sep=;\na;b\n')).toEqual({ delimiter: ';', length: 6 })
    expect(namedDelimiter('sepia,b\n')).toBeUndefined()
  })
})
