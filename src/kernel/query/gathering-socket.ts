import { Socket } from 'node:net'

/**
 * A socket that sends what is written in one turn of the event loop as one packet: BEGIN travels with the statement
 * behind it, and a system call is what a short statement costs most.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket()
  const write = socket.write.bind(socket)
  let gathering = false
  const gather = (): void => {
    if (gathering) return
    gathering = true
    socket.cork()
    process.nextTick(() => {
      gathering = false
      socket.uncork()
    })
  }
  // The only one of write's forms that pg uses has the bytes and a callback.
  socket.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    gather()
    const [done] = rest
    return typeof done === 'function' ? write(chunk, (error) => void done(error)) : write(chunk)
  }
  return socket
}
