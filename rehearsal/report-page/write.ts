import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Story } from '../story.ts'
import { page } from './page.ts'

/** Writes the report of a rehearsal, also of one that failed. */
export async function writeReport(story: Story, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, page(story))
}
