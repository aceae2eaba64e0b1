import type { Context } from '../../../toolkit/runner/context.ts'
import type { ImageUpdate } from './images.ts'
import type { BumpRequest } from './request.ts'

/** GitHub folds a subject in lists past 72 characters. */
const SUBJECT_LIMIT = 72

/**
 * The commit's message: the user's (or a subject that names the images), then trailers that lead back to the source.
 * In the user's message `{images}`, `{repository}`, `{branch}`, `{sha}`, `{short_sha}` and `{run_number}` are filled in.
 */
export function commitMessage(
  template: string | undefined,
  request: Pick<BumpRequest, 'images' | 'set'>,
  context: Context,
): string {
  const message = (
    template === undefined ? defaultSubject(request) : fillIn(template, request, context)
  ).trim()
  const block = trailers(request, context)
  if (block.length === 0) return `${message}\n`
  return `${message}${endsInTrailers(message) ? '\n' : '\n\n'}${block.join('\n')}\n`
}

/** Git reads trailers from the last paragraph only (git-interpret-trailers); the subject is none. */
function endsInTrailers(message: string): boolean {
  const paragraphs = message.split(/\n\s*\n/)
  const last = paragraphs.length > 1 ? (paragraphs.at(-1) ?? '') : ''
  return last !== '' && last.split('\n').every(line => /^[A-Za-z0-9-]+: \S/.test(line))
}

/** `Source-Repository`, `Source-Commit` and `Source-Run` of the workflow, and `Image` for each image. */
export function trailers({ images }: Pick<BumpRequest, 'images'>, context: Context): string[] {
  const { repository, headSha } = context
  return [
    ...(repository ? [`Source-Repository: ${repository}`] : []),
    ...(headSha ? [`Source-Commit: ${headSha}`] : []),
    ...(runUrl(context) ? [`Source-Run: ${runUrl(context)}`] : []),
    ...images.map(image => `Image: ${reference(image)}`),
  ]
}

/** The page of this run on GitHub; undefined outside of one. */
export function runUrl({ serverUrl, repository, runId }: Context): string | undefined {
  return repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined
}

/** The page of the commit that the images were built from; undefined outside of a run. */
export function sourceUrl({ serverUrl, repository, headSha }: Context): string | undefined {
  return repository && headSha ? `${serverUrl}/${repository}/commit/${headSha}` : undefined
}

/** An image with its tag and digest. */
export function reference({ name, tag, digest }: ImageUpdate): string {
  return `${name}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`
}

function defaultSubject({ images, set }: Pick<BumpRequest, 'images' | 'set'>): string {
  const names = images.length > 0 ? images.map(shortly) : set.map(one => `${one.shown} in ${one.file}`)
  const verb = images.length > 0 ? 'deploy:' : 'set'
  const all = `${verb} ${names.join(', ')}`
  if (names.length === 1 || all.length <= SUBJECT_LIMIT) return all
  return `${verb} ${names[0]} and ${names.length - 1} more`
}

function shortly({ name, tag, digest }: ImageUpdate): string {
  return `${name} ${tag ?? digest?.slice(0, 'sha256:'.length + 12)}`
}

function fillIn(template: string, request: Pick<BumpRequest, 'images'>, context: Context): string {
  const values: Record<string, string> = {
    images: request.images.map(shortly).join(', '),
    repository: context.repository,
    branch: context.headRef,
    sha: context.headSha,
    short_sha: context.headSha.slice(0, 7),
    run_number: String(context.runNumber),
  }
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  )
}
