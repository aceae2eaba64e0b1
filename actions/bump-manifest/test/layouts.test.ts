/** Random layouts: whatever a file looks like, only its references change, twice is once, and back is back. */
import { expect, test } from '@jest/globals'
import { parseAllDocuments } from 'yaml'
import { bump, bumped, DIGEST, OLD_DIGEST } from './bump.ts'

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
const ROUNDS = 400

/** A small generator of numbers (mulberry32), so that a failure can be played again. */
function createRandom(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (share: number) => next() < share,
    pick: <T>(from: readonly T[]): T => from[below(from.length)]!,
  }
}

type Random = ReturnType<typeof createRandom>

const TAGS = ['4-0a3087a', 'v1.2.3', 'main', 'sha-0a3087a', '1.2.3-alpine', 'a_b.c-d']
const NOISE = [
  'x: 1',
  'labels: {app: web, "on": yes}',
  'note: "{{ kept }} ghcr.io/acme/web:1"',
  "t: 'it''s'",
  'e:',
  '"q\\tk": ~',
]
const COMMENTS = ['', '', '  # ghcr.io/acme/web:old', '\t# tab', ' ', '   ']

/** A document with references to ghcr.io/acme/web at `tag`, in one of the formats. */
function layout(random: Random, reference: string, tag: string): string {
  const step = ' '.repeat(random.pick([1, 2, 2, 3, 4]))
  const quote = random.pick(['', '"', "'"])
  const comment = () => random.pick(COMMENTS)
  const noise = (indent: string) =>
    random.chance(0.5)
      ? `${indent}# ${random.pick(['', 'image: ghcr.io/acme/web:1', '世界'])}\n`
      : random.chance(0.5)
        ? `${indent}${random.pick(NOISE)}\n`
        : ''
  const image = (indent: string) => `${indent}image: ${quote}${reference}${quote}${comment()}\n`
  const split = (indent: string) =>
    random.chance(0.3)
      ? `${indent}image: { repository: ghcr.io/acme/web , tag: ${quote}${tag}${quote} }${comment()}\n`
      : `${indent}image:${comment()}\n${indent}${step}registry: ghcr.io\n${noise(indent + step)}${indent}${step}tag: ${quote}${tag}${quote}${comment()}\n${indent}${step}repository: "acme/web"\n`
  const containers = (indent: string) =>
    Array.from(
      { length: 1 + random.below(3) },
      () => `${indent}- name: c\n${noise(`${indent}  `)}${image(`${indent}  `)}`,
    ).join('')
  const pod = `apiVersion: v1\n${noise('')}kind: Pod\nspec:\n${step}containers:${comment()}\n${containers(random.chance(0.5) ? step : step + step)}`
  const shared = `apiVersion: v1\nkind: Pod\nspec:\n${step}initContainers:\n${step}- image: &web ${quote}${reference}${quote}\n${step}containers:\n${step}- image: *web${comment()}\n`
  const values = `${noise('')}web:\n${noise(step)}${random.chance(0.5) ? image(step) : split(step)}`
  const compose = `services:\n${step}web:\n${noise(step + step)}${image(step + step)}`
  return random.pick([pod, pod, shared, values, compose])
}

function file(random: Random, reference: string, tag: string): string {
  const documents = Array.from({ length: 1 + random.below(3) }, () => layout(random, reference, tag))
  let text = documents.join(`---${random.pick(COMMENTS)}\n`)
  if (random.chance(0.3)) text = `---\n${text}`
  if (random.chance(0.3)) text = text.replaceAll('\n', '\r\n')
  if (random.chance(0.3)) text = text.trimEnd()
  return random.chance(0.2) ? `\ufeff${text}` : text
}

test(`${ROUNDS} random layouts, seed ${SEED} (set SEED to play it again)`, () => {
  for (let round = 0; round < ROUNDS; round++) {
    const seed = SEED * ROUNDS + round
    const random = createRandom(seed)
    const [from, to] = [random.pick(TAGS), '77-abcdef0']
    const digests = random.chance(0.3)
    const name = (tag: string, digest: string) => (digests ? `${tag}@${digest}` : tag)
    const [old, next] = [name(from, OLD_DIGEST), name(to, DIGEST)]
    const text = file(random, `ghcr.io/acme/web:${old}`, old)
    const wish = { images: `ghcr.io/acme/web:${next}`, allowDowngrade: true }
    const expected = expectedText(text, old, next)
    const said = `seed ${seed}:\n${text}`
    expect({ said, refusals: bump({ 'a.yaml': text }, wish).refusals }).toEqual({ said, refusals: [] })
    expect({ said, text: bumped('a.yaml', text, wish) }).toEqual({ said, text: expected })
    expect({ said, changes: bump({ 'a.yaml': expected }, wish).changes }).toEqual({ said, changes: [] })
    const back = { images: `ghcr.io/acme/web:${old}`, allowDowngrade: true }
    expect({ said, text: bumped('a.yaml', expected, back) }).toEqual({ said, text })
    expect(parseAllDocuments(expected, { uniqueKeys: false }).flatMap(({ errors }) => errors)).toEqual([])
  }
})

/** The old tag stands nowhere but in references, save in comments and noise, where tags are `1` and `old`. */
function expectedText(text: string, old: string, next: string): string {
  return text
    .replaceAll(`web:${old}`, `web:${next}`)
    .replace(/(tag: ["']?)([^"'\s}]+)/g, (whole, key, value) => (value === old ? `${key}${next}` : whole))
}
