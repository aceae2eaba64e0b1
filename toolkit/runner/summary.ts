import { appendFile } from 'node:fs/promises'

/** GitHub drops a step's summary past 1 MiB (docs.github.com, "Workflow commands", job summaries). */
export const SUMMARY_LIMIT = 1024 * 1024

/** Appends Markdown to the job summary; where the runner offers none, does nothing. */
export async function writeSummary(markdown: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const path = env.GITHUB_STEP_SUMMARY
  if (!path || markdown === '') return
  await appendFile(path, `${withinLimit(markdown)}\n`)
}

function withinLimit(markdown: string): string {
  if (Buffer.byteLength(markdown) < SUMMARY_LIMIT) return markdown
  const note = '\n\n> The rest did not fit: GitHub keeps 1 MiB of job summary per step.'
  const kept = Buffer.from(markdown).subarray(0, SUMMARY_LIMIT - Buffer.byteLength(note) - 2)
  const text = kept.toString('utf8').replace(/\ufffd$/, '')
  return `${text.slice(0, text.lastIndexOf('\n'))}${note}`
}
