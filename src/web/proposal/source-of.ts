const sources: Readonly<Record<string, string>> = {
  phone: 'call',
  email: 'mail',
  wechat: 'message',
  sms: 'message',
  meeting: 'visit',
  online_meeting: 'visit',
}

/** The source of a change that somebody has told of in this way; undefined for ways that say nothing of it. */
export function sourceOf(way: string | undefined): string | undefined {
  return way === undefined ? undefined : sources[way]
}
