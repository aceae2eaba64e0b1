export const id = 262;
export const ids = [262];
export const modules = {

/***/ 7918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ readSections)
});

// EXTERNAL MODULE: ./build/js/toolkit/github/refusals.js
var refusals = __webpack_require__(8202);
// EXTERNAL MODULE: ./build/js/toolkit/github/viewer.js
var viewer = __webpack_require__(2145);
;// CONCATENATED MODULE: ./build/js/toolkit/comment/edits.js
const HISTORY = `query ($id: ID!, $after: String) {
  node(id: $id) {
    ... on IssueComment {
      viewerDidAuthor
      lastEditedAt
      author { __typename login }
      editor { __typename login }
      userContentEdits(first: 100, after: $after) {
        nodes { editor { __typename login } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;
// A comment that was edited more often than this many hundreds of times is not looked through.
const MOST_PAGES = 20;
/**
 * Whether anyone but its author ever changed one of these comments, by node id, or whether it is not the viewer's.
 * Undefined where that cannot be known.
 */
async function editedByOthers(github, ids) {
    const answers = [];
    for (const id of ids)
        answers.push(await changed(github, id));
    if (answers.includes(true))
        return true;
    return answers.includes(undefined) ? undefined : false;
}
async function changed(github, id) {
    let after = null;
    for (let page = 0; page < MOST_PAGES; page++) {
        const history = await ask(github, id, after);
        const verdict = history && judge(history);
        if (verdict !== false || history === undefined)
            return verdict;
        const pages = history.userContentEdits?.pageInfo;
        if (!pages?.hasNextPage)
            return false;
        after = pages.endCursor;
    }
    return undefined;
}
/** What one page of the history tells. */
function judge(history) {
    const { viewerDidAuthor, lastEditedAt, author, editor, userContentEdits } = history;
    if (!viewerDidAuthor || !author)
        return true;
    // The account of an editor may be gone since; then it was not the author.
    const isOther = (actor) => actor?.login !== author.login || actor.__typename !== author.__typename;
    if (lastEditedAt !== null && isOther(editor))
        return true;
    if (!userContentEdits?.nodes)
        return lastEditedAt === null ? false : undefined;
    return userContentEdits.nodes.some(edit => isOther(edit?.editor));
}
async function ask(github, id, after) {
    try {
        const { node } = await github.graphql(HISTORY, { id, after });
        return node ?? undefined;
    }
    catch {
        // Whatever the reason, it is not known who edited; the callers refuse then.
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/js/toolkit/comment/next-step.js + 2 modules
var next_step = __webpack_require__(8623);
// EXTERNAL MODULE: ./build/js/toolkit/comment/parse.js
var parse = __webpack_require__(5438);
// EXTERNAL MODULE: ./build/js/toolkit/comment/read-comments.js
var read_comments = __webpack_require__(4668);
;// CONCATENATED MODULE: ./build/js/toolkit/comment/read-sections.js






/**
 * Reads the comment of a key, if this account wrote one.
 * @throws UserError where GitHub refuses.
 */
function readSections(github, target) {
    const { repository } = target;
    return (0,refusals/* explained */.t)({ to: 'read the comment', repository, permission: 'pull-requests: read' }, async () => {
        const { comments } = await (0,read_comments/* commentReader */.X)(github, target, () => (0,viewer/* viewerOf */.G)(github)).read();
        const [first] = comments;
        if (!first)
            return undefined;
        const parsed = comments.map(({ body }) => (0,parse/* parse */.q)(target.key, body));
        const sections = [...(0,next_step/* newestOf */.s)(parsed.flatMap(comment => comment.sections)).values()];
        return {
            url: first.url,
            author: first.author,
            editedByOthers: await editedByOthers(github, comments.map(({ nodeId }) => nodeId)),
            damaged: parsed.reduce((total, { damaged }) => total + damaged, 0),
            sections: sections.map(({ action, directory, data, dataSizes, origin, blocks }) => ({
                action,
                directory,
                data,
                head: origin.head,
                run: origin.run,
                attempt: origin.attempt,
                markdown: blocks.map(({ markdown }) => markdown).join('\n\n'),
                missing: Object.keys(dataSizes).filter(name => !(name in data)),
            })),
        };
    });
}


/***/ }),

/***/ 2942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ programOnPath),
/* harmony export */   V: () => (/* binding */ isProgram)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The first program of that name in the folders of PATH; undefined where none has it. */
function programOnPath(name, { PATH = '' }) {
    return PATH.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(isProgram);
}
/** Whether there is a file that may be run. */
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 6926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * Costs: 32 MiB and about a quarter of a second. One of the choices of equal strength that OWASP's Password Storage
 * Cheat Sheet gives for scrypt (N=2^15, r=8, p=3), taken for its memory.
 */
const LOG_N = 15;
const BLOCK = 8;
const PARALLEL = 3;
const LENGTH = 32;
/**
 * The public stand-in of a plan's digest: equal where digest and salt are. Because it is slow, nobody finds a
 * sensitive value by trying candidates in the time that a fast hash would need; the salt has to be the same in the
 * review and in the apply, and so is no secret.
 * @param digest of a plan (`Plan.digest`)
 * @returns `scrypt$15$8$3$…`: the parameters, and the hash in base64url
 */
function fingerprint(digest, { repository, directory, workspace }) {
    // JSON keeps ('a/b', 'c') and ('a', 'b/c') apart.
    const salt = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify(['plan fingerprint', repository.toLowerCase(), directory, workspace]))
        .digest();
    const options = { N: 2 ** LOG_N, r: BLOCK, p: PARALLEL, maxmem: 2 ** 26 };
    return new Promise((resolve, reject) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.scrypt)(digest, salt, LENGTH, options, (error, key) => {
        if (error)
            reject(error);
        else
            resolve(`scrypt$${LOG_N}$${BLOCK}$${PARALLEL}$${key.toString('base64url')}`);
    }));
}


/***/ }),

/***/ 4624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ab: () => (/* binding */ reviewRecord),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   jp: () => (/* binding */ approvedText),
/* harmony export */   k_: () => (/* binding */ readApproved),
/* harmony export */   qW: () => (/* binding */ readReviewRecord)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3055);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7271);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7907);





const VERSION = 1;
const LONGEST_RECORD = 12_000;
// Digests cannot be compressed: more of them than this never fit, and need not be tried.
const MOST_DIGESTS = LONGEST_RECORD / 6;
const LONGEST_JSON = 8 << 20;
const CHANGED = "the record of the reviewed plan in the pull request's comment was changed or cut; plan and review again";
/**
 * Writes down what a plan shows, to compare another plan with it later: characters of base64 and dots, at most 12,000,
 * that may stand in an HTML comment. The same plan gives the same record. No sensitive value goes into it, not even as
 * a hash: what is hidden counts as equal.
 */
function reviewRecord(plan, fingerprint, head) {
    const items = itemsOf(plan);
    const full = digestsOf(plan) > MOST_DIGESTS ? undefined : packed({ fingerprint, head, items, left: 0 });
    if (full !== undefined && full.length <= LONGEST_RECORD)
        return full;
    const lean = items.map(item => ({ ...item, attributes: undefined }));
    let most = Math.min(lean.length, MOST_DIGESTS);
    for (;;) {
        const record = packed({ fingerprint, head, items: lean.slice(0, most), left: lean.length - most });
        if (record.length <= LONGEST_RECORD)
            return record;
        most = Math.floor((most * LONGEST_RECORD * 0.95) / record.length);
    }
}
/**
 * Reads what `reviewRecord` wrote.
 * @throws UserError where it was changed, cut, or written by a later version
 */
function readReviewRecord(text) {
    const [version, body = '', check, ...more] = text.trim().split('.');
    if (/^\d+$/.test(version ?? '') && Number(version) > VERSION)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the plan was reviewed with a later version of this suite (record ${version}); use that version to apply it`);
    const record = version === String(VERSION) && more.length === 0 && check === checkOf(body) ? unpacked(body) : undefined;
    if (record === undefined)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(CHANGED);
    return record;
}
/** Writes down the least of a review: small, so that it has room where the record has none. */
function approvedText({ fingerprint, head }) {
    return JSON.stringify({ fingerprint, head });
}
/**
 * Reads what `approvedText` wrote.
 * @throws UserError where it was changed
 */
function readApproved(text) {
    const { fingerprint, head } = members(text);
    if (typeof fingerprint !== 'string' || typeof head !== 'string')
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(CHANGED);
    return { fingerprint, head };
}
function members(text) {
    try {
        return Object(JSON.parse(text));
    }
    catch {
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(CHANGED);
    }
}
/** How many digests a record of all attributes takes. */
function digestsOf({ changes, outputs }) {
    return [...changes, ...outputs].reduce((sum, { attributes }) => sum + 1 + (attributes?.length ?? 0), 0);
}
/** All that a plan shows, what destroys first. */
function itemsOf(plan) {
    const counting = plan.changes.filter(change => !(0,_change_js__WEBPACK_IMPORTED_MODULE_3__/* .isForCheck */ .O4)(change));
    const changes = [...counting, ...(plan.refreshOnly ? plan.drift : [])].sort((a, b) => (0,_room_js__WEBPACK_IMPORTED_MODULE_4__/* .rankOf */ .I)(a.kind) - (0,_room_js__WEBPACK_IMPORTED_MODULE_4__/* .rankOf */ .I)(b.kind));
    return [
        ...changes.map(change => {
            const { actions, attributes, importing, previousAddress, replacePaths } = change;
            const key = change.deposed === undefined ? change.address : `${change.address} (${change.deposed})`;
            return item('resource', key, actions.join(', '), attributes, [importing, previousAddress, replacePaths]);
        }),
        ...plan.outputs.map(({ name, kind, attributes }) => item('output', name, kind, attributes, [])),
        ...plan.deferred.map(({ reason, change: { address, actions, attributes } }) => item('deferred', address, actions.join(', '), attributes, [reason])),
        ...plan.invocations.map(({ address, trigger, attributes }) => item('action', address, 'invoke', attributes, [trigger])),
    ];
}
function item(what, key, actions, attributes, more) {
    const digests = attributes?.map(({ path, before, after }) => [path, digestOf([before, after])]);
    return {
        what,
        key,
        actions,
        digest: digestOf([actions, more]),
        shown: digests && digestOf(digests),
        attributes: digests && Object.fromEntries(digests),
    };
}
/** 36 bits: enough to tell one thing from another; that two plans are equal the fingerprint says. */
function digestOf(shown) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 6);
}
const WHATS = ['resource', 'output', 'deferred', 'action'];
function packed({ fingerprint, head, items, left }) {
    const rows = items.map(({ what, key, actions, digest, shown, attributes }) => {
        const lean = [WHATS.indexOf(what), key, actions, digest, shown ?? null];
        return attributes ? [...lean, attributes] : lean;
    });
    const json = JSON.stringify({ fingerprint, head, left, rows });
    // Of the base64 alphabets, this one cannot write the two hyphens that end an HTML comment.
    const body = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.deflateRawSync)(json, { level: 9 }).toString('base64').replace(/=+$/, '');
    return `${VERSION}.${body}.${checkOf(body)}`;
}
function checkOf(body) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(body).digest('hex').slice(0, 8);
}
function unpacked(body) {
    try {
        const json = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.inflateRawSync)(Buffer.from(body, 'base64'), { maxOutputLength: LONGEST_JSON }).toString();
        const { fingerprint, head, left, rows } = JSON.parse(json);
        if (typeof fingerprint !== 'string' || typeof head !== 'string' || !Array.isArray(rows))
            return undefined;
        const items = rows.map((row) => ({
            what: WHATS[row[0]] ?? 'resource',
            key: String(row[1]),
            actions: String(row[2]),
            digest: String(row[3]),
            shown: typeof row[4] === 'string' ? row[4] : undefined,
            attributes: row[5] === undefined ? undefined : textsOf(row[5]),
        }));
        return { fingerprint, head, left: Number(left) || 0, items };
    }
    catch {
        return undefined;
    }
}
function textsOf(members) {
    return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, String(value)]));
}


/***/ }),

/***/ 2566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ abbreviate),
/* harmony export */   W: () => (/* binding */ abbreviatePair)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(266);

/** Text of at most about `limit` characters: what is long loses its middle, and tells how long it was. */
function abbreviate(text, limit) {
    if (text.length <= limit)
        return text;
    const note = `…(${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(text.length)} characters)…`;
    const room = Math.max(16, limit - note.length);
    return headOf(text, Math.ceil(room * 0.6)) + note + tailOf(text, Math.floor(room * 0.4));
}
/**
 * Two texts that differ, each of at most about `limit` characters. Where they are long, what they share at their ends
 * makes room, so that the first difference always shows.
 */
function abbreviatePair(before, after, limit) {
    if (before.length <= limit && after.length <= limit)
        return [before, after];
    const start = sharedStart(before, after);
    const end = sharedEnd(before, after, start);
    const context = Math.floor(limit / 4);
    const from = start > context + 8 ? start - context : 0;
    const to = end > context + 8 ? end - context : 0;
    const cut = (text) => {
        const kept = inner(text, from, text.length - to);
        // The length stands where the beginning was left out: the start of what is kept is where the texts differ.
        const head = from > 0 ? `(${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(text.length)} characters)…` : '';
        return head + keepStart(kept, from > 0 ? context : start, limit) + (to > 0 ? '…' : '');
    };
    return [cut(before), cut(after)];
}
/** Abbreviates so that the character at `index` and some after it stay. */
function keepStart(text, index, limit) {
    if (text.length <= limit * 1.5)
        return text;
    const note = `…(${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(text.length)} characters)…`;
    return (headOf(text, Math.max(index + 16, Math.ceil(limit * 0.6))) + note + tailOf(text, Math.floor(limit * 0.3)));
}
function sharedStart(one, other) {
    const most = Math.min(one.length, other.length);
    let length = 0;
    while (length < most && one.charCodeAt(length) === other.charCodeAt(length))
        length++;
    return length;
}
function sharedEnd(one, other, start) {
    const most = Math.min(one.length, other.length) - start;
    let length = 0;
    while (length < most &&
        one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length))
        length++;
    return length;
}
// Never between the halves of a character outside of the Basic Multilingual Plane.
function headOf(text, length) {
    return text.slice(0, isLowHalf(text, length) ? length - 1 : length);
}
function tailOf(text, length) {
    const from = text.length - length;
    return text.slice(isLowHalf(text, from) ? from + 1 : from);
}
function inner(text, from, to) {
    return text.slice(isLowHalf(text, from) ? from - 1 : from, isLowHalf(text, to) ? to + 1 : to);
}
function isLowHalf(text, index) {
    const code = text.charCodeAt(index);
    return code >= 0xdc00 && code <= 0xdfff;
}


/***/ }),

/***/ 6659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ attributeDiff)
});

// EXTERNAL MODULE: ./build/js/toolkit/markdown/visible.js
var visible = __webpack_require__(3143);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/abbreviate.js
var abbreviate = __webpack_require__(2566);
// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/base.js
var base = __webpack_require__(3102);
;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/array.js

class ArrayDiff extends base/* default */.A {
    tokenize(value) {
        return value.slice();
    }
    join(value) {
        return value;
    }
    removeEmpty(value) {
        return value;
    }
}
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
    return arrayDiff.diff(oldArr, newArr, options);
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/value.js
var report_value = __webpack_require__(7322);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/words.js
var words = __webpack_require__(266);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/line-diff.js





const CONTEXT = 2;
const LONGEST_LINE = 160;
// A diff of texts that have nothing in common is the one text and then the other; no need to search for long.
const MOST_EDITS = 300;
/** The lines of a diff of two texts, signs first; long unchanged stretches are counted, not shown. */
function diffLines(before, after, indent) {
    const runs = compared(before, after);
    return runs
        .flatMap((run, at) => 'same' in run ? context(run.same, at > 0, at < runs.length - 1) : changed(run.gone, run.came))
        .map(([sign, text]) => `${sign} ${indent}${text}`.trimEnd());
}
function compared(before, after) {
    const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
    if (!parts)
        return [{ gone: before, came: after }];
    const runs = [];
    let gone = [];
    let came = [];
    const end = () => {
        if (gone.length + came.length > 0)
            runs.push({ gone, came });
        gone = [];
        came = [];
    };
    for (const { added, removed, value } of parts) {
        if (removed)
            gone = [...gone, ...value];
        else if (added)
            came = [...came, ...value];
        else {
            end();
            runs.push({ same: value });
        }
    }
    end();
    return runs;
}
function context(lines, follows, precedes) {
    const shown = (some) => some.map(line => [' ', (0,abbreviate/* abbreviate */.S)((0,visible/* visible */.RK)(line.replaceAll('\n', '\\n')), LONGEST_LINE)]);
    const first = follows ? CONTEXT : 0;
    const last = precedes ? CONTEXT : 0;
    const left = lines.length - first - last;
    if (left <= 1)
        return shown(lines);
    const end = lines.slice(lines.length - last);
    return [...shown(lines.slice(0, first)), [' ', `… ${(0,words/* plural */.LS)(left, 'unchanged line')}`], ...shown(end)];
}
/** Lines that differ; where two of them are told apart only by spaces, these are shown as dots and arrows. */
function changed(gone, came) {
    const before = new Set(gone.map(withoutSpace));
    const after = new Set(came.map(withoutSpace));
    const seen = (line) => {
        const bare = withoutSpace(line);
        return before.has(bare) && after.has(bare) ? dotted(line) : line.replace(/[ \t]+$/, dotted);
    };
    const pairs = Array.from({ length: Math.max(gone.length, came.length) }, (_, at) => (0,report_value/* pairOf */.cF)(seen(gone[at] ?? ''), seen(came[at] ?? ''), LONGEST_LINE));
    return [
        ...pairs.slice(0, gone.length).map(([one]) => ['-', one]),
        ...pairs.slice(0, came.length).map(([, other]) => ['+', other]),
    ];
}
function withoutSpace(line) {
    return line.replace(/\s+/g, '');
}
function dotted(text) {
    return text.replaceAll(' ', '·').replaceAll('\t', '→');
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/attributes.js





const LONGEST_VALUE = 120;
const LONGEST_PAIR = 84;
const WIDEST_PATH = 28;
const LONGEST_PATH = 200;
// A value of more lines, which only one side has, loses its middle.
const MOST_LINES = 24;
const MOST_LATER = 60;
const LINE = 92;
const FORCES = '  # forces replacement';
/**
 * The attributes that change, as the lines of a diff.
 * @param anew the object is created (again): what is only known after the apply is then no news, and told on one line.
 * @param limit of characters, about; attributes beyond are counted.
 */
function attributeDiff(attributes, { anew, limit }) {
    const telling = anew ? attributes.filter(one => !isKnownLater(one)) : attributes;
    const later = anew ? attributes.filter(isKnownLater) : [];
    const ordered = telling.some(isForcing) ? telling.toSorted((a, b) => rank(a) - rank(b)) : telling;
    const width = Math.min(WIDEST_PATH, Math.max(0, ...ordered.map(({ path }) => path.length)));
    const lines = [];
    let size = 0;
    let told = 0;
    for (const attribute of ordered) {
        if (size > limit)
            break;
        const its = attributeLines(attribute, width);
        for (const line of its)
            size += line.length + 1;
        lines.push(...its);
        told++;
    }
    if (later.length > 0 && size <= limit)
        lines.push(...laterLines(later));
    return { lines, left: ordered.length - told };
}
function rank({ forcesReplacement }) {
    return forcesReplacement ? 0 : 1;
}
function isForcing({ forcesReplacement }) {
    return forcesReplacement;
}
function isKnownLater({ after, forcesReplacement }) {
    return after.kind === 'unknown' && !forcesReplacement;
}
/** By name, as many on a line as are read without scrolling. */
function laterLines(later) {
    const names = new Set(later.map(({ path }) => (0,abbreviate/* abbreviate */.S)((0,visible/* visibleLine */.P8)(path).replace(/[.[].*/s, ''), 60)));
    const shown = [...names].slice(0, MOST_LATER);
    const left = names.size - shown.length;
    const lines = [];
    for (const name of left > 0 ? [...shown, `${(0,words/* grouped */.zD)(left)} more`] : shown) {
        const line = lines.at(-1);
        if (line !== undefined && line.length + name.length < LINE)
            lines[lines.length - 1] = `${line}, ${name}`;
        else
            lines.push(`~ ${name}`);
    }
    const [first = '', ...others] = lines;
    const head = '~ (known after apply) ';
    return others.length === 0
        ? [head + first.slice(2)]
        : [head.trimEnd(), ...lines.map(line => line.replace('~ ', '~   '))];
}
function attributeLines(attribute, width) {
    const { before, after, forcesReplacement } = attribute;
    const sign = before.kind === 'absent' ? '+' : after.kind === 'absent' ? '-' : '!';
    const path = (0,abbreviate/* abbreviate */.S)((0,visible/* visibleLine */.P8)(attribute.path), LONGEST_PATH);
    const name = path.padEnd(width);
    const forces = forcesReplacement ? FORCES : '';
    if ((0,report_value/* isHidden */.dK)(attribute))
        return [`! ${name} = ${hiddenText(before)}${forces}`];
    const many = manyLines(attribute, `${sign} ${path} =`, forces);
    if (many)
        return many;
    if (sign !== '!')
        return [`${sign} ${name} = ${(0,report_value/* valueText */.Ru)(sign === '+' ? after : before, LONGEST_VALUE)}${forces}`];
    const [one, other] = (0,report_value/* pairTexts */.ht)(before, after, LONGEST_VALUE);
    if (one.length + other.length <= LONGEST_PAIR)
        return [`! ${name} = ${one} -> ${other}${forces}`];
    return [`- ${name} = ${one}`, `+ ${name} = ${other}${forces}`];
}
function hiddenText(value) {
    return value.kind === 'known'
        ? `${(0,report_value/* valueText */.Ru)(value, LONGEST_VALUE)} (changed where it is hidden)`
        : '(sensitive: changed, hidden)';
}
/** The lines where a side has many; undefined where one line each says it better. */
function manyLines({ before, after }, head, forces) {
    const one = (0,report_value/* linesOf */.Dx)(before);
    const other = (0,report_value/* linesOf */.Dx)(after);
    if (one && other) {
        // Two ways to write the same lines: the texts themselves tell what differs.
        if (one.lines.length === other.lines.length && one.lines.every((line, at) => line === other.lines[at]))
            return undefined;
        return [`${head} (${countOf(other)})${forces}`, ...diffLines(one.lines, other.lines, '    ')];
    }
    if (before.kind === 'absent' && other)
        return [`${head} (${countOf(other)})${forces}`, ...wholeLines('+', other)];
    if (after.kind === 'absent' && one)
        return [`${head} (${countOf(one)})${forces}`, ...wholeLines('-', one)];
    if (one && after.kind === 'known')
        return [
            `${head} (${countOf(one)}) -> ${(0,report_value/* valueText */.Ru)(after, LONGEST_VALUE)}${forces}`,
            ...wholeLines('-', one),
        ];
    if (other && before.kind === 'known')
        return [
            `${head} ${(0,report_value/* valueText */.Ru)(before, LONGEST_VALUE)} -> (${countOf(other)})${forces}`,
            ...wholeLines('+', other),
        ];
    return undefined;
}
function countOf({ what, lines }) {
    return what === 'JSON' ? 'JSON' : (0,words/* plural */.LS)(lines.length, 'line');
}
function wholeLines(sign, { lines }) {
    const shown = (some) => some.map(line => `${sign}     ${(0,abbreviate/* abbreviate */.S)((0,visible/* visibleLine */.P8)(line), LONGEST_VALUE)}`.trimEnd());
    if (lines.length <= MOST_LINES)
        return shown(lines);
    const half = MOST_LINES / 2;
    const gap = `${sign}     … ${(0,words/* plural */.LS)(lines.length - 2 * half, 'more line')}`;
    return [...shown(lines.slice(0, half)), gap, ...shown(lines.slice(-half))];
}


/***/ }),

/***/ 6349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RF: () => (/* binding */ fileLink),
/* harmony export */   Y1: () => (/* binding */ findingBlocks),
/* harmony export */   s_: () => (/* binding */ findingCounts)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _markdown_html_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9848);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7953);
/* harmony import */ var _markdown_visible_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3143);
/* harmony import */ var _run_known_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2177);
/* harmony import */ var _abbreviate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2566);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7931);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(266);








const LONGEST_SUMMARY = 300;
const LONGEST_DETAIL = 1_200;
const MOST_PLACES = 5;
/** `2 errors, 1 warning`; empty where there are none. */
function findingCounts(diagnostics) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const warnings = diagnostics.length - errors;
    return [errors > 0 ? (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(errors, 'error') : '', warnings > 0 ? (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(warnings, 'warning') : '']
        .filter(Boolean)
        .join(', ');
}
/** Errors, for all to see, and then warnings, folded away. The same finding in several places stands once. */
function findingBlocks(diagnostics, at) {
    const groups = Object.values(Object.groupBy(diagnostics, ({ severity, summary, detail }) => JSON.stringify([severity, summary, detail])));
    const errors = groups.filter(([first]) => first.severity === 'error');
    const warnings = groups.filter(([first]) => first.severity === 'warning');
    return [
        ...errors.map((group, index) => ({
            priority: index < 3 ? 0 : 1,
            markdown: errorText(group, at),
            counts: { errors: group.length },
        })),
        ...warnings.map((group) => ({
            priority: 4,
            markdown: warningText(group, at),
            counts: { warnings: group.length },
        })),
    ];
}
function errorText(group, at) {
    const body = bodyOf(group[0]);
    return [`<p>${rowOf('❌', group, at)}</p>`, ...(body === '' ? [] : [body])].join('\n\n');
}
function warningText(group, at) {
    const body = bodyOf(group[0]);
    const row = rowOf('⚠️', group, at);
    return body === '' ? `<p>${_row_js__WEBPACK_IMPORTED_MODULE_4__/* .INDENT */ .BH}${row}</p>` : (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(row, body);
}
function rowOf(mark, group, at) {
    const first = group[0];
    const places = group.map(one => placeOf(one, at)).filter(place => place !== '');
    const shown = places.slice(0, MOST_PLACES).join(', ');
    const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
    const advice = (0,_run_known_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .adviceOn */ .i)(first);
    return [
        `${mark} <b>${(0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_1__/* .quietHtml */ .i5)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_3__/* .abbreviate */ .S)(first.summary, LONGEST_SUMMARY))}</b>`,
        shown === '' ? '' : ` · ${shown}${more}`,
        advice === undefined
            ? ''
            : `<br>${_row_js__WEBPACK_IMPORTED_MODULE_4__/* .INDENT */ .BH}💡 ${(0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_1__/* .quietHtml */ .i5)(advice).replace(/`([^`]+)`/g, '<code>$1</code>')}`,
    ].join('');
}
function bodyOf({ detail }) {
    return detail.trim() === '' ? '' : (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .fence */ .EU)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_3__/* .abbreviate */ .S)((0,_markdown_visible_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK)(detail.trim()), LONGEST_DETAIL), 'text');
}
/** Where a finding is: its line, with a link where the file is in the repository, and its resource. */
function placeOf({ file, line, endLine, address }, at) {
    const named = file === undefined ? '' : fileLink(at, file, line, endLine);
    const resource = address === undefined ? '' : (0,_row_js__WEBPACK_IMPORTED_MODULE_4__/* .addressCode */ .sk)(address);
    return [named, resource].filter(Boolean).join(' ');
}
/** A file of a root module by name and line, as a link to this commit where it is in the repository. */
function fileLink(at, file, line, endLine) {
    const name = (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_1__/* .htmlCode */ .h8)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_3__/* .abbreviate */ .S)(line === undefined ? file : `${file}:${line}`, 160));
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(at.directory, file).toWellFormed();
    const foreign = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(file) || path.startsWith('../') || /(^|\/)\.terra(form|grunt-cache)\//.test(path);
    if (foreign || at.repositoryUrl === undefined)
        return name;
    const lines = line === undefined ? '' : `#L${line}${endLine !== undefined && endLine > line ? `-L${endLine}` : ''}`;
    const url = `${at.repositoryUrl}/blob/${at.headSha}/${path.split('/').map(encodeURIComponent).join('/')}${lines}`;
    return (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(url, name);
}


/***/ }),

/***/ 8708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ fitting)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(266);

const NOTE = 1_000;
/**
 * The blocks that fit, joined; the highest numbers of priority go first, and what went is counted at the end.
 * @param limit in bytes of UTF-8.
 */
function fitting(blocks, limit) {
    const sizes = blocks.map(({ markdown }) => Buffer.byteLength(markdown) + 2);
    const order = [...blocks.keys()].sort((a, b) => blocks[a].priority - blocks[b].priority || a - b);
    const kept = new Set();
    let left = limit - NOTE;
    for (const index of order) {
        if (sizes[index] > left)
            break;
        left -= sizes[index];
        kept.add(index);
    }
    const shown = blocks.filter((_, index) => kept.has(index)).map(({ markdown }) => markdown);
    if (kept.size === blocks.length)
        return shown.join('\n\n');
    const gone = {};
    for (const [index, { counts }] of blocks.entries())
        if (!kept.has(index))
            for (const [what, count] of Object.entries(counts ?? {}))
                gone[what] = (gone[what] ?? 0) + count;
    const told = Object.entries(gone).map(([what, count]) => `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(count)} ${what}`);
    return [...shown, `**Not shown here for lack of room: ${told.join(', ') || 'more details'}.**`].join('\n\n');
}


/***/ }),

/***/ 7161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   qj: () => (/* binding */ actionOf),
/* harmony export */   qr: () => (/* binding */ footer)
/* harmony export */ });
/* harmony import */ var _markdown_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9848);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7953);
/* harmony import */ var _markdown_visible_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3143);
/* harmony import */ var _abbreviate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2566);




const ACTION = 'terraform-plan-comment';
/**
 * The action of a section: each workspace of a directory has sections of its own, under `ACTION@WORKSPACE` where it is
 * not the usual one.
 */
function actionOf({ workspace }, action = ACTION) {
    return isUsual(workspace) ? action : `${action}@${workspace}`;
}
function isUsual(workspace) {
    return workspace === undefined || workspace === 'default' || workspace === '';
}
/** The directory, and the workspace where it is not the usual one. */
function titleOf({ directory, workspace }) {
    const shown = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)((0,_markdown_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P8)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviate */ .S)(directory, 120)));
    return isUsual(workspace) ? shown : `${shown} (${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)((0,_markdown_visible_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P8)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviate */ .S)(workspace, 60)))})`;
}
/** The quiet line at the end of a section. */
function footer({ tool, headSha, runUrl }, what) {
    const commit = (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)(headSha.slice(0, 7));
    return `<sub>${(0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy)(tool)} · ${commit} · ${(0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(runUrl, what)}</sub>`;
}


/***/ }),

/***/ 8334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lj: () => (/* binding */ actionBlocks),
/* harmony export */   Lv: () => (/* binding */ checkBlocks),
/* harmony export */   Y3: () => (/* binding */ deferredBlocks),
/* harmony export */   _B: () => (/* binding */ planNotice),
/* harmony export */   o: () => (/* binding */ outputBlocks),
/* harmony export */   v_: () => (/* binding */ readBlocks),
/* harmony export */   xE: () => (/* binding */ alert)
/* harmony export */ });
/* harmony import */ var _markdown_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9848);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7953);
/* harmony import */ var _abbreviate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2566);
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6659);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7931);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(266);






const LONGEST_MESSAGE = 600;
const MOST_READS = 30;
/** What is wrong with the plan as a whole, where something is. */
function planNotice(plan) {
    const text = noticeText(plan);
    return text === '' ? [] : [{ priority: 0, markdown: text }];
}
function noticeText({ errored, applyable, complete, changes, deferred }) {
    if (errored && changes.length === 0)
        return alert('CAUTION', '<b>Planning failed</b> before anything was found to change.');
    if (errored)
        return alert('CAUTION', '<b>Planning failed midway.</b> Below is what was found until then; none of it can be applied.');
    if (applyable === false && changes.length > 0)
        return alert('CAUTION', '<b>This plan cannot be applied.</b>');
    if (complete !== false)
        return '';
    return deferred.length > 0
        ? alert('WARNING', '<b>Not the whole plan.</b> Some changes are deferred: after this apply, another plan is needed.')
        : alert('WARNING', '<b>Not the whole plan.</b> It covers only a part of the configuration, as with <code>-target</code>.');
}
/** A box that GitHub colours. @param text HTML on one line. */
function alert(kind, text) {
    return `> [!${kind}]\n> <p>${text}</p>`;
}
/** Checks, preconditions and postconditions that did not pass, with what they say. */
function checkBlocks(checks) {
    const failed = checks.filter(({ status }) => status !== 'unknown');
    const open = checks.filter(({ status }) => status === 'unknown');
    const rows = failed.map(({ address, kind, status, messages }) => {
        const said = messages.map(message => (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .quietHtml */ .i5)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviate */ .S)(message, LONGEST_MESSAGE))).join('<br>');
        const what = status === 'error' ? 'could not be evaluated' : 'failed';
        return `<p>${_row_js__WEBPACK_IMPORTED_MODULE_3__/* .INDENT */ .BH}⚠️ <b>${checkWords(kind)} ${what}</b> ${(0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .addressCode */ .sk)(address)}${said === '' ? '' : `<br>${_row_js__WEBPACK_IMPORTED_MODULE_3__/* .INDENT */ .BH}${said}`}</p>`;
    });
    const later = open.map(({ address }) => (0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .addressCode */ .sk)(address)).join(', ');
    return [
        ...rows.map(markdown => ({ priority: 1, markdown, counts: { 'failed checks': 1 } })),
        ...(open.length > 0
            ? [
                {
                    priority: 5,
                    markdown: (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(`⚪ ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(open.length, 'check')} known after apply`, `<p>${later}</p>`),
                    counts: { 'checks known after apply': open.length },
                },
            ]
            : []),
    ];
}
function checkWords(kind) {
    return kind === 'resource' || kind === 'output_value'
        ? 'condition'
        : kind === 'check'
            ? 'check'
            : (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .quietHtml */ .i5)(kind);
}
/** The root module's outputs that change. */
function outputBlocks(outputs, limit) {
    if (outputs.length === 0)
        return [];
    const attributes = outputs.flatMap(outputAttributes);
    const { lines, left } = (0,_attributes_js__WEBPACK_IMPORTED_MODULE_2__/* .attributeDiff */ .m)(attributes, { anew: false, limit });
    const more = left > 0 ? [`# ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(left, 'more value')} in the job summary`] : [];
    const names = outputs.slice(0, 4).map(({ name }) => (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviate */ .S)(name, 60)));
    const rest = outputs.length - names.length;
    const title = `🔵 ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(outputs.length, 'output')} · ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    const body = (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .fence */ .EU)([...lines, ...more].join('\n'), 'diff');
    return [{ priority: 3, markdown: (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(title, body), counts: { outputs: outputs.length } }];
}
/** The value itself has no path; paths into it follow the output's name. */
function outputAttributes({ name, attributes, attributeCount }) {
    if (attributes)
        return attributes.map(one => ({ ...one, path: withName(name, one.path) }));
    const many = { kind: 'known', text: `(${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(attributeCount, 'value')} that change)` };
    return [{ path: name, before: { kind: 'absent' }, after: many, forcesReplacement: false }];
}
function withName(name, path) {
    if (path === '' || path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`))
        return path || name;
    return path.startsWith('[') ? `${name}${path}` : `${name}.${path}`;
}
/** Changes that cannot be planned yet. */
function deferredBlocks(deferred) {
    return deferred.map(({ reason, change }) => ({
        priority: 4,
        markdown: `<p>${_row_js__WEBPACK_IMPORTED_MODULE_3__/* .INDENT */ .BH}⏳ deferred: ${rowText(change)} · ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .deferralWords */ .pN)(reason, _markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)}</p>`,
        counts: { deferred: 1 },
    }));
}
/** Actions that the apply invokes. */
function actionBlocks(invocations) {
    return invocations.map(({ address, trigger, deferred, attributes }) => {
        const row = `⚡ ${deferred ? 'invoke later' : 'invoke'} ${(0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .addressCode */ .sk)(address)} · ${(0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .quietHtml */ .i5)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviate */ .S)(trigger, 200))}`;
        const { lines } = (0,_attributes_js__WEBPACK_IMPORTED_MODULE_2__/* .attributeDiff */ .m)(attributes, { anew: true, limit: 2_000 });
        const markdown = lines.length === 0 ? `<p>${_row_js__WEBPACK_IMPORTED_MODULE_3__/* .INDENT */ .BH}${row}</p>` : (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(row, (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .fence */ .EU)(lines.join('\n'), 'diff'));
        return { priority: 4, markdown, counts: { actions: 1 } };
    });
}
function rowText(change) {
    const { head, rest } = (0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .rowOf */ .OB)(change, '');
    return head + rest;
}
/** Data sources that are read during the apply, folded away. */
function readBlocks(reads) {
    const shown = reads.slice(0, MOST_READS);
    const rest = reads.length - shown.length;
    const rows = shown.map(change => `<li>${rowText(change)}`);
    if (rest > 0)
        rows.push(`<li>and ${rest} more`);
    const title = `⚪ ${(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(reads.length, 'data source is', 'data sources are')} read during the apply`;
    const markdown = (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(title, `<ul>\n${rows.join('\n')}\n</ul>`);
    return reads.length === 0 ? [] : [{ priority: 5, markdown, counts: { 'to read': reads.length } }];
}


/***/ }),

/***/ 7931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ INDENT),
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   VA: () => (/* binding */ addressLine),
/* harmony export */   rl: () => (/* binding */ verbOf),
/* harmony export */   sk: () => (/* binding */ addressCode)
/* harmony export */ });
/* unused harmony export causes */
/* harmony import */ var _markdown_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9848);
/* harmony import */ var _markdown_visible_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3143);
/* harmony import */ var _abbreviate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2566);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7322);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(266);





const LONGEST_ADDRESS = 240;
const LONGEST_VALUE = 48;
const LONGEST_NAME = 60;
const INLINE = 110;
const MOST_NAMES = 3;
const MOST_VALUES = 2;
/** Stands before a row that folds nothing, in line with those that do. */
const INDENT = '\u2003';
/** The row of one object. @param cost HTML that stands right behind the address. */
function rowOf(change, cost) {
    const { kind, attributes, attributeCount } = change;
    const told = kind === 'update' || kind === 'other' ? changesText(attributes, attributeCount) : undefined;
    const notes = [told?.html ?? '', ...causes(change)].filter(note => note !== '');
    return {
        head: `${verbOf(kind)} ${addressCode(change.address)}${cost}`,
        rest: notes.map(note => ` · ${note}`).join(''),
        whole: told ? told.whole : attributeCount === 0,
    };
}
/** The mark and the verb of a kind; what destroys stands out. */
function verbOf(kind) {
    const { mark, verb } = _words_js__WEBPACK_IMPORTED_MODULE_3__/* .WORDS */ .q9[kind];
    return `${mark} ${kind === 'delete' || kind === 'replace' ? `<b>${verb}</b>` : verb}`;
}
/** An address as code. */
function addressCode(address) {
    return (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviate */ .S)(address, LONGEST_ADDRESS));
}
/** An address for a fence. */
function addressLine(address) {
    return (0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviate */ .S)((0,_markdown_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visibleLine */ .P8)(address), LONGEST_ADDRESS);
}
/** Why, and what else is to know of it, as HTML. */
function causes(change) {
    const { kind, actions, deposed, importing, previousAddress, reason } = change;
    return [
        deposed === undefined ? '' : `the object ${(0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)(deposed)} that an earlier replacement left behind`,
        reason === undefined ? '' : reasonOf(change, reason),
        kind === 'replace' && actions[0] === 'create' && actions[1] === 'delete' ? 'the new one comes first' : '',
        actions.includes('forget') ? 'what exists stays, and is no longer managed' : '',
        kind === 'other' ? `the plan says ${(0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)(actions.join(', '))}` : '',
        previousAddress === undefined
            ? ''
            : `${kind === 'move' ? 'from' : 'moved from'} ${addressCode(previousAddress)}`,
        importing === undefined ? '' : importText(kind, importing),
    ].filter(note => note !== '');
}
function importText(kind, { id, unknown }) {
    const head = kind === 'import' ? '' : 'imported, ';
    if (id !== undefined)
        return `${head}id ${(0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviate */ .S)(id, LONGEST_ADDRESS))}`;
    return unknown ? `${head}id known after apply` : head === '' ? '' : 'imported';
}
function reasonOf({ replacePaths, attributes }, reason) {
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonWords */ .IK)(reason, _markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8);
    if (reason !== 'replace_because_cannot_update')
        return words;
    const forcing = attributes?.filter(one => one.forcesReplacement) ?? [];
    const paths = replacePaths.length > 0 ? replacePaths : forcing.map(({ path }) => path);
    const sole = forcing.length === 1 && !(0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isHidden */ .dK)(forcing[0]) ? inline(forcing[0]) : undefined;
    const what = sole && sole.size <= INLINE ? sole.html : names(paths);
    return what === '' ? words : `${what} ${words}`;
}
/**
 * Which attributes change: with both values where they are few and short, else by name. What is only known after the
 * apply follows from the rest, and comes last.
 */
function changesText(attributes, count) {
    if (!attributes)
        return { html: (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(count, 'attribute'), whole: true };
    const later = attributes.filter(({ after }) => after.kind === 'unknown');
    const now = later.length < attributes.length ? attributes.filter(one => !later.includes(one)) : attributes;
    const few = now.length <= MOST_VALUES ? now.flatMap(one => inline(one) ?? []) : [];
    const size = few.reduce((sum, one) => sum + one.size, 0);
    if (few.length === 0 || few.length < now.length || size > INLINE)
        return { html: names([...new Set([...now, ...later])].map(({ path }) => path)), whole: false };
    const more = attributes.length - now.length;
    return {
        html: [...few.map(one => one.html), ...(more > 0 ? [`${more} more known after apply`] : [])].join(' · '),
        whole: more === 0 && few.every(one => one.whole),
    };
}
function names(paths) {
    const most = paths.length === MOST_NAMES + 1 ? MOST_NAMES + 1 : MOST_NAMES;
    const shown = paths.slice(0, most).map(path => (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviate */ .S)(path, LONGEST_NAME)));
    const more = paths.length - shown.length;
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(more > 0 ? [...shown, `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(more)} more`] : shown);
}
/** An attribute's change within a line; undefined where it takes many lines. */
function inline(attribute) {
    const { before, after } = attribute;
    if ((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .Dx)(before) || (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .Dx)(after))
        return undefined;
    const [one, other] = (0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .pairTexts */ .ht)(before, after, LONGEST_VALUE);
    const size = attribute.path.length + one.length + other.length;
    const whole = (before.kind !== 'known' || before.text === one) && (after.kind !== 'known' || after.text === other);
    const path = (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)((0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviate */ .S)(attribute.path, LONGEST_NAME));
    if ((0,_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isHidden */ .dK)(attribute))
        return { html: `${path} changes, hidden`, size, whole: true };
    if (before.kind === 'absent')
        return { html: `${path} added: ${side(after.kind, other)}`, size, whole };
    if (after.kind === 'absent')
        return { html: `${path} removed: ${side(before.kind, one)}`, size, whole };
    return { html: `${path} ${side(before.kind, one)} → ${side(after.kind, other)}`, size, whole };
}
function side(kind, text) {
    return kind === 'known' ? (0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlCode */ .h8)(text) : `<i>${(0,_markdown_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy)(text.slice(1, -1))}</i>`;
}


/***/ }),

/***/ 7322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Ru: () => (/* binding */ valueText),
/* harmony export */   cF: () => (/* binding */ pairOf),
/* harmony export */   dK: () => (/* binding */ isHidden),
/* harmony export */   ht: () => (/* binding */ pairTexts)
/* harmony export */ });
/* harmony import */ var _markdown_visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3143);
/* harmony import */ var _abbreviate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2566);


/** A value on one line of at most about `limit` characters. */
function valueText(value, limit) {
    switch (value.kind) {
        case 'known':
            return (0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_0__/* .abbreviate */ .S)((0,_markdown_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(value.text), limit);
        case 'sensitive':
            return '(sensitive)';
        case 'unknown':
            return '(known after apply)';
        case 'absent':
            return '(none)';
    }
}
/** Both sides of a change, on one line each, so that it shows where they differ. */
function pairTexts(before, after, limit) {
    if (before.kind !== 'known' || after.kind !== 'known')
        return [valueText(before, limit), valueText(after, limit)];
    return pairOf(before.text, after.text, limit);
}
/** Two texts that differ, on one line each, so that it shows where they differ; look-alikes are told apart. */
function pairOf(before, after, limit) {
    const one = (0,_markdown_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(before);
    const other = (0,_markdown_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(after);
    if (one.normalize('NFKC') !== other.normalize('NFKC'))
        return (0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_0__/* .abbreviatePair */ .W)(one, other, limit);
    const [plainOne, plainOther] = [(0,_markdown_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleAscii */ .Mz)(before), (0,_markdown_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleAscii */ .Mz)(after)];
    if (plainOne !== plainOther || before === after)
        return (0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_0__/* .abbreviatePair */ .W)(plainOne, plainOther, limit);
    // One has the character, and the other the text that it is shown as.
    return (0,_abbreviate_js__WEBPACK_IMPORTED_MODULE_0__/* .abbreviatePair */ .W)((0,_markdown_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleAscii */ .Mz)(JSON.stringify(before)), (0,_markdown_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleAscii */ .Mz)(JSON.stringify(after)), limit);
}
/** True where all that can be shown of both sides is the same: a sensitive value, or a text around one, changes. */
function isHidden({ before, after }) {
    if (before.kind === 'known')
        return after.kind === 'known' && before.text === after.text;
    return before.kind === 'sensitive' && after.kind === 'sensitive';
}
/** The lines of a value that has many; undefined for others. */
function linesOf(value) {
    if (value.kind !== 'known' || !value.lines || value.lines.length < 2)
        return undefined;
    return { what: /^[[{]$/.test(value.lines[0]) ? 'JSON' : 'text', lines: value.lines };
}


/***/ }),

/***/ 266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ reasonWords),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   pN: () => (/* binding */ deferralWords),
/* harmony export */   q9: () => (/* binding */ WORDS),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/** `1,234`, of a whole number. */
function grouped(count) {
    // Intl.NumberFormat writes the same, and takes as long to load as half a start of Node.
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 attribute`, `1,234 attributes`; `many` where the plural takes more than an s. */
function plural(count, one, many = `${one}s`) {
    return `${grouped(count)} ${count === 1 ? one : many}`;
}
/** `a`, `a and b`, `a, b and c` */
function listed(words) {
    return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
/** `0.4 s`, `12 s`, `3 min 5 s` */
function duration(seconds) {
    if (seconds < 10)
        return `${Math.round(seconds * 10) / 10} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${grouped(Math.floor(whole / 60))} min ${whole % 60} s`;
}
/** The worst kinds come first, which is also the order in which they are shown. */
const WORDS = {
    delete: { mark: '🔴', verb: 'destroy', done: 'destroyed' },
    replace: { mark: '🟠', verb: 'replace', done: 'replaced' },
    other: { mark: '🟣', verb: 'change', done: 'changed' },
    forget: { mark: '🟤', verb: 'forget', done: 'forgotten' },
    update: { mark: '🟡', verb: 'update', done: 'updated' },
    create: { mark: '🟢', verb: 'create', done: 'created' },
    import: { mark: '🔵', verb: 'import', done: 'imported' },
    move: { mark: '🔵', verb: 'move', done: 'moved' },
    read: { mark: '⚪', verb: 'read', done: 'read' },
    'no-op': { mark: '⚪', verb: 'keep', done: 'kept' },
};
const REASONS = {
    replace_because_cannot_update: 'cannot be changed in place',
    replace_because_tainted: 'marked as tainted: an earlier apply left it unfinished, or someone marked it',
    replace_by_request: 'asked for with <code>-replace</code>',
    replace_by_triggers: 'set off by <code>replace_triggered_by</code>',
    delete_because_no_resource_config: 'no longer in the configuration',
    delete_because_no_module: 'its module is no longer in the configuration',
    delete_because_wrong_repetition: '<code>count</code> or <code>for_each</code> was added or removed',
    delete_because_count_index: 'its index is beyond <code>count</code>',
    delete_because_each_key: 'its key is no longer in <code>for_each</code>',
    delete_because_no_move_target: 'the target of its move is not in the configuration',
    read_because_config_unknown: 'what to read is known after apply',
    read_because_dependency_pending: 'what it depends on changes first',
    read_because_check_nested: 'read for a check',
};
/** An `action_reason` in words (HTML); one that is not known is told as it is. */
function reasonWords(reason, otherwise) {
    return REASONS[reason] ?? otherwise(reason);
}
const DEFERRALS = {
    unknown: 'for a reason that is not told',
    instance_count_unknown: '<code>count</code> or <code>for_each</code> is known after apply',
    resource_config_unknown: 'its configuration is known after apply',
    provider_config_unknown: "its provider's configuration is known after apply",
    deferred_prereq: 'what it depends on is deferred',
    absent_prereq: 'what it depends on does not exist yet',
};
/** Why a change is deferred, in words (HTML). */
function deferralWords(reason, otherwise) {
    return DEFERRALS[reason] ?? otherwise(reason);
}


/***/ }),

/***/ 866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ru: () => (/* binding */ backendFile),
/* harmony export */   Yy: () => (/* binding */ fileFor),
/* harmony export */   lS: () => (/* binding */ applyArguments),
/* harmony export */   nD: () => (/* binding */ initArguments),
/* harmony export */   up: () => (/* binding */ planArguments)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3055);



/** @param backendFiles absolute paths; undefined: without the backend, to validate only. */
function initArguments(inputs, backendFiles) {
    const backend = backendFiles?.map(path => `-backend-config=${path}`) ?? ['-backend=false'];
    return ['init', '-input=false', '-no-color', ...lock(inputs), ...backend, ...inputs['init-args']];
}
/** @param varFiles absolute paths. */
function planArguments(inputs, out, varFiles) {
    return [
        'plan',
        '-json',
        '-input=false',
        '-no-color',
        ...lock(inputs),
        ...varFiles.map(path => `-var-file=${path}`),
        ...inputs['plan-args'],
        `-out=${out}`,
    ];
}
/**
 * A saved plan needs no approval, and no variables but ephemeral ones: of these it keeps no value.
 * @param varFiles absolute paths; undefined where the root module declares no ephemeral variable.
 */
function applyArguments(inputs, planFile, varFiles) {
    const variables = varFiles && [
        ...varFiles.map(path => `-var-file=${path}`),
        ...inputs['plan-args'].filter(arg => /^--?var(-file)?=/.test(arg)),
    ];
    return ['apply', '-json', '-input=false', '-no-color', ...lock(inputs), ...(variables ?? []), planFile];
}
// An argument that the user gives comes later and wins.
function lock(inputs) {
    return inputs['lock-timeout'] === undefined ? [] : [`-lock-timeout=${inputs['lock-timeout']}`];
}
/**
 * A file that an input names: beside the root module, else from the workspace on.
 * @throws UserError where it is in neither place.
 */
function fileFor(input, name, root, workspace) {
    const found = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root.path, name), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, name), name].find(path => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path));
    if (found === undefined || (found === name && !name.startsWith('/')))
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`input '${input}' names '${name}', which is neither in '${root.directory}' nor in the workspace; write a path relative to one of them`);
    return found;
}
/** Settings of `backend-config` as a file in HCL, so that they need not stand on a command line. */
function backendFile(settings) {
    return settings.flatMap(one => ('key' in one ? [`${one.key} = ${hcl(one.value)}\n`] : [])).join('');
}
// On the command line Terraform reads the value of a list or an object as an expression, and any other as it is.
function hcl(value) {
    if (/^\{.*\}$|^\[.*\]$/s.test(value))
        return value;
    return JSON.stringify(value).replace(/([$%])\{/g, '$1$1{');
}


/***/ }),

/***/ 66:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ox: () => (/* binding */ planRoot),
/* harmony export */   gj: () => (/* binding */ applyPlan),
/* harmony export */   hj: () => (/* binding */ initRoot)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3055);
/* harmony import */ var _plan_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(710);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(866);
/* harmony import */ var _exec_tool_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6048);
/* harmony import */ var _learn_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8261);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(840);








/** Runs `init`, and selects the workspace. @param backend false: only providers and modules, to validate. */
async function initRoot(world, tool, root, inputs, { backend = true, say = world.log.info } = {}) {
    const files = backend ? await backendFiles(world, root, inputs) : undefined;
    const init = await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_6__/* .human */ .eh)(world, tool, root, 'init', (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .initArguments */ .nD)(inputs, files), say, inputs);
    if (!init.ok || !backend || inputs.workspace === undefined)
        return init;
    const args = ['workspace', 'select', '-no-color', inputs.workspace];
    const selected = await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_6__/* .human */ .eh)(world, tool, root, 'workspace', args, say, inputs);
    if (selected.ok)
        return { ...selected, diagnostics: init.diagnostics };
    const refusal = {
        severity: 'error',
        summary: `Cannot select the workspace '${inputs.workspace}'`,
        detail: selected.text,
    };
    return { ...selected, diagnostics: [...init.diagnostics, refusal] };
}
/**
 * Runs `plan -out`. What it says of objects meanwhile is told without their keys and ids.
 * @param out absolute path of the plan to write.
 * @param sayDiagnostic gets the lines of errors and warnings; default: `say`.
 */
async function planRoot(world, tool, root, inputs, { out, say = world.log.info, sayDiagnostic = say }) {
    const args = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .planArguments */ .up)(inputs, out, varFilesFor(world, root, inputs));
    const { code, diagnostics, text } = await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_6__/* .machine */ .Aq)(world, tool, root, 'plan', args, { say: line => say((0,_messages_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutKeys */ .P)(line)), sayDiagnostic }, inputs);
    // 2 stands for changes where the user has asked for -detailed-exitcode.
    return { ok: code === 0 || code === 2, diagnostics, text, planFile: out };
}
/**
 * Applies a saved plan. A cancelled one is waited for and told in `cancelled`, not thrown.
 * @param sayDiagnostic gets the lines of errors and warnings; default: `say`.
 */
async function applyPlan(world, tool, root, inputs, { planFile, say = world.log.info, sayDiagnostic = say, onMessage, }) {
    const messages = [];
    const keep = (message) => {
        messages.push(message);
        onMessage?.(message);
    };
    const ended = await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_6__/* .machine */ .Aq)(world, tool, root, 'apply', (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .applyArguments */ .lS)(inputs, planFile, (0,_learn_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .hasEphemeral */ .m)(root) ? varFilesFor(world, root, inputs) : undefined), { say, sayDiagnostic }, inputs, keep).catch(thrown => {
        if (thrown instanceof _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CancelledError */ .cc)
            return undefined;
        throw thrown;
    });
    return {
        ok: ended?.code === 0,
        cancelled: ended === undefined,
        diagnostics: ended?.diagnostics ?? messages.flatMap(one => (one.type === 'diagnostic' ? [one.diagnostic] : [])),
        text: ended?.text ?? '',
        applied: subjects(messages, 'apply_complete'),
        failed: subjects(messages, 'apply_errored'),
    };
}
function subjects(messages, type) {
    return messages.flatMap(one => (one.type === type ? [{ address: one.address, action: one.action }] : []));
}
function varFilesFor(world, root, inputs) {
    return inputs['var-files'].map(name => (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .fileFor */ .Yy)('var-files', name, root, world.context.workspace));
}
async function backendFiles(world, root, inputs) {
    const given = inputs['backend-config'];
    const files = given.flatMap(one => ('file' in one ? [one.file] : []));
    const found = files.map(name => (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .fileFor */ .Yy)('backend-config', name, root, world.context.workspace));
    const settings = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .backendFile */ .Ru)(given);
    if (settings === '')
        return found;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await world.folder(), `${(0,_plan_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .fileNameOf */ .bV)(root.directory)}.tfbackend`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, settings, { mode: 0o600 });
    return [...found, path];
}


/***/ }),

/***/ 3946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ diagnosticsInText),
/* harmony export */   Am: () => (/* binding */ unique),
/* harmony export */   T4: () => (/* binding */ diagnosticOf),
/* harmony export */   mU: () => (/* binding */ withoutColours)
/* harmony export */ });
/** A diagnostic as `-json` prints it; undefined where it is none. (Terraform's "Machine-Readable UI", diagnostic.) */
function diagnosticOf(json) {
    if (typeof json !== 'object' || json === null)
        return undefined;
    const { severity, summary, detail, address, range } = json;
    if (typeof summary !== 'string')
        return undefined;
    const { filename, start, end } = (range ?? {});
    return {
        severity: severity === 'warning' ? 'warning' : 'error',
        summary,
        detail: typeof detail === 'string' ? detail : '',
        ...(typeof address === 'string' && { address }),
        ...(filename && { file: filename }),
        ...(filename && start?.line && { line: start.line }),
        ...(filename && start?.column && { column: start.column }),
        ...(filename && end?.line && { endLine: end.line }),
    };
}
/**
 * The diagnostics in text for people, which `init` prints, and every command that cannot start. Both forms are read:
 * the box of newer versions and the paragraphs of older ones.
 */
function diagnosticsInText(text) {
    const found = [];
    let open = false;
    for (const line of withoutColours(text).split('\n')) {
        const bare = line.replace(/^[│╷╵] ?/, '').trimEnd();
        const [, word, summary = ''] = /^(Error|Warning): (.*)$/.exec(bare) ?? [];
        if (word !== undefined) {
            found.push({ head: { severity: word === 'Error' ? 'error' : 'warning', summary }, body: [] });
            open = true;
        }
        else if (line.startsWith('╵'))
            open = false;
        else if (open)
            found.at(-1)?.body.push(bare);
    }
    const all = unique(found.map(({ head, body }) => ({ ...head, ...placeAndDetail(body) })));
    // It announces the errors that follow, and says nothing itself.
    const told = all.filter(({ summary }) => !PREAMBLE.test(summary));
    return told.some(({ severity }) => severity === 'error') ? told : all;
}
/** Text without terminal colours. */
function withoutColours(text) {
    return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}
const PREAMBLE = /^(?:Terraform|OpenTofu) encountered problems during initiali[sz]ation/;
const PLACE = /^ {2}on (.+) line (\d+)(?:, in .*)?:$/;
const SOURCE = /^ +\d+: +/;
function placeAndDetail(body) {
    const [, file, line] = PLACE.exec(body.find(text => PLACE.test(text)) ?? '') ?? [];
    const [, address] = /^ {2}with (.+),$/.exec(body.find(text => /^ {2}with .+,$/.test(text)) ?? '') ?? [];
    const source = body.find(text => SOURCE.test(text))?.replace(SOURCE, '');
    const detail = body.filter(text => !PLACE.test(text) && !SOURCE.test(text) && !/^ {2}with .+,$/.test(text));
    return {
        detail: detail.join('\n').trim(),
        ...(file !== undefined && { file, line: Number(line) }),
        ...(address !== undefined && { address }),
        ...(source !== undefined && { source }),
    };
}
/** Each once: the tools print what they meet in several passes in each of them. */
function unique(diagnostics) {
    return [...new Map(diagnostics.map(one => [JSON.stringify(one), one])).values()];
}


/***/ }),

/***/ 2630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   El: () => (/* binding */ eachRoot),
/* harmony export */   IH: () => (/* binding */ oneAtATime),
/* harmony export */   cp: () => (/* binding */ sharesPluginCache)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



/**
 * Works on root modules, several at once, and keeps their lines apart: each has its own group in the log, which comes
 * as a whole when it is done where others run beside it, and line by line where it runs alone.
 * Where one throws, no other is started, those that run are waited for, and it is thrown then.
 * @returns what each gave, in the order of the roots.
 */
async function eachRoot({ log }, roots, parallel, work) {
    const alone = roots.length === 1 || parallel === 1;
    const logging = oneAtATime();
    const apart = async (root) => {
        const lines = [];
        try {
            return await work(root, line => lines.push(line));
        }
        finally {
            await logging(() => log.group(root.directory, async () => log.info(lines.join('\n'))));
        }
    };
    const live = (root) => log.group(root.directory, () => work(root, log.info));
    return inPool(roots, parallel, alone ? live : apart);
}
/** Lets only one of the given tasks run at any time. */
function oneAtATime() {
    let last = Promise.resolve();
    return task => {
        const mine = last.then(task, task);
        last = mine.catch(() => { });
        return mine;
    };
}
/**
 * Whether providers go through one cache folder, which is not safe for several `init` at once
 * (Terraform's "CLI Configuration File", provider plugin cache).
 */
function sharesPluginCache(env) {
    if (env.TF_PLUGIN_CACHE_DIR)
        return true;
    const files = [env.TF_CLI_CONFIG_FILE, env.TERRAFORM_CONFIG, ...['.terraformrc', '.tofurc'].map(inHome)];
    return files.some(path => path !== undefined && /^\s*plugin_cache_dir\s*=/m.test(contentOf(path)));
}
async function inPool(items, size, work) {
    const results = [];
    const failures = [];
    const waiting = items.entries();
    const worker = async () => {
        for (const [index, item] of waiting) {
            if (failures.length > 0)
                return;
            try {
                results[index] = await work(item);
            }
            catch (thrown) {
                failures.push(thrown);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(size, items.length) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return results;
}
function inHome(name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), name);
}
function contentOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 3147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ toolEnvironment)
/* harmony export */ });
// What the user wants of every plan (TF_CLI_ARGS='-lock=false') no command understands that only reads.
const READING = ['show', 'output', 'version', 'fmt', 'workspace'];
/**
 * The environment for Terraform: never asks, never calls home, does not see this action's inputs (the token is one).
 * The user's TF_CLI_ARGS reach the commands that plan and apply, not those that only read.
 */
function toolEnvironment(env, command) {
    const kept = Object.entries(env).filter(([name]) => !name.startsWith('INPUT_') && name !== 'TF_INPUT');
    const { TF_CLI_ARGS, [`TF_CLI_ARGS_${command}`]: own, ...others } = Object.fromEntries(kept);
    return {
        ...others,
        ...(!READING.includes(command) && {
            ...(TF_CLI_ARGS !== undefined && { TF_CLI_ARGS }),
            ...(own !== undefined && { [`TF_CLI_ARGS_${command}`]: own }),
        }),
        TF_IN_AUTOMATION: 'true',
        TF_INPUT: '0',
        CHECKPOINT_DISABLE: 'true',
    };
}


/***/ }),

/***/ 6048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ machine),
/* harmony export */   Bp: () => (/* binding */ errorsOf),
/* harmony export */   Xm: () => (/* binding */ execIn),
/* harmony export */   bn: () => (/* binding */ allOf),
/* harmony export */   eh: () => (/* binding */ human)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3946);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3147);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(840);



/** Runs a command that prints text for people. */
async function human(world, tool, root, command, args, say, inputs) {
    const onLine = (line) => say((0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutColours */ .mU)(line));
    const { code, stdout, stderr } = await execIn(world, tool, root, command, args, { onLine }, inputs);
    const ran = { ok: code === 0, diagnostics: (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnosticsInText */ .$6)(`${stdout}\n${stderr}`) };
    return { ...ran, text: (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutColours */ .mU)(`${stdout}\n${stderr}`).trim() };
}
/** Runs a command with `-json`; what it prints all the same as text is read as that. */
async function machine(world, tool, root, command, args, { say, sayDiagnostic }, inputs, onMessage = () => { }) {
    const diagnostics = [];
    const other = [];
    const onLine = (line) => {
        const message = (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMessage */ .v)(line);
        onMessage(message);
        if (message.type === 'diagnostic') {
            diagnostics.push(message.diagnostic);
            sayDiagnostic(tellDiagnostic(message.diagnostic));
        }
        else {
            if (message.text === line)
                other.push((0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutColours */ .mU)(line));
            say((0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutColours */ .mU)(message.text));
        }
    };
    const { code } = await execIn(world, tool, root, command, args, { onLine }, inputs);
    const text = other.join('\n').trim();
    return { code, diagnostics: (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .unique */ .Am)([...diagnostics, ...(0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnosticsInText */ .$6)(text)]), text };
}
/** A diagnostic as lines for the log. */
function tellDiagnostic({ severity, summary, detail, file, line }) {
    const where = file === undefined ? '' : ` (${file}${line === undefined ? '' : `:${line}`})`;
    return `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}${where}${detail === '' ? '' : `\n${detail}`}`;
}
/** The errors of a failed command: what it said where it gave no diagnostic. */
function errorsOf({ diagnostics, text }) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
        return errors;
    const [summary = '', ...rest] = text.split('\n');
    return [
        { severity: 'error', summary: summary || 'failed without a message', detail: rest.join('\n').trim() },
    ];
}
/** Warnings and errors of a failed command. */
function allOf(ran) {
    return [...ran.diagnostics.filter(({ severity }) => severity === 'warning'), ...errorsOf(ran)];
}
/** Runs the tool in a root module; every exit code is an answer. */
function execIn(world, tool, root, command, args, more = {}, inputs = { workspace: undefined }) {
    const env = (0,_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .toolEnvironment */ .u)(world.env, command);
    // `workspace select` refuses where TF_WORKSPACE stands; the input says the same and wins.
    if (inputs.workspace !== undefined)
        delete env.TF_WORKSPACE;
    return world.exec(tool.program, args, { cwd: root.path, env, signal: world.signal, accept: 'any', ...more });
}


/***/ }),

/***/ 4433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ terraformInputs)
/* harmony export */ });
/* harmony import */ var _action_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6805);

/** The inputs on how to plan, which terraform-plan-comment and terraform-apply share: equal inputs, equal plan. */
const terraformInputs = (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .defineInputs */ .pf)({
    directories: (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)({
        description: 'The root modules, one a line, relative to the workspace. Globs are allowed (`live/*/`), and `!` before one leaves directories out. With Terragrunt: folders with units at any depth below.',
        default: '.',
    }),
    tool: (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)({
        description: '`terraform`, `tofu` or `terragrunt`; `auto`: Terragrunt where the directories hold `terragrunt.hcl`, OpenTofu where they hold `.tofu` files, else what is installed, Terraform first.',
        words: ['auto', 'terraform', 'tofu', 'terragrunt'],
        default: 'auto',
    }),
    workspace: (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)({
        description: 'The Terraform workspace to select; it must exist. Default: the one that is selected.',
    }, parseWorkspace),
    'var-files': (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)({
        description: 'Files for `-var-file`, one a line: relative to each root module, or, where none is there, to the workspace.',
    }),
    'backend-config': (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: 'For `-backend-config`, one a line: `key=value`, or a file as in `var-files`. Values are masked and are not put on the command line.',
        secret: true,
    }, parseBackendLine),
    'init-args': (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: 'More arguments for `init`, one a line, such as `-upgrade`.' }, argumentParser(['-backend', '-json', '-chdir'])),
    'plan-args': (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: 'More arguments for `plan`, one a line, such as `-target=aws_instance.web`.' }, argumentParser(['-out', '-json', '-chdir', '-generate-config-out'])),
    'lock-timeout': (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)({
        description: 'How long to wait for the state lock that another run holds, such as `0s` or `5m`.',
        default: '60s',
    }, parseDuration),
    parallel: (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
        description: 'How many root modules to work on at the same time.',
        default: '4',
        min: 1,
        max: 32,
    }),
    redact: (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)({
        description: 'Globs of attribute names or paths whose values are hidden besides those that the plan marks as sensitive, one a line, such as `*password*`.',
    }),
});
/** Terraform's own rule: a line with `=` in it is a setting, any other a file. */
function parseBackendLine(line) {
    if (!line.includes('='))
        return { file: line };
    const [key, value] = (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .splitPair */ .T6)(line);
    return { key, value };
}
/** Terraform's own rule (a name that a URL may hold as it is), and none that its command line takes for a flag. */
function parseWorkspace(name) {
    if (!/^[\w.~$&+=:@][\w.~$&+=:@-]*$/.test(name))
        throw new Error('write the name of a workspace, such as prod');
    return name;
}
/** As Go's time.ParseDuration takes it. */
function parseDuration(text) {
    if (!/^(?:0|(?:\d+(?:\.\d+)?(?:ms|[smh]))+)$/.test(text))
        throw new Error('write a duration, such as 0s, 90s or 5m');
    return text;
}
function argumentParser(ours) {
    return line => {
        if (!line.startsWith('-'))
            throw new Error('write arguments that begin with -, one a line');
        const name = line.replace(/^--?/, '-').replace(/=.*$/s, '');
        if (ours.includes(name))
            throw new Error(`leave out ${name}, which the action sets itself`);
        return line;
    };
}


/***/ }),

/***/ 2177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ adviceOn)
/* harmony export */ });
const KNOWN = [
    { pattern: /Error (?:acquiring|locking) the state lock|Error locking state/i, advice: lockHeld },
    {
        pattern: /Unsupported (?:Terraform Core|OpenTofu Core|\w+) version/,
        advice: text => `The configuration asks for another version${required(text)}: install that in the setup step, or change required_version.`,
    },
    {
        pattern: /state snapshot was created by .* which is newer than/,
        advice: 'The state was written by a newer version: install that one, or a newer one, in the setup step.',
    },
    {
        pattern: /No valid credential sources? found|failed to refresh cached credentials|could not find default credentials|InvalidClientTokenId|UnrecognizedClientException|ExpiredToken|InvalidAccessKeyId|unable to build authorizer|could not configure \w+ Authorizer|no EC2 IMDS role found/i,
        advice: "The cloud's credentials are missing, wrong or expired: log in before this step (aws-actions/configure-aws-credentials with `id-token: write`, google-github-actions/auth, azure/login).",
    },
    {
        pattern: /AccessDenied|is not authorized to perform|UnauthorizedOperation|AuthorizationFailed/,
        advice: 'The credentials are valid but may not do this: give their role the permission that the error names.',
    },
    {
        pattern: /Inconsistent dependency lock file|Provider dependency changes detected|doesn't match any of the checksums|required by this configuration but no version is selected/,
        advice: 'The lock file does not fit: run `terraform providers lock -platform=linux_amd64` (and your own platform), and commit .terraform.lock.hcl.',
    },
    {
        pattern: /does not match configured version constraint|previously-selected version \S+ is no longer available/,
        advice: 'The lock file holds another version of the provider than is asked for, or one that is no longer there: run `terraform init -upgrade` and commit .terraform.lock.hcl.',
    },
    {
        pattern: /no available releases match the given constraints/,
        advice: 'No version of the provider fits all constraints: correct those of the configuration or of its modules (`terraform providers` lists them).',
    },
    {
        pattern: /Failed to (?:query available|resolve) provider packages|Failed to install provider|Could not (?:retrieve the list of available versions|connect to)|Failed to download module|Could not download module|Error accessing remote module registry/,
        advice: 'A provider or module cannot be downloaded: check its source and version, and that this runner reaches it; where the network was at fault, run the job again.',
    },
    {
        pattern: /No value for required variable/,
        advice: 'Give the variable through `var-files`, or as TF_VAR_… in the environment of the step.',
    },
    {
        pattern: /[Ww]orkspace "[^"]*" (?:doesn't|does not) exist|Currently selected workspace .* does not exist/,
        advice: 'Make the workspace once with `terraform workspace new`, or correct the input `workspace`.',
    },
    {
        pattern: /Saved plan is stale/,
        advice: 'The state has changed since the plan was made: plan again.',
    },
    {
        pattern: /Backend configuration changed|Backend type changed/,
        advice: 'An earlier step initialised another backend here: add `-reconfigure` to `init-args`.',
    },
];
/** What to do about an error that has a known remedy; undefined for any other. */
function adviceOn({ summary, detail, source = '', }) {
    const text = `${summary}\n${detail}`;
    // The tools wrap what they print for people, wherever a line is full.
    const line = text.replace(/\s+/g, ' ');
    const known = KNOWN.find(({ pattern }) => pattern.test(line));
    return typeof known?.advice === 'function' ? known.advice(`${text}\n${source}`) : known?.advice;
}
/** Terraform's "Lock Info" tells who holds the lock. */
function lockHeld(text) {
    const field = (name) => new RegExp(`^\\s*${name}:\\s+(\\S.*)$`, 'm').exec(text)?.[1]?.trim();
    const [id, who, since, operation] = ['ID', 'Who', 'Created', 'Operation'].map(field);
    // The HTTP backend tells of the holder only its ID, and under "Lock Info" what this very command asked for.
    const other = /already locked: ID=(\S+)/.exec(text)?.[1];
    if (other !== undefined && other !== id)
        return lockedBy('Another run', '', other);
    const doing = operation?.replace(/^OperationType/, '').toLowerCase();
    const holder = who === undefined ? 'Another run' : `'${who}'`;
    const what = [doing && `for ${doing}`, since && `since ${since}`].filter(Boolean).join(', ');
    return lockedBy(holder, what, id);
}
function lockedBy(holder, what, id) {
    const unlock = id === undefined ? '`terraform force-unlock` with its ID' : `\`terraform force-unlock ${id}\``;
    return `${holder} holds the lock of the state${what === '' ? '' : ` (${what})`}: wait for it and run the job again, or raise \`lock-timeout\`. Only where that run is dead, release it: ${unlock}.`;
}
function required(text) {
    const version = /required_version\D*?["=]\s*"?([^"\n]*\d[^"\n]*)"/.exec(text)?.[1];
    return version === undefined ? '' : ` (${version.trim()})`;
}


/***/ }),

/***/ 8261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ hasEphemeral),
  u: () => (/* binding */ learnSecrets)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/toolkit/redact/environment.js
var environment = __webpack_require__(5764);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/arguments.js
var run_arguments = __webpack_require__(866);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/hcl.js
/**
 * A tolerant reading of HCL, only as deep as it takes to find values that must be hidden: top-level attributes and
 * blocks, and the literals in them. Terraform itself judges what is right; here wrong syntax just ends the reading.
 */
/** Reads a file's text. */
function readHcl(text) {
    return itemsOf(tokensOf(text));
}
// In this order: comments and heredocs may hold anything.
const LEXEMES = [
    /\/\*[\s\S]*?(?:\*\/|$)/y,
    /(?:#|\/\/)[^\n]*/y,
    /<<-?\s*([A-Za-z_][\w-]*)\r?\n([\s\S]*?)(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/my,
    /-?\d[\d.]*(?:[eE][+-]?\d+)?/y,
    /[A-Za-z_][\w-]*/y,
    /[ \t\r]+/y,
];
function tokensOf(text) {
    const tokens = [];
    for (let at = 0; at < text.length;) {
        if (text[at] === '"') {
            const { value, end } = quoted(text, at);
            tokens.push({ kind: 'text', value });
            at = end;
            continue;
        }
        const index = LEXEMES.findIndex(lexeme => {
            lexeme.lastIndex = at;
            return lexeme.test(text);
        });
        if (index === -1) {
            tokens.push({ kind: 'sign', value: text[at] });
            at++;
            continue;
        }
        const lexeme = LEXEMES[index];
        lexeme.lastIndex = at;
        const [whole = '', , heredoc = ''] = lexeme.exec(text) ?? [];
        if (index === 2)
            tokens.push({ kind: 'text', value: heredoc.replace(/\r?\n$/, '') });
        if (index === 3)
            tokens.push({ kind: 'number', value: whole });
        if (index === 4)
            tokens.push({ kind: 'name', value: whole });
        at += Math.max(1, whole.length);
    }
    return tokens;
}
const ESCAPES = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
/** A quoted string; interpolations are left out, so that what stands around them is still known. */
function quoted(text, start) {
    let value = '';
    let at = start + 1;
    while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
        const pair = text.slice(at, at + 2);
        if (text[at] === '\\') {
            const code = /^\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8}))/.exec(text.slice(at, at + 10));
            if (code) {
                value += String.fromCodePoint(Math.min(0x10ffff, Number.parseInt((code[1] ?? code[2]), 16)));
                at += code[0].length;
            }
            else {
                value += ESCAPES[text[at + 1] ?? ''] ?? text[at + 1] ?? '';
                at += 2;
            }
        }
        else if ((pair === '$$' || pair === '%%') && text[at + 2] === '{') {
            value += `${text[at]}{`;
            at += 3;
        }
        else if (/^[$%]\{/.test(pair)) {
            at = afterInterpolation(text, at + 2);
        }
        else {
            value += text[at];
            at++;
        }
    }
    return { value, end: at + 1 };
}
function afterInterpolation(text, start) {
    let depth = 1;
    let at = start;
    while (at < text.length && depth > 0) {
        if (text[at] === '"')
            at = quoted(text, at).end;
        else {
            if (text[at] === '{')
                depth++;
            if (text[at] === '}')
                depth--;
            at++;
        }
    }
    return at;
}
function itemsOf(tokens) {
    const items = [];
    for (let at = 0; at < tokens.length;) {
        const token = tokens[at];
        if (token.kind !== 'name' && token.kind !== 'text') {
            at++;
            continue;
        }
        let next = at + 1;
        const labels = [];
        while (tokens[next]?.kind === 'text' || tokens[next]?.kind === 'name')
            labels.push(tokens[next++].value);
        const sign = tokens[next];
        const end = endOf(tokens, next);
        if (isSign(sign, '{'))
            items.push({
                name: token.value,
                labels,
                literals: [],
                words: [],
                body: itemsOf(tokens.slice(next + 1, end - 1)),
            });
        else if (isSign(sign, '='))
            items.push(attribute(token.value, tokens.slice(next + 1, end)));
        at = Math.max(next + 1, isSign(sign, '{') || isSign(sign, '=') ? end : next);
    }
    return items;
}
/** Where an item ends: behind the brace that closes it, or at the end of the line outside of all brackets. */
function endOf(tokens, start) {
    let depth = 0;
    const block = isSign(tokens[start], '{');
    for (let at = start; at < tokens.length; at++) {
        const token = tokens[at];
        if (token.kind !== 'sign')
            continue;
        if ('{[('.includes(token.value))
            depth++;
        if ('}])'.includes(token.value))
            depth--;
        if (block && depth === 0)
            return at + 1;
        if (!block && depth <= 0 && token.value === '\n')
            return at;
    }
    return tokens.length;
}
function attribute(name, tokens) {
    const values = (kinds) => tokens.flatMap(({ kind, value }) => (kinds.includes(kind) ? [value] : []));
    return { name, labels: [], literals: values(['text', 'number']), words: values(['name']), body: undefined };
}
function isSign(token, value) {
    return token?.kind === 'sign' && token.value === value;
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/sensitive-variables.js

/** The variables that a root module declares as sensitive or ephemeral, with the scalars of their defaults. */
function sensitiveVariables(sources) {
    return new Map(sources.flatMap(({ name, text }) => (isJson(name) ? declaredInJson(text) : declaredInHcl(text))));
}
/** Whether a root module declares an ephemeral variable, of which a saved plan keeps no value. */
function declaresEphemeral(sources) {
    return sources.some(({ name, text }) => isJson(name)
        ? variablesInJson(text).some(([, declared]) => isMarked(declared, 'ephemeral'))
        : readHcl(text).some(item => item.name === 'variable' && isMarkedIn(item, 'ephemeral')));
}
/** The scalars that a file of variables (`.tfvars`, `.tfvars.json`) gives to some of them. */
function valuesOf({ name, text }, variables) {
    const given = isJson(name)
        ? Object.entries(object(json(text))).map(([key, value]) => [key, scalars(value)])
        : readHcl(text).map(item => [item.name, literalsIn(item)]);
    return given.flatMap(([key, values]) => (variables.has(key) ? values : []));
}
/**
 * The scalars in the text of a variable, as `TF_VAR_x` or `-var` give it: the text itself, and, where it is an
 * expression for a list or an object, the literals in it.
 */
function valuesInText(text) {
    const nested = /^\s*[[{]/.test(text) ? readHcl(`x = ${text}`).flatMap(literalsIn) : [];
    return [text, ...nested];
}
function declaredInHcl(text) {
    return readHcl(text).flatMap(({ name, labels: [label], body }) => {
        if (name !== 'variable' || label === undefined || body === undefined)
            return [];
        if (!MARKS.some(mark => isMarkedIn({ body }, mark)))
            return [];
        return [[label, body.flatMap(item => (item.name === 'default' ? literalsIn(item) : []))]];
    });
}
function declaredInJson(text) {
    return variablesInJson(text).flatMap(([name, one]) => MARKS.some(mark => isMarked(one, mark)) ? [[name, scalars(one.default)]] : []);
}
/** JSON syntax: `variable` holds an object by name, or a list of such. */
function variablesInJson(text) {
    const blocks = [object(json(text)).variable].flat().map(object);
    return blocks.flatMap(Object.entries).map(([name, declared]) => [name, object([declared].flat()[0])]);
}
const MARKS = ['sensitive', 'ephemeral'];
function isMarkedIn({ body = [] }, mark) {
    return body.some(({ name, words }) => name === mark && words.some(word => word !== 'false'));
}
function isMarked(declared, mark) {
    return mark in declared && declared[mark] !== false;
}
function literalsIn(item) {
    return [...item.literals, ...(item.body ?? []).flatMap(literalsIn)];
}
function scalars(value) {
    if (value === null || value === undefined)
        return [];
    return typeof value === 'object' ? Object.values(value).flatMap(scalars) : [String(value)];
}
function object(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function json(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function isJson(name) {
    return name.endsWith('.json');
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/learn-secrets.js





/**
 * Learns the secrets that a root module is given, so that no line and no error shows them: the values of variables
 * that it declares as sensitive, wherever they come from, the credentials in `backend-config`, and environment variables
 * whose names say what they are. To be called before the tool is started: when it fails, there is no plan that would
 * tell what was sensitive.
 */
function learnSecrets(world, root, inputs) {
    const files = filesIn(root.path);
    const variables = sensitiveVariables(sourcesOf(files));
    const automatic = files.filter(({ name }) => /(^terraform|\.auto)\.tfvars(\.json)?$/.test(name));
    const named = inputs['var-files'].flatMap(name => readable((0,run_arguments/* fileFor */.Yy)('var-files', name, root, world.context.workspace)));
    const values = [
        ...(0,environment/* secretsOfEnvironment */.O)(ownEnvironment(world.env)),
        ...[...variables.values()].flat(),
        ...[...automatic, ...named].flatMap(file => valuesOf(file, variables)),
        ...[...variables.keys()].flatMap(name => valuesInText(world.env[`TF_VAR_${name}`] ?? '')),
        ...onCommandLine([...inputs['plan-args'], ...words(world.env)], variables),
        ...inputs['backend-config'].flatMap(one => 'key' in one && isCredential(one.key) ? valuesInText(one.value) : []),
    ];
    world.secrets.learn(values);
}
/** Whether a root module declares a variable whose value no saved plan keeps, and which an apply must be given again. */
function hasEphemeral(root) {
    return declaresEphemeral(sourcesOf(filesIn(root.path)));
}
/** Without the action's inputs (the token is masked already), and without public keys, which are there to be seen. */
function ownEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !/^INPUT_|public/i.test(name)));
}
/** Keys of backends whose values are credentials; the rest (bucket, region, key) is no secret and may be read. */
function isCredential(key) {
    return /token|password|secret|access_key|credential|conn_str|sas|encryption|certificate|private/i.test(key);
}
/** `-var name=value` and `-var=name=value`. */
function onCommandLine(args, variables) {
    return args.flatMap((arg, index) => {
        const given = /^--?var$/.test(args[index - 1] ?? '') ? arg : /^--?var=(.*)$/s.exec(arg)?.[1];
        const [, name = '', value = ''] = /^['"]?(\w[\w-]*)=(.*?)['"]?$/s.exec(given ?? '') ?? [];
        return variables.has(name) ? valuesInText(value) : [];
    });
}
function words(env) {
    return `${env.TF_CLI_ARGS ?? ''} ${env.TF_CLI_ARGS_plan ?? ''}`.split(/\s+/);
}
function sourcesOf(files) {
    return files.filter(({ name }) => /\.(tf|tofu)(\.json)?$/.test(name));
}
function filesIn(path) {
    return (0,external_node_fs_.readdirSync)(path)
        .filter(name => /\.(tf|tofu|tfvars)(\.json)?$/.test(name))
        .flatMap(name => readable((0,external_node_path_.join)(path, name)));
}
function readable(path) {
    try {
        return [{ name: path.split('/').at(-1), text: (0,external_node_fs_.readFileSync)(path, 'utf8') }];
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ withoutKeys),
/* harmony export */   v: () => (/* binding */ parseMessage)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3946);

/**
 * A line on an object without its keys and its id. While a plan is made they may hold what only the finished plan
 * tells to be secret.
 */
function withoutKeys(text) {
    return text.replace(/\["(?:[^"\\]|\\.)*"\]/g, '[…]').replace(/ \[id=.*\]$/s, '');
}
/** Reads one line; `text` is what to log. Never throws: what is not understood is `other`. */
function parseMessage(line) {
    const json = parsed(line);
    if (json === undefined)
        return { type: 'other', text: line };
    const text = typeof json['@message'] === 'string' ? json['@message'] : line;
    return { ...known(json), text };
}
function known(json) {
    switch (json.type) {
        case 'diagnostic': {
            const diagnostic = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnosticOf */ .T4)(json.diagnostic);
            return diagnostic ? { type: 'diagnostic', diagnostic } : { type: 'other' };
        }
        case 'planned_change':
        case 'resource_drift':
            return { type: json.type, ...subject(json.change) };
        case 'apply_start':
        case 'apply_progress':
        case 'apply_complete':
        case 'apply_errored': {
            const seconds = object(json.hook).elapsed_seconds;
            return {
                type: json.type,
                ...subject(json.hook),
                seconds: typeof seconds === 'number' ? seconds : undefined,
            };
        }
        case 'change_summary':
            return { type: 'change_summary', changes: changeSummary(object(json.changes)) };
        case 'outputs':
            return { type: 'outputs', outputs: object(json.outputs) };
        default:
            return { type: 'other' };
    }
}
function subject(value) {
    const { resource, action } = object(value);
    return { address: String(object(resource).addr ?? ''), action: String(action ?? '') };
}
function changeSummary(changes) {
    const count = (name) => (typeof changes[name] === 'number' ? changes[name] : 0);
    return {
        operation: String(changes.operation ?? ''),
        add: count('add'),
        change: count('change'),
        remove: count('remove'),
        import: count('import'),
    };
}
function object(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function parsed(line) {
    if (!line.startsWith('{'))
        return undefined;
    try {
        return object(JSON.parse(line));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 7404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   h$: () => (/* binding */ showText),
/* harmony export */   qN: () => (/* binding */ showJson)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3055);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3946);
/* harmony import */ var _exec_tool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6048);




/**
 * Writes `show -json` of a saved plan into a file (mode 0600), however large it is.
 * @throws UserError with what the tool said where it fails; a text fallback is `showText`.
 */
async function showJson(world, tool, root, { planFile, to }) {
    const args = ['show', '-json', '-no-color', planFile];
    const { code, stderr } = await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_2__/* .execIn */ .Xm)(world, tool, root, 'show', args, { stdoutTo: to });
    if (code !== 0)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`'${tool.name} show -json' failed in '${root.directory}': ${(0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutColours */ .mU)(stderr).trim()}`);
}
/** The plan as the tool prints it for people. @throws UserError where that fails too. */
async function showText(world, tool, root, planFile) {
    const { code, stdout, stderr } = await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_2__/* .execIn */ .Xm)(world, tool, root, 'show', ['show', '-no-color', planFile]);
    if (code !== 0)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`'${tool.name} show' failed in '${root.directory}': ${(0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutColours */ .mU)(stderr).trim()}`);
    return stdout;
}
/**
 * Reads the outputs of the state, and keeps the whole `output -json` in a file (mode 0600).
 * @throws UserError with what the tool said where it fails.
 */
async function outputsOf(world, tool, root, to) {
    const { code, stderr } = await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_2__/* .execIn */ .Xm)(world, tool, root, 'output', ['output', '-json', '-no-color'], {
        stdoutTo: to,
    });
    if (code !== 0)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`'${tool.name} output' failed in '${root.directory}': ${(0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutColours */ .mU)(stderr).trim()}`);
    return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(to, 'utf8'));
}


/***/ }),

/***/ 4752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   g: () => (/* binding */ rootModules)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3055);



/**
 * The root modules that the input `directories` names, in its order, each once.
 * A glob takes those of its matches that are root modules; a plain name must be one.
 * @throws UserError naming the line that is no root module, lies outside the workspace, or matches nothing.
 */
function rootModules(world, inputs) {
    const workspace = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(world.context.workspace);
    const without = inputs.directories.filter(line => line.startsWith('!')).map(line => clean(line.slice(1)));
    const excluded = new Set((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.globSync)(without, { cwd: workspace }).map(withSlashes));
    const found = new Map();
    for (const line of inputs.directories.filter(line => !line.startsWith('!')))
        for (const directory of directoriesOf(line, workspace))
            if (!excluded.has(directory))
                found.set(directory, { directory, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, directory) });
    if (found.size === 0)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`input 'directories' leaves nothing to do: what it names is left out by a line with '!'`);
    return [...found.values()];
}
/** Whose files lie in a directory, by what it holds; undefined where it is no root module. */
function kindOf(path) {
    const names = filesIn(path);
    if (names.includes('terragrunt.hcl'))
        return 'terragrunt';
    if (names.some(name => /\.tofu(\.json)?$/.test(name)))
        return 'tofu';
    if (names.some(name => /\.tf(\.json)?$/.test(name)))
        return 'terraform';
    return names.includes('terragrunt.stack.hcl') || hasUnits(path) ? 'terragrunt' : undefined;
}
function directoriesOf(line, workspace) {
    const glob = clean(line);
    if (glob === '..' || glob.startsWith('../') || node_path__WEBPACK_IMPORTED_MODULE_1__.posix.isAbsolute(glob))
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`input 'directories' names '${line}', which lies outside the workspace; name a directory of this repository`);
    // A directory may well be named `live[1]`.
    const isGlob = /[*?[{]/.test(glob) && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, glob));
    return isGlob ? matching(line, glob, workspace) : [plainDirectory(line, glob, workspace)];
}
function matching(line, glob, workspace) {
    const hidden = (path) => path.split('/').some(part => part.startsWith('.'));
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.globSync)(glob, { cwd: workspace, exclude: name => name === '.git' || name === '.terraform' })
        .map(withSlashes)
        .filter(path => !hidden(path) && kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, path)) !== undefined)
        .sort();
    if (found.length === 0)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`input 'directories' has '${line}', which matches no directory with Terraform files; check the glob, and that the repository is checked out`);
    return found;
}
function plainDirectory(line, directory, workspace) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, directory);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isDirectory())
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`input 'directories' names '${line}', ${(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? 'which is a file; name the directory that it lies in' : 'which is no directory of the workspace; check the name, and that the repository is checked out'}`);
    if (kindOf(path) === undefined)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`input 'directories' names '${line}', which holds no .tf, .tf.json or .tofu file and no terragrunt.hcl; name a root module`);
    return directory;
}
function clean(line) {
    const path = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(line.replaceAll('\\', '/')).replace(/\/+$/, '');
    return path === '' ? '/' : path;
}
function filesIn(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { withFileTypes: true }).flatMap(entry => entry.isDirectory() ? [] : [entry.name]);
    }
    catch {
        return [];
    }
}
function hasUnits(path) {
    const skip = (name) => name.startsWith('.');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.globSync)('**/terragrunt{,.stack}.hcl', { cwd: path, exclude: name => skip(name) }).length > 0;
}
function withSlashes(path) {
    return path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}


/***/ }),

/***/ 463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ learnState)
/* harmony export */ });
/* unused harmony export sensitiveInState */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3055);
/* harmony import */ var _plan_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(710);
/* harmony import */ var _exec_tool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6048);





/**
 * Learns the sensitive values of the state. For where a plan failed: then no plan tells what was sensitive, and the
 * error may hold it. A state that cannot be read teaches nothing.
 */
async function learnState(world, tool, root) {
    const to = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await world.folder(), `${(0,_plan_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .fileNameOf */ .bV)(root.directory)}.state.json`);
    try {
        await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .execIn */ .Xm)(world, tool, root, 'show', ['show', '-json', '-no-color'], { stdoutTo: to });
        world.secrets.learn(sensitiveInState(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(to, 'utf8'))));
    }
    catch (thrown) {
        if (!(thrown instanceof SyntaxError || thrown instanceof _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
            throw thrown;
        world.log.debug(`the state of '${root.directory}' cannot be read: ${(0,_action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown)}`);
    }
}
/** The sensitive scalars in `show -json` of a state: those of outputs, and of resources by `sensitive_values`. */
function sensitiveInState(state) {
    const { outputs, root_module } = object(object(state).values);
    const ofOutputs = Object.values(object(outputs)).flatMap(output => object(output).sensitive === true ? scalars(object(output).value) : []);
    return [...ofOutputs, ...inModule(root_module)];
}
function inModule(module) {
    const { resources, child_modules } = object(module);
    const own = list(resources).flatMap(resource => {
        const { values, sensitive_values } = object(resource);
        return marked(values, sensitive_values);
    });
    return [...own, ...list(child_modules).flatMap(inModule)];
}
function marked(value, mark) {
    if (mark === true)
        return scalars(value);
    return Object.entries(object(mark)).flatMap(([key, inner]) => marked(object(value)[key], inner));
}
function scalars(value) {
    if (value === null || value === undefined)
        return [];
    return typeof value === 'object' ? Object.values(value).flatMap(scalars) : [String(value)];
}
function object(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function list(value) {
    return Array.isArray(value) ? value : [];
}


/***/ }),

/***/ 5766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ titleOf),
/* harmony export */   S: () => (/* binding */ findTool)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3055);
/* harmony import */ var _exec_on_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2942);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3147);
/* harmony import */ var _root_modules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4752);





const TITLES = { terraform: 'Terraform', tofu: 'OpenTofu', terragrunt: 'Terragrunt' };
const SETUP = {
    terraform: 'hashicorp/setup-terraform',
    tofu: 'opentofu/setup-opentofu',
    terragrunt: 'gruntwork-io/terragrunt-action',
};
/** The tool's name as people write it. */
function titleOf(tool) {
    return TITLES[tool.name];
}
/**
 * Finds the tool for these root modules.
 * @throws UserError where none is installed, or `auto` cannot tell.
 */
async function findTool(world, wanted, roots) {
    const name = wanted === 'auto' ? automatic(roots, world.env) : wanted;
    const program = locate(name, world.env);
    if (program === undefined)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${TITLES[name]} is needed and '${name}' is not on the PATH; install it in an earlier step, such as ${SETUP[name]}`);
    const version = await versionOf(world, name, program);
    return name === 'terragrunt'
        ? { name, program, version, drives: await driven(world) }
        : { name, program, version };
}
/** What `auto` stands for. */
function automatic(roots, env) {
    const kinds = new Map(roots.map(({ directory, path }) => [(0,_root_modules_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(path) ?? 'terraform', directory]));
    const terragrunt = kinds.get('terragrunt');
    const other = kinds.get('tofu') ?? kinds.get('terraform');
    if (terragrunt !== undefined && other !== undefined)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`input 'tool' is 'auto', but '${terragrunt}' is for Terragrunt and '${other}' is not; run them in two steps, or name the tool`);
    if (terragrunt !== undefined)
        return 'terragrunt';
    if (kinds.has('tofu'))
        return 'tofu';
    const installed = ['terraform', 'tofu'].find(name => locate(name, env) !== undefined);
    if (installed === undefined)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`neither 'terraform' nor 'tofu' is on the PATH; install one in an earlier step, such as ${SETUP.terraform} or ${SETUP.tofu}`);
    return installed;
}
/**
 * The program on the PATH. hashicorp/setup-terraform (and its like for OpenTofu) puts a script in its place that
 * returns 0 for every plan and adds lines to its output; the real program lies beside it as `terraform-bin`.
 */
function locate(name, env) {
    const found = (0,_exec_on_path_js__WEBPACK_IMPORTED_MODULE_2__/* .programOnPath */ .B)(name, env);
    const real = found && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(found), `${name}-bin`);
    return real !== undefined && (0,_exec_on_path_js__WEBPACK_IMPORTED_MODULE_2__/* .isProgram */ .V)(real) ? real : found;
}
async function versionOf({ env, exec, signal }, name, program) {
    const args = name === 'terragrunt' ? ['--version'] : ['version'];
    const { stdout, stderr } = await exec(program, args, {
        env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .toolEnvironment */ .u)(env, 'version'),
        signal,
        accept: 'any',
    });
    const version = /\bv?(\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
    if (version === undefined)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`'${program} ${args.join(' ')}' tells no version: ${(stderr || stdout).trim().slice(0, 500)}`);
    return version;
}
/** Terragrunt's own choice (TG_TF_PATH; default: OpenTofu where it is installed), without a wrapper. */
async function driven(world) {
    const { env } = world;
    const given = env.TG_TF_PATH || env.TERRAGRUNT_TFPATH;
    const program = given || locate('tofu', env) || locate('terraform', env);
    if (program === undefined)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Terragrunt needs 'tofu' or 'terraform', and neither is on the PATH; install one in an earlier step`);
    const name = /terraform[^/]*$/.test(program) ? 'terraform' : 'tofu';
    return { name, program, version: await versionOf(world, name, program) };
}


/***/ }),

/***/ 6959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * The workspace that a root module is planned in: the one of the input, of TF_WORKSPACE, or that an earlier step
 * selected there (Terraform notes it in its data directory).
 */
function workspaceOf(env, { path }, inputs) {
    return inputs.workspace ?? (env.TF_WORKSPACE || selectedIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path, env.TF_DATA_DIR || '.terraform')));
}
function selectedIn(dataDirectory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(dataDirectory, 'environment'), 'utf8').trim() || 'default';
    }
    catch {
        return 'default';
    }
}


/***/ }),

/***/ 3102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ Diff)
/* harmony export */ });
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}


/***/ })

};
