/** What shows moving pictures in a container of WebM; others have sound alone. */
const webmPicture = /V_(?:VP[89]|AV1|MPEG|MJPEG|THEORA|UNCOMPRESSED)/

/** Browsers record speech into containers that mostly hold pictures: their heads tell which it is. */
export function soundType(type: string, head: Buffer): string {
  const text = head.toString('latin1')
  if (type === 'video/webm' && /A_(?:OPUS|VORBIS)/.test(text) && !webmPicture.test(text)) return 'audio/webm'
  if (type === 'video/mp4' && text.includes('soun') && !text.includes('vide')) return 'audio/mp4'
  return type
}
