const icons: Record<string, string> = {
  phone: 'phone',
  call: 'phone',
  email: 'mail',
  mail: 'mail',
  meeting: 'users',
  visit: 'users',
  face_to_face: 'users',
  in_person: 'users',
  wechat: 'message-circle',
  sms: 'message-square',
  online_meeting: 'globe',
  video: 'globe',
  online: 'globe',
  other: 'clipboard-list',
}

/** Icon of a way to talk with a customer; undefined for codes that are none. */
export function methodIcon(code: string): string | undefined {
  return icons[code]
}
