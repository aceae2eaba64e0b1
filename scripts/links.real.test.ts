import { existsSync, mkdtempDisposableSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { marked } from 'marked'
import { exec } from '../toolkit/exec/exec.ts'
import { root } from './actions.ts'
import { scaffold, variants } from './scaffold.ts'

/** Where the links and pictures of a page lead, but for those to other sites, and the anchors of its headings. */
function readPage(file: string) {
  const links: string[] = []
  const anchors: string[] = []
  void marked.walkTokens(marked.lexer(readFileSync(file, 'utf8')), token => {
    if ((token.type === 'link' || token.type === 'image') && !/^[a-z]+:/.test(token.href))
      links.push(token.href)
    if (token.type === 'heading') anchors.push(anchorOf(token.text))
  })
  return { links, anchors }
}

/** As GitHub makes it: small letters, no punctuation, hyphens for spaces. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

function leadsSomewhere(folder: string, page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? join(folder, page) : join(folder, dirname(page), path)
  if (!existsSync(target)) return false
  if (anchor === undefined) return true
  return readPage(target.endsWith('.md') ? target : join(target, 'README.md')).anchors.includes(anchor)
}

function deadLinks(folder: string, files: readonly string[]): string[] {
  const pages = files.filter(file => file.endsWith('.md'))
  expect(pages.length).toBeGreaterThan(0)
  return pages.flatMap(page =>
    readPage(join(folder, page))
      .links.filter(link => !leadsSomewhere(folder, page, link))
      .map(link => `${page}: ${link}`),
  )
}

test('every link of the project leads somewhere', async () => {
  // The examples' pages are written for the repositories that are made of them.
  const listed = await exec('git', ['ls-files', '*.md', ':(glob,exclude)workflows-examples/*/**'], {
    cwd: root,
  })
  expect(deadLinks(root, listed.stdout.trim().split('\n'))).toEqual([])
})

test.each(variants())('every link of a repository made of %s leads somewhere', async variant => {
  using place = mkdtempDisposableSync(join(tmpdir(), 'links-'))
  expect(deadLinks(place.path, await scaffold(variant, place.path))).toEqual([])
})
