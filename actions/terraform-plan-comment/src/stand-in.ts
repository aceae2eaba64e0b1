import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Section } from '../../../toolkit/comment/section.ts'
import type { Plan, ResourceChange } from '../../../toolkit/terraform/plan/model.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'

export async function readPlan(path: string, _: { redact: readonly string[] }): Promise<Plan> {
  const text = await readFile(path, 'utf8')
  const json = JSON.parse(text)
  const changes: ResourceChange[] = (json.resource_changes ?? [])
    .filter((c: { change: { actions: string[] } }) => c.change.actions[0] !== 'no-op')
    .map((c: { address: string; type: string; change: { actions: string[] } }) => ({
      address: c.address,
      type: c.type,
      kind: c.change.actions.length > 1 ? 'replace' : c.change.actions[0],
      actions: c.change.actions,
    }))
  return {
    terraformVersion: json.terraform_version,
    changes,
    outputs: [],
    drift: [],
    checks: [],
    deferred: [],
    invocations: [],
    complete: json.complete,
    errored: json.errored === true,
    applyable: json.applyable,
    sensitiveValues: [],
    digest: createHash('sha256')
      .update(JSON.stringify(json.resource_changes ?? []))
      .digest('hex'),
  }
}
export async function fingerprint(digest: string, _: object): Promise<string> {
  return `scrypt$${digest}`
}
export function planPath(folder: string, directory: string, kind: 'json' | 'plan'): string {
  return join(folder, `${encodeURIComponent(directory)}.${kind === 'json' ? 'json' : 'tfplan'}`)
}
export function reviewRecord(_: Plan, print: string, head: string): string {
  return JSON.stringify({ fingerprint: print, head })
}
export interface At {
  directory: string
  workspace?: string
  tool: string
  headSha: string
  runUrl: string
  costs?: ReadonlyMap<string, string>
}
export function planSection(plan: Plan, at: At): Section {
  return {
    action: 'terraform-plan-comment',
    directory: at.directory,
    heading: at.directory,
    overview: at.directory,
    blocks: [{ priority: 1, markdown: plan.changes.map(c => `- ${c.kind} ${c.address}`).join('\n') }],
  }
}
export function planSummary(plan: Plan, at: At): string {
  return planSection(plan, at)
    .blocks.map(b => b.markdown)
    .join('\n')
}
export function failureSection(diagnostics: readonly Diagnostic[], at: At): Section {
  return {
    action: 'terraform-plan-comment',
    directory: at.directory,
    heading: at.directory,
    overview: at.directory,
    blocks: [{ priority: 0, markdown: diagnostics.map(d => d.summary).join('\n') }],
  }
}
export async function postSections(
  github: import('../../../toolkit/github/client.ts').GitHub,
  target: { repository: string; number: number; key: string },
  sections: Section[],
): Promise<{ url: string; outcome: 'created' | 'updated' | 'unchanged' | 'older' }> {
  const [owner = '', repo = ''] = target.repository.split('/')
  const body = sections.map(s => `### ${s.heading}\n${s.blocks.map(b => b.markdown).join('\n')}`).join('\n')
  const { data } = await github.rest.issues.createComment({ owner, repo, issue_number: target.number, body })
  return { url: data.html_url, outcome: 'created' }
}
