import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { parseAllDocuments } from 'yaml'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { customSchemas, isCustom } from './crds.ts'

/** A manifest, as far as anybody has to know. */
export interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly [key: string]: unknown }
  readonly [key: string]: unknown
}

/** The manifests in YAML, empty documents left out. @throws Error where it is no YAML. */
export function manifestsIn(text: string): Manifest[] {
  const documents = parseAllDocuments(text)
  const [error] = documents.flatMap(document => document.errors)
  if (error) throw error
  return documents.map(document => document.toJS() as Manifest | null).filter(one => one !== null)
}

/**
 * Validates manifests strictly against the schemas of Kubernetes, and custom resources against their definitions.
 * @param texts YAML by a name for it.
 * @returns what is wrong, a line each; a kind whose schema nobody knows is wrong.
 */
export async function validateManifests(
  texts: Readonly<Record<string, string>>,
  version = '1.35.0',
): Promise<string[]> {
  const all = Object.entries(texts).flatMap(([name, text]) =>
    manifestsIn(text).map(manifest => ({ name, manifest })),
  )
  const custom = all.filter(({ manifest }) => isCustom(groupOf(manifest)))
  const plain = all.filter(one => !custom.includes(one))
  const problems = await Promise.all([
    validateBuiltIn(plain, version),
    ...custom.map(({ name, manifest }) => validateCustom(name, manifest)),
  ])
  return problems.flat()
}

interface Named {
  readonly name: string
  readonly manifest: Manifest
}

const groupOf = ({ apiVersion }: Manifest): string => apiVersion.split('/').at(-2) ?? ''

async function validateBuiltIn(given: readonly Named[], version: string): Promise<string[]> {
  if (given.length === 0) return []
  const validator = await program('kubernetes-validate')
  await using folder = await mkdtempDisposable(join(tmpdir(), 'manifests-'))
  const files = Map.groupBy(given, ({ name }) => name)
  const paths = await Promise.all(
    [...files].map(async ([name, manifests]) => {
      const path = join(folder.path, `${name.replace(/[^\w.-]+/g, '_')}.yaml`)
      // JSON is YAML, and one document is not mistaken for the next.
      await writeFile(path, manifests.map(({ manifest }) => JSON.stringify(manifest)).join('\n---\n'))
      return path
    }),
  )
  const args = ['--kubernetes-version', version, '--strict', '--quiet', ...paths]
  const { stdout, stderr, code } = await exec(validator, args, { accept: 'any' })
  const lines = `${stdout}\n${stderr}`
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => line.replaceAll(`${folder.path}/`, ''))
  return code === 0 || lines.length > 0 ? lines : [`${validator} ended with ${code}`]
}

/** Go's patterns may say in their midst that case does not matter. */
const goPattern = (pattern: string): RegExp =>
  new RegExp(pattern.replaceAll('(?i)', ''), pattern.includes('(?i)') ? 'i' : '')

const ajv = new Ajv({
  ...{ strict: false, validateFormats: false, logger: false, allErrors: true },
  code: { regExp: Object.assign(goPattern, { code: 'new RegExp' }) },
})
const compiled = new Map<string, Promise<ValidateFunction | undefined>>()

async function validateCustom(name: string, manifest: Manifest): Promise<string[]> {
  const group = groupOf(manifest)
  const version = manifest.apiVersion.split('/').at(-1)
  const what = `${name}: ${manifest.kind} ${manifest.metadata.name}`
  const key = `${manifest.apiVersion}/${manifest.kind}`
  const compiling = compiled.get(key) ?? compile(group, `${version}/${manifest.kind}`)
  compiled.set(key, compiling)
  const validate = await compiling
  if (validate === undefined) return [`${what}: ${group}/${version} has no such kind`]
  if (validate(manifest)) return []
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    `${what}: ${instancePath || '/'} ${message} ${params.additionalProperty ?? ''}`.trim(),
  )
}

async function compile(group: string, kind: string): Promise<ValidateFunction | undefined> {
  const schema = (await customSchemas(group)).get(kind)
  return schema && ajv.compile(closed(schema) as object)
}

/** Kubernetes drops fields that a definition does not name; here they are wrong. */
function closed(schema: unknown, isRoot = true): unknown {
  if (Array.isArray(schema)) return schema.map(one => closed(one, false))
  if (typeof schema !== 'object' || schema === null) return schema
  const given = schema as Readonly<Record<string, unknown>>
  const inner = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, closed(value, false)]))
  if (isRoot) {
    // Of metadata, a definition says only that it is an object.
    return inner.properties ? { ...inner, additionalProperties: false } : inner
  }
  const isOpen =
    given.type !== 'object' ||
    given.properties === undefined ||
    given.additionalProperties !== undefined ||
    given['x-kubernetes-preserve-unknown-fields'] === true
  return isOpen ? inner : { ...inner, additionalProperties: false }
}
