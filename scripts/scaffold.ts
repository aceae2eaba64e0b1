/** `npm run scaffold -- EXAMPLE DIR [--suite OWNER/NAME@REF] [--registry HOST/NAMESPACE]`: an example as a repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { messageOf, UserError } from '../toolkit/action/errors.ts'
import { exec } from '../toolkit/exec/exec.ts'
import { root } from './actions.ts'

/** What to put in place of the names that the examples are written with. */
export interface ScaffoldOptions {
  /** `OWNER/NAME@REF` of a fork of this suite. */
  readonly suite?: string
  /** Where images go, as build-push takes it: `docker.io/NAMESPACE`, `localhost:5000/NAMESPACE`. */
  readonly registry?: string
}

const EXAMPLES = join(root, 'workflows-examples')
const SUITE = /maestrops\/gitops-actions(\/actions\/[\w-]+)@v1\b/g
const REGISTRY = /\bdocker\.io\/maestrops\b|\b123456789012\.dkr\.ecr\.eu-central-1\.amazonaws\.com\b/g

/** A folder of this project that an example's repository carries too; its `test/` stays here. */
interface Carried {
  readonly from: string
  /** Where it is put; default: where it is here. */
  readonly to?: string
  /** What in it is another example's. */
  readonly without?: RegExp
}

const EKS_TERRAFORM =
  /^(live|modules\/(argocd|cluster-access|cluster-roles|ecr|eks|pod-role|registry-access))\//
const EC2_TERRAFORM = /^(README\.md$|bootstrap\/|ec2\/|modules\/(server|state-bucket)\/)/

const CARRIED: Readonly<Record<string, readonly Carried[]>> = {
  ec2: [{ from: 'ansible' }, { from: 'terraform', without: EKS_TERRAFORM }],
  'eks/source-repo': [{ from: 'terraform', to: 'deploy/terraform', without: EC2_TERRAFORM }],
  'eks/manifests-repo': [{ from: 'argocd' }, { from: 'charts/app' }, { from: 'charts/monitoring' }],
}

/** The branch that a new repository starts on; the example's README says what the others are for. */
const FIRST_BRANCH: Readonly<Record<string, string>> = {
  ec2: 'integration',
  'eks/source-repo': 'staging',
  'eks/manifests-repo': 'staging',
}

/**
 * Copies an example into a new git repository, without a commit.
 * @param variant one of `variants()`.
 * @param folder absent or empty; on failure it is left as it was.
 * @returns the copied files, relative to the folder.
 * @throws UserError where the variant is unknown, the folder is in use or an option is malformed.
 */
export async function scaffold(
  variant: string,
  folder: string,
  options: ScaffoldOptions = {},
): Promise<string[]> {
  check(variant, folder, options)
  const example = join(EXAMPLES, variant)
  await mkdir(dirname(resolve(folder)), { recursive: true })
  const draft = await mkdtemp(`${resolve(folder)}.`)
  try {
    const repository = join(draft, basename(resolve(folder)))
    await exec('git', ['init', '--quiet', `--initial-branch=${FIRST_BRANCH[variant] ?? 'main'}`, repository])
    const own = await filesOf(example, join(repository, '.git'))
    const files = new Map(own.map(file => [file, join(example, file)]))
    for (const { from, to = from, without } of CARRIED[variant] ?? [])
      for (const file of await filesOf(join(root, from), join(repository, '.git')))
        if (!file.startsWith('test/') && !without?.test(file))
          files.set(join(to, file), join(root, from, file))
    for (const [file, from] of files) await copy(from, join(repository, file), options)
    await rename(repository, folder)
    return [...files.keys()]
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Every example there is: each folder of workflows-examples with a README. */
export function variants(): string[] {
  return readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter(path => basename(path) === 'README.md' && !path.includes('node_modules'))
    .map(dirname)
    .filter((folder, _index, all) => folder !== '.' && !all.some(other => folder.startsWith(`${other}/`)))
    .sort()
}

/** What the workflows of a repository read from its settings, each name once. */
export function settingsOf(workflows: readonly string[]): { secrets: string[]; variables: string[] } {
  const names = (pattern: RegExp) =>
    [...new Set(workflows.flatMap(text => [...text.matchAll(pattern)].map(([, name]) => name ?? '')))].sort()
  return {
    secrets: names(/\bsecrets\.(\w+)/g).filter(name => name !== 'GITHUB_TOKEN'),
    variables: names(/\bvars\.(\w+)/g),
  }
}

function check(variant: string, folder: string, { suite, registry }: ScaffoldOptions): void {
  if (!variants().includes(variant))
    throw new UserError(`there is no example '${variant}'; there are: ${variants().join(', ')}`)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UserError(`'${folder}' is not empty; name a folder that is empty or not there yet`)
  if (suite !== undefined && !/^[\w.-]+\/[\w.-]+@[\w./-]+$/.test(suite))
    throw new UserError(
      `--suite is '${suite}': write OWNER/NAME@REF, for example maestrops/gitops-actions@v1`,
    )
  if (
    registry !== undefined &&
    !/^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)+)(:\d+)?(\/[a-z0-9._-]+)*$/.test(registry)
  )
    throw new UserError(`--registry is '${registry}': write HOST/NAMESPACE, for example docker.io/your-name`)
}

/** The files of a folder that its own .gitignore lets through, whatever the user's git is told to ignore. */
async function filesOf(folder: string, gitFolder: string): Promise<string[]> {
  const listing = ['ls-files', '-z', '--others', '--exclude-per-directory=.gitignore']
  const { stdout } = await exec('git', [`--git-dir=${gitFolder}`, `--work-tree=${folder}`, ...listing], {
    cwd: folder,
  })
  return stdout.split('\0').filter(file => file !== '')
}

async function copy(from: string, to: string, { suite, registry }: ScaffoldOptions): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to)
  const text = await readFile(to, 'utf8')
  const [repository, ref] = suite?.split('@') ?? []
  const written = text
    .replace(SUITE, (given, action: string) => (suite ? `${repository}${action}@${ref}` : given))
    .replace(REGISTRY, given => registry ?? given)
  if (written !== text) await writeFile(to, written)
}

function nextSteps(variant: string, folder: string, files: readonly string[]): string {
  const workflows = files.filter(file => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file))
  const { secrets, variables } = settingsOf(workflows.map(file => readFileSync(join(folder, file), 'utf8')))
  return `Made ${folder} from the example '${variant}': ${files.length} files, nothing committed yet.

Next:
  cd ${folder}
  git add --all && git commit -m "Start from the ${variant} example of gitops-actions"

Set what the workflows read; README.md says what each is for and where it comes from:
${[...secrets.map(name => `  gh secret set ${name}`), ...variables.map(name => `  gh variable set ${name}`)].join('\n')}

Then go on as README.md says.
`
}

async function main(): Promise<void> {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { suite: { type: 'string' }, registry: { type: 'string' } },
    })
    const [variant, folder, ...more] = positionals
    if (variant === undefined || folder === undefined || more.length > 0)
      throw new UserError(
        `usage: npm run scaffold -- EXAMPLE FOLDER [--suite OWNER/NAME@REF] [--registry HOST/NAMESPACE]\nexamples: ${variants().join(', ')}`,
      )
    // npm runs scripts in the project's folder; the user meant the one they stood in.
    const target = resolve(process.env.INIT_CWD ?? '.', folder)
    process.stdout.write(nextSteps(variant, target, await scaffold(variant, target, values)))
  } catch (thrown) {
    process.stderr.write(`${messageOf(thrown)}\n`)
    process.exitCode = 1
  }
}

if (import.meta.main) await main()
