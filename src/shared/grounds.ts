/** What a request for approval can give beside the change: why, where it comes from, and what proves it. */
/** `proof`: a file, or a record that proves it: either will do. */
export const groundsParts = ['reason', 'source', 'files', 'proof'] as const
export type GroundsPart = (typeof groundsParts)[number]

/** How many records may prove one change. */
export const mostLinked = 20

/** The header that brings them: JSON, percent-encoded as headers hold no Chinese. */
export const groundsHeader = 'X-Dossier-Grounds'

/** In place of grounds: whoever sits at a page is asked for them first, where the house's rules have the change wait. */
export const asksForGrounds = 'ask'

/** The source of what whom a file is about has answered by a link. No request says it of itself; the house alone does. */
export const sourceOfLinks = 'link'
