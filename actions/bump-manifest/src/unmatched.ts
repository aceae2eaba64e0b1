import { lastComponent } from '../../../toolkit/oci/reference.ts'
import { lineAt } from '../../../toolkit/yaml/parse.ts'
import { namedAt } from './images.ts'
import type { BumpPlan, SourceFile } from './plan.ts'
import type { BumpRequest } from './request.ts'

const MOST_SHOWN = 10

/** Why nothing was changed where images are found in no file, and where to look. */
export function unmatchedFailure(
  plan: Pick<BumpPlan, 'unmatched' | 'refusals'>,
  files: readonly SourceFile[],
  request: Pick<BumpRequest, 'images' | 'files'>,
): string {
  const why = 'nothing was changed, because'
  if (files.every(({ context }) => context)) {
    const globs = request.files.filter(glob => !glob.startsWith('!'))
    if (globs.length === 0)
      return `${why} the input 'files' only leaves files out; name those to look in, too`
    const folder = globs.find(glob => !glob.includes('*'))?.replace(/\/$/, '') ?? 'deploy'
    return `${why} no file matches '${globs.join("', '")}' of the input 'files'; write paths or globs from the root of the repository, a folder as ${folder}/**`
  }
  return `${why} none of the files names ${plan.unmatched.join(', ')} as an image; check 'images' and 'files', or set require-match: false${standing(plan, files, request)}${leftAlone(plan)}`
}

/** Notes on files that are named without a wildcard and are not there: they may be misspelt. */
export function missingFiles(files: readonly SourceFile[], request: Pick<BumpRequest, 'files'>): string[] {
  const found = new Set(files.map(({ path }) => path))
  return request.files
    .filter(name => !/[*?![\]{}()]/.test(name) && !found.has(name.replace(/^\.\//, '')))
    .map(name => `input 'files' names '${name}', which is not there`)
}

/** A name in a comment, a block of text or a field of another kind looks found to whoever searches for it. */
function standing(
  { unmatched, refusals }: Pick<BumpPlan, 'unmatched' | 'refusals'>,
  files: readonly SourceFile[],
  { images }: Pick<BumpRequest, 'images'>,
): string {
  const missing = images.filter(({ name }) => unmatched.includes(name))
  const told = new Set(refusals.map(({ file }) => file))
  const places = files
    .filter(({ path }) => !told.has(path))
    .flatMap(({ path, bytes }) => {
      const text = Buffer.from(bytes ?? []).toString('utf8')
      const likely = missing.filter(({ repository }) => text.includes(lastComponent(repository)))
      const at = likely.map(image => namedAt(text, image)).find(offset => offset !== undefined)
      return at === undefined ? [] : [`${path}:${lineAt(text, at)}`]
    })
  if (places.length === 0)
    return told.size > 0 ? '' : ". A tag that stands without the image's name is changed with 'set'"
  return `. The name stands at ${shown(places).join(', ')}, where it is not edited: a value there can be changed with 'set', a comment or a block of text only by hand`
}

/** What was left alone may be what was looked for. */
function leftAlone({ refusals }: Pick<BumpPlan, 'refusals'>): string {
  if (refusals.length === 0) return ''
  return `. Left alone:\n${shown(refusals.map(({ file, reason }) => `${file} ${reason}`)).join('\n')}`
}

function shown(lines: readonly string[]): string[] {
  const rest = lines.length - MOST_SHOWN
  return [...lines.slice(0, MOST_SHOWN), ...(rest > 0 ? [`and ${rest} more`] : [])]
}
