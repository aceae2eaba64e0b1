import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Html, html, trusted } from './html.ts'

/** One page that needs nothing else: no script, no font, no image from elsewhere; light or dark as the reader has it. */
export function document(title: string, body: Html): string {
  // The page shows text from logs and comments; should some of it get past the sanitiser, it still cannot load or run.
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title} · rehearsal</title><style>${trusted(styles())}</style></head>
<body>${body}</body></html>
`.html
}

function styles(): string {
  const read = (path: string) => readFileSync(fileURLToPath(import.meta.resolve(path)), 'utf8')
  return `${read('github-markdown-css/github-markdown.css')}\n${read('./page.css')}`
}
