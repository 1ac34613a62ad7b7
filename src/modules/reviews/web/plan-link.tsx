import { Link } from '@tanstack/react-router'
import type { RecordAnswer } from '#shared/wire'

/** The name of a plan, as a link. */
export function PlanLink({ path, plan }: { path: string; plan: RecordAnswer }) {
  return (
    <Link to="/o/$path/$id" params={{ path, id: plan.id }} className="link">
      {String(plan.name)}
    </Link>
  )
}
