/** What build-push costs beside a shell script of the same `docker buildx build --push` commands. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyPrograms, onShell } from '../actions/build-push/test/shell.ts'
import { root } from '../scripts/actions.ts'
import { startEngine } from '../test/support/services/engine.ts'
import { startRegistry } from '../test/support/services/registry.ts'
import { exec } from '../toolkit/exec/exec.ts'
import { interleave, type Row } from './row.ts'

const ROUNDS = 5
const IMAGES = 4
const credentials = { username: 'bench', password: 'bench-password' }

/**
 * Some work and a new layer in every build: nothing of the last step comes from a cache.
 */
const dockerfile = onShell(
  'ARG NONCE',
  'RUN ["/bin/sh", "-c", "i=0; while [ $i -lt 500000 ]; do i=$((i+1)); done; cat /data > /copy; echo $NONCE >> /copy"]',
)

/** Rows for several images: at once, and one after another. */
export async function buildRows(): Promise<Row[]> {
  await using engine = await startEngine()
  await using registry = await startRegistry(credentials)
  const folder = await mkdtemp(join(tmpdir(), 'bench-build-push-'))
  try {
    const images = Array.from({ length: IMAGES }, (_, index) => `image-${index}`)
    for (const image of images) await writeContext(join(folder, image))
    const env = { ...process.env, ...engine.env }
    const { username, password } = credentials
    await exec('docker', ['login', '--username', username, '--password-stdin', registry.host], {
      env,
      input: password,
    })
    let round = 0
    const ours = () => runOurs(folder, images, `${registry.host}/ours`, `${round++}`, env)
    const script = (name: string, parallel: boolean) => async () => {
      const path = join(folder, `${name}.sh`)
      await writeFile(path, commands(folder, images, `${registry.host}/${name}`, `${round++}`, parallel))
      await chmod(path, 0o700)
      await run('sh', [path], env)
    }
    const contenders = { ours, parallel: script('parallel', true), sequential: script('sequential', false) }
    // Layers that all have in common are built and pushed before anything is measured.
    for (const contender of Object.values(contenders)) await contender()
    const times = await interleave(ROUNDS, contenders)
    const what = `build-push: ${IMAGES} images`
    return [
      {
        what,
        ours: times.ours,
        beside: 'the same docker buildx commands in a script, in parallel',
        theirs: times.parallel,
        bound: 1.1,
      },
      {
        what,
        ours: times.ours,
        beside: 'the same commands one after another',
        theirs: times.sequential,
        bound: 1,
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeContext(context: string): Promise<void> {
  await mkdir(join(context, 'root'), { recursive: true })
  await copyPrograms(['/bin/sh', '/bin/cat'], join(context, 'root'))
  // Different in every image, or BuildKit would build them all as one.
  await writeFile(join(context, 'root/data'), Buffer.alloc(4_000_000, context))
  await writeFile(join(context, 'Dockerfile'), dockerfile)
}

function runOurs(
  folder: string,
  images: readonly string[],
  target: string,
  nonce: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const inputs = {
    images: images.map(image => `${image}=${image}`).join('\n'),
    registry: target,
    ...credentials,
    tags: nonce,
    'build-args': `NONCE=${target} ${nonce}`,
  }
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return run(process.execPath, [join(root, 'dist/build-push.js')], {
    ...env,
    ...Object.fromEntries(given),
    GITHUB_WORKSPACE: folder,
    GITHUB_SHA: '0'.repeat(40),
    RUNNER_TEMP: folder,
  })
}

function commands(
  folder: string,
  images: readonly string[],
  target: string,
  nonce: string,
  parallel: boolean,
): string {
  const lines = images.map(
    image =>
      `docker buildx build --progress plain --provenance=false --build-arg 'NONCE=${target} ${nonce}' --tag ${target}/${image}:${nonce} --label revision=0 --push ${folder}/${image}${parallel ? ' &' : ''}`,
  )
  return ['set -e', ...lines, 'wait', ''].join('\n')
}

async function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => said.push(chunk))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program} failed:\n${Buffer.concat(said)}`)
}
