import { cpus, totalmem, version } from 'node:os'
import { exec } from '../../toolkit/exec/exec.ts'

const PROGRAMS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  git: ['git', '--version'],
  engine: ['docker', 'version', '--format', '{{.Server.Version}}'],
  buildx: ['docker', 'buildx', 'version'],
  terraform: ['terraform', 'version'],
  infracost: ['infracost', '--version'],
  helm: ['helm', 'version', '--short'],
  kustomize: ['kustomize', 'version'],
}

/** What the rehearsal ran on: for the foot of the report. A program that is missing is left out. */
export async function machineFacts(env: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const asked = await Promise.all(
    Object.entries(PROGRAMS).map(async ([name, [program, ...args]]) => {
      const answer = await exec(program, args, { env: { ...process.env, ...env }, accept: 'any' }).catch(
        () => undefined,
      )
      return [name, answer?.code === 0 ? (answer.stdout.trim().split('\n')[0] ?? '') : ''] as const
    }),
  )
  return {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: version(),
    node: process.version,
    ...Object.fromEntries(asked.filter(([, answer]) => answer !== '')),
  }
}
