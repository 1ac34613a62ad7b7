import type { Locale } from '#shared/label'
import type { LivedInHouse } from '#test/house-with-pages'
import type { Visit } from '../e2e/visit.ts'

/** The houses that scenes stand in: not set up yet, set up and empty, full of the demo company, looked after by three officers. */
export type HouseName = 'new' | 'empty' | 'full' | 'guarded'

export type SceneHouse = Pick<LivedInHouse, 'address' | 'kernel' | 'setupLink' | 'heads' | 'clerks'> & {
  /** A customer with much on its file; of the full house alone. */
  customer: string
}

export type OnStage = Visit & { house: SceneHouse; locale: Locale }

/** A page in one state: where it is, and what leads there. Tests look at it, and `bin/shots` makes its pictures. */
export type Scene = {
  name: string
  house: HouseName
  /** Who looks: the head of the company by default. */
  as?: 'clerk' | 'nobody'
  /** Leads to the state, and ends when it is there. */
  show(stage: OnStage): Promise<void>
  /** Widths at which this state exists; all by default. */
  widths?: readonly number[]
}
