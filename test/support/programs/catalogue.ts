/** Where a program comes from when it is not there. */
export type Source =
  /** Debian's packages; the first gives its name to what we say. */
  | { readonly kind: 'debian'; readonly packages: readonly string[] }
  /**
   * A command of a Go module. `build` is for modules with `replace` or `exclude` lines, which `go install` refuses:
   * they are built from a module of our own that repeats those lines.
   */
  | {
      readonly kind: 'go'
      readonly module: string
      readonly command: string
      readonly version: string
      readonly build?: true
    }
  /** A PyPI requirement, in a virtual environment of its own. */
  | { readonly kind: 'pypi'; readonly requirement: string }

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
  readonly source: Source
}

const debian = (...packages: string[]): Source => ({ kind: 'debian', packages })

const entry = (file: string, source: Source, more: Omit<Entry, 'files' | 'source'> = {}): Entry => ({
  files: [file],
  source,
  ...more,
})

export const catalogue = {
  git: entry('git', debian('git')),
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
    version: 'v0.32.0',
    build: true,
  }),
  buildah: entry('buildah', debian('buildah')),
  'docker-registry': entry('docker-registry', debian('docker-registry')),
  htpasswd: entry('htpasswd', debian('apache2-utils')),
  openssl: entry('openssl', debian('openssl')),
  'docker-compose': entry('docker-compose', debian('docker-compose')),
  mmdebstrap: entry('mmdebstrap', debian('mmdebstrap')),
  debootstrap: entry('debootstrap', debian('debootstrap')),
  chromium: { files: ['chromium', 'google-chrome', 'chrome'], source: debian('chromium') },
  moto_server: entry('moto_server', { kind: 'pypi', requirement: 'moto[server]==5.2.1' }),
  yq: entry(
    'yq',
    { kind: 'go', module: 'github.com/mikefarah/yq/v4', command: '', version: 'v4.47.1' },
    { check: { args: ['--version'], says: /mikefarah.* version v?(\d+\.\d+)/, atLeast: '4.40' } },
  ),
  kustomize: entry(
    'kustomize',
    { kind: 'go', module: 'sigs.k8s.io/kustomize/kustomize/v5', command: '', version: 'v5.7.1' },
    { check: { args: ['version'], says: /v?(\d+\.\d+)/, atLeast: '5.0' } },
  ),
} satisfies Record<string, Entry>

/** A program by the name it has here. */
export type ProgramName = keyof typeof catalogue
