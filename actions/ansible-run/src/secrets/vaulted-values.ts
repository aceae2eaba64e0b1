import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument, visit } from 'yaml'
import { openVault, vaultTexts } from './vault.ts'

const MOST_FILES = 5000
const LARGEST = 1024 * 1024
/** Shorter ones are ports and flags; hiding them would hide half the log. */
const SHORTEST = 6

/**
 * The values that Ansible Vault protects in some folders, as far as these passwords open them: Ansible prints them in
 * diffs and errors, and they have no place in a log or a comment.
 */
export async function vaultedValues(
  folders: readonly string[],
  passwords: readonly string[],
): Promise<string[]> {
  const files = [...new Set((await Promise.all(folders.map(filesBelow))).flat())].slice(0, MOST_FILES)
  const texts = (await Promise.all(files.map(textsIn))).flat()
  const opened = await Promise.all([...new Set(texts)].map(text => openByAny(text, passwords)))
  return [...new Set(opened.flatMap(text => (text === undefined ? [] : valuesIn(text))))]
}

/** The scalars of YAML, keys left out; what is no mapping is a value as a whole. */
export function valuesIn(text: string): string[] {
  const found: string[] = []
  const document = parseDocument(text, { logLevel: 'silent' })
  if (document.errors.length > 0) found.push(text)
  else
    visit(document, {
      Scalar: (key, { value }) => {
        if (key !== 'key') found.push(String(value))
      },
    })
  return found.filter(value => value.trim().length >= SHORTEST)
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
  return size > LARGEST ? [] : vaultTexts(await readFile(path, 'utf8'))
}
