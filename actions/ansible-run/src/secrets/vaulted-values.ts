import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Document, isCollection, parseAllDocuments, visit } from 'yaml'
import { openVault, vaultTexts } from './vault.ts'

const MOST_FILES = 5000
const AT_ONCE = 50
const LARGEST = 1024 * 1024
/** Shorter values are ports, numbers and flags (`use_password`); hiding them would hide half the log. */
export const SHORTEST = 6

/**
 * The values that Ansible Vault protects in some folders, the likeliest first, as far as these passwords open them: Ansible prints them in
 * diffs and errors, and they have no place in a log or a comment.
 */
export async function vaultedValues(
  folders: readonly string[],
  passwords: readonly string[],
): Promise<string[]> {
  const files = [...new Set((await Promise.all(folders.map(filesBelow))).flat())].slice(0, MOST_FILES)
  const texts: string[] = []
  for (let at = 0; at < files.length; at += AT_ONCE)
    texts.push(...(await Promise.all(files.slice(at, at + AT_ONCE).map(textsIn))).flat())
  const opened = await Promise.all([...new Set(texts)].map(text => openByAny(text, passwords)))
  return [...new Set(opened.flatMap(text => (text === undefined ? [] : valuesIn(text))))]
}

/** The scalars of YAML, keys left out; what is no mapping or list is a value as a whole, and so is that of each `name=value` in it. */
export function valuesIn(text: string): string[] {
  const documents = [parseAllDocuments(text, { logLevel: 'silent' })].flat()
  const isYaml = documents.every(({ errors, contents }) => errors.length === 0 && isCollection(contents))
  const found = isYaml ? documents.flatMap(scalars) : [text, ...assigned(text)]
  return [...new Set(found)].filter(value => value.trim().length >= SHORTEST)
}

/** Numbers also as they are written, with all their digits. */
function scalars(document: Document.Parsed): string[] {
  const found: string[] = []
  visit(document, {
    Scalar: (key, { value, source }) => {
      if (key !== 'key') found.push(String(value), ...(typeof value === 'number' && source ? [source] : []))
    },
  })
  return found
}

function assigned(text: string): string[] {
  return [...text.matchAll(/^[\w. ]+[=:][ \t]*(\S.*?)[ \t]*$/gm)].map(([, value = '']) =>
    value.replace(/^(["'])(.*)\1$/, '$2'),
  )
}

async function openByAny(text: string, passwords: readonly string[]): Promise<string | undefined> {
  for (const password of passwords) {
    const opened = await openVault(text, password)
    if (opened !== undefined) return opened
  }
  return undefined
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries.map(entry => {
      const path = join(folder, entry.name)
      if (entry.isFile()) return [path]
      const isSearched = entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules'
      return isSearched ? filesBelow(path) : []
    }),
  )
  return found.flat()
}

async function textsIn(path: string): Promise<string[]> {
  const { size } = await stat(path)
  // What we may not read, Ansible may not either.
  return size > LARGEST ? [] : vaultTexts(await readFile(path, 'utf8').catch(() => ''))
}
