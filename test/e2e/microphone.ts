import type { Page } from 'playwright-core'

/** A microphone that hums: this browser has none, and records all the same. */
export async function giveMicrophone(page: Page): Promise<void> {
  await page.addInitScript(`navigator.mediaDevices.getUserMedia = async () => {
    const sound = new AudioContext()
    const [hum, end] = [sound.createOscillator(), sound.createMediaStreamDestination()]
    hum.connect(end)
    hum.start()
    await sound.resume()
    return end.stream
  }`)
}
