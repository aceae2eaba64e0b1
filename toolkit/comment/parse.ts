import type { Contents } from './compose.ts'
import { harmless } from './harmless.ts'
import { unpack } from './packed.ts'
import { emptySlots } from './slot.ts'
import type { KeptBlock, KeptSection, Priority } from './stored.ts'
import { commentMarker, findHidden, SECTION_END, splitBlocks } from './wire.ts'

/** What a comment says, and how many of its sections could not be read. */
export interface Parsed extends Contents {
  readonly damaged: number
}

/** Whether a text is the comment with this key, by its first line. */
export function isComment(body: string, key: string): boolean {
  return body.trimStart().split(/\r?\n/, 1)[0]?.trim() === commentMarker(key)
}

/** Reads a comment, whatever people did to it: a section that was damaged is dropped and counted. */
export function parse(key: string, body: string): Parsed {
  const text = body.replace(/\r\n?/g, '\n')
  const marks = findHidden(text, 'section')
  const sections: KeptSection[] = []
  for (const [position, { word, end }] of marks.entries()) {
    const rest = text.slice(end, marks[position + 1]?.start ?? text.length)
    const last = rest.indexOf(SECTION_END)
    const section = last === -1 ? undefined : readSection(word, rest.slice(0, last))
    if (section) sections.push(section)
  }
  return { key, sections, omitted: readOmitted(text), damaged: marks.length - sections.length }
}

type Meta = Omit<KeptSection, 'blocks' | 'data' | 'notes'>

function readSection(word: string, text: string): KeptSection | undefined {
  try {
    const meta = unpack(word)
    if (!isMeta(meta)) return undefined
    const data = findHidden(text, 'data').map(line => unpack(line.word) as [string, string])
    const notes = findHidden(text, 'notes').map(line => unpack(line.word) as Record<string, string>)
    return {
      ...meta,
      data: Object.fromEntries(data),
      notes: Object.assign({}, ...notes),
      blocks: readBlocks(meta, text),
    }
  } catch {
    return undefined
  }
}

function readBlocks({ totals }: Meta, text: string): KeptBlock[] {
  const labels = [...new Set(Object.values(totals).flatMap(({ counts }) => Object.keys(counts)))]
  return splitBlocks(text)
    .filter(({ isBlock, priority }) => isBlock && priority <= 5)
    .map(block => ({
      index: block.index,
      priority: block.priority as Priority,
      markdown: harmless(emptySlots(block.text)).replace(/^\n+|\s+$/g, ''),
      counts: Object.fromEntries(
        block.counts.flatMap(([label, count]) => {
          const name = labels[label]
          return name === undefined ? [] : [[name, count] as const]
        }),
      ),
    }))
}

function readOmitted(text: string): string[] {
  try {
    const found = findHidden(text, 'omitted').flatMap(({ word }) => unpack(word))
    return found.filter(id => typeof id === 'string')
  } catch {
    return []
  }
}

// The word has a checksum, and only this suite writes comments of this author: this guards against older forms.
function isMeta(value: unknown): value is Meta {
  const { action, directory, heading, overview, origin, digest, totals, dataSizes } = (value ??
    {}) as Partial<Meta>
  return (
    [action, directory, heading, overview, digest].every(text => typeof text === 'string') &&
    [origin?.run, origin?.attempt].every(number => typeof number === 'number') &&
    [origin?.head, origin?.url, origin?.writer].every(text => typeof text === 'string') &&
    typeof totals === 'object' &&
    typeof dataSizes === 'object'
  )
}
