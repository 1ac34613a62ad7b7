import { useEffect, useRef, useState } from 'react'

export const longestMs = 5 * 60_000
const tickMs = 250

/** Spoken words need no more. */
const bitsPerSecond = 32_000

/** By what browsers record, the ending of the file's name. */
const endings = { 'audio/webm;codecs=opus': 'weba', 'audio/mp4': 'm4a', 'audio/ogg;codecs=opus': 'ogg' } as const

type Trouble = 'refused' | 'missing' | 'unable' | 'broken'

type Recording =
  | { state: 'idle' }
  | { state: 'asking' }
  | { state: 'recording'; leftMs: number }
  | { state: 'done'; sound: Blob; ending: string }
  | { state: 'failed'; trouble: Trouble }

/** Records from the microphone, for some minutes at most; whatever becomes of the page, the microphone is let go of. */
export function useRecorder() {
  const [recording, setRecording] = useState<Recording>({ state: 'idle' })
  const letGo = useRef<() => void>(() => undefined)
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => () => letGo.current(), [])
  const start = async (): Promise<void> => {
    letGo.current()
    setRecording({ state: 'asking' })
    let isWanted = true
    letGo.current = () => {
      isWanted = false
    }
    try {
      const stream = await listen()
      const free = (): void => {
        for (const track of stream.getTracks()) track.stop()
      }
      if (!isWanted) return free()
      const running = run(stream, setRecording)
      stop.current = running.stop
      letGo.current = () => {
        running.drop()
        free()
      }
    } catch (error) {
      if (isWanted) setRecording({ state: 'failed', trouble: troubleOf(error) })
    }
  }
  const reset = (): void => {
    letGo.current()
    setRecording({ state: 'idle' })
  }
  return { recording, start: () => void start(), stop: () => stop.current(), reset }
}

class Unable extends Error {}

function typeHere(): keyof typeof endings | undefined {
  if (typeof MediaRecorder === 'undefined') return undefined
  return (['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const).find((type) =>
    MediaRecorder.isTypeSupported(type),
  )
}

async function listen(): Promise<MediaStream> {
  // Without https there are no devices at all.
  if (!typeHere() || !navigator.mediaDevices) throw new Unable()
  return navigator.mediaDevices.getUserMedia({ audio: true })
}

function run(stream: MediaStream, tell: (recording: Recording) => void): { stop: () => void; drop: () => void } {
  const mimeType = typeHere()
  if (!mimeType) throw new Unable()
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond })
  const parts: Blob[] = []
  const until = Date.now() + longestMs
  let isDropped = false
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const timer = setInterval(() => {
    const leftMs = until - Date.now()
    if (leftMs <= 0) stop()
    else tell({ state: 'recording', leftMs })
  }, tickMs)
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.addEventListener('stop', () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
    if (isDropped) return
    const sound = new Blob(parts, { type: mimeType })
    tell(sound.size > 0 ? { state: 'done', sound, ending: endings[mimeType] } : { state: 'failed', trouble: 'broken' })
  })
  recorder.start()
  tell({ state: 'recording', leftMs: longestMs })
  return {
    stop,
    drop: () => {
      isDropped = true
      clearInterval(timer)
      stop()
    },
  }
}

function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : ''
  if (error instanceof Unable || name === 'NotSupportedError') return 'unable'
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' ? 'missing' : 'broken'
}
