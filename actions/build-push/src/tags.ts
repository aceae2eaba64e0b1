import { UserError } from '../../../toolkit/action/errors.ts'
import { isTag } from '../../../toolkit/oci/reference.ts'

/** What tag templates are filled in from. */
export interface TagValues {
  /** From 1; 0 where unknown. */
  readonly runNumber: number
  /** The full sha of the head commit; '' where unknown. */
  readonly sha: string
  /** The branch or tag that was pushed; '' where unknown. */
  readonly branch: string
  readonly date: Date
}

const variables: Record<string, (values: TagValues) => string> = {
  run_number: values => (values.runNumber > 0 ? String(values.runNumber) : ''),
  short_sha: values => values.sha.slice(0, 7),
  sha: values => values.sha,
  branch: values => tagSafe(values.branch),
  date: values => values.date.toISOString().slice(0, 10).replaceAll('-', ''),
}

/**
 * Fills in tag templates; the same tag given twice counts once.
 * @throws UserError where a variable is unknown or has no value here, or a tag holds characters that no tag may have.
 */
export function resolveTags(templates: readonly string[], values: TagValues): string[] {
  if (templates.length === 0) throw new UserError("input 'tags' is empty: write at least one tag")
  return [...new Set(templates.map(template => resolveTag(template, values)))]
}

function resolveTag(template: string, values: TagValues): string {
  const wrong = (why: string) => new UserError(`input 'tags' has '${template}': ${why}`)
  const tag = template.replace(/\{([^{}]*)\}/g, (written, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined
    if (variable === undefined) {
      const known = Object.keys(variables).map(known => `{${known}}`)
      throw wrong(`${written} is unknown; write one of ${known.join(', ')}`)
    }
    const value = variable(values)
    if (value === '') throw wrong(`${written} has no value in this run; leave it out`)
    return value
  })
  if (isTag(tag)) return tag
  if (tag.length > 128)
    throw wrong(`it becomes ${tag.length} characters long, and a tag takes 128; shorten it`)
  if (/[,;\s]/.test(template)) throw wrong('write one tag a line')
  throw wrong(`it becomes '${tag}'; a tag takes letters, digits, _ . - and does not start with . or -`)
}

/**
 * Which existing tags may later point elsewhere: those without a run number, sha or date. As wildcards, the way ECR's
 * immutability exclusions are written.
 */
export function movingTags(templates: readonly string[]): string[] {
  const moving = templates.filter(template => !/\{(run_number|short_sha|sha)\}/.test(template))
  return [...new Set(moving.map(template => template.replace(/\{[^{}]*\}/g, '*')))]
}

/** A branch name as (part of) a tag: what tags do not take becomes `-`. */
function tagSafe(branch: string): string {
  return branch
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 100)
}
