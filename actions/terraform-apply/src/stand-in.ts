import { join } from 'node:path'
import type { Plan } from '../../../toolkit/terraform/plan/model.ts'
import type { Difference } from '../../../toolkit/terraform/report/difference.ts'

export interface ReviewRecord {
  readonly fingerprint: string
  readonly head: string
}

export async function fingerprint(digest: string, _: object): Promise<string> {
  return `scrypt$${digest}`
}

export function planPath(folder: string, directory: string, kind: 'json' | 'plan'): string {
  return join(folder, `${encodeURIComponent(directory)}.${kind === 'json' ? 'json' : 'tfplan'}`)
}

export function readReviewRecord(text: string): ReviewRecord {
  return JSON.parse(text)
}

export function differences(_: ReviewRecord, plan: Plan): Difference[] {
  return plan.changes.map(({ address, kind }) => ({ what: 'changed', address, now: kind }))
}
