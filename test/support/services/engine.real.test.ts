import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { exec } from '../../../toolkit/exec/exec.ts'
import { startEngine } from './engine.ts'
import { startRegistry } from './registry.ts'

const MINUTES = 60_000
let context: string

beforeAll(async () => {
  context = await mkdtemp(join(tmpdir(), 'gitops-actions-context-'))
  await writeFile(join(context, 'hello'), 'hello\n')
  await writeFile(join(context, 'Dockerfile'), 'FROM scratch\nCOPY hello /\nCMD ["/hello"]\n')
})
afterAll(() => rm(context, { recursive: true, force: true }))

test(
  'two engines run side by side, build and push, and leave nothing behind',
  async () => {
    const folders: string[] = []
    {
      await using one = await startEngine()
      await using other = await startEngine()
      await using registry = await startRegistry()
      for (const [index, engine] of [one, other].entries()) {
        folders.push(dirname(engine.socket))
        const ref = `${registry.host}/app:${index}`
        const env = { ...process.env, ...engine.env }
        await exec('docker', ['buildx', 'build', '--push', '-t', ref, context], { env })
      }
      const tags = await fetch(`${registry.url}/v2/app/tags/list`)
      expect(await tags.json()).toEqual({ name: 'app', tags: ['0', '1'] })
    }
    expect(folders.filter(existsSync)).toEqual([])
  },
  5 * MINUTES,
)
