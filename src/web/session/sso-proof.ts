import { words } from '../words/words.ts'

/** What the sign-on service has sent along. */
type Answer = Record<string, string>

const place = 'dossier.proof'
const size = 'popup,width=520,height=720'

type Errand = { answer: Promise<Answer>; end(): void }

/**
 * Goes to the service in a window of its own: the page here keeps what is typed and what it was about to do. That window
 * comes back to this site and hands its answer over; `end` stops waiting for it.
 */
export function goToService(begin: () => Promise<{ url: string }>): Errand {
  const channel = new BroadcastChannel(place)
  // At once, while the click still allows it.
  const opened = window.open('', place, size)
  const answer = new Promise<Answer>((resolve, reject) => {
    if (!opened) return reject(new Error(words('proof.blocked')))
    channel.onmessage = ({ data }: MessageEvent<{ answer?: Answer }>) => {
      if (!data.answer) return
      channel.postMessage({ taken: true })
      resolve(data.answer)
    }
    begin().then(
      ({ url }) => {
        localStorage.setItem(place, new URL(url).searchParams.get('state') ?? '')
        opened.location.href = url
      },
      (error: Error) => {
        opened.close()
        reject(error)
      },
    )
  })
  return { answer, end: () => channel.close() }
}

/** In the window that has come back: whether its answer is for the page that sent it there, which then has it. */
export function handOver(answer: Answer): boolean {
  if (!answer.state || localStorage.getItem(place) !== answer.state) return false
  localStorage.removeItem(place)
  const channel = new BroadcastChannel(place)
  channel.onmessage = ({ data }: MessageEvent<{ taken?: boolean }>) => {
    if (data.taken) window.close()
  }
  channel.postMessage({ answer })
  return true
}
