import { byStage } from './starter-procedures/by-stage.ts'
import { manual } from './starter-procedures/manual.ts'
import { standards } from './starter-procedures/standards.ts'
import type { StarterProcedure } from './starter-procedures/starter-procedure.ts'

/** Procedures to begin with: each a draft to be read, changed and published by whoever answers for it. */
export const starterProcedures: readonly StarterProcedure[] = [...manual, ...standards, ...byStage]
