import { readSync } from 'node:fs'
import { UserError } from '../../action/errors.ts'
import type { JsonError } from './scan.ts'

const HOW = 'write it with `terraform show -json PLANFILE > FILE`'

/** What is wrong with a file that is not JSON, and what to do about it. */
export function notJson(path: string, file: number, error: JsonError): UserError {
  const head = Buffer.alloc(256)
  const start = head.subarray(0, readSync(file, head, 0, head.length, 0))
  return new UserError(`plan '${path}' ${complaint(start, error)}`)
}

function complaint(start: Buffer, { kind, offset }: JsonError): string {
  if (start.length === 0) return `is empty; ${HOW}, and see whether that command failed`
  if (start[0] === 0x50 && start[1] === 0x4b)
    return 'is a saved plan, not its JSON; convert it with `terraform show -json PLANFILE > FILE`'
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff))
    return 'is UTF-16, as `>` of Windows PowerShell writes it; write UTF-8, with `| Out-File -Encoding utf8 FILE`'
  if (start.toString().trimStart().startsWith('[command]'))
    return (
      'holds what the wrapper of hashicorp/setup-terraform prints around the JSON; ' +
      'set `terraform_wrapper: false` there'
    )
  if (kind === 'truncated')
    return `ends in the middle of its JSON, after ${offset} bytes; ${HOW} again, and see whether the disk is full`
  if (kind === 'shape') return `has a single value where a list or an object belongs (byte ${offset}); ${HOW}`
  if (kind === 'more' && /^[\ufeff\s]*[{[]/.test(start.toString()))
    return `holds more than one JSON document (another begins at byte ${offset}); write one file for each root module`
  return `is not JSON${offset === undefined ? '' : ` (see byte ${offset})`}; ${HOW}`
}

// Other documents of the same tools have a format_version too.
const OTHERS = [
  ['values', 'the JSON of a state'],
  ['valid', 'what `validate -json` prints'],
  ['provider_schemas', 'what `providers schema -json` prints'],
] as const
const OF_PLANS = new Set(['planned_values', 'resource_changes', 'output_changes', 'configuration'])

/**
 * @param members are the names of the document's members
 * @throws UserError unless the format is one that this version reads
 * @see https://developer.hashicorp.com/terraform/internals/json-format#format-version
 */
export function demandFormat(
  path: string,
  format: string | undefined,
  members: ReadonlySet<string | number>,
): void {
  if (format === undefined)
    throw new UserError(`'${path}' is JSON but no plan: it has no format_version; ${HOW}`)
  const other = OTHERS.find(([name]) => members.has(name))
  if (other !== undefined && ![...members].some(name => OF_PLANS.has(String(name))))
    throw new UserError(`'${path}' is ${other[1]}, not a plan; ${HOW}`)
  if (!/^[01]\.\d+/.test(format))
    throw new UserError(
      `plan '${path}' has format_version '${format}', and this version reads 0.x and 1.x; ` +
        'update this action, or use a terraform whose plans are of version 1',
    )
}
