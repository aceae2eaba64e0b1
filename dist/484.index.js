export const id = 484;
export const ids = [484];
export const modules = {

/***/ 2898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ harmless),
/* harmony export */   K: () => (/* binding */ harmlessLine)
/* harmony export */ });
/**
 * Text from values as it may stand in a comment: it cannot open an HTML comment, so it can neither look like one of
 * our markers nor hide what follows it. Leaves everything else as it is; doing it twice changes nothing.
 */
function harmless(text) {
    return text.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n').replaceAll('<!--', '<\u200b!--');
}
/** The same on one line. */
function harmlessLine(text) {
    return harmless(text.replace(/\s+/g, ' ').trim());
}


/***/ }),

/***/ 8623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ newestOf),
  $: () => (/* binding */ nextStep)
});

// EXTERNAL MODULE: ./build/js/toolkit/markdown/text.js
var markdown_text = __webpack_require__(7953);
;// CONCATENATED MODULE: ./build/js/toolkit/comment/budget.js
const PRIORITIES = [0, 1, 2, 3, 4, 5];
/**
 * Shares the room of one comment among its sections, in the order of the needs.
 *
 * First come marker and row of each section, then the hidden data, the smallest first: they leave a quarter to what
 * is seen, if that needs it. Of what is seen headings come first (of all sections or of none), then the notes (at most
 * an eighth), then the blocks, priority by priority. Where a priority does not fit, its room is shared max-min fairly
 * and lower ones get nothing: so no update is shown while a destroy of any section is not.
 *
 * One more section never gives another one more of anything. Therefore what a job left out for lack of room is not
 * missed by the jobs that come later, and their order does not matter.
 * @returns undefined for each section, from the end, for which there is no room at all.
 */
function share(needs, room) {
    const count = prefix(needs.map(({ base }) => base), room);
    const kept = needs.slice(0, count);
    const free = count < needs.length ? 0 : room - sum(kept.map(({ base }) => base));
    const headings = sum(kept.map(({ heading }) => heading));
    const notesRoom = Math.min(sum(kept.map(({ notes }) => notes)), Math.floor(free / 8));
    const blocks = sum(kept.flatMap(need => Object.values(need.blocks)));
    const pieces = kept.flatMap(({ data }) => data);
    const forSight = Math.min(Math.floor(free / 4), headings + notesRoom + blocks);
    const data = smallestFirst(pieces, free - forSight);
    const left = Math.max(free - sum(pieces), forSight) - headings;
    const heading = count === needs.length && left >= 0;
    const notes = smallestFirst(kept.map(need => need.notes), heading ? Math.min(left, notesRoom) : 0);
    const blockShares = shareBlocks(kept, heading ? Math.max(0, left - notesRoom) : 0);
    let piece = 0;
    return needs.map((need, index) => {
        if (index >= count)
            return undefined;
        const own = need.data.map(() => data[piece++] === true);
        return { heading, data: own, notes: notes[index] === true, blocks: blockShares[index] ?? nothing() };
    });
}
function shareBlocks(needs, room) {
    const shares = needs.map(nothing);
    let left = room;
    for (const priority of PRIORITIES) {
        const demands = needs.map(({ blocks }) => blocks[priority] ?? 0);
        const level = waterLevel(demands, left);
        for (const [index, given] of shares.entries())
            given[priority] = Math.min(demands[index] ?? 0, level);
        left -= sum(demands);
        if (left < 0)
            break;
    }
    return shares;
}
const nothing = () => ({ 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 });
/** The highest level at which the demands, each cut at it, fit the room together. */
function waterLevel(demands, room) {
    const rising = [...demands].sort((a, b) => a - b);
    let left = room;
    for (const [index, demand] of rising.entries()) {
        const each = left / (rising.length - index);
        if (demand > each)
            return Math.floor(each);
        left -= demand;
    }
    return Number.POSITIVE_INFINITY;
}
/** Which of the sizes fit the room together, if the smallest come first; equal ones in their order. */
function smallestFirst(sizes, room) {
    const rising = [...sizes.entries()].sort(([i, a], [j, b]) => a - b || i - j);
    const count = prefix(rising.map(([, size]) => size), room);
    const chosen = new Set(rising.slice(0, count).map(([index]) => index));
    return sizes.map((_, index) => chosen.has(index));
}
/** How many of the sizes, from the first, fit the room. */
function prefix(sizes, room) {
    let left = room;
    const short = sizes.findIndex(size => {
        left -= size;
        return left < 0;
    });
    return short === -1 ? sizes.length : short;
}
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

// EXTERNAL MODULE: ./build/js/toolkit/comment/packed.js
var packed = __webpack_require__(4197);
// EXTERNAL MODULE: ./build/js/toolkit/comment/slot.js
var slot = __webpack_require__(2401);
// EXTERNAL MODULE: ./build/js/toolkit/comment/stored.js
var stored = __webpack_require__(1598);
// EXTERNAL MODULE: ./build/js/toolkit/comment/wire.js
var wire = __webpack_require__(4324);
;// CONCATENATED MODULE: ./build/js/toolkit/comment/compose.js






/**
 * The longest comment that is written, in bytes of UTF-8. GitHub refuses more than 65,536 "characters"; what it counts
 * has changed over time and differs by kind of text (on github.com comments were seen to take 262,144 bytes). A text
 * has at least as many bytes as characters of any kind, so this stays below on every reading.
 */
const LIMIT = 65_000;
// Room for the title, the table's head, and the sentences on what did not fit.
const FRAME = 1500;
/** Room for the lines of a section that are not its own text: older commit, what is left out, the end. */
const SECTION_FRAME = 240;
/** The body of the comment. Sections come in a fixed order, whatever the order given. */
function compose({ key, sections, omitted }, limit = LIMIT) {
    const ordered = [...sections].sort(inOrder);
    const before = new Set(omitted);
    for (const section of ordered)
        before.delete((0,stored/* idOf */.TH)(section));
    const newest = newestHead(ordered);
    const pieces = ordered.map(section => pieceOf(section, notesFor(section, ordered), newest));
    const idRoom = (before.size + ordered.length) * ID_ROOM;
    const frame = Buffer.byteLength((0,wire/* commentMarker */.Ql)(key)) + Buffer.byteLength(titleOf(key)) + FRAME;
    // Ids of what is omitted need room only when something is.
    const easy = share(pieces.map(needOf), limit - frame - before.size * ID_ROOM);
    const shares = easy.includes(undefined) ? share(pieces.map(needOf), limit - frame - idRoom) : easy;
    const served = pieces.flatMap((piece, index) => {
        const given = shares[index];
        return given ? [{ piece, given }] : [];
    });
    const gone = [
        ...before,
        ...ordered.filter((_, index) => shares[index] === undefined).map(section => (0,stored/* idOf */.TH)(section)),
    ].sort();
    const wantsTable = new Set(ordered.map(({ directory }) => directory)).size > 1 || served.some(({ given }) => !given.heading);
    return [
        (0,wire/* commentMarker */.Ql)(key),
        ...(gone.length > 0 ? [(0,wire/* hidden */.R)('omitted', (0,packed/* pack */.q)(gone))] : []),
        `## ${titleOf(key)}`,
        ...(wantsTable
            ? [
                overviewTable(served.map(({ piece }) => piece.section), newest),
            ]
            : []),
        ...shortage(served, gone.length),
        ...served.map(({ piece, given }) => rendered(piece, given, newest)),
    ].join('\n\n');
}
// Ten hexadecimal digits, packed.
const ID_ROOM = 12;
function pieceOf(section, notes, newest) {
    const { blocks: _blocks, data: _data, notes: _notes, ...meta } = section;
    return { section, notes, marker: (0,wire/* hidden */.R)('section', (0,packed/* pack */.q)(meta)), row: cell(section, newest) };
}
function needOf({ section, marker, row }) {
    const allCounts = Object.entries(totalCounts(section));
    return {
        base: bytes(marker) + bytes(section.directory) + bytes(row) + 80,
        heading: bytes(section.heading) +
            bytes(section.origin.url) +
            bytes(allCounts.map(([label, count]) => `${count} ${label}, `).join('')) +
            SECTION_FRAME,
        data: Object.values(section.dataSizes).map(size => size + 2),
        notes: section.notesSize + 2,
        blocks: Object.fromEntries(PRIORITIES.map(priority => [priority, section.totals[priority]?.size ?? 0])),
    };
}
function rendered(piece, given, newest) {
    const { section, marker, notes } = piece;
    const shown = given.heading ? blocksWithin(section.blocks, given) : [];
    const left = missing(section, shown);
    const labels = Object.keys(totalCounts(section));
    const ownNotes = given.notes ? (0,stored/* notesLine */.Uh)(section.notes) : '';
    return [
        [marker, ...givenData(section, given).map(stored/* dataLine */.zQ), ...(ownNotes === '' ? [] : [ownNotes])].join('\n'),
        ...(given.heading ? [`### ${section.heading}`] : []),
        ...(given.heading && isOlder(section, newest)
            ? [`_From an older commit, ${(0,markdown_text/* codeSpan */.SS)(section.origin.head.slice(0, 7))}: this is not what stands now._`]
            : []),
        ...shown.map(block => {
            const counts = Object.entries(block.counts).map(([label, n]) => [labels.indexOf(label), n]);
            const text = (0,slot/* fillSlots */.Hv)(block.markdown, notes);
            return `${(0,wire/* blockMarker */.K_)(block.priority, block.index, counts)}\n${text}`;
        }),
        ...(given.heading && left !== '' ? [`${wire/* LEFT_OUT */.Pk}\n${left}`] : []),
        wire/* SECTION_END */.cu,
    ].join('\n\n');
}
/** The data that are at hand and have room. */
function givenData({ dataSizes, data }, given) {
    return Object.keys(dataSizes).flatMap((name, index) => {
        const value = data[name];
        return given.data[index] && value !== undefined ? [[name, value]] : [];
    });
}
/** Of each priority the smallest blocks that its share holds, in the order of the section. */
function blocksWithin(blocks, given) {
    const chosen = PRIORITIES.flatMap(priority => {
        const same = blocks.filter(block => block.priority === priority);
        const fits = smallestFirst(same.map(stored/* sizeOf */.$d), given.blocks[priority]);
        return same.filter((_, index) => fits[index]);
    });
    return chosen.sort((a, b) => a.index - b.index);
}
function missing(section, shown) {
    const seen = shown.reduce((counts, block) => (0,stored/* addCounts */.c5)(counts, block.counts), {});
    const left = Object.entries(totalCounts(section))
        .map(([label, count]) => [label, count - (seen[label] ?? 0)])
        .filter(([, count]) => count > 0)
        .map(([label, count]) => `${count} ${label}`);
    const shownBytes = shown.reduce((total, block) => total + (0,stored/* sizeOf */.$d)(block), 0);
    const allBytes = PRIORITIES.reduce((total, priority) => total + (section.totals[priority]?.size ?? 0), 0);
    if (left.length === 0 && shownBytes >= allBytes)
        return '';
    const what = left.length === 0 ? 'more details' : left.join(', ');
    return `**Not shown here for lack of room: ${what}.** [The job summary](${section.origin.url}) has all of it.`;
}
function totalCounts({ totals }) {
    return PRIORITIES.reduce((counts, priority) => (0,stored/* addCounts */.c5)(counts, totals[priority]?.counts ?? {}), {});
}
function shortage(served, gone) {
    const lines = [];
    if (gone > 0)
        lines.push(`**${gone} more sections had no room in this comment.** The job summaries of their runs have them; an apply that wants to see them here will refuse.`);
    if (served.some(({ given }) => !given.heading))
        lines.push('There was room for the overview only; the job summaries have the rest.');
    const records = served.filter(({ piece: { section }, given }) => givenData(section, given).length < Object.keys(section.dataSizes).length);
    if (records.length > 0)
        lines.push(`**The hidden records of ${records.length} sections had no room in this comment**; an apply that needs them will refuse.`);
    return lines;
}
function overviewTable(sections, newest) {
    const actions = [...new Set(sections.map(({ action }) => action))].sort(byAction);
    const directories = [...new Set(sections.map(({ directory }) => directory))];
    const row = (directory) => actions.map(action => {
        const found = sections.find(section => section.action === action && section.directory === directory);
        return found ? cell(found, newest) : '';
    });
    return [
        `| Directory | ${actions.map(nameOf).join(' | ')} |`,
        `| --- |${' --- |'.repeat(actions.length)}`,
        ...directories.map(directory => `| ${(0,markdown_text/* codeCell */.MZ)(directory)} | ${row(directory).join(' | ')} |`),
    ].join('\n');
}
function cell(section, newest) {
    const text = section.overview.replace(/(?<!\\)\|/g, '\\|');
    return isOlder(section, newest) ? `${text} _(older commit)_` : text;
}
/** What the slots of a section show: the notes of the sections on its directory, from the same commit. */
function notesFor(section, all) {
    const wanted = new Set(section.blocks.flatMap(({ markdown }) => (0,slot/* slotsIn */.ps)(markdown)));
    const found = new Map();
    if (wanted.size === 0)
        return found;
    for (const other of all)
        if (other.directory === section.directory && other.origin.head === section.origin.head)
            for (const [id, note] of Object.entries(other.notes))
                if (wanted.has(id))
                    found.set(id, note);
    return found;
}
function isOlder({ origin }, newest) {
    return origin.head !== newest;
}
/** The commit of the newest run that wrote a section. */
function newestHead(sections) {
    const [first] = [...sections].sort(({ origin: a }, { origin: b }) => b.run - a.run || b.attempt - a.attempt || (a.head < b.head ? 1 : -1));
    return first?.origin.head ?? '';
}
const ACTIONS = {
    'terraform-plan-comment': 'Plan',
    infracost: 'Cost',
    'terraform-apply': 'Apply',
    'ansible-run': 'Ansible',
};
/** `Plan`, and `Plan (blue)` of the workspace `blue`. */
function nameOf(action) {
    const [name = '', ...workspace] = action.split('@');
    const shown = ACTIONS[name] ?? name;
    return workspace.length === 0 ? shown : `${shown} (${(0,markdown_text/* codeCell */.MZ)(workspace.join('@'))})`;
}
function byAction(a, b) {
    const names = Object.keys(ACTIONS);
    const rank = (action) => {
        const found = names.indexOf(action.split('@')[0] ?? '');
        return found === -1 ? names.length : found;
    };
    return rank(a) - rank(b) || byText(a, b);
}
function inOrder(a, b) {
    return byText(a.directory, b.directory) || byAction(a.action, b.action);
}
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function titleOf(key) {
    const text = key.replace(/[^\p{L}\p{N} ._/-]/gu, '').trim();
    return text === '' ? 'Results' : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
const bytes = (text) => Buffer.byteLength(text);

// EXTERNAL MODULE: ./build/js/toolkit/comment/parse.js
var parse = __webpack_require__(5438);
;// CONCATENATED MODULE: ./build/js/toolkit/comment/next-step.js



const MINUTE = 60_000;
/**
 * Decides, from what stands there and what this job has to say, what to do next. Pure, so that every job decides
 * alike: the comment with the lowest id is the one; whatever other comments of ours hold is merged into it; a comment
 * that holds nothing more is deleted by the job that made it, or by anyone once it is old.
 */
function nextStep(key, view, mine, history) {
    const parsed = view.comments.map(({ body }) => (0,parse/* parse */.q)(key, body));
    const [first] = view.comments;
    const before = newestOf(parsed.flatMap(({ sections }) => sections));
    const merged = new Map(before);
    for (const section of mine)
        take(merged, section);
    const standing = new Map(parsed[0]?.sections.map(section => [(0,stored/* idOf */.TH)(section), section]));
    const dropped = new Set(parsed[0]?.omitted);
    const wanted = [...merged.values()];
    const lacking = wanted.filter(section => {
        const there = standing.get((0,stored/* idOf */.TH)(section));
        return there === undefined ? true : !same(there, section);
    });
    const result = { key, sections: wanted, omitted: parsed.flatMap(({ omitted }) => omitted) };
    const rest = {
        company: hasCompany(view, [...before.values()], mine),
        rank: view.comments.findIndex(({ id }) => history.made.includes(id)),
        others: wanted.length - mine.length,
        superseded: mine.filter(section => merged.get((0,stored/* idOf */.TH)(section)) !== section).map(section => (0,stored/* idOf */.TH)(section)),
        damaged: parsed.reduce((total, { damaged }) => total + damaged, 0),
    };
    if (first && lacking.every(section => dropped.has((0,stored/* idOf */.TH)(section)))) {
        const omitted = lacking.map(section => (0,stored/* idOf */.TH)(section));
        return { ...rest, omitted, step: sweep(view, history, parsed, mine) };
    }
    const body = compose(result);
    const omitted = (0,parse/* parse */.q)(key, body).omitted.filter(id => mine.some(section => (0,stored/* idOf */.TH)(section) === id));
    return { ...rest, omitted, step: first ? { do: 'update', id: first.id, body } : { do: 'create', body } };
}
/** The sections by id, each as the newest run wrote it. */
function newestOf(sections) {
    const newest = new Map();
    for (const section of sections)
        take(newest, section);
    return newest;
}
function take(sections, section) {
    const there = sections.get((0,stored/* idOf */.TH)(section));
    if (there === undefined || (0,stored/* replaces */.gx)(section, there))
        sections.set((0,stored/* idOf */.TH)(section), section);
}
function same(a, b) {
    return (a.digest === b.digest &&
        a.origin.run === b.origin.run &&
        a.origin.attempt === b.origin.attempt &&
        a.origin.head === b.origin.head &&
        a.origin.writer === b.origin.writer);
}
/** Deletes what holds nothing that the first comment lacks. */
function sweep(view, history, parsed, mine) {
    const writers = new Set(mine.map(({ origin }) => origin.writer));
    const spent = view.comments.slice(1).find(({ id, createdAt }, index) => {
        const sections = parsed[index + 1]?.sections ?? [];
        // Without its answer this job did not learn that it made a comment.
        const isOurs = sections.length > 0 && sections.every(({ origin }) => writers.has(origin.writer));
        return history.made.includes(id) || isOurs || view.now - createdAt > MINUTE;
    });
    return spent ? { do: 'delete', id: spent.id } : { do: 'rest' };
}
/**
 * Whether other jobs may be writing: there are several comments, or a section of a job that did not also write what
 * this job's sections replace, or another job wrote within the last minute.
 */
function hasCompany(view, before, mine) {
    if (view.comments.length > 1)
        return true;
    const ids = new Set(mine.map(section => (0,stored/* idOf */.TH)(section)));
    const known = new Set(mine.map(({ origin }) => origin.writer));
    const isYoung = view.now - (view.comments[0]?.updatedAt ?? 0) < MINUTE;
    if (isYoung)
        return before.some(({ origin }) => !known.has(origin.writer));
    for (const section of before)
        if (ids.has((0,stored/* idOf */.TH)(section)))
            known.add(section.origin.writer);
    return before.some(({ origin }) => !known.has(origin.writer));
}


/***/ }),

/***/ 4197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ unpack),
/* harmony export */   q: () => (/* binding */ pack)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);

// More than any honest comment holds; keeps a forged one from filling the memory.
const LARGEST = 4 * 1024 * 1024;
/** A value as one word that can stand in a hidden marker: it has no `--`, no spaces, and a checksum inside. */
function pack(value) {
    const word = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.deflateSync)(JSON.stringify(value), { level: 9 }).toString('base64url');
    // An HTML comment must not hold two hyphens in a row (CommonMark, HTML comments).
    return word.replaceAll('-', '.');
}
/**
 * What was packed.
 * @throws where the word was damaged.
 */
function unpack(word) {
    const bytes = Buffer.from(word.replaceAll('.', '-'), 'base64url');
    return JSON.parse((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateSync)(bytes, { maxOutputLength: LARGEST }).toString('utf8'));
}


/***/ }),

/***/ 5438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isComment),
/* harmony export */   q: () => (/* binding */ parse)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2898);
/* harmony import */ var _packed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4197);
/* harmony import */ var _slot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2401);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4324);




/** Whether a text is the comment with this key, by its first line. */
function isComment(body, key) {
    return body.trimStart().split(/\r?\n/, 1)[0]?.trim() === (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .commentMarker */ .Ql)(key);
}
/** Reads a comment, whatever people did to it: a section that was damaged is dropped and counted. */
function parse(key, body) {
    const text = body.replace(/\r\n?/g, '\n');
    const marks = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .findHidden */ .C$)(text, 'section');
    const sections = [];
    for (const [position, { word, end }] of marks.entries()) {
        const rest = text.slice(end, marks[position + 1]?.start ?? text.length);
        const last = rest.indexOf(_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .SECTION_END */ .cu);
        const section = last === -1 ? undefined : readSection(word, rest.slice(0, last));
        if (section)
            sections.push(section);
    }
    return { key, sections, omitted: readOmitted(text), damaged: marks.length - sections.length };
}
function readSection(word, text) {
    try {
        const meta = (0,_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .unpack */ .l)(word);
        if (!isMeta(meta))
            return undefined;
        const data = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .findHidden */ .C$)(text, 'data').map(line => (0,_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .unpack */ .l)(line.word));
        const notes = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .findHidden */ .C$)(text, 'notes').map(line => (0,_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .unpack */ .l)(line.word));
        return {
            ...meta,
            data: Object.fromEntries(data),
            notes: Object.assign({}, ...notes),
            blocks: readBlocks(meta, text),
        };
    }
    catch {
        return undefined;
    }
}
function readBlocks({ totals }, text) {
    const labels = [...new Set(Object.values(totals).flatMap(({ counts }) => Object.keys(counts)))];
    return (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .splitBlocks */ .n$)(text)
        .filter(({ isBlock, priority }) => isBlock && priority <= 5)
        .map(block => ({
        index: block.index,
        priority: block.priority,
        markdown: (0,_harmless_js__WEBPACK_IMPORTED_MODULE_3__/* .harmless */ .I)((0,_slot_js__WEBPACK_IMPORTED_MODULE_1__/* .emptySlots */ .J1)(block.text)).replace(/^\n+|\s+$/g, ''),
        counts: Object.fromEntries(block.counts.flatMap(([label, count]) => {
            const name = labels[label];
            return name === undefined ? [] : [[name, count]];
        })),
    }));
}
function readOmitted(text) {
    try {
        const found = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .findHidden */ .C$)(text, 'omitted').flatMap(({ word }) => (0,_packed_js__WEBPACK_IMPORTED_MODULE_0__/* .unpack */ .l)(word));
        return found.filter(id => typeof id === 'string');
    }
    catch {
        return [];
    }
}
// The word has a checksum, and only this suite writes comments of this author: this guards against older forms.
function isMeta(value) {
    const { action, directory, heading, overview, origin, digest, totals, dataSizes } = (value ??
        {});
    return ([action, directory, heading, overview, digest].every(text => typeof text === 'string') &&
        [origin?.run, origin?.attempt].every(number => typeof number === 'number') &&
        [origin?.head, origin?.url, origin?.writer].every(text => typeof text === 'string') &&
        typeof totals === 'object' &&
        typeof dataSizes === 'object');
}


/***/ }),

/***/ 225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ postSections)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/js/toolkit/github/client.js
var client = __webpack_require__(4160);
// EXTERNAL MODULE: ./build/js/toolkit/github/refusals.js
var refusals = __webpack_require__(8202);
// EXTERNAL MODULE: ./build/js/toolkit/github/retries.js
var retries = __webpack_require__(1321);
// EXTERNAL MODULE: ./build/js/toolkit/github/viewer.js
var viewer = __webpack_require__(2145);
// EXTERNAL MODULE: ./build/js/toolkit/comment/next-step.js + 2 modules
var next_step = __webpack_require__(8623);
;// CONCATENATED MODULE: ./build/js/toolkit/comment/pace.js
/**
 * GitHub has no conditional write for comments, so two jobs that looked at the same text can undo each other. What
 * is done against it: nobody writes from a look older than `staleAfter`, and a job that may have company leaves only
 * when its sections stand in a comment that nobody wrote to for `settle`. By then every writer that had looked before
 * has written, and whoever looks later sees the sections and keeps them.
 *
 * What remains: a write that takes the server longer than `settle - staleAfter`; a list that is behind by more than
 * that; and a job that had no reason to expect company (nobody else ever wrote to the comment) while another one wrote
 * to it for the first time. A second call of `postSections` from the post step of the action finds all of these.
 */
const PACE = { staleAfter: 1_000, settle: 4_000, care: 90_000, random: Math.random };
/** Jobs that found each other write at different times: how long this one waits before it looks again and writes. */
function beforeWriting({ rank, others }, lost, { random }) {
    // The job that made the first comment merges the others into it; they only have to check that it did.
    if (rank === 0 && lost === 0)
        return 400 + 200 * random();
    const spread = Math.min(8_000, Math.max(200, Math.min(others, 20) * 250) * 2 ** lost);
    return (rank > 0 ? 1_500 : 0) + spread * random();
}
/** How long to wait before looking whether a write was lost. */
function afterWriting({ random }) {
    return 1_200 + 800 * random();
}
/** How long to wait until the comment can have settled. */
function untilSettled(quietFor, { settle, random }) {
    return Math.max(500, settle - quietFor) + 500 * random();
}
/** How long to wait after a request that failed for a moment; `asked` is what the server wants. */
function afterFailure(failures, asked, { random }) {
    // Everyone was told to come back at the same time: come back at different ones.
    if (asked !== undefined)
        return asked + (500 + asked / 4) * random();
    return Math.min(8_000, 500 * 2 ** (failures - 1)) * (1 + random());
}

// EXTERNAL MODULE: ./build/js/toolkit/comment/read-comments.js
var read_comments = __webpack_require__(4668);
// EXTERNAL MODULE: ./build/js/toolkit/comment/stored.js
var stored = __webpack_require__(1598);
;// CONCATENATED MODULE: ./build/js/toolkit/comment/post.js










const MOST_LOST = 10;
const MOST_FAILURES = 6;
/**
 * Puts sections into the one comment of this key, beside those of other jobs; called again with the same sections
 * (from a post step, say) it checks that they still stand, and writes only if not.
 *
 * It looks, decides (`nextStep`), acts, and looks again until there is nothing left to do: a comment that is missing,
 * was deleted, was made twice, or lost a section to a job that wrote at the same time, is only another thing to see.
 * @throws UserError where GitHub refuses, or where other jobs undo every write.
 */
async function postSections(github, target, sections, world, pace = PACE) {
    const origin = (0,stored/* originHere */.Ry)(world.context, world.env);
    const mine = sections.map(section => (0,stored/* keep */.aC)(section, origin));
    const reader = (0,read_comments/* commentReader */.X)(github, target, () => (0,viewer/* viewerOf */.G)(github));
    const job = { target, mine, reader, act: actor(github, target, reader), world, pace };
    const state = freshState();
    for (;;) {
        try {
            const posted = await round(job, state);
            if (posted)
                return posted;
        }
        catch (thrown) {
            await recover(thrown, job, state);
        }
    }
}
const freshState = () => ({
    made: [],
    writes: 0,
    careful: false,
    waited: false,
    failures: 0,
    lost: -1,
    firstWrite: 0,
    outcome: 'unchanged',
    told: new Set(),
});
/** Looks once and does what is to be done; what became of the sections, once nothing is left to do. */
async function round(job, state) {
    const view = await job.reader.read();
    const lookedAt = performance.now();
    const decision = (0,next_step/* nextStep */.$)(job.target.key, view, job.mine, state);
    const { step } = decision;
    tell(decision, state.told, job.world.log);
    state.careful ||= decision.company;
    if (step.do === 'rest')
        return rest(job, state, view, decision);
    if (step.do !== 'delete' && state.careful && !state.waited) {
        state.waited = true;
        await pause(job, beforeWriting(decision, Math.max(0, state.lost), job.pace));
        return undefined;
    }
    if (performance.now() - lookedAt > job.pace.staleAfter)
        return undefined;
    return write(job, state, step);
}
/** Leaves, unless other jobs may still be writing from what they saw before. */
async function rest(job, state, view, decision) {
    const [comment] = view.comments;
    const quietFor = view.now - (comment?.updatedAt ?? 0);
    const caredFor = performance.now() - state.firstWrite;
    const isSafe = state.writes === 0 || !state.careful || quietFor >= job.pace.settle;
    if (!isSafe && caredFor < job.pace.care) {
        await pause(job, untilSettled(quietFor, job.pace));
        return undefined;
    }
    const isOlder = state.writes === 0 && job.mine.length > 0 && decision.superseded.length === job.mine.length;
    return { url: comment?.url ?? '', outcome: isOlder ? 'older' : state.outcome, writes: state.writes };
}
async function write(job, state, step) {
    const { key, number } = job.target;
    if (state.lost >= MOST_LOST)
        throw new errors/* UserError */.yo(`other jobs undid every write to the comment '${key}' on #${number}; run the job again, or give some jobs another comment-key`);
    state.firstWrite ||= performance.now();
    state.writes++;
    const written = await job.act(step);
    state.failures = 0;
    if (step.do === 'delete')
        return undefined;
    state.waited = false;
    state.lost++;
    if (step.do === 'create') {
        state.made.push(written.id);
        state.outcome = 'created';
        return undefined;
    }
    if (state.outcome === 'unchanged')
        state.outcome = 'updated';
    if (!state.careful)
        return { url: written.url, outcome: state.outcome, writes: state.writes };
    await pause(job, afterWriting(job.pace));
    return undefined;
}
/** Waits out what may pass; else throws, explained. */
async function recover(thrown, job, state) {
    job.world.signal.throwIfAborted();
    const asked = state.failures < MOST_FAILURES ? passes(thrown, job.world.now()) : false;
    if (asked === false)
        throw await refusal(thrown, job.target);
    state.failures++;
    // Whether the request was carried out is not known: look at everything again, and for longer.
    state.careful ||= state.writes > 0;
    job.reader.forget();
    await pause(job, afterFailure(state.failures, asked === true ? undefined : asked, job.pace));
}
async function pause({ world: { signal } }, milliseconds) {
    try {
        await (0,promises_.setTimeout)(milliseconds, undefined, { signal });
    }
    catch (thrown) {
        // The sleep throws an error of its own; the reason for the abort says who cancelled.
        signal.throwIfAborted();
        throw thrown;
    }
}
/** Carries out a step; never sends a request twice, for between two there is always a look. */
function actor(github, { repository, number }, reader) {
    const [owner = '', repo = ''] = repository.split('/');
    const once = { owner, repo, request: { attempts: 1 } };
    const { issues } = github.rest;
    return async (step) => {
        switch (step.do) {
            case 'create': {
                const { data } = await issues.createComment({ ...once, issue_number: number, body: step.body });
                reader.made(data);
                return { id: data.id, url: data.html_url };
            }
            case 'update': {
                const { data } = await issues
                    .updateComment({ ...once, comment_id: step.id, body: step.body })
                    .catch(gone);
                return { id: data.id, url: data.html_url };
            }
            case 'delete':
                await issues.deleteComment({ ...once, comment_id: step.id }).catch(thrown => {
                    if ((0,refusals/* statusOf */.c)(thrown) !== 404)
                        throw thrown;
                });
                reader.deleted(step.id);
                return { id: step.id, url: '' };
        }
    };
}
/** Somebody deleted the comment between our look and our write. */
class Gone extends Error {
}
function gone(thrown) {
    throw (0,refusals/* statusOf */.c)(thrown) === 404 ? new Gone('the comment was deleted', { cause: thrown }) : thrown;
}
/** Whether a failure may pass; a number is the wait in milliseconds that the server asks for. */
function passes(thrown, now) {
    if (thrown instanceof Gone)
        return 100;
    if ((0,refusals/* statusOf */.c)(thrown) === undefined)
        return false;
    const failed = (0,client/* failedRequest */.R)(thrown, { method: '', url: '' });
    const wait = (0,retries/* rateLimitWait */.hD)(failed, now);
    if (wait !== undefined)
        return wait <= retries/* LONGEST_WAIT */.dX && wait;
    return failed.status === 0 || failed.status >= 500;
}
async function refusal(thrown, { repository, number }) {
    if ((0,refusals/* statusOf */.c)(thrown) === 403 && /locked/i.test(thrown.message))
        return new errors/* UserError */.yo(`the conversation of #${number} in ${repository} is locked, so that no comment can be written: unlock it, or set comment: never`, { cause: thrown });
    const purpose = { to: `comment on #${number}`, repository, permission: 'pull-requests: write' };
    const explanation = await (0,refusals/* explained */.t)(purpose, () => Promise.reject(thrown)).catch((one) => one);
    if (explanation instanceof errors/* UserError */.yo || (0,refusals/* statusOf */.c)(thrown) === undefined)
        return explanation;
    return new errors/* UserError */.yo(`GitHub does not take the comment on #${number} in ${repository} (${(0,refusals/* statusOf */.c)(thrown)}: ${(0,errors/* messageOf */.bD)(thrown)}); where it is too long, give some directories another comment-key`, { cause: thrown });
}
function tell({ damaged, omitted, superseded }, told, log) {
    const once = (message) => {
        if (!told.has(message))
            log.warning(message);
        told.add(message);
    };
    if (damaged > 0)
        once('sections of the comment were damaged, by hand it seems, and are dropped; their jobs will write them again');
    if (omitted.length > 0)
        once('the comment has no room for more sections: this one is only in the job summary; use several comment-keys');
    if (superseded.length > 0)
        log.debug('a newer section stands in the comment; it stays');
}


/***/ }),

/***/ 4668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ commentReader)
/* harmony export */ });
/* harmony import */ var _github_viewer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2145);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5438);


// How long a list may lag behind; a comment that is missing for longer was deleted.
const LAG = 5_000;
/**
 * The first reading takes all pages; later ones ask only for what changed since, in one request.
 * @param viewer who we are; asked only where a comment carries the marker.
 */
function commentReader(github, target, viewer) {
    const [owner = '', repo = ''] = target.repository.split('/');
    const request = { owner, repo, issue_number: target.number, per_page: 100 };
    let known;
    let made = [];
    async function list(since) {
        const comments = [];
        let now = 0;
        const pages = github.paginate.iterator(github.rest.issues.listComments, {
            ...request,
            ...(since !== undefined && { since: new Date(since).toISOString() }),
        });
        for await (const { data, headers } of pages) {
            now ||= Date.parse(headers.date ?? '') || Date.now();
            comments.push(...data.filter(({ body }) => (0,_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .isComment */ .C)(body ?? '', target.key)));
        }
        return { comments, now };
    }
    return {
        made: comment => made.push(comment),
        deleted(id) {
            const others = (comments) => comments.filter(comment => comment.id !== id);
            made = others(made);
            if (known)
                known.unchanged = others(known.unchanged);
        },
        forget() {
            known = undefined;
            made = [];
        },
        async read() {
            const { comments, now } = await list(known?.since);
            const isMissing = ({ id }) => comments.every(listed => listed.id !== id);
            made = made.filter(comment => now - Date.parse(comment.created_at) < LAG);
            comments.push(...made.filter(isMissing));
            if (known === undefined) {
                // The server's clock counts whole seconds; a few more do no harm.
                const since = now - 10_000;
                known = { since, unchanged: comments.filter(({ updated_at }) => Date.parse(updated_at) <= since) };
                return { comments: await own(comments), now };
            }
            const changed = new Set(comments.map(({ id }) => id));
            const unchanged = known.unchanged.filter(({ id }) => !changed.has(id));
            return { comments: await own([...unchanged, ...comments]), now };
        },
    };
    async function own(comments) {
        if (comments.length === 0)
            return [];
        const self = await viewer();
        return comments
            .filter(({ user }) => (0,_github_viewer_js__WEBPACK_IMPORTED_MODULE_0__/* .isSelf */ .f)(self, user))
            .map(comment => ({
            id: comment.id,
            nodeId: comment.node_id,
            author: comment.user?.login ?? '',
            body: comment.body ?? '',
            url: comment.html_url,
            createdAt: Date.parse(comment.created_at),
            updatedAt: Date.parse(comment.updated_at),
        }))
            .sort((a, b) => a.id - b.id);
    }
}


/***/ }),

/***/ 2401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hv: () => (/* binding */ fillSlots),
/* harmony export */   J1: () => (/* binding */ emptySlots),
/* harmony export */   NI: () => (/* binding */ slot),
/* harmony export */   Ql: () => (/* binding */ slotId),
/* harmony export */   h8: () => (/* binding */ NOTE_LIMIT),
/* harmony export */   ji: () => (/* binding */ spaced),
/* harmony export */   ps: () => (/* binding */ slotsIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** The longest note in bytes that a slot shows; room for it is kept in every slot. */
const NOTE_LIMIT = 40;
// Characters of a private use area: no renderer writes them.
const OPEN = '\ue000';
const CLOSE = '\ue001';
const SLOT = /\ue000([0-9a-f]{10})\ue001/g;
const ON_WIRE = /<!--\$([0-9a-f]{10})-->(?:[^\n]*?<!---->)?/g;
/**
 * A place in a section's Markdown. Composing shows there a space and the note of this key from the sections of the same
 * directory, else nothing. Not at the start of a line and not inside code: there, what stands for it would be seen.
 */
function slot(key) {
    return `${OPEN}${slotId(key)}${CLOSE}`;
}
/** How a key is known in comments. */
function slotId(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', key).slice(0, 10);
}
/** The slots of a text, by id. */
function slotsIn(text) {
    return [...text.matchAll(SLOT)].map(([, id = '']) => id);
}
/** A text with its notes, and with hidden marks by which another job finds the slots again. */
function fillSlots(text, notes) {
    return text.replace(SLOT, (_, id) => `<!--$${id}-->${spaced(notes.get(id))}<!---->`);
}
/** What a slot shows of a note: it after a space, or nothing. */
function spaced(note = '') {
    return note === '' ? '' : ` ${note}`;
}
/** Undoes `fillSlots`. */
function emptySlots(text) {
    return text.replace(ON_WIRE, (_, id) => `${OPEN}${id}${CLOSE}`).replaceAll('<!---->', '');
}


/***/ }),

/***/ 1598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   Ry: () => (/* binding */ originHere),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   Uh: () => (/* binding */ notesLine),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   c5: () => (/* binding */ addCounts),
/* harmony export */   gx: () => (/* binding */ replaces),
/* harmony export */   zQ: () => (/* binding */ dataLine)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2898);
/* harmony import */ var _packed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4197);
/* harmony import */ var _slot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2401);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4324);





/** Notes past this number are left out; a comment seldom has room for more resources than this. */
const MOST_NOTES = 200;
/** The origin of what this step says. */
function originHere(context, env) {
    const { runId, runAttempt, serverUrl, repository, headSha, job } = context;
    // Jobs of a matrix share the job's name but never a runner at one time.
    const writer = [runId, runAttempt, job, env.RUNNER_NAME ?? ''].join('\n');
    return {
        run: Number(runId) || 0,
        attempt: runAttempt,
        head: headSha,
        url: `${serverUrl}/${repository}/actions/runs/${runId}`,
        writer: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(writer).digest('hex').slice(0, 8),
    };
}
/** Which section of the comment this is; no two may have the same. */
function idOf({ action, directory }) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${action}\n${directory}`).digest('hex').slice(0, 10);
}
/** A section made ready for the comment. */
function keep(section, origin) {
    const blocks = section.blocks.map(({ priority, markdown, counts = {} }, index) => ({
        index,
        priority,
        markdown: (0,_harmless_js__WEBPACK_IMPORTED_MODULE_3__/* .harmless */ .I)(markdown).replace(/^\n+|\s+$/g, ''),
        counts,
    }));
    const notes = Object.entries(section.notes ?? {})
        .map(([key, note]) => [(0,_slot_js__WEBPACK_IMPORTED_MODULE_2__/* .slotId */ .Ql)(key), (0,_harmless_js__WEBPACK_IMPORTED_MODULE_3__/* .harmless */ .I)(note).replace(/\s+/g, ' ')])
        .filter(([, note]) => Buffer.byteLength(note) <= _slot_js__WEBPACK_IMPORTED_MODULE_2__/* .NOTE_LIMIT */ .h8)
        .slice(0, MOST_NOTES);
    const data = section.data ?? {};
    const kept = {
        action: section.action,
        directory: section.directory,
        heading: (0,_harmless_js__WEBPACK_IMPORTED_MODULE_3__/* .harmlessLine */ .K)(section.heading),
        overview: (0,_harmless_js__WEBPACK_IMPORTED_MODULE_3__/* .harmlessLine */ .K)(section.overview),
        totals: totalsOf(blocks),
        dataSizes: Object.fromEntries(Object.entries(data).map(entry => [entry[0], bytes(dataLine(entry))])),
        notesSize: bytes(notesLine(Object.fromEntries(notes))),
        data,
        notes: Object.fromEntries(notes),
        blocks,
    };
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 10);
    return { ...kept, origin, digest };
}
/** Bytes that a block takes in a comment, its marker and its slots' notes included. */
function sizeOf({ index, markdown, counts }) {
    // As `<!--b5.9999 0=1 1=1-->` with three line ends, and a slot as `<!--$0123456789--><!---->`.
    const numbers = [index, ...Object.values(counts)].map(number => `${number}`.length + 4);
    const marker = numbers.reduce((total, length) => total + length, 12);
    return bytes(markdown) + marker + (0,_slot_js__WEBPACK_IMPORTED_MODULE_2__/* .slotsIn */ .ps)(markdown).length * (_slot_js__WEBPACK_IMPORTED_MODULE_2__/* .NOTE_LIMIT */ .h8 + 6);
}
/** The hidden line of one piece of data. */
function dataLine(entry) {
    return (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__/* .hidden */ .R)('data', (0,_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .pack */ .q)(entry));
}
/** The hidden line of all notes; empty where there are none. */
function notesLine(notes) {
    return Object.keys(notes).length === 0 ? '' : (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__/* .hidden */ .R)('notes', (0,_packed_js__WEBPACK_IMPORTED_MODULE_1__/* .pack */ .q)(notes));
}
const bytes = (text) => Buffer.byteLength(text);
function totalsOf(blocks) {
    const totals = {};
    for (const block of blocks) {
        const { size, counts } = totals[block.priority] ?? { size: 0, counts: {} };
        totals[block.priority] = { size: size + sizeOf(block), counts: addCounts(counts, block.counts) };
    }
    return totals;
}
/** The sum of counts, by label. */
function addCounts(a, b) {
    const sum = { ...a };
    for (const [label, count] of Object.entries(b))
        sum[label] = (sum[label] ?? 0) + count;
    return sum;
}
/**
 * Whether `candidate` may take the place of `standing`, a section with the same id: by run, then attempt. Two jobs
 * of one attempt that claim the same section would replace each other for ever, so of these one always wins.
 */
function replaces(candidate, standing) {
    const [a, b] = [candidate.origin, standing.origin];
    if (a.run !== b.run)
        return a.run > b.run;
    if (a.attempt !== b.attempt)
        return a.attempt > b.attempt;
    return a.writer >= b.writer;
}


/***/ }),

/***/ 4324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ findHidden),
/* harmony export */   K_: () => (/* binding */ blockMarker),
/* harmony export */   Pk: () => (/* binding */ LEFT_OUT),
/* harmony export */   Ql: () => (/* binding */ commentMarker),
/* harmony export */   R: () => (/* binding */ hidden),
/* harmony export */   cu: () => (/* binding */ SECTION_END),
/* harmony export */   n$: () => (/* binding */ splitBlocks)
/* harmony export */ });
/** What stands hidden in a comment: markers that no text of a section can form, because its `<!--` are broken up. */
const NAME = 'gitops-actions';
const SECTION_END = `<!-- ${NAME}:end -->`;
const LEFT_OUT = '<!--left-->';
/** The first line of the comment with this key. */
function commentMarker(key) {
    // An HTML comment must not hold two hyphens in a row.
    return `<!-- ${NAME}:comment ${encodeURIComponent(key).replaceAll('-', '%2D')} -->`;
}
/** A hidden line that holds a packed word. */
function hidden(kind, word) {
    return `<!-- ${NAME}:${kind} ${word} -->`;
}
/** The words of hidden lines of one kind, with where each line starts and ends. */
function findHidden(text, kind) {
    const pattern = new RegExp(`^<!-- ${NAME}:${kind} (\\S*) -->[ \\t]*$`, 'gm');
    return [...text.matchAll(pattern)].map(match => ({
        word: match[1] ?? '',
        start: match.index,
        end: match.index + match[0].length,
    }));
}
/** Stands before a block; counts by the number of their label. */
function blockMarker(priority, index, counts) {
    return `<!--b${[`${priority}.${index}`, ...counts.map(([label, count]) => `${label}=${count}`)].join(' ')}-->`;
}
/** Text between block markers, by marker; what stands before the first marker comes first, without one. */
function splitBlocks(text) {
    const pattern = /^<!--(?:b(\d)\.(\d+)((?: \d+=\d+)*)|(left))-->[ \t]*$/gm;
    const marks = [...text.matchAll(pattern)];
    return marks.map((mark, position) => ({
        isBlock: mark[4] === undefined,
        priority: Number(mark[1]),
        index: Number(mark[2]),
        counts: (mark[3] ?? '')
            .trim()
            .split(' ')
            .filter(pair => pair !== '')
            .map(pair => pair.split('=').map(Number)),
        text: text.slice(mark.index + mark[0].length, marks[position + 1]?.index ?? text.length),
    }));
}


/***/ }),

/***/ 4160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ createGitHub),
/* harmony export */   R: () => (/* binding */ failedRequest)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3055);
/* harmony import */ var _retry_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6488);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1321);



/** Milliseconds that one request may take. */
const TIMEOUT = 30_000;
const ATTEMPTS = 5;
/**
 * A client of the API that the runner names (GitHub or GitHub Enterprise Server), which waits out rate limits and
 * hiccups, gives up on a server that hangs, and goes through the runner's proxy.
 * The SDK is loaded here and not before: it takes longer to load than the rest of a step.
 * @param timeout milliseconds for one request.
 */
async function createGitHub(world, token, { timeout = TIMEOUT } = {}) {
    world.secrets.add(token);
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    const github = getOctokit(token, { baseUrl: world.context.apiUrl, log: silent });
    github.hook.wrap('request', (request, options) => (0,_retry_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(async () => {
        // Set in place: Octokit's own hooks below this one hold on to these very options.
        Object.assign(options.request, {
            signal: AbortSignal.any([world.signal, AbortSignal.timeout(timeout)]),
        });
        try {
            const response = await request(options);
            demandData(response.headers['content-type'], world.context.apiUrl);
            return response;
        }
        catch (thrown) {
            world.signal.throwIfAborted();
            throw thrown;
        }
    }, {
        // A caller that must look again before it repeats says `request: { attempts: 1 }`.
        attempts: options.request.attempts ?? ATTEMPTS,
        delay: 1000,
        signal: world.signal,
        retryable: thrown => !(thrown instanceof _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) && (0,_retries_js__WEBPACK_IMPORTED_MODULE_2__/* .mayRepeat */ .xg)(failedRequest(thrown, options), world.now()),
    }));
    return github;
}
/** The login page of a proxy comes with status 200, too. */
function demandData(type, apiUrl) {
    if (/^text\/html/.test(String(type)))
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${apiUrl} answers with a web page in place of data: check GITHUB_API_URL, and whether a proxy stands in between`);
}
const silent = { debug() { }, info() { }, warn() { }, error() { } };
/** What an Octokit error says of the request. */
function failedRequest(thrown, { method, url }) {
    const { status, response, message } = thrown;
    // Octokit reports a request that got no answer as status 500 without a response.
    return {
        method,
        url,
        status: response ? (status ?? 0) : 0,
        headers: response?.headers ?? {},
        message,
    };
}


/***/ }),

/***/ 8202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ statusOf),
/* harmony export */   t: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3055);

/**
 * Runs an API call and explains its refusals.
 * @throws UserError for 401, 403, 404 and rate limits, naming the permission or the remedy; where no answer came or
 * the server failed, naming the server's words; all else as it was thrown.
 */
async function explained(purpose, call) {
    try {
        return await call();
    }
    catch (thrown) {
        throw explain(thrown, purpose) ?? thrown;
    }
}
/** The status of an API's refusal; undefined where something else was thrown. */
function statusOf(thrown) {
    const status = thrown?.status;
    return typeof status === 'number' ? status : undefined;
}
function explain(thrown, { to, repository, permission }) {
    const status = statusOf(thrown);
    if (status === undefined)
        return undefined;
    const because = (remedy) => new _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub refused to ${to} in ${repository} (${status}: ${thrown.message}); ${remedy}`, { cause: thrown });
    if (status === 429 || (status === 403 && /rate limit/i.test(thrown.message)))
        return because('the rate limit is used up: run the job again later, or use the token of a GitHub App');
    if (status === 401)
        return because('the token is invalid or has expired: give another one');
    if (status === 403)
        return because(`the token lacks '${permission}': grant it in the workflow's permissions`);
    if (status === 404)
        return because(`check the repository's name, and that the token may see it with '${permission}' (github.token reaches only the workflow's own repository)`);
    if (status >= 500)
        return because('the server failed: run the job again');
    return undefined;
}


/***/ }),

/***/ 1321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dX: () => (/* binding */ LONGEST_WAIT),
/* harmony export */   hD: () => (/* binding */ rateLimitWait),
/* harmony export */   xg: () => (/* binding */ mayRepeat)
/* harmony export */ });
/** The longest wait that a server may ask for, in milliseconds; past it the step fails and says when to come back. */
const LONGEST_WAIT = 120_000;
/**
 * Whether a failed request may be sent again, and after how many milliseconds where the server said so.
 * (docs.github.com, "Rate limits for the REST API": retry-after, else x-ratelimit-reset, else a minute.)
 */
function mayRepeat(failed, now) {
    const limited = rateLimitWait(failed, now);
    if (limited !== undefined)
        return limited <= LONGEST_WAIT ? limited : false;
    const hiccup = failed.status === 0 || failed.status >= 500;
    return hiccup && isRepeatable(failed);
}
/** How many milliseconds a rate limit asks to wait; undefined where none was hit. */
function rateLimitWait({ status, headers, message }, now) {
    if (status !== 429 && status !== 403)
        return undefined;
    const after = headers['retry-after'];
    if (after !== undefined)
        return Number(after) * 1000;
    if (String(headers['x-ratelimit-remaining']) === '0') {
        const reset = Number(headers['x-ratelimit-reset']) * 1000;
        return Math.max(1000, reset - now.getTime());
    }
    return status === 429 || /secondary rate limit/i.test(message) ? 60_000 : undefined;
}
// A POST may have been carried out although its answer was lost; sent again it would make a second comment or pull
// request. Git objects are named by their content, so that making one twice does no harm.
function isRepeatable({ method, url }) {
    return method !== 'POST' || /\/git\/(blobs|trees|commits)$/.test(url);
}


/***/ }),

/***/ 2145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ viewerOf),
/* harmony export */   f: () => (/* binding */ isSelf)
/* harmony export */ });
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8202);

/** The account of GitHub's own token for workflows. */
const ACTIONS_BOT = 'github-actions[bot]';
const known = new WeakMap();
/**
 * Who the client's token acts as, asked once. GraphQL tells it for every kind of token; REST refuses the tokens of
 * GitHub Apps, GITHUB_TOKEN among them, which are no users.
 * @returns undefined for the token of an App where there is no GraphQL.
 */
function viewerOf(github) {
    const before = known.get(github);
    if (before !== undefined)
        return before;
    const asked = ask(github).catch(thrown => {
        known.delete(github);
        throw thrown;
    });
    known.set(github, asked);
    return asked;
}
async function ask(github) {
    try {
        const { viewer } = await github.graphql('query { viewer { login } }');
        return viewer;
    }
    catch (thrown) {
        if (isOutage(thrown))
            throw thrown;
    }
    try {
        const { data } = await github.rest.users.getAuthenticated();
        return { login: data.login };
    }
    catch (thrown) {
        if (isOutage(thrown))
            throw thrown;
        return undefined;
    }
}
/** Whether asking failed for now, rather than being refused or not offered. */
function isOutage(thrown) {
    const status = (0,_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c)(thrown);
    return status === 401 || status === 429 || (status !== undefined && status >= 500);
}
/**
 * Whether the author of something is the viewer. An unknown viewer is the token of an App, most likely GITHUB_TOKEN:
 * then its account counts.
 */
function isSelf(viewer, author) {
    if (!author)
        return false;
    const login = viewer?.login ?? ACTIONS_BOT;
    // Some servers tell a bot's name without its suffix in GraphQL.
    return author.login === login || (author.type === 'Bot' && author.login === `${login}[bot]`);
}


/***/ }),

/***/ 9848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   i5: () => (/* binding */ quietHtml),
/* harmony export */   jQ: () => (/* binding */ quiet),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   zH: () => (/* binding */ details),
/* harmony export */   zr: () => (/* binding */ quietLine)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3143);

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Text for HTML, on one line: no blank line in it ends the block of HTML (CommonMark, HTML blocks). */
function html(text) {
    const line = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text);
    return /[&<>]/.test(line) ? line.replace(/[&<>]/g, one => ENTITIES[one]) : line;
}
/**
 * Text for HTML outside of code, on one line, that notifies nobody: GitHub makes no mention, reference or link of it
 * (each would be told to those concerned), as these are only found within one piece of text.
 */
function quietHtml(text) {
    return quiet(html(text));
}
/** The same for a line of Markdown. */
function quietLine(text) {
    return quiet((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text).replace(/[\\`*_[\]<>|#~&$]/g, '\\$&'));
}
/** HTML or Markdown in which GitHub finds no mention, reference or link. */
function quiet(text) {
    return text.replace(/@|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi, '$&<span></span>');
}
/** A link. @param inner HTML. */
function link(url, inner) {
    return `<a href="${html(url).replaceAll('"', '&quot;')}">${inner}</a>`;
}
/** Text as code in HTML, where GitHub reads no mentions, references or emoji either. */
function htmlCode(text) {
    return `<code>${html(text)}</code>`;
}
/** Folded away behind a line that is HTML on one line; `body` is Markdown. */
function details(summary, body, open = false) {
    return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}


/***/ }),

/***/ 3143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ visibleAscii),
/* harmony export */   P8: () => (/* binding */ visibleLine),
/* harmony export */   RK: () => (/* binding */ visible)
/* harmony export */ });
// Bidirectional controls, zero-width and other characters that show nothing, or a space that is none.
const UNSEEN = /(?![\n\t])\p{Cc}|[\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;
const ORDINARY = /^[\n\t -~]*$/;
// What starts an HTML comment, and what the runner takes for a workflow command where the text reaches a log.
const COMMAND = /<(?=!--)|^(\s*):(?=:)|#(?=#\[)/gm;
/**
 * Text in which every character can be seen: those that show nothing, look like a space or turn the direction of
 * writing (CVE-2021-42574) become `\u{202e}`; line breaks and tabs stay. Nothing in it starts an HTML comment or a
 * workflow command.
 */
function visible(text) {
    const seen = ORDINARY.test(text) ? text : text.replace(UNSEEN, escaped);
    return /<!--|::|##\[/.test(seen)
        ? seen.replace(COMMAND, one => one.slice(0, -1) + escaped(one.slice(-1)))
        : seen;
}
/** `visible` on one line: line breaks and tabs are shown as `\n` and `\t`. */
function visibleLine(text) {
    const line = visible(text);
    return /[\n\t]/.test(line) ? line.replaceAll('\n', '\\n').replaceAll('\t', '\\t') : line;
}
/** `visibleLine` with all that is not ASCII escaped, to tell look-alikes apart. */
function visibleAscii(text) {
    return visibleLine(text).replace(/[^ -~]/gu, escaped);
}
function escaped(character) {
    return `\\u{${character.codePointAt(0).toString(16)}}`;
}


/***/ }),

/***/ 5764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ secretsOfEnvironment)
/* harmony export */ });
/* harmony import */ var _spellings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6166);

const TELLING = /token|secret|passw|passphrase|credential|(private|api|access|account|encryption|signing|ssh|storage)_?key|(^|_)(key|pass|pwd|pat|auth)$/i;
// They say where a secret lies, not what it is.
const PLACES = /^(old)?pwd$|_(file|path|dir|sock|url|uri|name|names)$/i;
const LOGIN_IN_URL = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/i;
/**
 * Values of environment variables that are likely secrets: of variables whose names say so (token, secret, password,
 * key …), and passwords within URLs.
 */
function secretsOfEnvironment(env) {
    const found = new Set();
    for (const [name, value = ''] of Object.entries(env)) {
        if (TELLING.test(name) && !PLACES.test(name))
            found.add(value);
        const password = LOGIN_IN_URL.exec(value)?.[1];
        if (password !== undefined)
            found.add(password);
    }
    return [...found].filter(value => value.trim().length >= _spellings_js__WEBPACK_IMPORTED_MODULE_0__/* .SHORTEST_WORD */ .wd);
}


/***/ }),

/***/ 7306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   FB: () => (/* binding */ same),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   cy: () => (/* binding */ isArray),
/* harmony export */   jO: () => (/* binding */ entries),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   zr: () => (/* binding */ isExactNumber)
/* harmony export */ });
// TypeScript's library does not have these parts of the language yet (ECMA-262, JSON.parse source text access).
const SourceAware = JSON;
/**
 * `JSON.parse` that loses no digit: numbers that a double cannot hold come as `ExactNumber`.
 * @param longNumbers false where it is known that there are none: looking for them makes parsing several times slower
 * @throws SyntaxError as JSON.parse does
 */
function parseJson(text, longNumbers = LONG_NUMBER.test(text)) {
    return longNumbers ? SourceAware.parse(text, keepDigits) : JSON.parse(text);
}
const LONG_NUMBER = /\d[\d.eE+-]{15}/;
function keepDigits(_key, value, { source }) {
    return typeof value === 'number' && source !== undefined && source.length > 15 && String(value) !== source
        ? SourceAware.rawJSON(source)
        : value;
}
function isExactNumber(value) {
    // Asking for the prototype first is quick; that of what `rawJSON` makes is null.
    return (typeof value === 'object' &&
        value !== null &&
        Object.getPrototypeOf(value) === null &&
        SourceAware.isRawJSON(value));
}
function isArray(value) {
    return Array.isArray(value);
}
/** A map or an object; neither null, nor an array, nor a number. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value);
}
/** The member of that name, if the value is an object that has it itself. */
function member(value, key) {
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** The members of an object; none where it is no object. */
function entries(value) {
    return isObject(value) ? Object.entries(value) : [];
}
function text(value) {
    return typeof value === 'string' ? value : undefined;
}
/** The elements that are strings; none where it is no array. */
function texts(value) {
    return isArray(value) ? value.filter(item => typeof item === 'string') : [];
}
/** Whether two values are the same JSON; the order of an object's keys does not count. */
function same(one, other) {
    if (one === other)
        return true;
    if (isArray(one))
        return isArray(other) && one.length === other.length && one.every((item, i) => same(item, other[i]));
    if (isObject(one)) {
        if (!isObject(other))
            return false;
        const keys = Object.keys(one);
        return (keys.length === Object.keys(other).length &&
            keys.every(key => Object.hasOwn(other, key) && same(one[key], other[key])));
    }
    return isExactNumber(one) && isExactNumber(other) && one.rawJSON === other.rawJSON;
}


/***/ })

};
