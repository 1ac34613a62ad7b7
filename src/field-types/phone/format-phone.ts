import { spacedPhone } from './spaced-phone.ts'

/** E.164 -> what people dial and read: 139 1039 1039, 021 52761868 转 12; foreign numbers stay international. */
export function formatPhone(value: string): string {
  const [number = '', extension] = value.split(';ext=')
  return extension ? `${spacedPhone(number)} 转 ${extension}` : spacedPhone(number)
}

export function withoutExtension(value: string): string {
  return value.split(';')[0] ?? value
}
