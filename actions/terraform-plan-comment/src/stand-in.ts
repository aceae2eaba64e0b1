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
