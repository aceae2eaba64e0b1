import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import picomatch from 'picomatch'
import { unzip } from '../../../../test/support/github/zip.ts'
import type { StepCall } from '../../job/world.ts'
import { findFiles } from './artifact-files.ts'
import type { StandIn } from './stand-in.ts'

/** An artifact's name and how to get its archive. */
interface Found {
  readonly id: number
  readonly name: string
  readonly archive: () => Promise<Buffer>
}

/** actions/upload-artifact: really keeps the files, with the GitHub on this machine. */
export const uploadArtifact: StandIn = {
  inputs: [
    'name',
    'path',
    'if-no-files-found',
    'retention-days',
    'compression-level',
    'overwrite',
    'include-hidden-files',
  ],
  required: ['path'],
  notPlayed: ['archive'],
  async play(call) {
    const { world, with: given, show } = call
    const name = given.name || 'artifact'
    if (/["<>|*?\r\n:\\/]/.test(name)) throw new Error(`The artifact name is not valid: ${name}`)
    const files = await findFiles(given.path ?? '', world.workspace, given['include-hidden-files'] === 'true')
    if (Object.keys(files).length === 0) {
      const message = `No files were found with the provided path: ${given.path}. No artifacts will be uploaded.`
      if (given['if-no-files-found'] === 'error') throw new Error(message)
      if (given['if-no-files-found'] !== 'ignore') show(`##[warning]${message}`)
      return { standIn: 'found no files to keep' }
    }
    const { repository, run_id, server_url } = githubOf(call)
    if (given.overwrite === 'true')
      for (const old of world.host.runs.artifacts(repository, Number(run_id)))
        if (old.name === name) world.host.runs.remove(old.id)
    const days = Number(given['retention-days'] ?? 0) || 90
    const { id, digest } = world.host.runs.keep(Number(run_id), { name, files, days })
    for (const path of Object.keys(files)) show(path)
    return {
      outputs: {
        'artifact-id': String(id),
        'artifact-url': `${server_url}/${repository}/actions/runs/${run_id}/artifacts/${id}`,
        'artifact-digest': digest.replace('sha256:', ''),
      },
      standIn: `kept ${Object.keys(files).length} files as '${name}' with the GitHub on this machine`,
    }
  },
}

/** actions/download-artifact: from this run, or with a token by the API from another one. */
export const downloadArtifact: StandIn = {
  inputs: [
    'name',
    'artifact-ids',
    'path',
    'pattern',
    'merge-multiple',
    'github-token',
    'repository',
    'run-id',
  ],
  notPlayed: ['skip-decompress', 'digest-mismatch'],
  async play(call) {
    const { world, with: given } = call
    const target = resolve(world.workspace, given.path || '.')
    const chosen = choose(
      given['github-token'] ? await fromApi(call, given['github-token']) : fromRun(call),
      given,
    )
    // One that was named lies in the folder itself, of several each in its own.
    const flat =
      given.name || given['merge-multiple'] === 'true' || (given['artifact-ids'] && chosen.length === 1)
    for (const { name, archive } of chosen)
      await unpack(await archive(), flat ? target : join(target, name), call)
    return {
      outputs: { 'download-path': target },
      standIn: `laid out ${chosen.map(({ name }) => `'${name}'`).join(', ') || 'no artifact'} from the GitHub on this machine`,
    }
  },
}

function fromRun(call: StepCall): Found[] {
  const { repository, run_id } = githubOf(call)
  return call.world.host.runs
    .artifacts(repository, Number(run_id))
    .map(({ id, name, archive }) => ({ id, name, archive: async () => archive }))
}

async function fromApi(call: StepCall, token: string): Promise<Found[]> {
  const { api_url, repository, run_id } = githubOf(call)
  const { repository: from = repository, 'run-id': run = run_id } = call.with
  const ask = async (url: string) => {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: call.signal })
    if (!answer.ok) throw new Error(`Unable to download artifact(s): ${answer.status} ${await answer.text()}`)
    return answer
  }
  const list = await ask(`${api_url}/repos/${from}/actions/runs/${run}/artifacts?per_page=100`)
  const { artifacts } = (await list.json()) as {
    artifacts: { id: number; name: string; archive_download_url: string }[]
  }
  return artifacts.map(({ id, name, archive_download_url: url }) => ({
    id,
    name,
    archive: async () => Buffer.from(await (await ask(url)).arrayBuffer()),
  }))
}

function choose(found: readonly Found[], given: StepCall['with']): Found[] {
  if (given.name) {
    const named = found.find(({ name }) => name === given.name)
    if (!named) throw new Error(`Unable to download artifact(s): Artifact not found for name: ${given.name}`)
    return [named]
  }
  const ids = (given['artifact-ids'] ?? '')
    .split(',')
    .map(id => id.trim())
    .filter(id => id !== '')
  if (ids.length > 0) {
    const chosen = found.filter(({ id }) => ids.includes(String(id)))
    if (chosen.length === 0)
      throw new Error(`None of the provided artifact IDs were found: ${ids.join(', ')}`)
    return chosen
  }
  return found.filter(({ name }) => picomatch.isMatch(name, given.pattern || '*'))
}

async function unpack(archive: Buffer, folder: string, { show }: StepCall): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [path, content] of Object.entries(unzip(archive))) {
    const file = resolve(folder, path)
    const inside = relative(folder, file)
    if (inside.startsWith('..') || isAbsolute(inside))
      throw new Error(`the artifact reaches outside: ${path}`)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    show(path)
  }
}

function githubOf(call: StepCall): Record<'repository' | 'run_id' | 'api_url' | 'server_url', string> {
  return call.scope.contexts.github as never
}
