import { mkdir, mkdtempDisposable, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { startAws } from './aws.ts'
import { callEcr } from './aws-call.ts'
import { startBuildkit } from './buildkit.ts'
import { startEcr } from './ecr.ts'
import { startRegistry } from './registry.ts'

const MINUTES = 60_000

test(
  'buildx builds on a remote BuildKit, which pushes to a local registry and to ECR, without any engine',
  async () => {
    await using aws = await startAws()
    await using ecr = await startEcr(aws)
    await using buildkit = await startBuildkit({ env: ecr.env })
    await using registry = await startRegistry()
    await using folder = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-context-'))
    await callEcr(aws, 'CreateRepository', { repositoryName: 'app' })
    const auths = { [ecr.host]: { auth: Buffer.from(`${ecr.username}:${ecr.password}`).toString('base64') } }
    await mkdir(join(folder.path, 'config/cli-plugins'), { recursive: true })
    await symlink(await program('buildx'), join(folder.path, 'config/cli-plugins/docker-buildx'))
    await writeFile(join(folder.path, 'config/config.json'), JSON.stringify({ auths }))
    await writeFile(join(folder.path, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n')
    const docker = await program('docker')
    const env = {
      ...process.env,
      ...ecr.env,
      DOCKER_CONFIG: join(folder.path, 'config'),
      DOCKER_HOST: 'unix:///none',
    }
    const run = (...args: string[]) => exec(docker, ['buildx', ...args], { env })

    await run('create', '--name', 'farm', '--driver', 'remote', buildkit.address)
    const tags = ['-t', `${registry.host}/app:one`, '-t', `${ecr.host}/app:one`]
    await run('build', '--builder', 'farm', '--push', ...tags, folder.path)

    expect(await (await fetch(`${registry.url}/v2/app/tags/list`)).json()).toEqual({
      name: 'app',
      tags: ['one'],
    })
    const wanted = { repositoryName: 'app', imageIds: [{ imageTag: 'one' }] }
    expect(await callEcr(aws, 'BatchGetImage', wanted)).toMatchObject({ failures: [] })
  },
  5 * MINUTES,
)
