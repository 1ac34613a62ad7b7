/** Why the keys cannot be used: a sentence with the reason and one with the fix, for the terminal of who starts it. */
export class KeyProblem extends Error {
  readonly reason: string
  readonly fix: string

  constructor(reason: string, fix: string, cause?: unknown) {
    super(`${reason} ${fix}`, { cause })
    this.name = 'KeyProblem'
    this.reason = reason
    this.fix = fix
  }
}
