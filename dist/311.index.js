export const id = 311;
export const ids = [311];
export const modules = {

/***/ 7271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O4: () => (/* binding */ isForCheck),
  I: () => (/* binding */ kindOf),
  J2: () => (/* binding */ resourceChange)
});

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/difference.js + 5 modules
var difference = __webpack_require__(6252);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/json.js
var json = __webpack_require__(7306);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/slice.js
var slice = __webpack_require__(6184);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/implied-marks.js


const TELLING = /passw(or)?d$|passphrase$|secret(_?(key|string|text|value|data))?$|(^|_)token$|credentials?$|connection_string$|private_?key(_(pem|openssh|pem_pkcs8))?$|(api|access|auth|account|encryption|shared|ssh)_?key$|(^|_)(pwd|pass)$/i;
/**
 * A change with its marks. Terraform 0.14 and before mark nothing in a plan's JSON; what they hide on the screen because
 * the provider says so stands there in clear. Texts are taken for sensitive there whose names say that they are.
 */
function withMarks(change) {
    if (change.has('before_sensitive') || change.has('after_sensitive'))
        return change;
    const marked = new Map(change);
    for (const side of ['before', 'after']) {
        const mark = impliedMark((0,slice/* parseSlice */.o2)(change.get(side)), false);
        if (mark !== undefined)
            marked.set(`${side}_sensitive`, sliceOf(mark));
    }
    return marked;
}
function impliedMark(value, telling) {
    if (typeof value === 'string')
        return telling && value !== '' ? true : undefined;
    if ((0,json/* isArray */.cy)(value)) {
        const marks = value.map(item => impliedMark(item, telling) ?? false);
        return marks.some(mark => mark !== false) ? marks : undefined;
    }
    if (!(0,json/* isObject */.Gv)(value))
        return undefined;
    const marks = Object.entries(value).flatMap(([key, item]) => {
        const mark = impliedMark(item, telling || TELLING.test(key));
        return mark === undefined ? [] : [[key, mark]];
    });
    return marks.length === 0 ? undefined : Object.fromEntries(marks);
}
function sliceOf(value) {
    const bytes = Buffer.from(JSON.stringify(value));
    return { bytes, from: 0, to: bytes.length, longNumbers: false, ends: undefined };
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/room.js
var room = __webpack_require__(7907);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/values.js
var values = __webpack_require__(6306);
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
    const members = (0,slice/* membersOf */.lS)(raw, RESOURCE);
    const change = withMarks((0,slice/* membersOf */.lS)(members.get('change'), CHANGE));
    const word = (name) => (0,json/* text */.Qq)(reading.repeated(members.get(name)));
    const actions = (0,json/* texts */.Te)(reading.repeated(change.get('actions')));
    const address = (0,json/* text */.Qq)((0,slice/* parseSlice */.o2)(members.get('address'))) ?? '';
    const previous = (0,json/* text */.Qq)((0,slice/* parseSlice */.o2)(members.get('previous_address')));
    const previousAddress = previous === address ? undefined : previous;
    const importing = importOf((0,slice/* parseSlice */.o2)(change.get('importing')));
    const replacePaths = pathsOf((0,slice/* parseSlice */.o2)(change.get('replace_paths')));
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
        ...(0,difference/* difference */.iv)(change, reading, { keeps, counts, replacePaths }),
    };
}
/**
 * Whether it is a data source that is read for a check alone: each plan reads it, each apply does so again, and what it
 * says may be another thing each time.
 */
function isForCheck({ kind, reason }) {
    return kind === 'read' && reason === 'read_because_check_nested';
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


/***/ }),

/***/ 6252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u7: () => (/* binding */ addSensitiveValues),
  Wv: () => (/* binding */ beginReading),
  iv: () => (/* binding */ difference)
});

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

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/marks.js
var plan_marks = __webpack_require__(6988);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/one-sided.js



// Longer lists and maps are told member by member.
const LONGEST_WHOLE = 120;
/** Tells what only one side has: short values whole, long ones and those with marks in them leaf by leaf. */
function oneSided(place, which, side, unknown, sink) {
    const hidden = (0,plan_marks/* hides */.A2)(side.mark, side.value) || sink.redacted(place);
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
/** What only one side has as a single value; `parts` where it has to be told member by member. */
function leaf(place, { value, mark }, unknown, sink) {
    if (unknown === true)
        return values/* UNKNOWN */.HV;
    if (!(0,values/* isContainer */.u_)(value) && !(0,values/* isContainer */.u_)(unknown)) {
        // Within a list, null holds a place.
        if (value === null && typeof place?.key === 'number')
            return { kind: 'known', text: 'null' };
        return value === undefined || value === null ? values/* ABSENT */.sj : sink.known(value);
    }
    if (place === undefined || (0,plan_marks/* marksAnything */.df)(mark) || (0,values/* holdsTrue */.PJ)(unknown) || sink.redactsWithin(value, place))
        return 'parts';
    if (value === undefined || value === null)
        return values/* ABSENT */.sj;
    return JSON.stringify(value).length <= LONGEST_WHOLE ? sink.known(value) : 'parts';
}
function eachPart(place, which, { value, mark }, unknown, sink) {
    const isList = (0,json/* isArray */.cy)(value) || (0,json/* isArray */.cy)(unknown);
    for (const key of isList ? indexes(value, unknown) : (0,values/* keysOf */.YD)(value, unknown)) {
        const part = { value: partOf(value, key), mark: (0,plan_marks/* within */.ux)(mark, key) };
        oneSided({ up: place, key }, which, part, (0,plan_marks/* within */.ux)(unknown, key), sink);
    }
}
/** Tells the sink what hides in a value that stays as it is. */
function collect(place, { value, mark }, sink) {
    if ((0,plan_marks/* hides */.A2)(mark, value) || sink.redacted(place))
        sink.secret(value);
    else if (((0,json/* isArray */.cy)(value) || (0,json/* isObject */.Gv)(value)) && ((0,plan_marks/* marksAnything */.df)(mark) || sink.redacts))
        for (const key of (0,json/* isArray */.cy)(value) ? value.keys() : Object.keys(value))
            collect({ up: place, key }, { value: partOf(value, key), mark: (0,plan_marks/* within */.ux)(mark, key) }, sink);
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
    if ((0,plan_marks/* hides */.A2)(before.mark, old) || (0,plan_marks/* hides */.A2)(after.mark, next) || sink.redacted(place))
        compareHidden(place, before, after, unknown, sink);
    else if (unknown === true)
        becomesUnknown(place, before, sink);
    else if ((0,json/* isObject */.Gv)(old) && (0,json/* isObject */.Gv)(next))
        compareMembers(place, before, after, unknown, sink);
    else if ((0,json/* isArray */.cy)(old) && (0,json/* isArray */.cy)(next))
        compareElements(place, before, after, unknown, sink);
    else if (old !== undefined && next !== undefined && (0,values/* isScalar */.jn)(old) && (0,values/* isScalar */.jn)(next))
        compareScalars(place, old, next, sink);
    else if (old === undefined || next === undefined || !becomesOther(place, before, after, unknown, sink)) {
        if (old !== undefined)
            oneSided(place, 'before', before, undefined, sink);
        if (next !== undefined || (0,values/* isContainer */.u_)(unknown))
            oneSided(place, 'after', after, unknown, sink);
    }
}
/** Tells a value that becomes one of another kind, such as a text that becomes a list, where both sides are short. */
function becomesOther(place, before, after, unknown, sink) {
    const [old, next] = [leaf(place, before, undefined, sink), leaf(place, after, unknown, sink)];
    if (old === 'parts' || next === 'parts')
        return false;
    sink.attribute(place, old, next);
    return true;
}
function compareHidden(place, before, after, unknown, sink) {
    sink.secret(before.value);
    sink.secret(after.value);
    const old = before.value ?? undefined;
    const next = after.value ?? undefined;
    const markedAlike = (0,plan_marks/* hides */.A2)(before.mark, old) === (0,plan_marks/* hides */.A2)(after.mark, next);
    const open = (0,values/* holdsTrue */.PJ)(unknown);
    if ((0,json/* same */.FB)(old, next) && (markedAlike || old === undefined) && !open)
        return;
    const absent = open ? values/* UNKNOWN */.HV : values/* ABSENT */.sj;
    sink.attribute(place, old === undefined ? values/* ABSENT */.sj : values/* SENSITIVE */.NP, next === undefined ? absent : values/* SENSITIVE */.NP);
}
function becomesUnknown(place, before, sink) {
    const hidden = (0,plan_marks/* marksAnything */.df)(before.mark) || sink.redactsWithin(before.value, place);
    if (hidden)
        collect(place, before, sink);
    sink.attribute(place, hidden ? values/* SENSITIVE */.NP : sink.known(before.value), values/* UNKNOWN */.HV);
}
function compareMembers(place, before, after, unknown, sink) {
    for (const key of (0,values/* keysOf */.YD)(before.value, after.value, unknown)) {
        const was = (0,json/* member */.Dc)(before.value, key);
        const becomes = (0,json/* member */.Dc)(after.value, key);
        const marks = [(0,plan_marks/* within */.ux)(before.mark, key), (0,plan_marks/* within */.ux)(after.mark, key)];
        const open = (0,plan_marks/* within */.ux)(unknown, key);
        const alike = was === becomes && marks[0] === undefined && marks[1] === undefined;
        if (alike && open === undefined && !sink.redacts)
            continue;
        compare({ up: place, key }, { value: was, mark: marks[0] }, { value: becomes, mark: marks[1] }, open, sink);
    }
}
function compareElements(place, before, after, unknown, sink) {
    const old = elementsOf(before);
    const next = elementsOf(after);
    const open = (j) => (0,plan_marks/* within */.ux)(unknown, j);
    const aligned = align(old, next, next.map((_, j) => open(j)));
    for (const j of aligned.kept)
        collect({ up: place, key: j }, next[j], sink);
    if (aligned.reordered) {
        const hidden = (0,plan_marks/* marksAnything */.df)(before.mark) || (0,plan_marks/* marksAnything */.df)(after.mark) || sink.redactsWithin(after.value, place);
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
    return (0,json/* isArray */.cy)(value) ? value.map((item, i) => ({ value: item, mark: (0,plan_marks/* within */.ux)(mark, i) })) : [];
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
        const only = sameButForSpace(old, next) ? 'whitespace' : documents ? 'notation' : undefined;
        sink.attribute(place, sink.known(old), sink.known(next), only);
    }
}
function sameButForSpace(old, next) {
    if (typeof old !== 'string' || typeof next !== 'string')
        return false;
    if (!SPACE.test(old) && !SPACE.test(next))
        return false;
    return old.replace(/\s+/g, '') === next.replace(/\s+/g, '');
}
const SPACE = /\s/;

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/slice.js
var plan_slice = __webpack_require__(6184);
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
    const always = asked.always.map(plan_slice/* nameFrom */.Ov);
    const members = [];
    let count = 0;
    const [old, next, open] = turns;
    while (old.waits || next.waits || open.waits) {
        const first = least(old, least(next, open)).cursor;
        const was = standsOn(old, first) ? old.cursor : undefined;
        const becomes = standsOn(next, first) ? next.cursor : undefined;
        const opens = standsOn(open, first) ? open.cursor : undefined;
        const changes = differ(was, becomes) || (opens !== undefined && (0,plan_slice/* mayHoldTrue */.P0)(opens));
        if (changes)
            count++;
        if ((changes && asked.differing) || always.some(name => (0,plan_slice/* compareNames */.MP)(name, first) === 0))
            members.push(memberOf(first, was, becomes, opens));
        goOn(old, was);
        goOn(next, becomes);
        goOn(open, opens);
    }
    return turns.every(turn => turn.sorted) ? { count, members } : unsorted(sides, asked);
}
function begin(slice) {
    const cursor = (0,plan_slice/* cursorOf */.cg)(slice);
    return { cursor, waits: (0,plan_slice/* advance */.np)(cursor), sorted: true };
}
function least(one, other) {
    if (!one.waits || !other.waits)
        return one.waits ? one : other;
    return (0,plan_slice/* compareNames */.MP)(one.cursor, other.cursor) <= 0 ? one : other;
}
function standsOn(turn, name) {
    return turn.waits && (turn.cursor === name || (0,plan_slice/* compareNames */.MP)(turn.cursor, name) === 0);
}
function goOn(turn, looked) {
    if (looked === undefined)
        return;
    const { bytes, nameFrom, nameTo } = looked;
    turn.waits = (0,plan_slice/* advance */.np)(turn.cursor);
    if (turn.waits && (0,plan_slice/* compareNames */.MP)(turn.cursor, { bytes, nameFrom, nameTo }) <= 0)
        turn.sorted = false;
}
function differ(one, other) {
    const old = one === undefined || (0,plan_slice/* isNull */.kZ)(one) ? undefined : one;
    const next = other === undefined || (0,plan_slice/* isNull */.kZ)(other) ? undefined : other;
    if (old === undefined || next === undefined)
        return old !== next;
    return !(0,plan_slice/* sameBytes */.er)(old, next);
}
function memberOf(name, before, after, unknown) {
    return {
        name: (0,plan_slice/* nameOf */.Vb)(name),
        before: before && (0,plan_slice/* sliceAt */.Os)(before),
        after: after && (0,plan_slice/* sliceAt */.Os)(after),
        unknown: unknown && (0,plan_slice/* sliceAt */.Os)(unknown),
    };
}
/** The same where names stand in any order: they cannot be compared in passing. */
function unsorted(sides, { differing, always }) {
    const [old, next, open] = sides.map(side => (0,plan_slice/* membersOf */.lS)(side));
    const names = [...new Set([...old.keys(), ...next.keys(), ...open.keys()])].sort();
    const all = names.map(name => ({
        name,
        before: old.get(name),
        after: next.get(name),
        unknown: open.get(name),
    }));
    const changed = new Set(all.filter(({ before, after, unknown }) => (0,plan_slice/* mayHoldTrue */.P0)(unknown) || !(0,json/* same */.FB)((0,plan_slice/* parseSlice */.o2)(before) ?? undefined, (0,plan_slice/* parseSlice */.o2)(after) ?? undefined)));
    const members = all.filter(one => always.includes(one.name) || (differing && changed.has(one)));
    return { count: changed.size, members };
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/room.js
var room = __webpack_require__(7907);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/secrets.js
var secrets = __webpack_require__(2975);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/sink.js

function pathTo(place) {
    return place === undefined ? '' : (0,values/* childPath */.cm)(pathTo(place.up), place.key);
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/difference.js









/** Begins to read a plan of which nothing is known. */
function beginReading(redaction) {
    return {
        redaction,
        secrets: (0,secrets/* collection */.rJ)(),
        room: (0,room/* createRoom */.a)(),
        repeated: (0,plan_slice/* onlyOnce */.g)(plan_slice/* parseSlice */.o2),
        marks: (0,plan_slice/* onlyOnce */.g)(marksOf),
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
        const [before, after] = [(0,plan_slice/* parseSlice */.o2)(change.get('before')), (0,plan_slice/* parseSlice */.o2)(change.get('after'))];
        compare(name === undefined ? undefined : { up: undefined, key: name }, { value: before, mark: marks[0].mark }, { value: after, mark: marks[1].mark }, (0,plan_slice/* parseSlice */.o2)(change.get('after_unknown')), found.sink);
    }
    if (keeps)
        return { attributes: found.attributes, attributeCount: found.tops.size };
    return { attributes: undefined, attributeCount: parts?.count ?? found.tops.size };
}
/** Adds what `sensitive_values` hides in the `values` of a resource, parsing no more than that. */
function addSensitiveValues({ marks, secrets }, resource) {
    const { mark, keys } = marks(resource.get('sensitive_values'));
    const values = resource.get('values');
    const members = keys && (0,plan_slice/* membersOf */.lS)(values, keys);
    if (keys === undefined || members === undefined || members.size === 0)
        secrets.addMarked((0,plan_slice/* parseSlice */.o2)(values), mark);
    else
        for (const key of keys)
            secrets.addMarked((0,plan_slice/* parseSlice */.o2)(members.get(key)), (0,plan_marks/* within */.ux)(mark, key));
}
function marksOf(slice) {
    const mark = (0,plan_slice/* parseSlice */.o2)(slice);
    const keys = (0,plan_marks/* hidingKeys */.Wn)(mark);
    // Other names may be written in more than one way.
    const told = ((0,json/* isObject */.Gv)(mark) || !(0,plan_marks/* marksAnything */.df)(mark)) && keys.every(name => /^[\w-]+$/.test(name));
    return { mark, keys: told ? keys : undefined };
}
function compareParts({ members }, marks, sink) {
    for (const { name: key, before, after, unknown } of members)
        compare({ up: undefined, key }, { value: (0,plan_slice/* parseSlice */.o2)(before), mark: (0,plan_marks/* within */.ux)(marks[0].mark, key) }, { value: (0,plan_slice/* parseSlice */.o2)(after), mark: (0,plan_marks/* within */.ux)(marks[1].mark, key) }, (0,plan_slice/* parseSlice */.o2)(unknown), sink);
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
    const forcesReplacement = replacePaths.some(forcing => (0,values/* covers */.hU)(forcing, path) || (0,values/* covers */.hU)(path, forcing));
    return { path, before, after, forcesReplacement, ...(only && { onlyDiffersIn: only }) };
}


/***/ }),

/***/ 6988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ hides),
/* harmony export */   Wn: () => (/* binding */ hidingKeys),
/* harmony export */   df: () => (/* binding */ marksAnything),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7306);

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
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isArray */ .cy)(mark)) {
        if (value === undefined || value === null || !marksAnything(mark))
            return false;
        return !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isArray */ .cy)(value) || mark.length > value.length;
    }
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(mark))
        return value !== undefined && value !== null && !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) && marksAnything(mark);
    return true;
}
/** Whether anything within is marked. */
function marksAnything(mark) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isArray */ .cy)(mark))
        return mark.some(marksAnything);
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(mark))
        return Object.values(mark).some(marksAnything);
    return mark !== undefined && mark !== null && mark !== false;
}
/** The part of a mark, or of `after_unknown`, for one element or member. */
function within(mark, key) {
    if (typeof key === 'number')
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isArray */ .cy)(mark) ? mark[key] : undefined;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(mark) && Object.hasOwn(mark, key) ? mark[key] : undefined;
}
/** The names of members in which anything is marked. */
function hidingKeys(mark) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .entries */ .jO)(mark).flatMap(([key, part]) => (marksAnything(part) ? key : []));
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
/* harmony export */   Vj: () => (/* binding */ directoryIn),
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
    return directoryIn(path) === directory ? path : `${directory}=${path}`;
}
/** The directory that a plan's file tells by its name; undefined where it tells none. */
function directoryIn(path) {
    const named = NAMED.exec(path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/'))?.[1];
    return named === undefined ? undefined : decodedName(named);
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
    const named = directoryIn(path);
    if (named !== undefined)
        return named;
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

/***/ 9258:
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
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/difference.js + 5 modules
var difference = __webpack_require__(6252);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/change.js + 1 modules
var plan_change = __webpack_require__(7271);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/json.js
var json = __webpack_require__(7306);
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
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/tokens.js
var tokens = __webpack_require__(1234);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/compact.js

/** The bytes of a piece of JSON without the whitespace between its tokens, and where it ends. */
function withoutSpace(bytes, begins) {
    const found = [];
    let from = 0;
    let i = begins === 'escape' ? 1 : 0;
    let inString = begins !== 'between';
    while (i < bytes.length) {
        if (inString) {
            const behind = (0,tokens/* endOfString */.ap)(bytes, i, bytes.length);
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

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/slice.js
var slice = __webpack_require__(6184);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/invocations.js



/** An element of `action_invocations`, or of `deferred_action_invocations`. */
function invocation(raw, deferred, reading) {
    const members = (0,slice/* membersOf */.lS)(raw);
    const inner = deferred ? (members.get('action_invocation') ?? raw) : raw;
    const action = (0,slice/* membersOf */.lS)(inner);
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
        address: (0,json/* text */.Qq)((0,slice/* parseSlice */.o2)(action.get('address'))) ?? '',
        type: (0,json/* text */.Qq)((0,slice/* parseSlice */.o2)(action.get('type'))) ?? '',
        trigger: triggerOf((0,slice/* parseSlice */.o2)(action.get('lifecycle_action_trigger'))),
        deferred,
        attributes: (0,difference/* difference */.iv)(change, reading, { keeps: true }).attributes ?? [],
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

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/values.js
var values = __webpack_require__(6306);
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
    const touches = (path) => path === '' || drifted === undefined || drifted.some(one => (0,values/* covers */.hU)(path, one) || (0,values/* covers */.hU)(one, path));
    return { ...change, relevant: named.some(touches) || (named.length > 0 && change.kind === 'delete') };
}
/** The plan names instances, or the resource for all of them. */
function isOf(named, address) {
    return named === address || (address.startsWith(`${named}[`) && address.endsWith(']'));
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/room.js
var room = __webpack_require__(7907);
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

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/secrets.js
var secrets = __webpack_require__(2975);
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
    const driftHash = digest();
    /** Objects that the plan names, also where they stay as they are. */
    let objects = 0;
    function add(list, change) {
        const at = list.push(change) - 1;
        makeRoom(change.kind, change, () => {
            list[at] = { ...change, attributes: undefined };
        });
    }
    function addChange(raw, spaced) {
        const change = (0,plan_change/* resourceChange */.J2)(raw, reading);
        if (change.mode === 'managed')
            objects++;
        if (change.kind === 'no-op')
            return;
        add(changes, change);
        if (!(0,plan_change/* isForCheck */.O4)(change))
            hash.add('resource_changes', raw.bytes, spaced);
    }
    function addDrift(raw, spaced) {
        const change = (0,plan_change/* resourceChange */.J2)(raw, reading);
        // That an object has another address did not happen outside.
        if (change.kind === 'no-op' || change.kind === 'move')
            return;
        add(drift, change);
        driftHash.add('resource_drift', raw.bytes, spaced);
    }
    function makeRoom(kind, { attributes }, drop) {
        reading.room.take((0,room/* rankOf */.I)(kind), attributes, drop);
    }
    function addOutput(name, raw, spaced) {
        const change = (0,slice/* membersOf */.lS)(raw);
        const kind = (0,plan_change/* kindOf */.I)((0,json/* texts */.Te)((0,slice/* parseSlice */.o2)(change.get('actions'))), false, false);
        const keeps = reading.room.has((0,room/* rankOf */.I)(kind));
        const output = { name, kind, ...(0,difference/* difference */.iv)(change, reading, { keeps, name }) };
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
        const members = (0,slice/* membersOf */.lS)(raw);
        const change = (0,plan_change/* resourceChange */.J2)(members.get('resource_change'), reading);
        const reason = (0,json/* text */.Qq)((0,slice/* parseSlice */.o2)(members.get('reason'))) ?? 'unknown';
        const at = deferred.push({ reason, change }) - 1;
        makeRoom(change.kind, change, () => {
            deferred[at] = { reason, change: { ...change, attributes: undefined } };
        });
    }
    function addValues(path, raw) {
        if (path.at(-1) === 'outputs')
            (0,secrets/* addOutputs */._X)(reading.secrets, (0,slice/* parseSlice */.o2)(raw));
        else if (reading.redaction.any || mayHide(raw)) {
            const resource = (0,slice/* membersOf */.lS)(raw, ['values', 'sensitive_values']);
            (0,difference/* addSensitiveValues */.u7)(reading, resource);
            const values = resource.get('values');
            if (reading.redaction.any && values)
                (0,difference/* difference */.iv)(new Map([['before', values]]), reading, { keeps: false });
        }
    }
    const sections = {
        resource_changes: (raw, _, spaced) => addChange(raw, spaced),
        resource_drift: (raw, _, spaced) => addDrift(raw, spaced),
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
        checks: raw => checks.push(...failedChecks((0,slice/* parseSlice */.o2)(raw))),
        condition_results: raw => checks.push(...failedCondition((0,slice/* parseSlice */.o2)(raw))),
        planned_values: (raw, path) => addValues(path, raw),
        prior_state: (raw, path) => addValues(path, raw),
        configuration: (raw, path) => plant(configuration, path.slice(1), (0,slice/* parseSlice */.o2)(raw) ?? null),
    };
    function take(path, bytes, { spaced, longNumbers, ends }) {
        const section = String(path[0]);
        const raw = { bytes, from: 0, to: bytes.length, longNumbers, ends };
        const read = Object.hasOwn(sections, section) ? sections[section] : undefined;
        if (read)
            read(raw, path, spaced);
        else
            facts.set(section, (0,slice/* parseSlice */.o2)(raw) ?? null);
    }
    function finish() {
        const variables = facts.get('variables');
        const given = (name) => (0,json/* member */.Dc)((0,json/* member */.Dc)(variables, name), 'value');
        (0,secrets/* addVariables */.zv)(reading.secrets, (0,json/* member */.Dc)(configuration, 'root_module'), given);
        if (reading.redaction.any)
            for (const [name, variable] of Object.entries(variables ?? {}))
                if (reading.redaction.hides({ up: undefined, key: name }))
                    reading.secrets.add((0,json/* member */.Dc)(variable, 'value'));
        const applyable = truth(facts.get('applyable'));
        // Any other plan names each object of the state.
        const errored = facts.get('errored') === true;
        const refreshOnly = drift.length > 0 && objects + deferred.length === 0 && !errored && applyable !== false;
        if (refreshOnly)
            hash.add('resource_drift', Buffer.from(driftHash.hex()), false);
        return {
            terraformVersion: (0,json/* text */.Qq)(facts.get('terraform_version')),
            changes,
            outputs,
            drift: refreshOnly ? drift : drift.map(change => relevant(change, facts.get('relevant_attributes'))),
            checks,
            deferred,
            invocations,
            complete: truth(facts.get('complete')),
            errored,
            applyable,
            refreshOnly,
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
    for (let i = (ends?.count ?? 0) - 1; ends && i >= 0; i--)
        if (isNamed(bytes, ends.from[i], MARKS))
            return bytes.subarray(ends.from[i], ends.to[i]).includes('true');
    return bytes.includes(MARKS);
}
const MARKS = '"sensitive_values"';
/** Whether the value that begins there is a member of that name, in quotes. */
function isNamed(bytes, from, name) {
    let at = from - 1;
    while (bytes[at] <= 0x20 || bytes[at] === tokens/* COLON */.oH)
        at--;
    for (let i = name.length - 1; i >= 0; i--, at--)
        if (bytes[at] !== name.charCodeAt(i))
            return false;
    return true;
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


/** The document is not what it should be. */
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
/** The first byte of `null`. */
const NULL = 0x6e;
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
    const seen = (0,tokens/* unseen */.nv)();
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
            const behind = (0,tokens/* endOfString */.ap)(window, at, length);
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
            const stopped = (0,tokens/* passWithin */.vu)(window, at, length, seen, start);
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
            at = (0,tokens/* endOfLiteral */.gC)(window, at, length);
            if (at < length || !more())
                return;
        }
    }
    function pass(first, deep) {
        (0,tokens/* beginAnew */.rN)(seen, start + at, deep);
        if (first === tokens/* OPEN_OBJECT */.bV || first === tokens/* OPEN_ARRAY */.rK)
            passContainer();
        else if (first === tokens/* QUOTE */.jA) {
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
        else if (step === 'enter' && first === tokens/* OPEN_OBJECT */.bV)
            members();
        else if (step === 'enter' && first === tokens/* OPEN_ARRAY */.rK)
            elements();
        // A section that is a scalar would be missed without a word.
        else if (step === 'enter' && path.length === 1 && first !== NULL)
            fail('shape');
        else
            pass(first, false);
    }
    function members() {
        expect(tokens/* OPEN_OBJECT */.bV);
        for (let first = true; !passed(tokens/* CLOSE_OBJECT */.tX); first = false) {
            if (!first)
                expect(tokens/* COMMA */.KE);
            if (peek() !== tokens/* QUOTE */.jA)
                fail(peek() === -1 ? 'truncated' : 'syntax');
            const key = keyOf(taken(tokens/* QUOTE */.jA, false));
            expect(tokens/* COLON */.oH);
            path.push(key);
            if (path.length === 1 && visitor.pieces.has(key))
                inPieces(key);
            else
                value();
            path.pop();
        }
    }
    function elements() {
        expect(tokens/* OPEN_ARRAY */.rK);
        for (let index = 0; !passed(tokens/* CLOSE_ARRAY */.$z); index++) {
            if (index > 0)
                expect(tokens/* COMMA */.KE);
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
    if (kind === 'shape')
        return `has a single value where a list or an object belongs (byte ${offset}); ${HOW}`;
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
    const draft = draftPlan((0,difference/* beginReading */.Wv)(await redaction(redact)));
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

/***/ 2975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _X: () => (/* binding */ addOutputs),
/* harmony export */   rJ: () => (/* binding */ collection),
/* harmony export */   zv: () => (/* binding */ addVariables)
/* harmony export */ });
/* harmony import */ var _redact_spellings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6166);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7306);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6988);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6306);




/** Begins an empty collection; what can be no secret (`true`, a single character) never gets in. */
function collection() {
    const found = new Set();
    const seen = new Set();
    function add(value) {
        (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .eachScalar */ .cx)(value, (scalar, isText) => {
            if (seen.has(scalar))
                return;
            seen.add(scalar);
            if ((0,_redact_spellings_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecret */ .$f)(scalar))
                found.add(scalar);
            const document = isText ? (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .embedded */ .F9)(scalar) : undefined;
            if (document !== undefined)
                add(document);
        });
    }
    function addMarked(value, mark) {
        if ((0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .hides */ .A2)(mark, value))
            add(value);
        else if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isArray */ .cy)(value) && (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isArray */ .cy)(mark))
            for (const [i, item] of value.entries())
                addMarked(item, mark[i]);
        else if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) && (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(mark))
            for (const [key, item] of Object.entries(value))
                addMarked(item, (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(mark, key));
    }
    return { add, addMarked, values: () => [...found] };
}
/** Sensitive variables of the root module and of the modules it calls, as far as the plan tells their values. */
function addVariables(secrets, module, given) {
    for (const [name, variable] of (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .entries */ .jO)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(module, 'variables'))) {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(variable, 'sensitive') !== true)
            continue;
        secrets.add(given(name));
        secrets.add((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(variable, 'default'));
    }
    for (const [, call] of (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .entries */ .jO)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(module, 'module_calls'))) {
        const expressions = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(call, 'expressions');
        addVariables(secrets, (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(call, 'module'), name => argument((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(expressions, name), given));
    }
}
/** What a module is given: a constant, or all variables that go into it; what else goes into it the plan marks. */
function argument(expression, given) {
    const references = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .texts */ .Te)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(expression, 'references'));
    // Beside `var.a.b` stands `var.a`, which says nothing more.
    const telling = references.filter(reference => !references.some(other => other.startsWith(`${reference}.`)));
    return [
        (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(expression, 'constant_value') ?? null,
        ...telling.map(reference => {
            const [, name, below = ''] = /^var\.([^.[]+)((?:\.[^.[]+)*)/.exec(reference) ?? [];
            if (name === undefined)
                return null;
            const whole = given(name);
            const part = below.split('.').slice(1).reduce(_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc, whole);
            return part ?? whole ?? null;
        }),
    ];
}
/** Sensitive outputs, as `planned_values` and `prior_state` have them. */
function addOutputs(secrets, outputs) {
    for (const [, output] of (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .entries */ .jO)(outputs))
        if ((0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .hides */ .A2)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(output, 'sensitive'), (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(output, 'value')))
            secrets.add((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(output, 'value'));
}


/***/ }),

/***/ 6184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ compareNames),
/* harmony export */   Os: () => (/* binding */ sliceAt),
/* harmony export */   Ov: () => (/* binding */ nameFrom),
/* harmony export */   P0: () => (/* binding */ mayHoldTrue),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   cg: () => (/* binding */ cursorOf),
/* harmony export */   er: () => (/* binding */ sameBytes),
/* harmony export */   g: () => (/* binding */ onlyOnce),
/* harmony export */   kZ: () => (/* binding */ isNull),
/* harmony export */   lS: () => (/* binding */ membersOf),
/* harmony export */   np: () => (/* binding */ advance),
/* harmony export */   o2: () => (/* binding */ parseSlice)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7306);
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1234);


const EMPTY = { bytes: Buffer.from('{}'), from: 0, to: 2, longNumbers: false, ends: undefined };
/** Parses the value; undefined where there is none. */
function parseSlice(slice) {
    return slice && (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(slice.bytes.toString('utf8', slice.from, slice.to), slice.longNumbers);
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
        const name = names ? whichOf(names, cursor) : nameOf(cursor);
        if (name !== undefined)
            found.set(name, sliceAt(cursor));
    }
    return found;
}
function whichOf(names, cursor) {
    for (const name of names)
        if (isNamed(cursor, name))
            return name;
    return undefined;
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
    const isObject = slice !== undefined && slice.bytes[slice.from] === _tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .OPEN_OBJECT */ .bV;
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
    if (bytes[at] === _tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOSE_OBJECT */ .tX)
        return false;
    if (bytes[at] !== _tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .QUOTE */ .jA)
        throw new SyntaxError('a name is missing');
    const behind = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfString */ .ap)(bytes, at + 1, end);
    const colon = skipped(bytes, behind);
    if (bytes[colon] !== _tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .COLON */ .oH)
        throw new SyntaxError('a colon is missing');
    cursor.nameFrom = at + 1;
    cursor.nameTo = behind - 1;
    cursor.from = skipped(bytes, colon + 1);
    cursor.to = endOfValue(cursor);
    if (cursor.to <= cursor.from)
        throw new SyntaxError('a value is missing');
    cursor.at = skipped(bytes, cursor.to);
    if (bytes[cursor.at] === _tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMA */ .KE)
        cursor.at = skipped(bytes, cursor.at + 1);
    else if (bytes[cursor.at] !== _tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOSE_OBJECT */ .tX)
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
function endOfValue({ bytes, from, end, ends }) {
    const first = bytes[from];
    if (first === _tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .QUOTE */ .jA)
        return (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfString */ .ap)(bytes, from + 1, end);
    if (first !== _tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .OPEN_OBJECT */ .bV && first !== _tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .OPEN_ARRAY */ .rK)
        return (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfLiteral */ .gC)(bytes, from, end);
    return (ends && (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .endOf */ .pJ)(ends, from)) ?? (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfContainer */ .Cb)(bytes, from, end);
}


/***/ }),

/***/ 1234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ CLOSE_ARRAY),
/* harmony export */   Cb: () => (/* binding */ endOfContainer),
/* harmony export */   KE: () => (/* binding */ COMMA),
/* harmony export */   ap: () => (/* binding */ endOfString),
/* harmony export */   bV: () => (/* binding */ OPEN_OBJECT),
/* harmony export */   gC: () => (/* binding */ endOfLiteral),
/* harmony export */   jA: () => (/* binding */ QUOTE),
/* harmony export */   nv: () => (/* binding */ unseen),
/* harmony export */   oH: () => (/* binding */ COLON),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   rK: () => (/* binding */ OPEN_ARRAY),
/* harmony export */   rN: () => (/* binding */ beginAnew),
/* harmony export */   tX: () => (/* binding */ CLOSE_OBJECT),
/* harmony export */   vu: () => (/* binding */ passWithin)
/* harmony export */ });
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
/** The end of what begins there; undefined where it was not noted. */
function endOf({ from, to, count }, begin) {
    let low = 0;
    let high = count;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (from[middle] < begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && from[low] === begin ? to[low] : undefined;
}
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
/** For the values of a document, one after the other. */
function unseen() {
    const ends = { from: [], to: [], count: 0, second: 0, third: 0 };
    return { depth: 0, spaced: false, longNumbers: false, ends, deep: false, origin: 0 };
}
/** Forgets the value before. */
function beginAnew(seen, origin, deep) {
    seen.depth = 0;
    seen.spaced = false;
    seen.longNumbers = false;
    seen.ends.count = 0;
    seen.deep = deep;
    seen.origin = origin;
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
            open(seen, start + i - 1);
        else if (kind === CLOSES) {
            close(seen, start + i);
            seen.depth--;
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
function open(seen, offset) {
    const { ends } = seen;
    seen.depth++;
    if (seen.depth === 2)
        ends.second = ends.count;
    else if (seen.depth === 3 && seen.deep)
        ends.third = ends.count;
    else
        return;
    ends.from[ends.count++] = offset - seen.origin;
}
function close({ depth, deep, ends, origin }, offset) {
    if (depth === 2)
        ends.to[ends.second] = offset - origin;
    else if (depth === 3 && deep)
        ends.to[ends.third] = offset - origin;
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
/* harmony export */   hU: () => (/* binding */ covers),
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
/** Whether a path is another one, or leads to a part of it. */
function covers(outer, path) {
    return path === outer || (path.startsWith(outer) && /^[.[]/.test(path.slice(outer.length)));
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
    let keys = [];
    for (const object of objects) {
        const own = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(object) ? Object.keys(object) : [];
        if (keys.length === 0)
            keys = own;
        else if (own.some((key, at) => key !== keys[at]))
            keys = [...new Set([...keys, ...own])].sort();
    }
    return keys;
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
