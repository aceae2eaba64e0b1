/** The built action, start of Node included, beside the programs that people use for the same change. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProgramName } from '../test/support/programs/catalogue.ts'
import { program } from '../test/support/programs/program.ts'
import { REPOSITORIES, writeManifests } from './bump-files.ts'
import { bumpFolder, run } from './bump-folder.ts'
import { interleave, type Row } from './row.ts'

const ROUNDS = 5

/** A row for each program that is there or can be installed; why another is not, is said. */
export async function peerRows(folder: string): Promise<Row[]> {
  const rows = [
    await beside('yq', yq => besideYq(folder, yq)),
    await beside('kustomize', k => besideKustomize(folder, k)),
  ]
  return rows.filter(row => row !== undefined)
}

async function beside(name: ProgramName, measure: (path: string) => Promise<Row>): Promise<Row | undefined> {
  try {
    return await measure(await program(name))
  } catch (thrown) {
    console.error(`bench: no row for ${name}: ${(thrown as Error).message.split('\n')[0]}`)
    return undefined
  }
}

async function besideYq(folder: string, yq: string): Promise<Row> {
  await writeManifests(join(folder, 'ours'), 1_000, '1-0a3087a')
  const paths = await writeManifests(join(folder, 'theirs'), 1_000, '1-0a3087a')
  const tags = newTags()
  const images = '.spec.template.spec | (.containers, .initContainers) | .[] | .image'
  const { ours, theirs } = await interleave(ROUNDS, {
    ours: () => bumpFolder(join(folder, 'ours'), imagesAt(tags.next().value)),
    theirs: () => run(yq, ['-i', `(${images}) |= sub(":[^:]+$", ":${tags.next().value}")`, ...paths], folder),
  })
  return {
    what: 'bump-manifest, 5,000 references in 1,000 files',
    ours,
    beside: 'yq -i, which prints the files anew',
    theirs,
    bound: undefined,
  }
}

async function besideKustomize(folder: string, kustomize: string): Promise<Row> {
  const entries = REPOSITORIES.map(name => `- name: ${name}\n  newTag: 1-0a3087a\n`)
  const [mine, their] = await Promise.all(
    ['my-overlay', 'their-overlay'].map(async name => {
      await mkdir(join(folder, name))
      await writeFile(join(folder, name, 'kustomization.yaml'), `resources: []\nimages:\n${entries.join('')}`)
      return join(folder, name)
    }),
  )
  const tags = newTags()
  const { ours, theirs } = await interleave(ROUNDS, {
    ours: () => bumpFolder(mine!, imagesAt(tags.next().value)),
    theirs: () => {
      const tag = tags.next().value
      run(kustomize, ['edit', 'set', 'image', ...REPOSITORIES.map(name => `${name}:${tag}`)], their!)
    },
  })
  return {
    what: 'bump-manifest, 5 references in a kustomization',
    ours,
    beside: 'kustomize edit set image',
    theirs,
    bound: undefined,
  }
}

function* newTags(): Generator<string, never> {
  for (let number = 2; ; number++) yield `${number}-1b4198b`
}

function imagesAt(tag: string): string {
  return REPOSITORIES.map(name => `${name}:${tag}`).join('\n')
}
