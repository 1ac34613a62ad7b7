let ask: () => Promise<boolean> = async () => false
let asking: Promise<boolean> | undefined

/** Who asks the user for a proof of presence. */
export function whenProofNeeded(handler: () => Promise<boolean>): void {
  ask = handler
}

/** Asks once, however many requests need it; true = given. */
export function askProof(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = undefined
  })
  return asking
}
