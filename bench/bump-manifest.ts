/** How long a bump takes: beside parsing the same files once, beside ten times fewer files, and beside other tools. */
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { parseImages } from '../actions/bump-manifest/src/images.ts'
import { planBump } from '../actions/bump-manifest/src/plan.ts'
import type { BumpRequest } from '../actions/bump-manifest/src/request.ts'
import { manifest, REPOSITORIES, writeManifests } from './bump-files.ts'
import { bumpFolder } from './bump-folder.ts'
import { peerRows } from './bump-peers.ts'
import { interleave, type Row } from './row.ts'

const ROUNDS = 7

/** The rows of the table. */
export async function bumpRows(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-bump-'))
  try {
    const thousand = await writeManifests(join(folder, '1000'), 1_000, '4-0a3087a')
    const few = thousand.slice(0, 100)
    const many = await writeManifests(join(folder, '10000'), 10_000, '4-0a3087a')
    return [
      await besideParsing(thousand),
      await besideFewer(few, many),
      await oneOfMany(folder),
      ...(await peerRows(folder)),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function besideParsing(paths: readonly string[]): Promise<Row> {
  const { ours, theirs } = await interleave(ROUNDS, { ours: () => bump(paths), theirs: () => parse(paths) })
  return {
    what: 'bump 5,000 references in 1,000 files',
    ours,
    beside: 'reading and parsing them once (yaml)',
    theirs,
    bound: 2,
  }
}

async function besideFewer(few: readonly string[], many: readonly string[]): Promise<Row> {
  const { ours, theirs } = await interleave(3, { ours: () => bump(many), theirs: () => hundredTimes(few) })
  return { what: 'bump 10,000 files', ours, beside: '100 files, a hundred times', theirs, bound: 1.5 }
}

/** Repositories of one folder per application, each with images of its own: the bump of one touches one file. */
async function oneOfMany(folder: string): Promise<Row> {
  for (const count of [500, 5])
    for (let number = 0; number < count; number++) {
      const path = join(folder, `of-${count}`, `apps/app-${number}`)
      await mkdir(path, { recursive: true })
      const text = manifest(number, '4-0a3087a').replaceAll('acme/', `acme/app-${number}-`)
      await writeFile(join(path, 'deployment.yaml'), text)
    }
  let tag = 5
  const bumpOne = (of: string) => () =>
    bumpFolder(join(folder, of), `ghcr.io/acme/app-3-web:${tag++}-1b4198b`)
  const { ours, theirs } = await interleave(15, { ours: bumpOne('of-500'), theirs: bumpOne('of-5') })
  return { what: 'bump-manifest, one of 500 applications', ours, beside: 'one of 5', theirs, bound: 2 }
}

function hundredTimes(paths: readonly string[]): void {
  for (let round = 0; round < 100; round++) bump(paths)
}

function bump(paths: readonly string[]): void {
  const { changes } = planBump(
    paths.map(path => ({ path, bytes: readFileSync(path) })),
    request,
  )
  if (changes.length !== paths.length) throw new Error(`${changes.length} of ${paths.length} files changed`)
}

function parse(paths: readonly string[]): void {
  for (const path of paths) parseAllDocuments(readFileSync(path, 'utf8'))
}

const request: BumpRequest = {
  images: parseImages(REPOSITORIES.map(repository => `${repository}:5-1b4198b`).join('\n')),
  set: [],
  files: [],
  pin: 'keep',
  allowDowngrade: false,
}
