const browsers = [/Edg(?:e|A|iOS)?\//, /OPR\//, /MicroMessenger\//, /Firefox\/|FxiOS\//, /Chrome\/|CriOS\//, /Safari\//]
/** A phone that asks for the page of a desktop calls itself one of the same family. */
const systems = [/Windows/, /iPhone|iPad|Macintosh/, /Android|Linux|CrOS/]

/** Which browser on which kind of system an agent names itself, whatever their versions; null where it cannot be told. */
function familyOf(agent: string | null): string | null {
  if (!agent) return null
  const [browser, system] = [browsers, systems].map((each) => each.findIndex((pattern) => pattern.test(agent)))
  return browser === -1 || system === -1 ? null : `${browser} ${system}`
}

/** Whether two agents cannot be the same browser on the same device: an update changes versions, a thief the family. */
export function areDifferentAgents(one: string | null, other: string | null): boolean {
  if (one === other) return false
  const [first, second] = [familyOf(one), familyOf(other)]
  return first !== null && second !== null && first !== second
}
