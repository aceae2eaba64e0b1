import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The repositories of the references in `manifest`. */
export const REPOSITORIES = ['init', 'web', 'worker', 'metrics', 'proxy'].map(name => `ghcr.io/acme/${name}`)

/** A deployment with five references, in the usual length and with comments, quotes and flow style. */
export function manifest(number: number, tag: string): string {
  const containers = REPOSITORIES.slice(1).map(
    (repository, at) => `      - name: c${at}
        image: ${at === 1 ? `"${repository}:${tag}"` : `${repository}:${tag} # deployed by CI`}
        ports:
        - containerPort: 808${at}
        env:
        - name: LOG_LEVEL
          value: "info"
        - {name: NAME, value: app-${number}}
        resources:
          limits: {cpu: 200m, memory: 512Mi}
`,
  )
  return `# Application ${number}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-${number}
  labels:
    app.kubernetes.io/name: app-${number}
spec:
  replicas: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: app-${number}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: app-${number}
    spec:
      initContainers:
      - name: init
        image: ${REPOSITORIES[0]}:${tag}
      containers:
${containers.join('')}`
}

/** Writes `count` manifests below a folder; their paths. */
export async function writeManifests(folder: string, count: number, tag: string): Promise<string[]> {
  const paths = Array.from({ length: count }, (_, number) =>
    join(folder, `apps/app-${number}/deployment.yaml`),
  )
  for (const [number, path] of paths.entries()) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, manifest(number, tag))
  }
  return paths
}
