import { hash } from 'node:crypto'

/** The longest note in bytes that a slot shows; room for it is kept in every slot. */
export const NOTE_LIMIT = 40

// Characters of a private use area: no renderer writes them.
const OPEN = '\ue000'
const CLOSE = '\ue001'
const SLOT = /\ue000([0-9a-f]{10})\ue001/g
const ON_WIRE = /<!--\$([0-9a-f]{10})-->(?:[^\n]*?<!---->)?/g

/**
 * A place in a section's Markdown. Composing shows there a space and the note of this key from the sections of the same
 * directory, else nothing. Not at the start of a line and not inside code: there, what stands for it would be seen.
 */
export function slot(key: string): string {
  return `${OPEN}${slotId(key)}${CLOSE}`
}

/** How a key is known in comments. */
export function slotId(key: string): string {
  return hash('sha256', key).slice(0, 10)
}

/** The slots of a text, by id. */
export function slotsIn(text: string): string[] {
  return [...text.matchAll(SLOT)].map(([, id = '']) => id)
}

/** A text with its notes, and with hidden marks by which another job finds the slots again. */
export function fillSlots(text: string, notes: ReadonlyMap<string, string>): string {
  return text.replace(SLOT, (_, id: string) => `<!--$${id}-->${spaced(notes.get(id))}<!---->`)
}

/** What a slot shows of a note: it after a space, or nothing. */
export function spaced(note = ''): string {
  return note === '' ? '' : ` ${note}`
}

/** Undoes `fillSlots`. */
export function emptySlots(text: string): string {
  return text.replace(ON_WIRE, (_, id: string) => `${OPEN}${id}${CLOSE}`).replaceAll('<!---->', '')
}
