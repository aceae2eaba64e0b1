import type { Form } from './formats/site.ts'
import type { ImageUpdate } from './images.ts'
import type { Pin } from './request.ts'

/** The form that a reference takes, and what to tell the user about it. */
export interface Wanted {
  readonly form: Form
  readonly note?: string
}

/**
 * What a reference shall name. A digest never stays beside a new tag: runtimes go by the digest, so the old image
 * would go on running under the new tag's name.
 */
export function wantedForm(update: ImageUpdate, pin: Pin, current: Form): Wanted {
  const { tag, digest } = update
  const form = formFor(pin, update, current)
  if (current.digest === undefined || form.digest !== undefined) return { form }
  const why = digest === undefined ? 'the new digest is not known' : `'pin' is '${pin}'`
  return { form, note: `digest ${shorten(current.digest)} is dropped for tag ${tag}, because ${why}` }
}

function formFor(pin: Pin, { tag, digest }: ImageUpdate, current: Form): Form {
  if (tag === undefined) return { digest }
  if (digest === undefined) return pin === 'keep' && current.tag === tag ? current : { tag }
  if (pin === 'keep') {
    if (current.digest === undefined) return { tag }
    return current.tag === undefined ? { digest } : { tag, digest }
  }
  return pin === 'both' ? { tag, digest } : pin === 'digest' ? { digest } : { tag }
}

function shorten(digest: string): string {
  return digest.length > 19 ? `${digest.slice(0, 19)}…` : digest
}
