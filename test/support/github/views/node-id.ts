/** The prefixes of GitHub's node ids, for what this server knows. */
export type NodeKind =
  | 'U'
  | 'R'
  | 'REF'
  | 'C'
  | 'B'
  | 'T'
  | 'PR'
  | 'I'
  | 'IC'
  | 'LA'
  | 'CR'
  | 'SC'
  | 'DE'
  | 'DS'
  | 'REA'
  | 'W'
  | 'WFR'
  | 'ART'

/** A node id: opaque to callers, readable to us. */
export function nodeId(kind: NodeKind, ...parts: readonly (string | number)[]): string {
  return `${kind}_${Buffer.from(parts.join('\n')).toString('base64url')}`
}

/** What a node id was made of, or undefined. */
export function readNodeId(id: string, kind: NodeKind): string[] | undefined {
  if (!id.startsWith(`${kind}_`)) return undefined
  return Buffer.from(id.slice(kind.length + 1), 'base64url')
    .toString()
    .split('\n')
}
