import { Skeleton } from '../ui/skeleton.tsx'

/** Takes the room of the composer until it is there, so that nothing below it moves. */
export function ComposerRoom() {
  return <Skeleton rows={2} height={96} />
}
