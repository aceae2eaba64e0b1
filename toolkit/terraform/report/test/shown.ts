import { marked } from 'marked'
import type { Block, Section } from '../../../comment/section.ts'
import { fillSlots } from '../../../comment/slot.ts'

/** A section as it stands in a comment, without what is hidden there. */
export function markdownOf({ heading, blocks }: Section): string {
  return `${withoutSlots(blocksMarkdown([{ markdown: `### ${heading}` }, ...blocks]))}\n`
}

export function blocksMarkdown(blocks: readonly Pick<Block, 'markdown'>[]): string {
  return blocks.map(({ markdown }) => markdown).join('\n\n')
}

export function withoutSlots(markdown: string): string {
  return fillSlots(markdown, new Map()).replace(/<!--.*?-->/g, '')
}

/** What is wrong with a piece of Markdown that values had a part in; empty where nothing is. */
export function faults(markdown: string): string[] {
  const html = marked.parse(`${markdown}\n\nAFTER`, { async: false, breaks: true }) as string
  const outside = html.replace(/<pre>[\s\S]*?<\/pre>|<code[^>]*>[\s\S]*?<\/code>/g, '<x>')
  const texts = outside.split(/<[^>]*>/).map(text => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
  const tags = (name: string) => [
    [...html.matchAll(new RegExp(`<${name}[ >]`, 'g'))].length,
    [...html.matchAll(new RegExp(`</${name}>`, 'g'))].length,
  ]
  const uneven = ['details', 'summary', 'p', 'code', 'pre', 'b', 'i', 'ul', 'sub', 'a', 'span'].filter(
    name => {
      const [open, closed] = tags(name)
      return open !== closed
    },
  )
  return [
    html.trimEnd().endsWith('<p>AFTER</p>') ? '' : 'what follows it is not a paragraph of its own',
    uneven.length > 0 ? `uneven: ${uneven.join(', ')}` : '',
    /<!--/.test(markdown) ? 'an HTML comment' : '',
    /<(?:script|img|iframe|h1|h5|table|em|del|hr)/.test(html) ? 'foreign HTML' : '',
    texts.some(text => /@[a-z]/i.test(text)) ? 'a mention' : '',
    texts.some(text => /#\d/.test(text)) ? 'a reference' : '',
    texts.some(text => /https?:\/\//.test(text)) ? 'a link' : '',
    /^\s*::|##\[/m.test(markdown) ? 'a workflow command' : '',
    /[\u202a-\u202e\u2066-\u2069\u200b-\u200f\u001b\u0007]/.test(markdown)
      ? 'a character that cannot be seen'
      : '',
  ].filter(fault => fault !== '')
}
