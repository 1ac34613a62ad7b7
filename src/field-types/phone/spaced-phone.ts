/** An E.164 number the way it is read aloud in China: `+8613912345678` -> `139 1234 5678`, `+8657188880000` -> `0571 88880000`. */
export function spacedPhone(number: string): string {
  if (!number.startsWith('+86')) return number
  const national = number.slice(3)
  const mobile = /^(1\d{2})(\d{4})(\d{4})$/.exec(national)
  if (mobile) return mobile.slice(1).join(' ')
  const service = /^([48]00)(\d{3})(\d{4})$/.exec(national)
  if (service) return service.slice(1).join(' ')
  const landline = /^(10|2\d|[3-9]\d{2})(\d{7,8})$/.exec(national)
  return landline ? `0${landline[1]} ${landline[2]}` : national
}
