export const id = 959;
export const ids = [959];
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
var markdown_text = __webpack_require__(334);
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
function nameOf(action) {
    return ACTIONS[action] ?? action;
}
function byAction(a, b) {
    const names = Object.keys(ACTIONS);
    const rank = (action) => (action in ACTIONS ? names.indexOf(action) : names.length);
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
 * A place in a section's Markdown. Composing shows there the note of this key from the sections of the same
 * directory, else nothing. Not at the start of a line and not inside code: there, what stands for it would be seen.
 */
function slot(key) {
    return `${OPEN}${slotId(key)}${CLOSE}`;
}
/** How a key is known in comments. */
function slotId(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest('hex').slice(0, 10);
}
/** The slots of a text, by id. */
function slotsIn(text) {
    return [...text.matchAll(SLOT)].map(([, id = '']) => id);
}
/** A text with its notes, and with hidden marks by which another job finds the slots again. */
function fillSlots(text, notes) {
    return text.replace(SLOT, (_, id) => `<!--$${id}-->${notes.get(id) ?? ''}<!---->`);
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
    return bytes(markdown) + marker + (0,_slot_js__WEBPACK_IMPORTED_MODULE_2__/* .slotsIn */ .ps)(markdown).length * (_slot_js__WEBPACK_IMPORTED_MODULE_2__/* .NOTE_LIMIT */ .h8 + 5);
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


/***/ }),

/***/ 9930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ maskPlan)
/* harmony export */ });
/* harmony import */ var _redact_mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6262);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6306);


/** The plan with every text masked, names and addresses included; words of the tool's own stay as they are. */
function maskPlan(plan, maskText) {
    const mask = remembering(maskText);
    const maybe = (text) => (text === undefined ? undefined : mask(text));
    const word = (text) => (TOOL_WORDS.has(text) ? text : mask(text));
    const value = (shown) => {
        if (shown.kind !== 'known')
            return shown;
        const text = mask(shown.text);
        if (text === _redact_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .HIDDEN */ .R || text === `"${_redact_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .HIDDEN */ .R}"`)
            return _values_js__WEBPACK_IMPORTED_MODULE_1__/* .SENSITIVE */ .NP;
        if (shown.lines === undefined)
            return text === shown.text ? shown : { kind: 'known', text };
        return { kind: 'known', text, lines: mask(shown.lines.join('\n')).split('\n') };
    };
    const attribute = (change) => ({
        ...change,
        path: mask(change.path),
        before: value(change.before),
        after: value(change.after),
    });
    const resource = (change) => ({
        ...change,
        address: mask(change.address),
        deposed: maybe(change.deposed),
        previousAddress: maybe(change.previousAddress),
        type: mask(change.type),
        providerName: mask(change.providerName),
        actions: change.actions.map(word),
        reason: change.reason === undefined ? undefined : word(change.reason),
        importing: change.importing && { ...change.importing, id: maybe(change.importing.id) },
        replacePaths: change.replacePaths.map(mask),
        attributes: change.attributes?.map(attribute),
    });
    const output = (change) => ({
        ...change,
        name: mask(change.name),
        attributes: change.attributes?.map(attribute),
    });
    const check = (failed) => ({
        address: mask(failed.address),
        kind: word(failed.kind),
        status: word(failed.status),
        messages: failed.messages.map(mask),
    });
    const invocation = (action) => ({
        ...action,
        address: mask(action.address),
        type: mask(action.type),
        trigger: mask(action.trigger),
        attributes: action.attributes.map(attribute),
    });
    return {
        ...plan,
        terraformVersion: maybe(plan.terraformVersion),
        changes: plan.changes.map(resource),
        outputs: plan.outputs.map(output),
        drift: plan.drift.map(resource),
        checks: plan.checks.map(check),
        deferred: plan.deferred.map(({ reason, change }) => ({ reason: word(reason), change: resource(change) })),
        invocations: plan.invocations.map(invocation),
    };
}
const LONGEST_REMEMBERED = 100;
/** The same mask, which looks at short texts only once: `"tcp"` and `true` come thousands of times. */
function remembering(mask) {
    const masked = new Map();
    return text => {
        if (text.length > LONGEST_REMEMBERED)
            return mask(text);
        const known = masked.get(text) ?? mask(text);
        masked.set(text, known);
        return known;
    };
}
/** They stand in a plan whatever its secrets are, and so reveal none. */
const TOOL_WORDS = new Set([
    ...['no-op', 'create', 'read', 'update', 'delete', 'forget', 'open'],
    ...['fail', 'error', 'unknown', 'resource', 'output_value', 'check', 'var'],
    ...[
        'replace_because_cannot_update',
        'replace_because_tainted',
        'replace_by_request',
        'replace_by_triggers',
    ],
    ...['delete_because_no_resource_config', 'delete_because_wrong_repetition', 'delete_because_count_index'],
    ...['delete_because_each_key', 'delete_because_no_module', 'delete_because_no_move_target'],
    ...['read_because_config_unknown', 'read_because_dependency_pending', 'read_because_check_nested'],
    ...['instance_count_unknown', 'resource_config_unknown', 'provider_config_unknown'],
    ...['deferred_prereq', 'absent_prereq'],
]);


/***/ }),

/***/ 710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _K: () => (/* binding */ planSources),
/* harmony export */   bV: () => (/* binding */ fileNameOf),
/* harmony export */   od: () => (/* binding */ planLine),
/* harmony export */   pw: () => (/* binding */ planPath)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3055);



const NAMED = /([^/]+)\.tfplan\.json$/;
const SUFFIX = { json: '.tfplan.json', plan: '.tfplan' };
// File systems take names of 255 bytes, and suffixes follow.
const LONGEST_NAME = 200;
/** The name of a file on a directory: tells the directory, unless that is too long for a name. */
function fileNameOf(directory) {
    // A leading dot would hide the file.
    const name = encodeURIComponent(directory).replace(/^\./, '%2E');
    return name.length <= LONGEST_NAME ? name : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(directory).digest('hex');
}
/** Where a plan of that root module is kept; the file's name tells the directory, unless that is very long. */
function planPath(folder, directory, kind) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${fileNameOf(directory)}${SUFFIX[kind]}`);
}
/** A line of the input `plan-json`: the path, and before it the directory where the path does not tell that. */
function planLine({ directory, path }) {
    const named = NAMED.exec(path)?.[1];
    return named !== undefined && decodedName(named) === directory ? path : `${directory}=${path}`;
}
/**
 * Reads the input `plan-json`: lines `directory=path`, or a path alone. The directory of a path alone is that which
 * `planPath` put into its name, else the folder that the file lies in.
 * @param workspace is what relative paths start from, and directories are relative to
 * @throws UserError where a directory is not within the workspace, or has two plans
 */
function planSources(lines, workspace) {
    const sources = lines.map(line => sourceOf(line, workspace));
    for (const [i, { directory, path }] of sources.entries()) {
        const other = sources.slice(0, i).find(source => source.directory === directory);
        if (other)
            throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`input 'plan-json' has two plans of '${directory}', '${other.path}' and '${path}'; ` +
                'name the root module of each: directory=path');
    }
    return sources;
}
function sourceOf(line, workspace) {
    const equals = line.indexOf('=');
    // A directory is relative, so what begins with a slash is a path, which may hold an equals sign.
    if (equals <= 0 || line.startsWith('/')) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, line);
        return { directory: directoryOf(line, path, workspace), path };
    }
    const directory = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(line.slice(0, equals).trim()).replace(/(?<=.)\/$/, '');
    if (directory.startsWith('/') || directory === '..' || directory.startsWith('../'))
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`input 'plan-json' names the directory '${directory}', which is not in the workspace; write it relative to it`);
    return { directory, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, line.slice(equals + 1).trim()) };
}
function directoryOf(line, path, workspace) {
    const named = NAMED.exec(path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/'))?.[1];
    const decoded = named === undefined ? undefined : decodedName(named);
    if (decoded !== undefined)
        return decoded;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path, '..')).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    if (folder.startsWith('..') || folder.startsWith('/'))
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`input 'plan-json' names '${line}', which is not in the workspace; name its root module: directory=path`);
    return folder === '' ? '.' : folder;
}
function decodedName(name) {
    try {
        return decodeURIComponent(name);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ readPlan)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/js/toolkit/redact/mask.js + 3 modules
var mask = __webpack_require__(6262);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/json.js
var json = __webpack_require__(7306);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/values.js
var values = __webpack_require__(6306);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/lists.js


// Beyond this, elements pair by their index only: comparing each with each would take too long.
const MOST_COMPARED = 64;
/** Elements that are equal belong together wherever they stand; of the rest, those that are most alike. */
function align(old, next, unknown) {
    if (old.length === next.length && old.every((side, i) => unknown[i] === undefined && alike(side, next[i])))
        return { kept: [...next.keys()], pairs: [], gone: [], added: [], reordered: false };
    const waiting = new Map();
    const keys = old.map(signature);
    for (const [i, key] of keys.entries())
        waiting.set(key, [...(waiting.get(key) ?? []), i]);
    const kept = [];
    const added = [];
    const taken = new Set();
    let inOrder = true;
    let last = -1;
    for (const [j, side] of next.entries()) {
        const match = unknown[j] ? undefined : waiting.get(signature(side))?.shift();
        if (match === undefined)
            added.push(j);
        else {
            kept.push(j);
            taken.add(match);
            if (match < last)
                inOrder = false;
            last = match;
        }
    }
    const gone = [...old.keys()].filter(i => !taken.has(i));
    const pairs = pair(old, next, gone, added, inOrder);
    const pairedOld = new Set(pairs.map(([i]) => i));
    const pairedNext = new Set(pairs.map(([, j]) => j));
    return {
        kept,
        pairs,
        gone: gone.filter(i => !pairedOld.has(i)),
        added: added.filter(j => !pairedNext.has(j)),
        reordered: gone.length === 0 && added.length === 0 && !inOrder,
    };
}
function alike(one, other) {
    return (0,json/* same */.FB)(one.value, other.value) && (0,json/* same */.FB)(one.mark, other.mark);
}
function signature({ value, mark }) {
    return mark === undefined ? JSON.stringify(value) : `${JSON.stringify(value)} ${JSON.stringify(mark)}`;
}
function pair(old, next, gone, added, inOrder) {
    if (inOrder && gone.length === added.length && gone.every((i, n) => i === added[n]))
        return gone.map((i, n) => [i, added[n]]);
    if (gone.length > MOST_COMPARED || added.length > MOST_COMPARED)
        return [];
    const free = new Set(added);
    const pairs = [];
    for (const i of gone) {
        let best = -1;
        let most = 0.5;
        for (const j of free) {
            const alike = likeness(old[i].value, next[j].value);
            if (alike > most || (alike === most && i === j))
                [best, most] = [j, alike];
        }
        if (best === -1)
            continue;
        free.delete(best);
        pairs.push([i, best]);
    }
    return pairs;
}
/** How much of two objects is equal, from 0 to 1. */
function likeness(one, other) {
    if (!(0,json/* isObject */.Gv)(one) || !(0,json/* isObject */.Gv)(other))
        return 0;
    const telling = (0,values/* keysOf */.YD)(one, other).filter(key => (0,json/* member */.Dc)(one, key) !== null || (0,json/* member */.Dc)(other, key) !== null);
    const equal = telling.filter(key => (0,json/* same */.FB)((0,json/* member */.Dc)(one, key), (0,json/* member */.Dc)(other, key)));
    return equal.length / Math.max(1, telling.length);
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/marks.js

/**
 * Whether the mark hides the whole value. Besides `true` that is any mark whose shape is not that of its value:
 * nobody can tell what it was meant to hide.
 * @param mark is a part of `before_sensitive`, `after_sensitive` or `sensitive_values`
 */
function hides(mark, value) {
    if (mark === undefined || mark === null || mark === false)
        return false;
    if (mark === true)
        return true;
    if ((0,json/* isArray */.cy)(mark)) {
        if (value === undefined || value === null || !marksAnything(mark))
            return false;
        return !(0,json/* isArray */.cy)(value) || mark.length > value.length;
    }
    if ((0,json/* isObject */.Gv)(mark))
        return value !== undefined && value !== null && !(0,json/* isObject */.Gv)(value) && marksAnything(mark);
    return true;
}
/** Whether anything within is marked. */
function marksAnything(mark) {
    if ((0,json/* isArray */.cy)(mark))
        return mark.some(marksAnything);
    if ((0,json/* isObject */.Gv)(mark))
        return Object.values(mark).some(marksAnything);
    return mark !== undefined && mark !== null && mark !== false;
}
/** The part of a mark, or of `after_unknown`, for one element or member. */
function within(mark, key) {
    if (typeof key === 'number')
        return (0,json/* isArray */.cy)(mark) ? mark[key] : undefined;
    return (0,json/* isObject */.Gv)(mark) && Object.hasOwn(mark, key) ? mark[key] : undefined;
}
/** The names of members in which anything is marked. */
function hidingKeys(mark) {
    return (0,json/* entries */.jO)(mark).flatMap(([key, part]) => (marksAnything(part) ? key : []));
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/one-sided.js



// Longer lists and maps are told member by member.
const LONGEST_WHOLE = 120;
/** Tells what only one side has: short values whole, long ones and those with marks in them leaf by leaf. */
function oneSided(place, which, side, unknown, sink) {
    const hidden = hides(side.mark, side.value) || sink.redacted(place);
    if (hidden)
        sink.secret(side.value);
    const shown = hidden ? hiddenLeaf(side.value, unknown) : leaf(place, side, unknown, sink);
    if (shown === 'parts')
        eachPart(place, which, side, unknown, sink);
    else if (shown.kind !== 'absent')
        sink.attribute(place, which === 'before' ? shown : values/* ABSENT */.sj, which === 'after' ? shown : values/* ABSENT */.sj);
}
function hiddenLeaf(value, unknown) {
    if (value !== undefined && value !== null)
        return values/* SENSITIVE */.NP;
    return (0,values/* holdsTrue */.PJ)(unknown) ? values/* UNKNOWN */.HV : values/* ABSENT */.sj;
}
function leaf(place, { value, mark }, unknown, sink) {
    if (unknown === true)
        return values/* UNKNOWN */.HV;
    if (!(0,values/* isContainer */.u_)(value) && !(0,values/* isContainer */.u_)(unknown)) {
        // Within a list, null holds a place.
        if (value === null && typeof place?.key === 'number')
            return { kind: 'known', text: 'null' };
        return value === undefined || value === null ? values/* ABSENT */.sj : sink.known(value);
    }
    if (place === undefined || marksAnything(mark) || (0,values/* holdsTrue */.PJ)(unknown) || sink.redactsWithin(value, place))
        return 'parts';
    if (value === undefined || value === null)
        return values/* ABSENT */.sj;
    return JSON.stringify(value).length <= LONGEST_WHOLE ? sink.known(value) : 'parts';
}
function eachPart(place, which, { value, mark }, unknown, sink) {
    const isList = (0,json/* isArray */.cy)(value) || (0,json/* isArray */.cy)(unknown);
    for (const key of isList ? indexes(value, unknown) : (0,values/* keysOf */.YD)(value, unknown)) {
        const part = { value: partOf(value, key), mark: within(mark, key) };
        oneSided({ up: place, key }, which, part, within(unknown, key), sink);
    }
}
/** Tells the sink what hides in a value that stays as it is. */
function collect(place, { value, mark }, sink) {
    if (hides(mark, value) || sink.redacted(place))
        sink.secret(value);
    else if (((0,json/* isArray */.cy)(value) || (0,json/* isObject */.Gv)(value)) && (marksAnything(mark) || sink.redacts))
        for (const key of (0,json/* isArray */.cy)(value) ? value.keys() : Object.keys(value))
            collect({ up: place, key }, { value: partOf(value, key), mark: within(mark, key) }, sink);
}
function partOf(value, key) {
    return typeof key === 'number' ? ((0,json/* isArray */.cy)(value) ? value[key] : undefined) : (0,json/* member */.Dc)(value, key);
}
function indexes(value, unknown) {
    return Array(Math.max((0,json/* isArray */.cy)(value) ? value.length : 0, (0,json/* isArray */.cy)(unknown) ? unknown.length : 0)).keys();
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/attributes.js





/**
 * Tells the sink each leaf that differs, and every value that hides. Null is the same as absent. Where either side of
 * a value hides, both do: the old value of what became sensitive is as secret as the new one.
 * @param unknown tells what of the new side is known only after the apply
 */
function compare(place, before, after, unknown, sink) {
    const old = before.value ?? undefined;
    const next = after.value ?? undefined;
    if (hides(before.mark, old) || hides(after.mark, next) || sink.redacted(place))
        compareHidden(place, before, after, unknown, sink);
    else if (unknown === true)
        becomesUnknown(place, before, sink);
    else if ((0,json/* isObject */.Gv)(old) && (0,json/* isObject */.Gv)(next))
        compareMembers(place, before, after, unknown, sink);
    else if ((0,json/* isArray */.cy)(old) && (0,json/* isArray */.cy)(next))
        compareElements(place, before, after, unknown, sink);
    else if (old !== undefined && next !== undefined && (0,values/* isScalar */.jn)(old) && (0,values/* isScalar */.jn)(next))
        compareScalars(place, old, next, sink);
    else {
        if (old !== undefined)
            oneSided(place, 'before', before, undefined, sink);
        if (next !== undefined || (0,values/* isContainer */.u_)(unknown))
            oneSided(place, 'after', after, unknown, sink);
    }
}
function compareHidden(place, before, after, unknown, sink) {
    sink.secret(before.value);
    sink.secret(after.value);
    const old = before.value ?? undefined;
    const next = after.value ?? undefined;
    const markedAlike = hides(before.mark, old) === hides(after.mark, next);
    const open = (0,values/* holdsTrue */.PJ)(unknown);
    if ((0,json/* same */.FB)(old, next) && (markedAlike || old === undefined) && !open)
        return;
    const absent = open ? values/* UNKNOWN */.HV : values/* ABSENT */.sj;
    sink.attribute(place, old === undefined ? values/* ABSENT */.sj : values/* SENSITIVE */.NP, next === undefined ? absent : values/* SENSITIVE */.NP);
}
function becomesUnknown(place, before, sink) {
    const hidden = marksAnything(before.mark) || sink.redactsWithin(before.value, place);
    if (hidden)
        collect(place, before, sink);
    sink.attribute(place, hidden ? values/* SENSITIVE */.NP : sink.known(before.value), values/* UNKNOWN */.HV);
}
function compareMembers(place, before, after, unknown, sink) {
    for (const key of (0,values/* keysOf */.YD)(before.value, after.value, unknown)) {
        const was = { value: (0,json/* member */.Dc)(before.value, key), mark: within(before.mark, key) };
        const becomes = { value: (0,json/* member */.Dc)(after.value, key), mark: within(after.mark, key) };
        const open = within(unknown, key);
        const alike = was.value === becomes.value && was.mark === undefined && becomes.mark === undefined;
        if (alike && open === undefined && !sink.redacts)
            continue;
        compare({ up: place, key }, was, becomes, open, sink);
    }
}
function compareElements(place, before, after, unknown, sink) {
    const old = elementsOf(before);
    const next = elementsOf(after);
    const open = (j) => within(unknown, j);
    const aligned = align(old, next, next.map((_, j) => open(j)));
    for (const j of aligned.kept)
        collect({ up: place, key: j }, next[j], sink);
    if (aligned.reordered) {
        const hidden = marksAnything(before.mark) || marksAnything(after.mark) || sink.redactsWithin(after.value, place);
        const [from, to] = hidden ? [values/* SENSITIVE */.NP, values/* SENSITIVE */.NP] : [sink.known(before.value), sink.known(after.value)];
        sink.attribute(place, from, to, 'order');
    }
    for (const [i, j] of aligned.pairs)
        compare({ up: place, key: j }, old[i], next[j], open(j), sink);
    for (const i of aligned.gone)
        oneSided({ up: place, key: i }, 'before', old[i], undefined, sink);
    for (const j of aligned.added)
        oneSided({ up: place, key: j }, 'after', next[j], open(j), sink);
}
function elementsOf({ value, mark }) {
    return (0,json/* isArray */.cy)(value) ? value.map((item, i) => ({ value: item, mark: within(mark, i) })) : [];
}
function compareScalars(place, old, next, sink) {
    if ((0,json/* same */.FB)(old, next))
        return;
    const was = typeof old === 'string' ? (0,values/* embedded */.F9)(old) : undefined;
    const becomes = was !== undefined && typeof next === 'string' ? (0,values/* embedded */.F9)(next) : undefined;
    const documents = becomes !== undefined && (0,json/* isArray */.cy)(was) === (0,json/* isArray */.cy)(becomes);
    if (documents && !(0,json/* same */.FB)(was, becomes))
        compare(place, { value: was, mark: undefined }, { value: becomes, mark: undefined }, undefined, sink);
    else {
        const only = blankless(old) === blankless(next) ? 'whitespace' : documents ? 'notation' : undefined;
        sink.attribute(place, sink.known(old), sink.known(next), only);
    }
}
/** Text without its whitespace; anything else is equal to nothing. */
function blankless(value) {
    return typeof value === 'string' ? value.replace(/\s+/g, '') : Symbol();
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/tokens.js
// The bytes that JSON is made of (RFC 8259).
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const ORDINARY = 0;
const OPENS = 1;
const CLOSES = 2;
const QUOTES = 3;
const DIGIT = 4;
const SPACE = 5;
const classes = new Uint8Array(256);
classes[OPEN_OBJECT] = OPENS;
classes[OPEN_ARRAY] = OPENS;
classes[CLOSE_OBJECT] = CLOSES;
classes[CLOSE_ARRAY] = CLOSES;
classes[QUOTE] = QUOTES;
classes.fill(DIGIT, 0x30, 0x3a);
classes.fill(SPACE, 0, 0x21);
/**
 * Behind the quote that ends a string; where the bytes end before it, the complement of where to go on: one behind
 * their end where the last of them is a backslash.
 */
function endOfString(bytes, from, end) {
    let i = from;
    while (i < end) {
        const byte = bytes[i];
        if (byte === QUOTE)
            return i + 1;
        i += byte === BACKSLASH ? 2 : 1;
    }
    return ~i;
}
/** Behind a number, `true`, `false` or `null`. */
function endOfLiteral(bytes, from, end) {
    let i = from;
    while (i < end && bytes[i] > 0x20 && bytes[i] !== COMMA && classes[bytes[i]] !== CLOSES)
        i++;
    return i;
}
/** A value that nothing is known of. */
function unseen(origin, deep) {
    return { depth: 0, spaced: false, longNumbers: false, ends: new Map(), origin, deep, second: 0, third: 0 };
}
/**
 * Passes over brackets until all are closed, or the bytes end.
 * @param start is the offset of the first byte, in what `seen` counts in
 * @returns where it stopped; where that is within a string, the complement
 */
function passWithin(bytes, from, end, seen, start) {
    let i = from;
    while (i >= 0 && i < end) {
        const kind = classes[bytes[i]];
        i++;
        if (kind === ORDINARY)
            continue;
        if (kind === QUOTES)
            i = endOfString(bytes, i, end);
        else if (kind === OPENS)
            tokens_open(seen, start + i - 1);
        else if (kind === CLOSES) {
            tokens_close(seen, start + i);
            if (seen.depth === 0)
                return i;
        }
        else if (kind === SPACE)
            seen.spaced = true;
        else {
            const first = i;
            i = endOfNumber(bytes, i, end);
            if (i - first >= SHORTEST_LONG_NUMBER || i === end)
                seen.longNumbers = true;
        }
    }
    return i;
}
function tokens_open(seen, offset) {
    seen.depth++;
    if (seen.depth === 2)
        seen.second = offset;
    else if (seen.depth === 3)
        seen.third = offset;
}
function tokens_close(seen, offset) {
    if (seen.depth === 2)
        seen.ends.set(seen.second - seen.origin, offset - seen.origin);
    else if (seen.depth === 3 && seen.deep)
        seen.ends.set(seen.third - seen.origin, offset - seen.origin);
    seen.depth--;
}
/** Behind the object or array that begins there. */
function endOfContainer(bytes, from, end) {
    let depth = 0;
    let i = from;
    while (i >= 0 && i < end) {
        const kind = classes[bytes[i]];
        i++;
        if (kind === QUOTES)
            i = endOfString(bytes, i, end);
        else if (kind === OPENS)
            depth++;
        else if (kind === CLOSES)
            depth--;
        if (depth === 0)
            return i;
    }
    return -1;
}
// Every number of 15 digits fits into a double.
const SHORTEST_LONG_NUMBER = 14;
function endOfNumber(bytes, from, end) {
    let i = from;
    // Digits, and what else a number is made of: . + - e E
    while (i < end && (classes[bytes[i]] === DIGIT || NUMERIC.has(bytes[i])))
        i++;
    return i;
}
const NUMERIC = new Set([0x2e, 0x2b, 0x2d, 0x65, 0x45]);

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/slice.js


const EMPTY = { bytes: Buffer.from('{}'), from: 0, to: 2, longNumbers: false, ends: undefined };
/** Parses the value; undefined where there is none. */
function parseSlice(slice) {
    return slice && (0,json/* parseJson */.qF)(slice.bytes.toString('utf8', slice.from, slice.to), slice.longNumbers);
}
const LONGEST_REPEATED = 1024;
const MOST_REPEATED = 4096;
/** Reads values that come again and again, such as the name of a type, only once. What it gives must not be changed. */
function onlyOnce(read) {
    const known = new Map();
    return slice => {
        if (slice === undefined || slice.to - slice.from > LONGEST_REPEATED)
            return read(slice);
        const written = slice.bytes.toString('latin1', slice.from, slice.to);
        const before = known.get(written);
        if (before !== undefined)
            return before;
        if (known.size >= MOST_REPEATED)
            known.clear();
        const value = read(slice);
        known.set(written, value);
        return value;
    };
}
/**
 * Finds the members of an object without parsing them.
 * @param slice of JSON whose brackets and quotes are known to match
 * @param names the members to find, of letters, digits, `_` and `-`; default: all
 * @throws SyntaxError where it is not JSON
 */
function membersOf(slice, names) {
    const found = new Map();
    const cursor = cursorOf(slice);
    while (advance(cursor)) {
        const name = names ? names.find(one => isNamed(cursor, one)) : nameOf(cursor);
        if (name !== undefined)
            found.set(name, sliceAt(cursor));
    }
    return found;
}
/** Whether the cursor stands on that name; quicker than to ask for the name. */
function isNamed({ bytes, nameFrom, nameTo }, name) {
    if (nameTo - nameFrom !== name.length)
        return false;
    for (let i = name.length - 1; i >= 0; i--)
        if (bytes[nameFrom + i] !== name.charCodeAt(i))
            return false;
    return true;
}
/** A cursor before the first member; what is no object has none. */
function cursorOf(slice) {
    const isObject = slice !== undefined && slice.bytes[slice.from] === OPEN_OBJECT;
    const { bytes, from, to, longNumbers, ends } = isObject ? slice : EMPTY;
    const at = skipped(bytes, from + 1);
    return { bytes, end: to, longNumbers, ends, at, nameFrom: 0, nameTo: 0, from: 0, to: 0 };
}
/**
 * Goes on to the next member; false where there is none.
 * @throws SyntaxError where it is not JSON
 */
function advance(cursor) {
    const { bytes, end, at } = cursor;
    if (bytes[at] === CLOSE_OBJECT)
        return false;
    if (bytes[at] !== QUOTE)
        throw new SyntaxError('a name is missing');
    const behind = endOfString(bytes, at + 1, end);
    const colon = skipped(bytes, behind);
    if (bytes[colon] !== COLON)
        throw new SyntaxError('a colon is missing');
    cursor.nameFrom = at + 1;
    cursor.nameTo = behind - 1;
    cursor.from = skipped(bytes, colon + 1);
    cursor.to = cursor.ends?.get(cursor.from) ?? endOfValue(bytes, cursor.from, end);
    if (cursor.to <= cursor.from)
        throw new SyntaxError('a value is missing');
    cursor.at = skipped(bytes, cursor.to);
    if (bytes[cursor.at] === COMMA)
        cursor.at = skipped(bytes, cursor.at + 1);
    else if (bytes[cursor.at] !== CLOSE_OBJECT)
        throw new SyntaxError('a comma is missing');
    return true;
}
/** A name as its bytes stand in JSON that the tool writes. */
function nameFrom(name) {
    const bytes = Buffer.from(JSON.stringify(name));
    return { bytes, nameFrom: 1, nameTo: bytes.length - 1 };
}
/** The value that the cursor stands on. */
function sliceAt({ bytes, from, to, longNumbers, ends }) {
    return { bytes, from, to, longNumbers, ends };
}
/** Whether two values are written alike. */
function sameBytes(one, other) {
    return (one.to - one.from === other.to - other.from &&
        compareBytes(one.bytes, one.from, one.to, other.bytes, other.from, other.to) === 0);
}
/** Less than, equal to or greater than 0, in the order of the names' bytes. */
function compareNames(one, other) {
    return compareBytes(one.bytes, one.nameFrom, one.nameTo, other.bytes, other.nameFrom, other.nameTo);
}
// Calling a native function takes longer than to compare so few bytes.
const FEW = 48;
function compareBytes(one, oneFrom, oneTo, other, otherFrom, otherTo) {
    const length = Math.min(oneTo - oneFrom, otherTo - otherFrom);
    if (length > FEW)
        return one.compare(other, otherFrom, otherTo, oneFrom, oneTo);
    for (let i = 0; i < length; i++) {
        const difference = one[oneFrom + i] - other[otherFrom + i];
        if (difference !== 0)
            return difference;
    }
    return oneTo - oneFrom - (otherTo - otherFrom);
}
/** Whether the value is `null`. */
function isNull({ bytes, from }) {
    return bytes[from] === 0x6e;
}
/** Whether `true` may stand somewhere in the value. */
function mayHoldTrue(slice) {
    return slice?.bytes.subarray(slice.from, slice.to).includes('true') === true;
}
function skipped(bytes, from) {
    let at = from;
    while (bytes[at] <= 0x20)
        at++;
    return at;
}
/** The name that the cursor stands on. */
function nameOf({ bytes, nameFrom, nameTo }) {
    const name = bytes.toString('latin1', nameFrom, nameTo);
    return /^[\x20-\x5b\x5d-\x7e]*$/.test(name)
        ? name
        : JSON.parse(bytes.toString('utf8', nameFrom - 1, nameTo + 1));
}
function endOfValue(bytes, from, end) {
    const first = bytes[from];
    if (first === QUOTE)
        return endOfString(bytes, from + 1, end);
    if (first !== OPEN_OBJECT && first !== OPEN_ARRAY)
        return endOfLiteral(bytes, from, end);
    return endOfContainer(bytes, from, end);
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/members.js


/**
 * Finds the members that differ by their bytes, without parsing them; undefined where neither side is an object.
 * Null is the same as absent.
 * @param change has `before`, `after` and `after_unknown`
 */
function changedMembers(change, asked) {
    const sides = [change.get('before'), change.get('after'), change.get('after_unknown')];
    const turns = sides.map(begin);
    if (!turns.some(turn => turn.waits))
        return undefined;
    const always = asked.always.map(nameFrom);
    const members = [];
    let count = 0;
    const [old, next, open] = turns;
    while (old.waits || next.waits || open.waits) {
        const first = least(old, least(next, open)).cursor;
        const was = standsOn(old, first) ? old.cursor : undefined;
        const becomes = standsOn(next, first) ? next.cursor : undefined;
        const opens = standsOn(open, first) ? open.cursor : undefined;
        const changes = differ(was, becomes) || (opens !== undefined && mayHoldTrue(opens));
        if (changes)
            count++;
        if ((changes && asked.differing) || always.some(name => compareNames(name, first) === 0))
            members.push(memberOf(first, was, becomes, opens));
        goOn(old, was);
        goOn(next, becomes);
        goOn(open, opens);
    }
    return turns.every(turn => turn.sorted) ? { count, members } : unsorted(sides, asked);
}
function begin(slice) {
    const cursor = cursorOf(slice);
    return { cursor, waits: advance(cursor), sorted: true };
}
function least(one, other) {
    if (!one.waits || !other.waits)
        return one.waits ? one : other;
    return compareNames(one.cursor, other.cursor) <= 0 ? one : other;
}
function standsOn(turn, name) {
    return turn.waits && (turn.cursor === name || compareNames(turn.cursor, name) === 0);
}
function goOn(turn, looked) {
    if (looked === undefined)
        return;
    const { bytes, nameFrom, nameTo } = looked;
    turn.waits = advance(turn.cursor);
    if (turn.waits && compareNames(turn.cursor, { bytes, nameFrom, nameTo }) <= 0)
        turn.sorted = false;
}
function differ(one, other) {
    const old = one === undefined || isNull(one) ? undefined : one;
    const next = other === undefined || isNull(other) ? undefined : other;
    if (old === undefined || next === undefined)
        return old !== next;
    return !sameBytes(old, next);
}
function memberOf(name, before, after, unknown) {
    return {
        name: nameOf(name),
        before: before && sliceAt(before),
        after: after && sliceAt(after),
        unknown: unknown && sliceAt(unknown),
    };
}
/** The same where names stand in any order: they cannot be compared in passing. */
function unsorted(sides, { differing, always }) {
    const [old, next, open] = sides.map(side => membersOf(side));
    const names = [...new Set([...old.keys(), ...next.keys(), ...open.keys()])].sort();
    const all = names.map(name => ({
        name,
        before: old.get(name),
        after: next.get(name),
        unknown: open.get(name),
    }));
    const changed = new Set(all.filter(({ before, after, unknown }) => mayHoldTrue(unknown) || !(0,json/* same */.FB)(parseSlice(before) ?? undefined, parseSlice(after) ?? undefined)));
    const members = all.filter(one => always.includes(one.name) || (differing && changed.has(one)));
    return { count: changed.size, members };
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/room.js
var room = __webpack_require__(7907);
// EXTERNAL MODULE: ./build/js/toolkit/redact/spellings.js
var spellings = __webpack_require__(6166);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/secrets.js




/** Begins an empty collection; what can be no secret (`true`, a single character) never gets in. */
function collection() {
    const found = new Set();
    const seen = new Set();
    function add(value) {
        (0,values/* eachScalar */.cx)(value, (scalar, isText) => {
            if (seen.has(scalar))
                return;
            seen.add(scalar);
            if ((0,spellings/* isSecret */.$f)(scalar))
                found.add(scalar);
            const document = isText ? (0,values/* embedded */.F9)(scalar) : undefined;
            if (document !== undefined)
                add(document);
        });
    }
    function addMarked(value, mark) {
        if (hides(mark, value))
            add(value);
        else if ((0,json/* isArray */.cy)(value) && (0,json/* isArray */.cy)(mark))
            for (const [i, item] of value.entries())
                addMarked(item, mark[i]);
        else if ((0,json/* isObject */.Gv)(value) && (0,json/* isObject */.Gv)(mark))
            for (const [key, item] of Object.entries(value))
                addMarked(item, (0,json/* member */.Dc)(mark, key));
    }
    return { add, addMarked, values: () => [...found] };
}
/** Sensitive variables of the root module and of the modules it calls, as far as the plan tells their values. */
function addVariables(secrets, module, given) {
    for (const [name, variable] of (0,json/* entries */.jO)((0,json/* member */.Dc)(module, 'variables'))) {
        if ((0,json/* member */.Dc)(variable, 'sensitive') !== true)
            continue;
        secrets.add(given(name));
        secrets.add((0,json/* member */.Dc)(variable, 'default'));
    }
    for (const [, call] of (0,json/* entries */.jO)((0,json/* member */.Dc)(module, 'module_calls'))) {
        const expressions = (0,json/* member */.Dc)(call, 'expressions');
        addVariables(secrets, (0,json/* member */.Dc)(call, 'module'), name => argument((0,json/* member */.Dc)(expressions, name), given));
    }
}
/** What a module is given: a constant, or all variables that go into it; what else goes into it the plan marks. */
function argument(expression, given) {
    const references = (0,json/* texts */.Te)((0,json/* member */.Dc)(expression, 'references'));
    // Beside `var.a.b` stands `var.a`, which says nothing more.
    const telling = references.filter(reference => !references.some(other => other.startsWith(`${reference}.`)));
    return [
        (0,json/* member */.Dc)(expression, 'constant_value') ?? null,
        ...telling.map(reference => {
            const [, name, below = ''] = /^var\.([^.[]+)((?:\.[^.[]+)*)/.exec(reference) ?? [];
            if (name === undefined)
                return null;
            const whole = given(name);
            const part = below.split('.').slice(1).reduce(json/* member */.Dc, whole);
            return part ?? whole ?? null;
        }),
    ];
}
/** Sensitive outputs, as `planned_values` and `prior_state` have them. */
function addOutputs(secrets, outputs) {
    for (const [, output] of (0,json/* entries */.jO)(outputs))
        if (hides((0,json/* member */.Dc)(output, 'sensitive'), (0,json/* member */.Dc)(output, 'value')))
            secrets.add((0,json/* member */.Dc)(output, 'value'));
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/sink.js

function pathTo(place) {
    return place === undefined ? '' : (0,values/* childPath */.cm)(pathTo(place.up), place.key);
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/difference.js









/** Begins to read a plan of which nothing is known. */
function beginReading(redaction) {
    return {
        redaction,
        secrets: collection(),
        room: (0,room/* createRoom */.a)(),
        repeated: onlyOnce(parseSlice),
        marks: onlyOnce(marksOf),
    };
}
/**
 * What `before`, `after` and the marks beside them say; the secrets learn what hides. No more is parsed than what
 * differs or hides.
 */
function difference(change, reading, wanted) {
    const { keeps, counts = false, name } = wanted;
    const marks = [
        reading.marks(change.get('before_sensitive')),
        reading.marks(change.get('after_sensitive')),
    ];
    const apart = !reading.redaction.any && name === undefined && marks.every(({ keys }) => keys !== undefined);
    const always = apart ? marks.flatMap(({ keys }) => keys ?? []) : [];
    if (apart && !keeps && !counts && always.length === 0)
        return { attributes: undefined, attributeCount: 0 };
    const found = foundIn(reading, wanted);
    const parts = apart ? changedMembers(change, { differing: keeps, always }) : undefined;
    if (parts)
        compareParts(parts, marks, found.sink);
    else {
        const [before, after] = [parseSlice(change.get('before')), parseSlice(change.get('after'))];
        compare(name === undefined ? undefined : { up: undefined, key: name }, { value: before, mark: marks[0].mark }, { value: after, mark: marks[1].mark }, parseSlice(change.get('after_unknown')), found.sink);
    }
    if (keeps)
        return { attributes: found.attributes, attributeCount: found.tops.size };
    return { attributes: undefined, attributeCount: parts?.count ?? found.tops.size };
}
/** Adds what `sensitive_values` hides in the `values` of a resource, parsing no more than that. */
function addSensitiveValues({ marks, secrets }, resource) {
    const { mark, keys } = marks(resource.get('sensitive_values'));
    const values = resource.get('values');
    const members = keys && membersOf(values, keys);
    if (keys === undefined || members === undefined || members.size === 0)
        secrets.addMarked(parseSlice(values), mark);
    else
        for (const key of keys)
            secrets.addMarked(parseSlice(members.get(key)), within(mark, key));
}
function marksOf(slice) {
    const mark = parseSlice(slice);
    const keys = hidingKeys(mark);
    // Other names may be written in more than one way.
    const told = ((0,json/* isObject */.Gv)(mark) || !marksAnything(mark)) && keys.every(name => /^[\w-]+$/.test(name));
    return { mark, keys: told ? keys : undefined };
}
function compareParts({ members }, marks, sink) {
    for (const { name: key, before, after, unknown } of members)
        compare({ up: undefined, key }, { value: parseSlice(before), mark: within(marks[0].mark, key) }, { value: parseSlice(after), mark: within(marks[1].mark, key) }, parseSlice(unknown), sink);
}
function foundIn({ redaction, secrets }, { keeps, replacePaths = [] }) {
    const attributes = [];
    const tops = new Set();
    const sink = {
        attribute(place, from, to, only) {
            tops.add(topOf(place));
            if (keeps)
                attributes.push(attributeChange(place, from, to, replacePaths, only));
        },
        known: value => (keeps ? (0,values/* known */.eO)(value) : values/* ABSENT */.sj),
        secret: secrets.add,
        redacts: redaction.any,
        redacted: redaction.hides,
        redactsWithin: redaction.hidesWithin,
    };
    return { attributes, tops, sink };
}
function topOf(place) {
    return place?.up === undefined ? place?.key : topOf(place.up);
}
function attributeChange(place, before, after, replacePaths, only) {
    const path = pathTo(place);
    const forcesReplacement = replacePaths.some(forcing => covers(forcing, path) || covers(path, forcing));
    return { path, before, after, forcesReplacement, ...(only && { onlyDiffersIn: only }) };
}
function covers(outer, path) {
    return path === outer || (path.startsWith(outer) && /^[.[]/.test(path.slice(outer.length)));
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/change.js





const RESOURCE = [
    'address',
    'mode',
    'type',
    'provider_name',
    'change',
    'action_reason',
    'previous_address',
    'deposed',
];
const CHANGE = [
    'actions',
    'before',
    'after',
    'after_unknown',
    'before_sensitive',
    'after_sensitive',
    'replace_paths',
    'importing',
];
/** A resource's change as it stands in the plan, not masked by value yet. */
function resourceChange(raw, reading) {
    const members = membersOf(raw, RESOURCE);
    const change = membersOf(members.get('change'), CHANGE);
    const word = (name) => (0,json/* text */.Qq)(reading.repeated(members.get(name)));
    const actions = (0,json/* texts */.Te)(reading.repeated(change.get('actions')));
    const address = (0,json/* text */.Qq)(parseSlice(members.get('address'))) ?? '';
    const previous = (0,json/* text */.Qq)(parseSlice(members.get('previous_address')));
    const previousAddress = previous === address ? undefined : previous;
    const importing = importOf(parseSlice(change.get('importing')));
    const replacePaths = pathsOf(parseSlice(change.get('replace_paths')));
    const kind = kindOf(actions, previousAddress !== undefined, importing !== undefined);
    const keeps = kind !== 'no-op' && reading.room.has((0,room/* rankOf */.I)(kind));
    const counts = kind === 'update' || kind === 'other';
    return {
        address,
        deposed: word('deposed'),
        previousAddress,
        mode: word('mode') === 'data' ? 'data' : 'managed',
        type: word('type') ?? '',
        providerName: word('provider_name') ?? '',
        kind,
        actions,
        reason: word('action_reason'),
        importing,
        replacePaths,
        ...difference(change, reading, { keeps, counts, replacePaths }),
    };
}
function pathsOf(paths) {
    return (0,json/* isArray */.cy)(paths) ? paths.map(values/* pathOf */.XM) : [];
}
function importOf(importing) {
    if (importing === undefined || importing === null)
        return undefined;
    const identity = (0,json/* member */.Dc)(importing, 'identity');
    const parts = [];
    (0,values/* eachScalar */.cx)(identity, part => parts.push(part));
    const id = (0,json/* text */.Qq)((0,json/* member */.Dc)(importing, 'id')) ?? (parts.length > 0 ? JSON.stringify(identity) : undefined);
    return { id, unknown: (0,json/* member */.Dc)(importing, 'unknown') === true };
}
const SINGLE = new Set(['create', 'read', 'update', 'delete', 'forget']);
/** The kind of a list of actions; words that nobody knows yet give `other`. */
function kindOf(actions, moved, imported) {
    const [first, second, ...others] = actions;
    if (first === undefined || others.length > 0)
        return 'other';
    if (second === undefined) {
        if (first === 'no-op')
            return imported ? 'import' : moved ? 'move' : 'no-op';
        return SINGLE.has(first) ? first : 'other';
    }
    const both = `${first} ${second}`;
    return ['delete create', 'create delete', 'create forget', 'forget create'].includes(both)
        ? 'replace'
        : 'other';
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/checks.js

/** What of an element of `checks` did not pass: each instance, or all of it where there are none yet. */
function failedChecks(check) {
    const instances = (0,json/* member */.Dc)(check, 'instances');
    const kind = (0,json/* text */.Qq)((0,json/* member */.Dc)((0,json/* member */.Dc)(check, 'address'), 'kind')) ?? '';
    const whole = display(check) ?? '';
    const status = (0,json/* text */.Qq)((0,json/* member */.Dc)(check, 'status')) ?? 'unknown';
    const failed = ((0,json/* isArray */.cy)(instances) ? instances : [])
        .map(instance => ({
        address: display(instance) ?? whole,
        kind,
        status: (0,json/* text */.Qq)((0,json/* member */.Dc)(instance, 'status')) ?? status,
        messages: messagesOf(instance),
    }))
        .filter(instance => instance.status !== 'pass');
    return failed.length > 0 || status === 'pass' ? failed : [{ address: whole, kind, status, messages: [] }];
}
/** The same from an element of `condition_results`, as plans of Terraform 1.2 have them. */
function failedCondition(condition) {
    const unknown = (0,json/* member */.Dc)(condition, 'unknown') === true;
    if ((0,json/* member */.Dc)(condition, 'result') === true && !unknown)
        return [];
    const message = (0,json/* text */.Qq)((0,json/* member */.Dc)(condition, 'error_message'));
    return [
        {
            address: (0,json/* text */.Qq)((0,json/* member */.Dc)(condition, 'address')) ?? '',
            kind: (0,json/* text */.Qq)((0,json/* member */.Dc)(condition, 'condition_type')) ?? '',
            status: unknown ? 'unknown' : 'fail',
            messages: message === undefined ? [] : [message],
        },
    ];
}
function display(check) {
    return (0,json/* text */.Qq)((0,json/* member */.Dc)((0,json/* member */.Dc)(check, 'address'), 'to_display'));
}
function messagesOf(instance) {
    const problems = (0,json/* member */.Dc)(instance, 'problems');
    if (!(0,json/* isArray */.cy)(problems))
        return [];
    return problems.map(problem => (0,json/* text */.Qq)((0,json/* member */.Dc)(problem, 'message'))).filter(message => message !== undefined);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/compact.js

/** The bytes of a piece of JSON without the whitespace between its tokens, and where it ends. */
function withoutSpace(bytes, begins) {
    const found = [];
    let from = 0;
    let i = begins === 'escape' ? 1 : 0;
    let inString = begins !== 'between';
    while (i < bytes.length) {
        if (inString) {
            const behind = endOfString(bytes, i, bytes.length);
            if (behind < 0)
                return { bytes: joined(found, bytes, from), ends: ~behind > bytes.length ? 'escape' : 'string' };
            inString = false;
            i = behind;
            continue;
        }
        const byte = bytes[i];
        if (byte <= 0x20) {
            if (i > from)
                found.push(bytes.subarray(from, i));
            from = i + 1;
        }
        else
            inString = byte === 0x22;
        i++;
    }
    return {
        bytes: joined(found, bytes, from),
        ends: inString ? 'string' : i > bytes.length ? 'escape' : 'between',
    };
}
function joined(found, bytes, from) {
    if (found.length === 0 && from === 0)
        return bytes;
    return Buffer.concat([...found, bytes.subarray(from)]);
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/digest.js


/** Begins a digest of parts by name; parts of different names may come in turn, and do not mix. */
function digest() {
    const parts = new Map();
    const stateOf = (part) => {
        const state = parts.get(part) ?? { hash: (0,external_node_crypto_.createHash)('sha256'), place: 'between' };
        parts.set(part, state);
        return state;
    };
    return {
        add(part, value, spaced) {
            stateOf(part).hash.update(spaced ? withoutSpace(value, 'between').bytes : value);
        },
        piece(part, bytes) {
            const state = stateOf(part);
            const compact = withoutSpace(bytes, state.place);
            state.place = compact.ends;
            state.hash.update(compact.bytes);
        },
        hex() {
            const whole = (0,external_node_crypto_.createHash)('sha256');
            for (const part of [...parts.keys()].sort())
                whole.update(`${part} ${parts.get(part).hash.copy().digest('hex')}\n`);
            return whole.digest('hex');
        },
    };
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/invocations.js



/** An element of `action_invocations`, or of `deferred_action_invocations`. */
function invocation(raw, deferred, reading) {
    const members = membersOf(raw);
    const inner = deferred ? (members.get('action_invocation') ?? raw) : raw;
    const action = membersOf(inner);
    const change = new Map();
    for (const [name, config] of [
        ['after', 'config_values'],
        ['after_unknown', 'config_unknown'],
        ['after_sensitive', 'config_sensitive'],
    ]) {
        const value = action.get(config);
        if (value)
            change.set(name, value);
    }
    return {
        address: (0,json/* text */.Qq)(parseSlice(action.get('address'))) ?? '',
        type: (0,json/* text */.Qq)(parseSlice(action.get('type'))) ?? '',
        trigger: triggerOf(parseSlice(action.get('lifecycle_action_trigger'))),
        deferred,
        attributes: difference(change, reading, { keeps: true }).attributes ?? [],
    };
}
function triggerOf(lifecycle) {
    if (lifecycle === undefined)
        return 'asked for by -invoke';
    const resource = (0,json/* text */.Qq)((0,json/* member */.Dc)(lifecycle, 'triggering_resource_address')) ?? 'a resource';
    const event = (0,json/* text */.Qq)((0,json/* member */.Dc)(lifecycle, 'action_trigger_event'));
    return event === undefined ? resource : `${resource}, ${words(event)}`;
}
/** `AfterCreate` → `after create`. */
function words(event) {
    return event.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/relevance.js


/**
 * Drift with its verdict: what drifted is relevant where `relevant_attributes` names it, or a part or the whole of it.
 * @see https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
 */
function relevant(change, relevantAttributes) {
    if (!(0,json/* isArray */.cy)(relevantAttributes))
        return change;
    const named = relevantAttributes
        .filter(item => isOf((0,json/* text */.Qq)((0,json/* member */.Dc)(item, 'resource')) ?? '', change.address))
        .map(item => (0,values/* pathOf */.XM)((0,json/* member */.Dc)(item, 'attribute') ?? []));
    const drifted = change.attributes?.map(({ path }) => path);
    const touches = (path) => path === '' || drifted === undefined || drifted.some(one => one.startsWith(path) || path.startsWith(one));
    return { ...change, relevant: named.some(touches) || (named.length > 0 && change.kind === 'delete') };
}
/** The plan names instances, or the resource for all of them. */
function isOf(named, address) {
    return named === address || (address.startsWith(`${named}[`) && address.endsWith(']'));
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/route.js
const LISTS = new Set([
    'resource_changes',
    'resource_drift',
    'deferred_changes',
    'action_invocations',
    'deferred_action_invocations',
    'checks',
    'condition_results',
]);
const WHOLES = new Set([
    'format_version',
    'terraform_version',
    'applyable',
    'complete',
    'errored',
    'variables',
    'relevant_attributes',
]);
/**
 * What of a plan is read, one value at a time: the changes, the values that the plan marks as sensitive, and which
 * variables are. The rest of the document is passed over.
 */
function stepOf(path) {
    const [section] = path;
    if (section === undefined)
        return 'enter';
    if (typeof section === 'number')
        return 'skip';
    if (path.length === 1)
        return WHOLES.has(section) ? 'take' : stepInto(section);
    if (LISTS.has(section))
        return 'open';
    if (section === 'output_changes')
        return 'take';
    if (section === 'configuration')
        return inConfiguration(path);
    return inValues(path);
}
function stepInto(section) {
    const entered = ['output_changes', 'planned_values', 'prior_state', 'configuration'];
    return LISTS.has(section) || entered.includes(section) ? 'enter' : 'skip';
}
/** Takes each resource of each module, and the root's outputs. */
function inValues(path) {
    const key = path.at(-1);
    if (key === 'outputs')
        return path.at(-2) === 'values' || path.length === 2 ? 'take' : 'skip';
    return typeof key === 'number' && path.at(-2) === 'resources' ? 'take' : 'enter';
}
/** Takes the variables of each module, and what its caller gives it. */
function inConfiguration(path) {
    const key = path.at(-1);
    if (path.length === 2)
        return key === 'root_module' ? 'enter' : 'skip';
    // Below a module come its members; below `module_calls` names; below a name `module` and `expressions`.
    const level = (path.length - 2) % 3;
    if (level === 1)
        return key === 'variables' ? 'take' : key === 'module_calls' ? 'enter' : 'skip';
    if (level === 2)
        return 'enter';
    return key === 'expressions' ? 'take' : key === 'module' ? 'enter' : 'skip';
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/draft.js











/** Begins to read a plan; the visitor is for its JSON. */
function draftPlan(reading) {
    const facts = new Map();
    const changes = [];
    const drift = [];
    const outputs = [];
    const checks = [];
    const deferred = [];
    const invocations = [];
    const configuration = Object.create(null);
    const members = new Set();
    const hash = digest();
    function add(list, raw) {
        const change = resourceChange(raw, reading);
        if (change.kind === 'no-op')
            return false;
        const at = list.push(change) - 1;
        makeRoom(change.kind, change, () => {
            list[at] = { ...change, attributes: undefined };
        });
        return true;
    }
    function makeRoom(kind, { attributes }, drop) {
        reading.room.take((0,room/* rankOf */.I)(kind), attributes, drop);
    }
    function addOutput(name, raw, spaced) {
        const change = membersOf(raw);
        const kind = kindOf((0,json/* texts */.Te)(parseSlice(change.get('actions'))), false, false);
        const keeps = reading.room.has((0,room/* rankOf */.I)(kind));
        const output = { name, kind, ...difference(change, reading, { keeps, name }) };
        if (kind === 'no-op')
            return;
        hash.add('output_changes', Buffer.from(JSON.stringify(name)), false);
        hash.add('output_changes', raw.bytes, spaced);
        const at = outputs.push(output) - 1;
        makeRoom(kind, output, () => {
            outputs[at] = { ...output, attributes: undefined };
        });
    }
    function addDeferred(raw) {
        const members = membersOf(raw);
        const change = resourceChange(members.get('resource_change'), reading);
        const reason = (0,json/* text */.Qq)(parseSlice(members.get('reason'))) ?? 'unknown';
        const at = deferred.push({ reason, change }) - 1;
        makeRoom(change.kind, change, () => {
            deferred[at] = { reason, change: { ...change, attributes: undefined } };
        });
    }
    function addValues(path, raw) {
        if (path.at(-1) === 'outputs')
            addOutputs(reading.secrets, parseSlice(raw));
        else if (reading.redaction.any || mayHide(raw)) {
            const resource = membersOf(raw, ['values', 'sensitive_values']);
            addSensitiveValues(reading, resource);
            const values = resource.get('values');
            if (reading.redaction.any && values)
                difference(new Map([['before', values]]), reading, { keeps: false });
        }
    }
    const sections = {
        resource_changes(raw, _, spaced) {
            if (add(changes, raw))
                hash.add('resource_changes', raw.bytes, spaced);
        },
        resource_drift: raw => add(drift, raw),
        output_changes: (raw, path, spaced) => addOutput(String(path[1]), raw, spaced),
        deferred_changes(raw, _, spaced) {
            hash.add('deferred_changes', raw.bytes, spaced);
            addDeferred(raw);
        },
        action_invocations(raw, _, spaced) {
            hash.add('action_invocations', raw.bytes, spaced);
            invocations.push(invocation(raw, false, reading));
        },
        deferred_action_invocations(raw, _, spaced) {
            hash.add('deferred_action_invocations', raw.bytes, spaced);
            invocations.push(invocation(raw, true, reading));
        },
        checks: raw => checks.push(...failedChecks(parseSlice(raw))),
        condition_results: raw => checks.push(...failedCondition(parseSlice(raw))),
        planned_values: (raw, path) => addValues(path, raw),
        prior_state: (raw, path) => addValues(path, raw),
        configuration: (raw, path) => plant(configuration, path.slice(1), parseSlice(raw) ?? null),
    };
    function take(path, bytes, { spaced, longNumbers, ends }) {
        const section = String(path[0]);
        const raw = { bytes, from: 0, to: bytes.length, longNumbers, ends };
        const read = Object.hasOwn(sections, section) ? sections[section] : undefined;
        if (read)
            read(raw, path, spaced);
        else
            facts.set(section, parseSlice(raw) ?? null);
    }
    function finish() {
        const variables = facts.get('variables');
        const given = (name) => (0,json/* member */.Dc)((0,json/* member */.Dc)(variables, name), 'value');
        addVariables(reading.secrets, (0,json/* member */.Dc)(configuration, 'root_module'), given);
        if (reading.redaction.any)
            for (const [name, variable] of Object.entries(variables ?? {}))
                if (reading.redaction.hides({ up: undefined, key: name }))
                    reading.secrets.add((0,json/* member */.Dc)(variable, 'value'));
        return {
            terraformVersion: (0,json/* text */.Qq)(facts.get('terraform_version')),
            changes,
            outputs,
            drift: drift.map(change => relevant(change, facts.get('relevant_attributes'))),
            checks,
            deferred,
            invocations,
            complete: truth(facts.get('complete')),
            errored: facts.get('errored') === true,
            applyable: truth(facts.get('applyable')),
            sensitiveValues: reading.secrets.values(),
            digest: hash.hex(),
        };
    }
    return {
        visitor: {
            step(path) {
                if (path.length === 1 && path[0] !== undefined)
                    members.add(path[0]);
                return stepOf(path);
            },
            take,
            pieces: new Set(['variables', 'configuration']),
            piece: hash.piece,
        },
        members,
        formatVersion: () => (0,json/* text */.Qq)(facts.get('format_version')),
        finish,
    };
}
/** Whether a resource may mark any of its values as sensitive; told without looking at its values. */
function mayHide({ bytes, ends }) {
    for (const [from, to] of ends ?? [])
        if (draft_isNamed(bytes, from, MARKS))
            return bytes.subarray(from, to).includes('true');
    return bytes.includes(MARKS);
}
const MARKS = '"sensitive_values"';
/** Whether the value that begins there is a member of that name, in quotes. */
function draft_isNamed(bytes, from, name) {
    const before = bytes.toString('latin1', Math.max(0, from - name.length - 8), from);
    return before.trimEnd().replace(/\s*:$/, '').endsWith(name);
}
function truth(value) {
    return typeof value === 'boolean' ? value : undefined;
}
function plant(tree, path, value) {
    const [key, ...below] = path.map(String);
    if (key === undefined)
        return;
    if (below.length === 0) {
        tree[key] = value;
        return;
    }
    const branch = (tree[key] ?? Object.create(null));
    tree[key] = branch;
    plant(branch, below, value);
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/masking.js
var masking = __webpack_require__(9930);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/redaction.js


const NOTHING = { any: false, hides: () => false, hidesWithin: () => false };
/**
 * Reads globs over names and paths of attributes, such as `*password*` or `tags.Owner`; upper and lower case are the
 * same. Indexes of lists are left out of paths: `user.*.token` is `user[0].x.token` too.
 */
async function redaction(globs) {
    if (globs.length === 0)
        return NOTHING;
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 6).then(__webpack_require__.t.bind(__webpack_require__, 4006, 19));
    const matches = picomatch([...globs], { nocase: true, dot: true });
    const verdicts = new Map();
    const asked = (name) => {
        const verdict = verdicts.get(name) ?? matches(name);
        verdicts.set(name, verdict);
        return verdict;
    };
    const paths = globs.some(glob => glob.includes('.'));
    const hides = (place) => typeof place?.key === 'string' && (asked(place.key) || (paths && asked(withoutIndexes(place))));
    const hidesWithin = (value, place) => {
        if ((0,json/* isArray */.cy)(value))
            return value.some((item, key) => hidesWithin(item, { up: place, key }));
        if (!(0,json/* isObject */.Gv)(value))
            return false;
        return Object.entries(value).some(([key, item]) => {
            const below = { up: place, key };
            return hides(below) || hidesWithin(item, below);
        });
    };
    return { any: true, hides, hidesWithin };
}
function withoutIndexes(place) {
    if (place === undefined)
        return '';
    const above = withoutIndexes(place.up);
    return typeof place.key === 'number' ? above : (0,values/* childPath */.cm)(above, place.key);
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/scan.js


/** The document is not JSON; `truncated` where it ends before its end, `more` where another value follows it. */
class JsonError extends Error {
    kind;
    offset;
    constructor(kind, offset) {
        super(kind);
        this.kind = kind;
        this.offset = offset;
    }
}
const WINDOW = 1 << 18;
/**
 * Reads a JSON document of any size through a small window and hands over the values that the visitor takes.
 * What is passed over is not checked further than its brackets and quotes.
 * @param file is an open file descriptor, at its beginning; a UTF-8 byte order mark is passed over
 * @throws JsonError where the document is not JSON, or not whole
 */
function scanJson(file, visitor) {
    let window = Buffer.allocUnsafeSlow(WINDOW);
    let length = 0;
    let at = 0;
    /** Offset in the file of the window's first byte. */
    let start = 0;
    /** From here on the window must stay; -1 where nothing is being taken. */
    let kept = -1;
    /** The first byte that was not handed over as a piece yet; -1 where no pieces are wanted. */
    let unsent = -1;
    let sending = '';
    let seen = unseen(0, false);
    const path = [];
    function more() {
        if (unsent >= 0 && unsent < length)
            visitor.piece(sending, window.subarray(unsent, length));
        if (unsent >= 0)
            unsent = length;
        const from = Math.min(kept >= 0 ? kept : at, length);
        if (from > 0)
            window.copyWithin(0, from, length);
        else if (length === window.length) {
            const larger = Buffer.allocUnsafeSlow(2 * window.length);
            window.copy(larger, 0, 0, length);
            window = larger;
        }
        length -= from;
        at -= from;
        start += from;
        if (kept >= 0)
            kept -= from;
        if (unsent >= 0)
            unsent -= from;
        const read = (0,external_node_fs_.readSync)(file, window, length, window.length - length, null);
        length += read;
        return read > 0;
    }
    function fail(kind) {
        throw new JsonError(kind, start + at);
    }
    /** The next byte that is no whitespace, not yet passed; -1 at the end. */
    function peek() {
        for (;;) {
            while (at < length) {
                const byte = window[at];
                if (byte > 0x20)
                    return byte;
                at++;
            }
            if (!more())
                return -1;
        }
    }
    function expect(byte) {
        const found = peek();
        if (found === -1)
            fail('truncated');
        if (found !== byte)
            fail('syntax');
        at++;
    }
    /** Whether that byte comes next; then it is behind. */
    function passed(byte) {
        if (peek() !== byte)
            return false;
        at++;
        return true;
    }
    /** Passes to behind the quote that ends the string; `at` stands within it. */
    function passString() {
        for (;;) {
            const behind = endOfString(window, at, length);
            at = behind < 0 ? ~behind : behind;
            if (behind >= 0)
                return;
            if (!more())
                fail('truncated');
        }
    }
    /** Passes over an object or array; `at` stands on its first bracket. */
    function passContainer() {
        for (;;) {
            const stopped = passWithin(window, at, length, seen, start);
            at = stopped < 0 ? ~stopped : stopped;
            if (seen.depth === 0)
                return;
            if (stopped < 0)
                passString();
            else if (!more())
                fail('truncated');
        }
    }
    /** Passes over a number, `true`, `false` or `null`. */
    function passLiteral() {
        for (;;) {
            at = endOfLiteral(window, at, length);
            if (at < length || !more())
                return;
        }
    }
    function pass(first, deep) {
        seen = unseen(start + at, deep);
        if (first === OPEN_OBJECT || first === OPEN_ARRAY)
            passContainer();
        else if (first === QUOTE) {
            at++;
            passString();
        }
        else {
            // Not looked at: a number alone is parsed with care.
            seen.longNumbers = true;
            passLiteral();
        }
    }
    function taken(first, deep) {
        kept = at;
        pass(first, deep);
        const bytes = window.subarray(kept, at);
        kept = -1;
        if (bytes.length === 0)
            fail('syntax');
        return bytes;
    }
    function value() {
        const first = peek();
        if (first === -1)
            fail('truncated');
        const step = visitor.step(path);
        if (step === 'take' || step === 'open')
            visitor.take(path, taken(first, step === 'open'), seen);
        else if (step === 'enter' && first === OPEN_OBJECT)
            members();
        else if (step === 'enter' && first === OPEN_ARRAY)
            elements();
        else
            pass(first, false);
    }
    function members() {
        expect(OPEN_OBJECT);
        for (let first = true; !passed(CLOSE_OBJECT); first = false) {
            if (!first)
                expect(COMMA);
            if (peek() !== QUOTE)
                fail(peek() === -1 ? 'truncated' : 'syntax');
            const key = keyOf(taken(QUOTE, false));
            expect(COLON);
            path.push(key);
            if (path.length === 1 && visitor.pieces.has(key))
                inPieces(key);
            else
                value();
            path.pop();
        }
    }
    function elements() {
        expect(OPEN_ARRAY);
        for (let index = 0; !passed(CLOSE_ARRAY); index++) {
            if (index > 0)
                expect(COMMA);
            path.push(index);
            value();
            path.pop();
        }
    }
    function inPieces(key) {
        peek();
        sending = key;
        unsent = at;
        value();
        visitor.piece(key, window.subarray(unsent, at));
        unsent = -1;
    }
    function keyOf(bytes) {
        try {
            return JSON.parse(bytes.toString());
        }
        catch {
            return fail('syntax');
        }
    }
    more();
    if (window[0] === 0xef && window[1] === 0xbb && window[2] === 0xbf)
        at = 3;
    value();
    if (peek() !== -1)
        fail('more');
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/unreadable.js


const HOW = 'write it with `terraform show -json PLANFILE > FILE`';
/** What is wrong with a file that is not JSON, and what to do about it. */
function notJson(path, file, error) {
    const head = Buffer.alloc(256);
    const start = head.subarray(0, (0,external_node_fs_.readSync)(file, head, 0, head.length, 0));
    return new errors/* UserError */.yo(`plan '${path}' ${complaint(start, error)}`);
}
function complaint(start, { kind, offset }) {
    if (start.length === 0)
        return `is empty; ${HOW}, and see whether that command failed`;
    if (start[0] === 0x50 && start[1] === 0x4b)
        return 'is a saved plan, not its JSON; convert it with `terraform show -json PLANFILE > FILE`';
    if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff))
        return 'is UTF-16, as `>` of Windows PowerShell writes it; write UTF-8, with `| Out-File -Encoding utf8 FILE`';
    if (start.toString().trimStart().startsWith('[command]'))
        return ('holds what the wrapper of hashicorp/setup-terraform prints around the JSON; ' +
            'set `terraform_wrapper: false` there');
    if (kind === 'truncated')
        return `ends in the middle of its JSON, after ${offset} bytes; ${HOW} again, and see whether the disk is full`;
    if (kind === 'more' && /^[\ufeff\s]*[{[]/.test(start.toString()))
        return `holds more than one JSON document (another begins at byte ${offset}); write one file for each root module`;
    return `is not JSON${offset === undefined ? '' : ` (see byte ${offset})`}; ${HOW}`;
}
// Other documents of the same tools have a format_version too.
const OTHERS = [
    ['values', 'the JSON of a state'],
    ['valid', 'what `validate -json` prints'],
    ['provider_schemas', 'what `providers schema -json` prints'],
];
const OF_PLANS = new Set(['planned_values', 'resource_changes', 'output_changes', 'configuration']);
/**
 * @param members are the names of the document's members
 * @throws UserError unless the format is one that this version reads
 * @see https://developer.hashicorp.com/terraform/internals/json-format#format-version
 */
function demandFormat(path, format, members) {
    if (format === undefined)
        throw new errors/* UserError */.yo(`'${path}' is JSON but no plan: it has no format_version; ${HOW}`);
    const other = OTHERS.find(([name]) => members.has(name));
    if (other !== undefined && ![...members].some(name => OF_PLANS.has(String(name))))
        throw new errors/* UserError */.yo(`'${path}' is ${other[1]}, not a plan; ${HOW}`);
    if (!/^[01]\.\d+/.test(format))
        throw new errors/* UserError */.yo(`plan '${path}' has format_version '${format}', and this version reads 0.x and 1.x; ` +
            'update this action, or use a terraform whose plans are of version 1');
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/read.js









/**
 * Reads a plan (`terraform show -json`), masked by what it marks as sensitive, by the values of that, and by what the
 * user wants hidden. It never holds more of the file than one element of a list, however large the file is.
 * @param path of the JSON file
 * @param options.redact globs over names and paths of attributes, outputs and variables, such as `*password*`
 * @throws UserError where the file cannot be read, is not JSON or not whole, or is no plan of format 0.x or 1.x
 */
async function readPlan(path, { redact }) {
    const draft = draftPlan(beginReading(await redaction(redact)));
    const file = read_open(path);
    try {
        scanJson(file, draft.visitor);
    }
    catch (error) {
        if (error instanceof JsonError)
            throw notJson(path, file, error);
        if (error instanceof SyntaxError)
            throw notJson(path, file, new JsonError('syntax', undefined));
        throw error;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
    demandFormat(path, draft.formatVersion(), draft.members);
    const plan = draft.finish();
    return (0,masking/* maskPlan */.k)(plan, (0,mask/* createMask */.P)(plan.sensitiveValues));
}
function read_open(path) {
    try {
        const file = (0,external_node_fs_.openSync)(path, 'r');
        // Opening a directory succeeds, reading it does not.
        if ((0,external_node_fs_.fstatSync)(file).isDirectory())
            throw new Error('it is a directory');
        return file;
    }
    catch (error) {
        throw new errors/* UserError */.yo(`plan '${path}' cannot be read: ${error instanceof Error ? error.message : error}`);
    }
}


/***/ }),

/***/ 7907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ rankOf),
/* harmony export */   a: () => (/* binding */ createRoom)
/* harmony export */ });
// A job summary takes 1 MiB, and nobody is shown more.
const CHARACTERS = 1 << 20;
const PER_ATTRIBUTE = 100;
const RANKS = {
    delete: 0,
    replace: 0,
    forget: 1,
    other: 1,
    update: 2,
    create: 3,
    import: 3,
    move: 3,
    read: 4,
    'no-op': 5,
};
/** How late a change is dropped: what destroys last, what only reads first. */
function rankOf(kind) {
    return RANKS[kind];
}
/** Room for a bounded amount of text. Of one rank, those that come first stay. */
function createRoom(characters = CHARACTERS) {
    const taken = Array.from({ length: 1 + RANKS['no-op'] }, () => []);
    let left = characters;
    let closed = taken.length;
    return {
        has: rank => rank < closed,
        take(rank, attributes, drop) {
            if (attributes === undefined)
                return;
            const cost = attributes.reduce((sum, attribute) => sum + costOf(attribute), 0);
            taken[rank]?.push({ cost, drop });
            left -= cost;
            while (left < 0) {
                const worst = taken.findLastIndex(items => items.length > 0);
                const last = taken[worst]?.pop();
                if (last === undefined)
                    return;
                last.drop();
                left += last.cost;
                closed = Math.min(closed, worst);
            }
        },
    };
}
function costOf({ path, before, after }) {
    return PER_ATTRIBUTE + path.length + lengthOf(before) + lengthOf(after);
}
function lengthOf(value) {
    return value.kind === 'known' ? value.text.length * (value.lines ? 2 : 1) : 0;
}


/***/ }),

/***/ 6306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ embedded),
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   NP: () => (/* binding */ SENSITIVE),
/* harmony export */   PJ: () => (/* binding */ holdsTrue),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   cm: () => (/* binding */ childPath),
/* harmony export */   cx: () => (/* binding */ eachScalar),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   jn: () => (/* binding */ isScalar),
/* harmony export */   sj: () => (/* binding */ ABSENT),
/* harmony export */   u_: () => (/* binding */ isContainer)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7306);

const ABSENT = { kind: 'absent' };
const SENSITIVE = { kind: 'sensitive' };
const UNKNOWN = { kind: 'unknown' };
/** A value as the model has it: in JSON notation, and line by line where it has several. */
function known(value) {
    if (value === undefined || value === null)
        return ABSENT;
    const text = JSON.stringify(value);
    if (typeof value !== 'string')
        return { kind: 'known', text };
    const lines = linesOf(value);
    return lines.length > 1 ? { kind: 'known', text, lines } : { kind: 'known', text };
}
function linesOf(value) {
    const document = embedded(value);
    const shown = document === undefined ? value : JSON.stringify(document, undefined, 2);
    return shown.split(/\r?\n/);
}
// A longer one is a document of its own rather than an argument; taking it apart would only cost time.
const LONGEST_EMBEDDED = 1 << 20;
/** The JSON object or array that a string holds, such as a policy. */
function embedded(value) {
    const first = value.trimStart()[0];
    if ((first !== '{' && first !== '[') || value.length > LONGEST_EMBEDDED)
        return undefined;
    try {
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(value);
    }
    catch {
        return undefined;
    }
}
/** `tags.Name`, `map["a b"]`, `list[0]`. */
function childPath(path, key) {
    if (typeof key === 'number')
        return `${path}[${key}]`;
    if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key))
        return `${path}[${JSON.stringify(key)}]`;
    return path === '' ? key : `${path}.${key}`;
}
/** `[delete, create]`, as `replace_paths` and `relevant_attributes` have it, in the notation of attribute paths. */
function pathOf(steps) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isArray */ .cy)(steps))
        return '';
    return steps.reduce((path, step) => typeof step === 'string' || typeof step === 'number'
        ? childPath(path, step)
        : `${path}[${JSON.stringify(step)}]`, '');
}
function isContainer(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isArray */ .cy)(value) || (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value);
}
function isScalar(value) {
    return value !== undefined && !isContainer(value);
}
/** Calls with every scalar in the value but null; numbers as they are written. */
function eachScalar(value, visit) {
    if (typeof value === 'string')
        visit(value, true);
    else if (typeof value === 'number')
        visit(String(value), false);
    else if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isExactNumber */ .zr)(value))
        visit(value.rawJSON, false);
    else if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isArray */ .cy)(value))
        for (const item of value)
            eachScalar(item, visit);
    else if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        for (const item of Object.values(value))
            eachScalar(item, visit);
}
/** All keys, in the order of their code units; the tool writes those of one object in that order already. */
function keysOf(...objects) {
    const sets = objects
        .map(object => ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(object) ? Object.keys(object) : []))
        .filter(keys => keys.length > 0);
    return sets.length > 1 ? [...new Set(sets.flat())].sort() : (sets[0] ?? []);
}
/** Whether any part of an `after_unknown` is unknown. */
function holdsTrue(unknown) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isArray */ .cy)(unknown))
        return unknown.some(holdsTrue);
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(unknown))
        return Object.values(unknown).some(holdsTrue);
    return unknown === true;
}


/***/ })

};
