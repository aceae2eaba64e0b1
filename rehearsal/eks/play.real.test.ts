import { mkdtempDisposable, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { writeReport } from '../report-page/write.ts'
import { createTeller } from '../story.ts'
import { playEks } from './play.ts'

// Each scene demands what it is to show; the demo plays the same.
test('a push is delivered, promoted, taken back, and what differs from git is found', async () => {
  const lines: string[] = []
  const teller = createTeller('Test', '', line => lines.push(line))
  await playEks(teller).catch((thrown: unknown) => {
    throw new Error(lines.join('\n'), { cause: thrown })
  })
  await using folder = await mkdtempDisposable(join(tmpdir(), 'report-'))
  const path = join(folder.path, 'report.html')
  await writeReport(teller.story, path)
  const report = await readFile(path, 'utf8')
  expect(report).toContain('Everything held')
  for (const text of [report, lines.join('\n')]) expect(text).not.toMatch(/argocd\.[\w-]{20,}\.signature/)
})
