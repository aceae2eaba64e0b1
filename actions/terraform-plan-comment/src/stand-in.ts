import { join } from 'node:path'
import type { Plan } from '../../../toolkit/terraform/plan/model.ts'

export async function fingerprint(digest: string, _: object): Promise<string> {
  return `scrypt$${digest}`
}
export function planPath(folder: string, directory: string, kind: 'json' | 'plan'): string {
  return join(folder, `${encodeURIComponent(directory)}.${kind === 'json' ? 'json' : 'tfplan'}`)
}
export function planSources(lines: readonly string[]): { directory: string; path: string }[] {
  return lines.map(line => {
    const [directory = '', path] = line.split('=')
    return path === undefined ? { directory: '.', path: directory } : { directory, path }
  })
}
export function reviewRecord(_: Plan, print: string, head: string): string {
  return JSON.stringify({ fingerprint: print, head })
}

type GitHub = import('../../../toolkit/github/client.ts').GitHub
export async function readSections(
  _: GitHub,
  __: object,
): Promise<{ sections: { action: string; directory: string }[] } | undefined> {
  return undefined
}
export async function syncIssue(
  _: GitHub,
  __: { repository: string; key: string; title: string; labels: readonly [string, ...string[]] },
  ___: string | undefined,
): Promise<{ url: string; outcome: 'opened' | 'updated' | 'closed' | 'unchanged' | 'none' }> {
  return { url: '', outcome: 'none' }
}
export async function syncLabels(
  _: GitHub,
  __: object,
  ___: readonly { name: string; color: string; description: string }[],
  ____: readonly string[],
  _____: object,
): Promise<void> {}
