export const id = 442;
export const ids = [442];
export const modules = {

/***/ 1442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bumpManifest: () => (/* binding */ bumpManifest),
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var action_errors = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/js/toolkit/action/run.js + 5 modules
var run = __webpack_require__(3761);
// EXTERNAL MODULE: ./build/js/toolkit/exec/exec.js + 1 modules
var exec = __webpack_require__(9250);
;// CONCATENATED MODULE: ./build/js/toolkit/git/verdict.js
const FINAL = [
    ['protected', /\bGH0\d\d\b|protected branch|rule violations|hook declined|\bpushing is not allowed\b/i],
    ['ssh-key', /error in libcrypto|invalid format|incorrect passphrase|bad permissions/i],
    ['host-key', /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/i],
    [
        'read-only',
        /error: 403|Write access to repository not granted|marked as read.only|Permission to .* denied/i,
    ],
    [
        'credentials',
        /error: 401|Authentication failed|could not read (Username|Password)|Permission denied \(/i,
    ],
    ['no-branch', /couldn't find remote ref/i],
    [
        'not-found',
        /error: 404|repository '.*' not found|Repository not found|does not appear to be a git repository/i,
    ],
];
const RACE = /\[rejected\]|non-fast-forward|fetch first|stale info|cannot lock ref|incorrect old value provided|failed to update ref|reference already exists|is at [0-9a-f]{7,} but expected/i;
const HICCUP = /error: (429|5\d\d)|HTTP (429|5\d\d)|early EOF|unexpected disconnect|hung up|timed out|gave no answer within|too slow|Connection (refused|reset|closed)|Could not resolve host|Failed to connect|Couldn't connect|Recv failure|Send failure|Empty reply|transfer closed|GnuTLS recv|SSL_ERROR_SYSCALL|unpacker error|Internal Server Error/i;
/** Tells the failures of `git fetch`, `git ls-remote` and `git push` apart by their output (both streams). */
function classify(said) {
    const refusal = FINAL.find(([, words]) => words.test(said));
    if (refusal)
        return { kind: 'final', because: refusal[0] };
    if (RACE.test(said))
        return { kind: 'race' };
    if (HICCUP.test(said))
        return { kind: 'hiccup' };
    return { kind: 'final', because: 'unknown' };
}

;// CONCATENATED MODULE: ./build/js/toolkit/git/remote.js



/** The remote refused, or could not be reached; `said` is what it and git had to say. */
class RemoteError extends Error {
    name = 'RemoteError';
    verdict;
    said;
    constructor(verdict, said) {
        super(said);
        this.verdict = verdict;
        this.said = said;
    }
}
/**
 * Fetches the tips of branches, without their history, to `refs/tips/<branch>`.
 * @param branch must exist.
 * @param maybe may be missing; its ref is then gone here too.
 * @throws RemoteError
 */
async function fetchTips(git, branch, maybe) {
    // A pattern that matches nothing is no error to git, a plain name is.
    const optional = maybe === undefined ? [] : [`+refs/heads/${maybe}*:${tipOf(maybe)}*`];
    await remote(() => git.network([
        'fetch',
        ...['--quiet', '--depth=1', '--no-tags', '--no-write-fetch-head', '--prune', '--'],
        git.url,
        `+refs/heads/${branch}:${tipOf(branch)}`,
        ...optional,
    ]));
}
/** Where `fetchTips` keeps the tip of a branch. */
function tipOf(branch) {
    return `refs/tips/${branch}`;
}
/** The branch that the remote's HEAD names. @throws RemoteError */
async function defaultBranch(git) {
    const { stdout } = await remote(() => git.network(['ls-remote', '--symref', '--', git.url, 'HEAD']));
    return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(stdout)?.[1];
}
/**
 * Moves one branch of the remote, only if it is where it was read: git's lease is a compare-and-swap, so that a
 * branch that was moved, deleted or made meanwhile is never overwritten.
 * @throws RemoteError; of kind `race` where it was not there any more.
 */
async function push(git, { branch, from, to }) {
    const ref = `refs/heads/${branch}`;
    const lease = `--force-with-lease=${ref}:${from ?? ''}`;
    try {
        await remote(() => git.network(['push', '--porcelain', '--no-follow-tags', lease, '--', git.url, `${to}:${ref}`]));
    }
    catch (thrown) {
        // curl sends a request again when its connection dies before the answer; the second one then finds our own push.
        if (thrown instanceof RemoteError && thrown.said.includes(`is at ${to} `))
            return;
        throw thrown;
    }
}
async function remote(talk) {
    try {
        return await talk();
    }
    catch (thrown) {
        if (!(thrown instanceof exec/* ExecError */.c))
            throw thrown;
        const said = `${(0,action_errors/* messageOf */.bD)(thrown)}\n${thrown.result.stdout}\n${thrown.result.stderr}`;
        throw new RemoteError(classify(said), (thrown.result.stderr || (0,action_errors/* messageOf */.bD)(thrown)).trim());
    }
}

// EXTERNAL MODULE: ./build/js/toolkit/retry/retry.js
var retry = __webpack_require__(6488);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./build/js/toolkit/oci/reference.js
var oci_reference = __webpack_require__(1304);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/js/toolkit/yaml/parse.js

/** Larger files are refused: no manifest is that long, and parsing takes a second for every four megabytes. */
const LARGEST_FILE = 10 * 1024 * 1024;
// Four hundred thousand lines of one word, or six megabytes of a usual manifest: more would fill the memory.
const MOST_TOKENS = 2_000_000;
// A person nests ten levels or twenty; each level costs stack.
const DEEPEST_FLOW = 200;
/** A file that is left alone; the message says why in a clause: `is not UTF-8`. */
class Unreadable extends Error {
    name = 'Unreadable';
}
/**
 * The text of a file; a byte order mark stays in it.
 * @param bytes undefined: the file was found to be too large, and was not read at all
 * @throws Unreadable where it is too large or not UTF-8.
 */
function decode(bytes) {
    if (bytes === undefined)
        throw new Unreadable('is over 10 MiB; such files are not read');
    if (bytes.byteLength > LARGEST_FILE)
        throw new Unreadable(`is ${Math.ceil(bytes.byteLength / 1048576)} MiB; files over 10 MiB are not read`);
    if (utf16Of(bytes))
        throw new Unreadable('is UTF-16; save it as UTF-8');
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new Unreadable('is not valid UTF-8');
    }
}
/** The encoding that a byte order mark of UTF-16 tells; undefined where there is none. */
function utf16Of([first, second]) {
    if (first === 0xff && second === 0xfe)
        return 'utf-16le';
    return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
/**
 * Parses a stream, remembering where everything stands. Duplicate keys are let through: real files have them.
 * @throws Unreadable where it is no YAML, or a template that is yet to become YAML.
 */
function parseYaml(text) {
    if (text.startsWith('version https://git-lfs.github.com/spec/'))
        throw new Unreadable('is a pointer of Git LFS; its content is not in the repository');
    const lexemes = tokenize(text);
    refuseDeepNesting(lexemes);
    refuseTemplate(text, lexemes);
    const documents = [...compose(lexemes)];
    const error = documents.flatMap(document => document.errors)[0];
    if (error && /call stack/.test(error.message))
        throw new Unreadable('is nested too deeply');
    if (error)
        throw new Unreadable(`is no valid YAML: ${describe(text, error)}`);
    return { text, lexemes, documents };
}
/** The line of an offset, counted from 1. */
function lineAt(text, offset) {
    const starts = lineStarts(text);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low + 1;
}
// Lines are asked for many times of one text, and then of the next.
let latest = { text: '', starts: [0] };
function lineStarts(text) {
    if (latest.text !== text) {
        const starts = [0];
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
            starts.push(at + 1);
        latest = { text, starts };
    }
    return latest.starts;
}
function tokenize(text) {
    const lexemes = [];
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        if (lexemes.length === MOST_TOKENS)
            throw new Unreadable(`has more than ${MOST_TOKENS} tokens`);
        lexemes.push(lexeme);
    }
    return lexemes;
}
function* compose(lexemes) {
    // Failsafe: nothing but text, lists and maps. It is what splicing needs, and the quickest.
    const composer = new dist/* Composer */.Dk({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
    const parser = new dist/* Parser */.iX();
    // It takes a byte order mark for text that begins the line, and then knows no list there.
    const start = lexemes[0] === '\ufeff' ? 1 : 0;
    parser.offset = start;
    try {
        for (const lexeme of lexemes.slice(start))
            for (const token of parser.next(lexeme))
                yield* composer.next(token);
        for (const token of parser.end())
            yield* composer.next(token);
        yield* composer.end();
    }
    catch (thrown) {
        if (thrown instanceof RangeError)
            throw new Unreadable('is nested too deeply');
        throw thrown;
    }
}
function refuseDeepNesting(lexemes) {
    let depth = 0;
    let run = 0;
    for (const lexeme of lexemes) {
        if (lexeme === '{' || lexeme === '[')
            depth++;
        else if (lexeme === '}' || lexeme === ']')
            depth--;
        else if (lexeme === '-' || lexeme === '?')
            run++;
        else if (lexeme[0] !== ' ' && lexeme[0] !== '\t')
            run = 0;
        if (depth > DEEPEST_FLOW || run > DEEPEST_FLOW)
            throw new Unreadable('is nested too deeply');
    }
}
/**
 * `image: {{ .Values.image }}` parses as a map in a map, so the parser's word is not enough: two braces outside of any
 * text make a file a template, and so they do within the plain text of a manifest (`name: app-{{ .x }}`). Elsewhere,
 * and in Argo's own objects, plain text may hold them: charts fill in such values, and Argo does.
 */
function refuseTemplate(text, lexemes) {
    if (!text.includes('{{'))
        return;
    const isManifest = /^apiVersion:/m.test(text) && !/^apiVersion:\s*["']?argoproj\.io\//m.test(text);
    let offset = 0;
    for (const [at, lexeme] of lexemes.entries()) {
        if (lexeme === '{' && lexemes[at - 1] === '{')
            throw new Unreadable(templateAt(text, offset));
        if (!isControl(lexeme))
            offset += lexeme.length;
    }
    const reason = isManifest ? templatedText({ text, lexemes }, () => true) : undefined;
    if (reason !== undefined)
        throw new Unreadable(reason);
}
function templateAt(text, offset) {
    return `is a template: line ${lineAt(text, offset)} has {{ outside quotes`;
}
/**
 * Why plain text with `{{` in it is left alone, for the first one that is meant; undefined where there is none.
 * GitHub's `${{ … }}` is none.
 */
function templatedText({ text, lexemes }, isMeant) {
    if (!text.includes('{{'))
        return undefined;
    let offset = 0;
    let block = false;
    for (const [at, lexeme] of lexemes.entries()) {
        const isText = lexemes[at - 1] === SCALAR;
        if (isText && !block && /(?<!\$)\{\{/.test(lexeme) && isMeant(lexeme))
            return templateAt(text, offset);
        if (isText)
            block = false;
        else if (/^[|>]/.test(lexeme))
            block = true;
        if (!isControl(lexeme))
            offset += lexeme.length;
    }
    return undefined;
}
/** The lexer's mark before plain and block text. */
const SCALAR = '\u001f';
/** Whether a lexeme is a mark of the lexer, not a part of the text (yaml: DOCUMENT, FLOW_END, SCALAR). */
function isControl(lexeme) {
    return lexeme === '\u0002' || lexeme === '\u0018' || lexeme === SCALAR;
}
function describe(text, error) {
    return `line ${lineAt(text, error.pos[0])}: ${error.message}`;
}

;// CONCATENATED MODULE: ./build/js/toolkit/yaml/scalar.js

/** The style of a scalar that stands on one line; undefined for blocks and for text over several lines. */
function styleOf(scalar, text) {
    const [start, end] = scalar.range ?? [0, 0];
    if (text.slice(start, end).includes('\n'))
        return undefined;
    const { type } = scalar;
    return type === dist/* Scalar */.X5.PLAIN || type === dist/* Scalar */.X5.QUOTE_SINGLE || type === dist/* Scalar */.X5.QUOTE_DOUBLE
        ? type
        : undefined;
}
/**
 * Writes text as a scalar: in the style given, or double-quoted where plain text would not read as this very text.
 * @param like the value that stood there, if its type is to be kept: `3` stays a number when it becomes `5`.
 */
function renderScalar(value, style, inFlow, like) {
    if (style === dist/* Scalar */.X5.QUOTE_SINGLE && !/[\u0000-\u001f\u007f-\u009f]/.test(value))
        return `'${value.replaceAll("'", "''")}'`;
    if (style === dist/* Scalar */.X5.PLAIN && isPlain(value, inFlow) && isRightType(value, like))
        return value;
    return JSON.stringify(value);
}
/**
 * Writes text as a JSON value: a string, or a number or boolean where one stood there.
 * @param like the value that stood there, if its type is to be kept
 */
function renderJson(value, like) {
    const type = jsonType(value);
    const fits = like !== undefined && type !== undefined && type === jsonType(like);
    return fits && keepsText(value, like) ? value : JSON.stringify(value);
}
function jsonType(text) {
    if (/^(?:true|false)$/.test(text))
        return 'boolean';
    return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? 'number' : undefined;
}
function isRightType(value, like) {
    const type = typeOf(value);
    if (type === TEXT)
        return !isNumber(value);
    return like !== undefined && type === typeOf(like) && keepsText(value, like);
}
const TEXT = ' ';
/** Go's YAML reads more as numbers than YAML does: `0X1F`, `12e_3` (go-yaml, resolve.go). */
function isNumber(value) {
    return /^[-+.\d]/.test(value) && !Number.isNaN(Number(value.replaceAll('_', '')));
}
/** `1.10` read as a number is 1.1, and `712e456` is infinite: no programs but those that took such a number before want one. */
function keepsText(value, like) {
    return !isNumber(value) || String(Number(value)) === value || String(Number(like)) !== like;
}
const resolvers = ['1.1', '1.2'].map(version => (new dist/* Document */.yo(null, { version }).schema?.tags ?? []).filter(tag => 'test' in tag && tag.default === true));
/** What plain text reads as in YAML 1.1 and in 1.2, numbers all alike: `yes` and `1_000` are text only in the newer one. */
function typeOf(value) {
    return resolvers
        .map(tags => tags.find(tag => 'test' in tag && tag.test?.test(value))?.tag ?? '')
        .join(TEXT)
        .replaceAll(':float', ':int');
}
// The indicators that may not begin plain text (YAML 1.2.2, 5.3), and what would end it.
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$))|^(?:---|\.\.\.)(?:\s|$)/;
const ENDS = /:(?:\s|$)|\s#|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
const FLOW_ENDS = /[,[\]{}]|^[-?:]/;
function isPlain(value, inFlow) {
    return (value !== '' &&
        value === value.trim() &&
        !INDICATOR.test(value) &&
        !ENDS.test(value) &&
        !(inFlow && FLOW_ENDS.test(value)));
}

;// CONCATENATED MODULE: ./build/js/toolkit/yaml/edit.js



/** A value that cannot be changed in place; the message says why in a clause. */
class Uneditable extends Error {
    name = 'Uneditable';
}
/** Replaces stretches of text; they must not overlap. */
function applySplices(text, splices) {
    let at = 0;
    let result = '';
    for (const { start, end, text: replacement } of [...splices].sort((a, b) => a.start - b.start)) {
        if (start < at)
            throw new Uneditable(`has two changes at line ${lineAt(text, start)}`);
        result += text.slice(at, start) + replacement;
        at = end;
    }
    return result + text.slice(at);
}
/**
 * Where and how an edit changes the text.
 * @throws Uneditable where the value is a block or runs over several lines.
 */
function spliceOf(file, edit) {
    return edit.kind === 'replace' ? replacement(file, edit) : addition(file, edit);
}
/** Whether nothing stands where the value should be: `tag:` at the end of its line. */
function isMissing(scalar) {
    return scalar.range?.[0] === scalar.range?.[1];
}
function replacement(file, { scalar, value, keepType, place }) {
    const { text } = file;
    const [start, end] = scalar.range ?? [0, 0];
    const style = styleOf(scalar, text);
    if (style === undefined)
        throw new Uneditable(`has text over several lines at line ${lineAt(text, start)}, which is not edited`);
    const inFlow = inFlowCollection(place);
    if (!isMissing(scalar)) {
        const like = keepType ? text.slice(start, end) : undefined;
        const written = inFlow && isJson(file) ? renderJson(value, like) : renderScalar(value, style, inFlow, like);
        return { start, end, text: written };
    }
    const key = place.pair?.key;
    if (!key?.range)
        throw new Uneditable(`has no value at line ${lineAt(text, start)}`);
    const after = text.indexOf(':', key.range[1]) + 1;
    return { start: after, end: after, text: ` ${renderScalar(value, style, inFlow)}` };
}
function addition({ text }, { after, fields }) {
    const { key, value } = after.pair ?? {};
    if (!(0,dist/* isScalar */.jn)(key) || !(0,dist/* isScalar */.jn)(value) || !key.range || !value.range)
        throw new Uneditable(`has no place for '${fields[0]?.[0]}'`);
    const inFlow = inFlowCollection(after);
    const keyStyle = styleOf(key, text) ?? 'PLAIN';
    const valueStyle = styleOf(value, text) ?? 'PLAIN';
    const pairs = fields.map(([newKey, newValue]) => `${renderScalar(newKey, keyStyle, inFlow)}: ${renderScalar(newValue, valueStyle, inFlow)}`);
    if (inFlow)
        return insertion(value.range[1], pairs.map(pair => `, ${pair}`).join(''));
    const lineStart = text.lastIndexOf('\n', key.range[0] - 1) + 1;
    const column = text.slice(lineStart, key.range[0]).replace(/^\ufeff/, '').length;
    const lines = pairs.map(pair => `${lineBreakAt(text, key.range[0])}${' '.repeat(column)}${pair}`);
    return insertion(endOfLine(text, value.range[1]), lines.join(''));
}
function insertion(offset, text) {
    return { start: offset, end: offset, text };
}
function endOfLine(text, from) {
    const newline = text.indexOf('\n', from);
    if (newline < 0)
        return text.length;
    return text[newline - 1] === '\r' ? newline - 1 : newline;
}
/** How the line ends that holds an offset; the last line counts as ending like the first. */
function lineBreakAt(text, offset) {
    const next = text.indexOf('\n', offset);
    const newline = next < 0 ? text.indexOf('\n') : next;
    return text[newline - 1] === '\r' ? '\r\n' : '\n';
}
const json = new WeakMap();
/** JSON is YAML, but must stay JSON: it knows no plain text. */
function isJson(file) {
    const known = json.get(file) ?? parsesAsJson(file.text.replace(/^\ufeff/, ''));
    json.set(file, known);
    return known;
}
function parsesAsJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
function inFlowCollection(place) {
    for (let up = place.parent; up; up = up.parent)
        if ((0,dist/* isCollection */.P3)(up.node) && up.node.flow)
            return true;
    return false;
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/formats/dotenv.js
/** `.env` files, as compose reads them: `NAME=value` lines, quotes and `export` allowed, `#` after a space comments. */
const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(?:"([^"\\$\r\n]*)"|'([^'\r\n]*)'|((?:[^\s#"'\\$]|(?<=\S)#)*))(?=[ \t]*(?:[ \t]#.*)?\r?$)/gm;
const NAME = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/gm;
/** The variables with a plain value on one line; the last of a name counts. Others are left out. */
function readDotenv(text) {
    const lines = withoutLongValues(text.replace(/^\ufeff/, ' '));
    const plain = new Map([...lines.matchAll(LINE)].map(found => [found.index, found]));
    const variables = new Map();
    for (const { index, 1: name = '' } of lines.matchAll(NAME)) {
        variables.delete(name);
        const found = plain.get(index);
        if (found)
            variables.set(name, variable(found));
    }
    return variables;
}
/** The same text, but blank within quotes that go over several lines: what looks like a variable there is none. */
function withoutLongValues(text) {
    const long = /(^[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*[ \t]*=[ \t]*(["']))((?:\\[\s\S]|(?!\2)[^\\])*\2)/gm;
    return text.replace(long, (whole, start, _quote, rest) => rest.includes('\n') ? start + rest.replace(/[^\r\n]/g, ' ') : whole);
}
function variable(found) {
    const [line, name = '', double, single, bare] = found;
    const value = double ?? single ?? bare ?? '';
    const quoted = double !== undefined || single !== undefined;
    const end = found.index + line.length - (quoted ? 1 : 0);
    return { name, value, start: end - value.length, end };
}
/** The values alone. */
function valuesOf(variables) {
    return new Map([...variables].map(([name, { value }]) => [name, value]));
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/env-file.js





/** Whether a path names a `.env` file. */
function isEnvFile(path) {
    return path === '.env' || path.endsWith('/.env');
}
/**
 * Reads a `.env` file.
 * @throws Unreadable where it is too large or not UTF-8.
 */
function readEnvFile({ path, bytes, context = false }) {
    const text = decode(bytes);
    const variables = readDotenv(text);
    return { path, folder: (0,posix_.dirname)(path), text, variables, values: valuesOf(variables), locked: context };
}
/**
 * Gives variables the values that references want, and those that `set` asks for. One that other references read as
 * well is left alone, unless it is asked for.
 * @throws UserError where `set` names a variable that the file does not have.
 */
function planEnvFile(file, uses, set = []) {
    const { wishes, refusals } = collectWishes(file, uses);
    for (const value of set)
        wishes.set(variableOf(file, value), value.value);
    const matches = [];
    const splices = [...wishes].map(([name, value]) => {
        const { start, end, value: old } = file.variables.get(name);
        matches.push({ file: file.path, line: lineAt(file.text, start), path: name, old, new: value });
        return { start, end, text: value };
    });
    const after = applySplices(file.text, splices);
    if (!isProven(file, after, wishes))
        throw new Uneditable('would not read as intended after the change');
    const change = after === file.text ? undefined : { path: file.path, before: file.text, after };
    const settled = uses.filter(use => use.changes.every(({ variable, value }) => wishes.get(variable) === value));
    return { change, matches, refusals, settled };
}
function collectWishes(file, uses) {
    const wishes = new Map();
    const refusals = [];
    for (const name of new Set(uses.flatMap(({ changes }) => changes.map(({ variable }) => variable)))) {
        const users = uses.filter(use => use.variables.includes(name));
        const wanted = users.map(use => use.changes.find(({ variable }) => variable === name)?.value);
        const [value] = wanted;
        if (value !== undefined && wanted.every(other => other === value))
            wishes.set(name, value);
        else
            refusals.push({ file: file.path, reason: contested(name, users) });
    }
    return { wishes, refusals };
}
function variableOf(file, { path, shown }) {
    const [step, second] = path.steps;
    const name = step?.kind === 'key' && !second ? step.key : undefined;
    if (name !== undefined && file.variables.has(name))
        return name;
    const names = [...file.variables.keys()].join(', ');
    throw new action_errors/* UserError */.yo(`input 'set' names '${file.path}#${shown}', but it has no such variable among ${names}`);
}
function contested(name, users) {
    const places = users.map(({ where }) => where).join(', ');
    return `sets ${name} for references that do not all become the same (${places}); give each image a variable of its own`;
}
function isProven(file, after, wishes) {
    const fresh = valuesOf(readDotenv(after));
    const same = [...file.values].every(([name, value]) => fresh.get(name) === (wishes.get(name) ?? value));
    return same && fresh.size === file.values.size;
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/images.js

/**
 * Whether text that is no readable YAML names the repository: its whole path stands there, after its registry, after a
 * template's `{{ … }}/`, or with no registry at all. `acme/webhook` and `other/web` do not name `acme/web`.
 */
function isNamedIn(text, image) {
    return namedAt(text, image) !== undefined;
}
/** The offset at which text names the repository for the first time, as in `isNamedIn`; undefined where it does not. */
function namedAt(text, { repository }) {
    const slash = repository.indexOf('/');
    const [domain, path] = [repository.slice(0, slash), repository.slice(slash + 1)];
    const onHub = domain === 'docker.io';
    const registry = onHub
        ? '(?:(?:(?:index|registry-1)\\.)?docker\\.io/)?(?:library/)?'
        : `(?:${escaped(domain)}/)?`;
    const name = escaped(onHub ? path.replace(/^library\//, '') : path);
    return new RegExp(`(?:(?<![\\w./-])${registry}|(?<=\\}/))${name}(?![\\w/-]|\\.\\w)`).exec(text)?.index;
}
function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
/**
 * Reads the input `images`: the JSON that build-push gives out, or lines `repository:tag[@digest]`.
 * @throws Error naming the entry and what to write instead.
 */
function parseImages(text) {
    const updates = /^(?:\{|\[\s*(?:[\]{"]|$))/.test(text) ? parseJson(text) : parseLines(text);
    if (updates.length === 0)
        throw new Error('the list is empty; name at least one image');
    const seen = new Map();
    for (const update of updates) {
        const twin = seen.get(update.repository);
        if (twin && (twin.tag !== update.tag || twin.digest !== update.digest))
            throw new Error(`'${update.name}' is listed twice with different tags; keep one`);
        seen.set(update.repository, update);
    }
    return [...seen.values()];
}
function parseLines(text) {
    const lines = text.split(/\r?\n/).map(line => line.trim());
    return lines
        .filter(line => line !== '')
        .map(line => {
        const reference = (0,oci_reference/* parseReference */.F2)(line);
        if (!reference)
            throw new Error(`'${line}' is no image reference; write repository:tag or repository:tag@sha256:…`);
        return checked(reference.name, reference.tag, reference.digest, line);
    });
}
function parseJson(text) {
    const entries = readJson(text);
    return (Array.isArray(entries) ? entries : [entries]).map(entry => {
        const shown = JSON.stringify(entry);
        if (typeof entry !== 'object' || entry === null)
            throw new Error(`${shown} is no object with a repository and a tag`);
        const { repository, ref, tag, digest } = entry;
        const reference = typeof ref === 'string' ? (0,oci_reference/* parseReference */.F2)(ref) : undefined;
        const name = reference?.name ?? repository;
        if (typeof name !== 'string')
            throw new Error(`${shown} has no repository`);
        if (typeof tag === 'number')
            throw new Error(`${shown} has a tag that is no text; put it in quotes`);
        return checked(name, textOf(tag) ?? reference?.tag, textOf(digest) ?? reference?.digest, shown);
    });
}
function readJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (thrown) {
        throw new Error(`it starts like JSON but is none (${thrown.message}); pass the images output of build-push as it is`);
    }
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function checked(name, tag, digest, shown) {
    if (!(0,oci_reference/* isName */.Eo)(name))
        throw new Error(`'${name}' is no repository name: lower-case letters, digits and . _ - / only`);
    if (tag === undefined && digest === undefined)
        throw new Error(`'${shown}' has neither a tag nor a digest; write ${name}:tag`);
    if (tag !== undefined && !(0,oci_reference/* isTag */.dz)(tag))
        throw new Error(`'${tag}' is no tag: letters, digits and . _ - only, at most 128`);
    if (digest !== undefined && !(0,oci_reference/* isDigest */.Bc)(digest))
        throw new Error(`'${digest}' is no digest: sha256: and 64 hex digits`);
    return {
        repository: (0,oci_reference/* fullName */.fq)(name),
        name,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/unmatched.js



const MOST_SHOWN = 10;
/** Why nothing was changed where images are found in no file, and where to look. */
function unmatchedFailure(plan, files, request) {
    const why = 'nothing was changed, because';
    if (files.every(({ context }) => context)) {
        const globs = request.files.filter(glob => !glob.startsWith('!'));
        if (globs.length === 0)
            return `${why} the input 'files' only leaves files out; name those to look in, too`;
        const folder = globs.find(glob => !glob.includes('*'))?.replace(/\/$/, '') ?? 'deploy';
        return `${why} no file matches '${globs.join("', '")}' of the input 'files'; write paths or globs from the root of the repository, a folder as ${folder}/**`;
    }
    return `${why} none of the files names ${plan.unmatched.join(', ')} as an image; check 'images' and 'files', or set require-match: false${standing(plan, files, request)}${leftAlone(plan)}`;
}
/** Notes on files that are named without a wildcard and are not there: they may be misspelt. */
function missingFiles(files, request) {
    const found = new Set(files.map(({ path }) => path));
    return request.files
        .filter(name => !/[*?![\]{}()]/.test(name) && !found.has(name.replace(/^\.\//, '')))
        .map(name => `input 'files' names '${name}', which is not there`);
}
/** A name in a comment, a block of text or a field of another kind looks found to whoever searches for it. */
function standing({ unmatched, refusals }, files, { images }) {
    const missing = images.filter(({ name }) => unmatched.includes(name));
    const told = new Set(refusals.map(({ file }) => file));
    const places = files
        .filter(({ path }) => !told.has(path))
        .flatMap(({ path, bytes }) => {
        const text = Buffer.from(bytes ?? []).toString('utf8');
        const likely = missing.filter(({ repository }) => text.includes((0,oci_reference/* lastComponent */.Cy)(repository)));
        const at = likely.map(image => namedAt(text, image)).find(offset => offset !== undefined);
        return at === undefined ? [] : [`${path}:${lineAt(text, at)}`];
    });
    if (places.length === 0)
        return told.size > 0 ? '' : ". A tag that stands without the image's name is changed with 'set'";
    return `. The name stands at ${shown(places).join(', ')}, where it is not edited: a value there can be changed with 'set', a comment or a block of text only by hand`;
}
/** What was left alone may be what was looked for. */
function leftAlone({ refusals }) {
    if (refusals.length === 0)
        return '';
    return `. Left alone:\n${shown(refusals.map(({ file, reason }) => `${file} ${reason}`)).join('\n')}`;
}
function shown(lines) {
    const rest = lines.length - MOST_SHOWN;
    return [...lines.slice(0, MOST_SHOWN), ...(rest > 0 ? [`and ${rest} more`] : [])];
}

;// CONCATENATED MODULE: ./build/js/toolkit/yaml/path.js
const KEY = /^[^.[\]"'=\s]+/;
const QUOTED = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/;
/**
 * Reads a path.
 * @throws Error saying where it breaks.
 */
function parsePath(text) {
    const steps = [];
    let rest = text.trim();
    let document;
    if (/^\$(?:[.[]|$)/.test(rest)) {
        rest = rest.slice(1);
        if (rest.startsWith('[')) {
            const { step, length } = bracket(text, rest);
            if (step.kind === 'key')
                throw broken(text, rest);
            document = step;
            rest = rest.slice(length);
        }
        rest = rest.replace(/^\./, '');
    }
    while (rest !== '') {
        const { step, length } = rest.startsWith('[') ? bracket(text, rest) : bareKey(text, rest);
        steps.push(step);
        rest = rest.slice(length);
        if (/^\.[^.[]/.test(rest))
            rest = rest.slice(1);
        else if (rest !== '' && !rest.startsWith('['))
            throw broken(text, rest);
    }
    if (steps.length === 0)
        throw new Error(`the path '${text}' names no value; write one such as image.tag`);
    return { document, steps };
}
/** Writes keys and item numbers as a path that `parsePath` reads. */
function formatPath(steps) {
    return steps.reduce((path, step) => {
        if (typeof step === 'number')
            return `${path}[${step}]`;
        if (KEY.exec(step)?.[0] !== step || (path === '' && step === '$'))
            return `${path}[${JSON.stringify(step)}]`;
        return path === '' ? step : `${path}.${step}`;
    }, '');
}
function bareKey(text, rest) {
    const key = KEY.exec(rest)?.[0];
    if (key === undefined)
        throw broken(text, rest);
    return { step: { kind: 'key', key }, length: key.length };
}
function bracket(text, rest) {
    const inner = rest.slice(1);
    const quoted = QUOTED.exec(inner);
    if (quoted && inner[quoted[0].length] === ']')
        return { step: { kind: 'key', key: unquote(quoted) }, length: quoted[0].length + 2 };
    const number = /^(-?\d+)\]/.exec(inner);
    if (number)
        return { step: { kind: 'index', index: Number(number[1]) }, length: number[0].length + 1 };
    return conditions(text, rest);
}
function conditions(text, rest) {
    const fields = [];
    let at = 1;
    for (;;) {
        const field = /^\s*([^[\]"'=,\s]+)\s*=\s*/.exec(rest.slice(at));
        if (!field)
            throw broken(text, rest);
        at += field[0].length;
        const quoted = QUOTED.exec(rest.slice(at));
        const raw = quoted?.[0] ?? /^[^\],]*/.exec(rest.slice(at))?.[0] ?? '';
        at += raw.length;
        fields.push([(field[1] ?? '').split('.'), quoted ? unquote(quoted) : raw.trim()]);
        const end = /^\s*([,\]])/.exec(rest.slice(at));
        if (!end)
            throw broken(text, rest);
        at += end[0].length;
        if (end[1] === ']')
            return { step: { kind: 'where', fields }, length: at };
    }
}
function unquote([, double, single]) {
    return double === undefined ? (single ?? '').replaceAll("''", "'") : double.replace(/\\(.)/g, '$1');
}
function broken(text, rest) {
    return new Error(`the path '${text}' cannot be read from '${rest}' on; write keys with dots, list items as [0] or [name=web], other keys as ["a.b"]`);
}

;// CONCATENATED MODULE: ./build/js/toolkit/yaml/places.js



// "Billion laughs": a few nested aliases stand for more values than memory holds.
const MOST_ALIASED = 100_000;
const DEEPEST_ALIAS = 50;
/** Starts reading the document with this number. What it hands out throws Unreadable where aliases stand for too much. */
function createReader(file, index = 0) {
    const contents = file.documents[index]?.contents ?? null;
    const targets = file.text.includes('*') ? aliasTargets(file, contents) : new Map();
    let aliased = 0;
    const place = (node, rest) => {
        if (rest.via.length > 0 && ++aliased > MOST_ALIASED)
            throw new Unreadable(`has aliases that stand for more than ${MOST_ALIASED} values`);
        if (!(0,dist/* isAlias */.Vj)(node))
            return { node, ...rest };
        if (rest.via.length === DEEPEST_ALIAS)
            throw new Unreadable('has aliases within aliases without end');
        return { ...rest, node: targets.get(node) ?? null, via: [...rest.via, node] };
    };
    const fields = (map) => {
        if (!(0,dist/* isMap */.jh)(map.node))
            return [];
        const own = [];
        const merges = [];
        for (const pair of map.node.items) {
            const key = keyOf(pair);
            if (key === undefined)
                continue;
            const value = place(pair.value, { parent: map, step: key, pair, via: map.via });
            (key === '<<' ? merges : own).push(value);
        }
        return merges.length === 0 ? own : [...own, ...merged(map, own, merges)];
    };
    const merged = (map, own, merges) => {
        const known = new Set(own.map(({ step }) => step));
        const sources = merges.flatMap(source => ((0,dist/* isSeq */.oP)(source.node) ? items(source) : [source]));
        const added = [];
        for (const field of sources.flatMap(fields)) {
            if (known.has(field.step))
                continue;
            known.add(field.step);
            added.push({ ...field, parent: map });
        }
        return added;
    };
    const items = (list) => {
        if (!list || !(0,dist/* isSeq */.oP)(list.node))
            return [];
        return list.node.items.map((item, step) => place(item, { parent: list, step, pair: undefined, via: list.via }));
    };
    const root = { node: contents, parent: undefined, step: '', pair: undefined, via: [] };
    let known;
    const reads = () => {
        if (known)
            return known;
        known = new Map();
        const rest = [root];
        for (let next = rest.pop(); next; next = rest.pop()) {
            if ((0,dist/* isScalar */.jn)(next.node) && next.via.length > 0)
                known.set(next.node, [...(known.get(next.node) ?? []), next]);
            else
                rest.push(...fields(next), ...items(next));
        }
        return known;
    };
    return {
        root,
        pathOf: place => withDocument(file.documents.length > 1 ? `$[${index}]` : '', pathOf(place)),
        fields,
        items,
        aliasedReadsOf: scalar => (targets.size === 0 ? [] : (reads().get(scalar) ?? [])),
        field: (map, key) => (map ? fields(map).findLast(({ step }) => step === key) : undefined),
    };
}
/** The text of a scalar; undefined for a list, a map, or nothing. An empty value is the empty text. */
function places_textOf(place) {
    return place && (0,dist/* isScalar */.jn)(place.node) ? String(place.node.value ?? '') : undefined;
}
/** The text of a scalar as programs read it: a plain null is empty. */
function wordOf(place) {
    const text = places_textOf(place);
    const plain = (0,dist/* isScalar */.jn)(place?.node) && place.node.type === 'PLAIN';
    return plain && text !== undefined && /^(?:~|null|Null|NULL)$/.test(text) ? '' : text;
}
/** The path of a place within its document, as `parsePath` reads it. */
function pathOf(place) {
    const steps = [];
    for (let at = place; at.parent; at = at.parent)
        steps.unshift(at.step);
    return formatPath(steps);
}
function withDocument(document, path) {
    return document === '' || path === '' || path.startsWith('[') ? `${document}${path}` : `${document}.${path}`;
}
/** The key of a pair; undefined where it is no plain word. */
function keyOf(pair) {
    return (0,dist/* isScalar */.jn)(pair.key) ? String(pair.key.value) : undefined;
}
/**
 * What every alias of a document stands for: the nearest anchor of its name before it.
 * @throws Unreadable where there is none.
 */
function aliasTargets(file, root) {
    const anchors = new Map();
    const targets = new Map();
    (0,dist.visit)(root, {
        Alias(_key, alias) {
            const target = anchors.get(alias.source);
            if (!target)
                throw new Unreadable(`is no valid YAML: line ${lineAt(file.text, alias.range?.[0] ?? 0)}: *${alias.source} has no anchor before it`);
            targets.set(alias, target);
        },
        Value(_key, node) {
            if (node.anchor)
                anchors.set(node.anchor, node);
        },
    });
    return targets;
}

;// CONCATENATED MODULE: ./build/js/toolkit/yaml/resolve.js


/**
 * The one value that a path leads to in a stream of documents.
 * @throws Error saying in a clause why there is none, or that there are several.
 */
function resolvePath(documents, path) {
    const candidates = path.document === undefined ? documents : pickDocuments(documents, path.document);
    const found = [];
    let problem = 'has no such document';
    for (const reader of candidates) {
        const place = follow(reader, path.steps);
        if (typeof place === 'string')
            problem = place;
        else
            found.push({ reader, place });
    }
    const [only, second] = found;
    if (only && !second)
        return only;
    throw new Error(only ? `has that path in ${found.length} documents; begin it with $[0], or $[kind=…]` : problem);
}
function pickDocuments(documents, step) {
    if (step.kind === 'where')
        return documents.filter(reader => satisfies(reader, reader.root, step));
    return [documents.at(step.index)].filter(reader => reader !== undefined);
}
function follow(reader, steps) {
    let place = reader.root;
    for (const step of steps) {
        const next = step.kind === 'key' ? reader.field(place, step.key) : item(reader, place, step);
        if (next === undefined || typeof next === 'string')
            return next ?? `has no ${show(step)}${among(reader, place)}`;
        place = next;
    }
    return place;
}
function item(reader, list, step) {
    const items = reader.items(list);
    if (step.kind === 'index')
        return items.at(step.index);
    const matching = items.filter(candidate => satisfies(reader, candidate, step));
    return matching.length > 1 ? `has ${matching.length} items with ${show(step)}` : matching[0];
}
function satisfies(reader, place, step) {
    return step.fields.every(([path, value]) => {
        const field = path.reduce((at, key) => reader.field(at, key), place);
        return field !== undefined && places_textOf(field) === value;
    });
}
function show(step) {
    if (step.kind === 'key')
        return `'${step.key}'`;
    if (step.kind === 'index')
        return `[${step.index}]`;
    return `[${step.fields.map(([path, value]) => `${path.join('.')}=${value}`).join(', ')}]`;
}
/** What there is instead, which shows a misspelt key at once. */
function among(reader, place) {
    if ((0,dist/* isMap */.jh)(place.node))
        return ` among ${reader
            .fields(place)
            .map(({ step }) => step)
            .slice(0, 12)
            .join(', ')}`;
    return (0,dist/* isSeq */.oP)(place.node) ? ` in a list of ${reader.items(place).length}` : '';
}

;// CONCATENATED MODULE: ./build/js/toolkit/yaml/prove.js



/**
 * Whether `after` reads as the file does with these edits and no other change, comments and spaces included.
 *
 * What a text means depends on its tokens alone. Where scalars are replaced, cutting `after` into tokens again and
 * finding all others the same, in the same order, proves that nothing but these values differs; that costs a quarter
 * of a parse. Added values bring tokens of their own: there the new text is parsed and compared value by value.
 */
function prove_isProven(file, after, edits) {
    const values = new Map(edits.flatMap(edit => (edit.kind === 'replace' ? [[edit.scalar, edit.value]] : [])));
    const inPlace = edits.every(edit => edit.kind === 'replace' && !isMissing(edit.scalar));
    if (!inPlace)
        return sameDocuments(file, after, values, edits);
    return sameTokens(file.lexemes, after, new Map([...values].map(([node, value]) => [startOf(node), value])));
}
/** Compares token by token; `values` holds what each replaced scalar shall read as, by its offset. */
function sameTokens(before, text, values) {
    let at = 0;
    let offset = 0;
    let proven = 0;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        // Plain text has a mark before it and quoted text has none, yet one may take the other's place.
        if (lexeme === SCALAR)
            continue;
        if (before[at] === SCALAR)
            at++;
        const old = before[at++];
        if (old === undefined)
            return false;
        const control = isControl(old);
        const expected = control ? undefined : values.get(offset);
        if (expected === undefined ? lexeme !== old : readScalar(lexeme) !== expected)
            return false;
        if (expected !== undefined)
            proven++;
        if (!control)
            offset += old.length;
    }
    return at === before.length && proven === values.size;
}
function readScalar(lexeme) {
    const type = prove_QUOTED[lexeme[0] ?? ''] ?? 'scalar';
    return dist/* CST */.DB.resolveAsScalar({ type, offset: 0, indent: 0, source: lexeme })?.value;
}
const prove_QUOTED = {
    '"': 'double-quoted-scalar',
    "'": 'single-quoted-scalar',
};
/** Parses the new text and compares it with the file's documents as they should have become. */
function sameDocuments(file, text, values, edits) {
    const added = new Map(edits.flatMap(edit => (edit.kind === 'add' ? [[edit.after.pair, edit]] : [])));
    const same = (old, fresh) => {
        if (!isNode(old) || !isNode(fresh))
            return (old ?? null) === (fresh ?? null);
        if ((0,dist/* isAlias */.Vj)(old))
            return (0,dist/* isAlias */.Vj)(fresh) && fresh.source === old.source;
        if ((0,dist/* isAlias */.Vj)(fresh) || old.anchor !== fresh.anchor || old.tag !== fresh.tag)
            return false;
        if ((0,dist/* isScalar */.jn)(old))
            return (0,dist/* isScalar */.jn)(fresh) && String(fresh.value) === (values.get(old) ?? String(old.value));
        if ((0,dist/* isSeq */.oP)(old))
            return (0,dist/* isSeq */.oP)(fresh) && sameList(old.items, fresh.items);
        return (0,dist/* isMap */.jh)(old) && (0,dist/* isMap */.jh)(fresh) && samePairs(old.items, fresh.items);
    };
    const sameList = (old, fresh) => old.length === fresh.length && old.every((item, at) => same(item, fresh[at]));
    const samePairs = (old, fresh) => {
        const expected = old.flatMap(pair => {
            const extra = added.get(pair);
            const kept = { key: pair.key, value: pair.value };
            return extra === undefined ? [kept] : [kept, ...extra.fields.map(([key, value]) => ({ key, value }))];
        });
        return (expected.length === fresh.length &&
            expected.every(({ key, value }, at) => reads(key, fresh[at]?.key) && reads(value, fresh[at]?.value)));
    };
    const reads = (old, fresh) => typeof old === 'string' ? (0,dist/* isScalar */.jn)(fresh) && fresh.value === old : same(old, fresh);
    const documents = parseYaml(text).documents;
    return sameList(file.documents.map(({ contents }) => contents), documents.map(({ contents }) => contents));
}
function isNode(value) {
    return (0,dist/* isAlias */.Vj)(value) || (0,dist/* isScalar */.jn)(value) || (0,dist/* isMap */.jh)(value) || (0,dist/* isSeq */.oP)(value);
}
function startOf(node) {
    return node.range?.[0] ?? -1;
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/edits.js





/** Starts collecting. */
function collectEdits(file) {
    const replacements = new Map();
    const additions = new Map();
    const shared = new Map();
    const share = (reader, scalar, place) => {
        const entry = shared.get(scalar) ?? { scalar, reader, wanted: new Set() };
        entry.wanted.add(pathOf(place));
        shared.set(scalar, entry);
    };
    const replace = (edit) => {
        const known = replacements.get(edit.scalar);
        if (known && known.value !== edit.value)
            throw new Uneditable(`has one value at line ${lineAt(file.text, edits_startOf(edit.scalar))} for references that become different`);
        replacements.set(edit.scalar, known ?? edit);
    };
    const add = (edit) => {
        const { pair } = edit.after;
        if (!pair)
            throw new Uneditable(`has no place for '${edit.fields[0]?.[0]}'`);
        const known = additions.get(pair);
        const fresh = edit.fields.filter(([key]) => !known?.fields.some(([other]) => other === key));
        additions.set(pair, known ? { ...known, fields: [...known.fields, ...fresh] } : edit);
    };
    const checkShared = ({ scalar, reader, wanted }) => {
        const stranger = reader.aliasedReadsOf(scalar).find(place => !wanted.has(pathOf(place)));
        if (!stranger)
            return;
        const places = `line ${lineAt(file.text, edits_startOf(scalar))} and, by an alias, at line ${lineOf(file, stranger)}`;
        throw new Uneditable(`uses one value at ${places}, which is no reference to this image; change both with 'set'`);
    };
    return {
        add(reader, edit, asked = false) {
            const place = edit.kind === 'replace' ? edit.place : edit.after;
            const scalar = edit.kind === 'replace' ? edit.scalar : edit.after.node;
            if (edit.kind === 'add')
                add(edit);
            else if (String(edit.scalar.value ?? '') !== edit.value)
                replace(edit);
            else
                return;
            if ((0,dist/* isScalar */.jn)(scalar) && !asked)
                share(reader, scalar, place);
        },
        apply() {
            for (const value of shared.values())
                checkShared(value);
            const edits = [...replacements.values(), ...additions.values()];
            if (edits.length === 0)
                return file.text;
            const after = applySplices(file.text, edits.map(edit => spliceOf(file, edit)));
            if (!prove_isProven(file, after, edits))
                throw new Uneditable('would not read as intended after the change');
            return after;
        },
    };
}
/** The line at which a person finds a place: of its alias, where it is reached through one. */
function lineOf(file, place) {
    const node = place.via.at(-1) ?? place.node;
    const found = node === null || ((0,dist/* isScalar */.jn)(node) && isMissing(node)) ? place.pair?.key : node;
    return lineAt(file.text, found?.range?.[0] ?? 0);
}
function edits_startOf(scalar) {
    return scalar.range?.[0] ?? 0;
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/form.js
/**
 * What a reference shall name. A digest never stays beside a new tag: runtimes go by the digest, so the old image
 * would go on running under the new tag's name.
 */
function wantedForm(update, pin, current) {
    const { tag, digest } = update;
    const form = formFor(pin, update, current);
    if (current.digest === undefined || form.digest !== undefined)
        return { form };
    const why = digest === undefined ? 'the new digest is not known' : `'pin' is '${pin}'`;
    return { form, note: `digest ${shorten(current.digest)} is dropped for tag ${tag}, because ${why}` };
}
function formFor(pin, { tag, digest }, current) {
    if (tag === undefined)
        return { digest };
    if (digest === undefined)
        return pin === 'keep' && current.tag === tag ? current : { tag };
    if (pin === 'keep') {
        if (current.digest === undefined)
            return { tag };
        return current.tag === undefined ? { digest } : { tag, digest };
    }
    return pin === 'both' ? { tag, digest } : pin === 'digest' ? { digest } : { tag };
}
function shorten(digest) {
    return digest.length > 19 ? `${digest.slice(0, 19)}…` : digest;
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/formats/interpolation.js
/**
 * Variables in compose files: `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:?error}`,
 * `${NAME?error}`, `${NAME:+other}`, `${NAME+other}`, nested; `$$` is a dollar
 * (docs.docker.com, "Compose file reference", Interpolation).
 */
/** Stands for a variable that is set only where compose runs. Reads as a part of a name or of a tag. */
const UNSET = 'unset0variable0value';
/** Cuts a value into its atoms; undefined where its syntax is wrong. */
function interpolate(value, variables) {
    const reading = read(value, 0, variables, false);
    return reading?.end === value.length ? reading.atoms : undefined;
}
function read(value, from, variables, nested) {
    const atoms = [];
    let at = from;
    while (at < value.length && !(nested && value[at] === '}')) {
        if (value[at] !== '$') {
            const end = endOfText(value, at, nested);
            atoms.push({ text: value.slice(at, end), at: [at, end] });
            at = end;
            continue;
        }
        const variable = readVariable(value, at, variables);
        if (!variable)
            return undefined;
        atoms.push(...variable.atoms);
        at = variable.end;
    }
    return { atoms, end: at };
}
function endOfText(value, from, nested) {
    let end = from;
    while (end < value.length && value[end] !== '$' && !(nested && value[end] === '}'))
        end++;
    return end;
}
function readVariable(value, at, variables) {
    if (value[at + 1] === '$')
        return { atoms: [{ text: '$' }], end: at + 2 };
    const bare = /^\$([A-Za-z_]\w*)/.exec(value.slice(at));
    if (bare)
        return { atoms: [lookUp(bare[1] ?? '', variables)], end: at + bare[0].length };
    const braced = /^\$\{([A-Za-z_]\w*)(:?[-?+])?/.exec(value.slice(at));
    if (!braced)
        return undefined;
    const [opening, name = '', operator = ''] = braced;
    const word = read(value, at + opening.length, variables, true);
    if (word === undefined || value[word.end] !== '}' || (operator === '' && word.end > at + opening.length))
        return undefined;
    return { atoms: choose(name, operator, word, at + opening.length, variables), end: word.end + 1 };
}
function choose(name, operator, word, start, variables) {
    const set = variables.get(name);
    const counts = set !== undefined && !(operator.startsWith(':') && set === '');
    if (operator.endsWith('+'))
        return counts ? word.atoms : [];
    if (counts || !operator.endsWith('-'))
        return [lookUp(name, variables)];
    return word.atoms.length > 0 ? word.atoms : [{ text: '', at: [start, start] }];
}
function lookUp(name, variables) {
    return { text: variables.get(name) ?? UNSET, variable: name };
}
/**
 * Makes a value read as `wanted` by changing one atom, the last one that can do it; undefined where no single one
 * can. Variables that nobody has set are not changed.
 */
function substitute(value, atoms, wanted) {
    for (let index = atoms.length - 1; index >= 0; index--) {
        const atom = atoms[index];
        const before = atoms.slice(0, index).map(interpolation_textOf).join('');
        const after = atoms
            .slice(index + 1)
            .map(interpolation_textOf)
            .join('');
        const fits = wanted.startsWith(before) && wanted.endsWith(after) && wanted.length >= before.length + after.length;
        if (!fits || atom.text === UNSET)
            continue;
        const text = wanted.slice(before.length, wanted.length - after.length);
        if (atom.at)
            return { value: value.slice(0, atom.at[0]) + text + value.slice(atom.at[1]) };
        if (atom.variable !== undefined)
            return { variable: atom.variable, old: atom.text, new: text };
    }
    return undefined;
}
function interpolation_textOf({ text }) {
    return text;
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/formats/site.js



/** `:tag@digest`, or what there is of it. */
function suffix({ tag, digest }) {
    return `${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`;
}
/**
 * A whole reference in one scalar; undefined where there is none.
 * @param skip how many characters stand before the reference
 */
function wholeReference(place, skip = 0) {
    const text = places_textOf(place);
    if (place === undefined || text === undefined)
        return undefined;
    const reference = (0,oci_reference/* parseReference */.F2)(text.slice(skip));
    if (!reference)
        return undefined;
    const { name, ...form } = reference;
    return {
        place,
        names: [(0,oci_reference/* fullName */.fq)(name)],
        form,
        change: to => [replaced(place, `${text.slice(0, skip)}${name}${suffix(to)}`)],
    };
}
/** Another text for the scalar at a place. */
function replaced(place, value) {
    if (!(0,dist/* isScalar */.jn)(place.node))
        throw new Error('only scalars are replaced');
    return {
        place,
        old: places_textOf(place) ?? '',
        new: value,
        edits: [{ kind: 'replace', place, scalar: place.node, value }],
    };
}
/** A new field beside one that is there. */
function added(after, key, value) {
    const place = { ...after, step: key, node: null };
    return { place, old: '', new: value, edits: [{ kind: 'add', after, fields: [[key, value]] }] };
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/formats/compose.js
/** Compose files: `services.*.image`, which may hold variables. Services that are only built have no image. */





/**
 * The references of a compose file.
 * @param variables what the `.env` file beside it sets
 */
function composeSites(reader, variables) {
    const services = reader.field(reader.root, 'services');
    if (!services)
        return [];
    return reader.fields(services).flatMap(service => {
        const image = reader.field(service, 'image');
        const text = places_textOf(image);
        if (!image || text === undefined)
            return [];
        if (text.includes('$'))
            return interpolated(image, text, variables) ?? [];
        const site = wholeReference(image);
        return site ? { ...site, variables: [], variableChanges: () => [] } : [];
    });
}
function interpolated(place, value, variables) {
    const atoms = interpolate(value, variables);
    // `web:${TAG:-}` waits for a tag: it reads as `web:`.
    const reference = (0,oci_reference/* parseReference */.F2)((atoms ?? [])
        .map(({ text }) => text)
        .join('')
        .replace(/:$/, ''));
    if (!atoms || !reference)
        return undefined;
    const { name, ...form } = reference;
    const known = !name.includes(UNSET);
    return {
        place,
        names: known ? [(0,oci_reference/* fullName */.fq)(name)] : [],
        form,
        variables: atoms.flatMap(({ variable }) => variable ?? []),
        ...(!known && { nameEnds: name.slice(name.lastIndexOf(UNSET) + UNSET.length) }),
        change(to) {
            const steps = solve(value, name, form, to, variables);
            return steps.value === value ? [] : [replaced(place, steps.value)];
        },
        variableChanges: to => solve(value, name, form, to, variables).variables,
    };
}
/** Changes the tag first and the digest after it, so that each may stand in a variable of its own. */
function solve(value, name, from, to, variables) {
    const forms = [{ tag: to.tag, digest: from.digest }, to];
    const direct = step({ value, variables: [] }, name, to, variables);
    if (direct)
        return direct;
    let solution = { value, variables: [] };
    for (const form of forms) {
        const next = step(solution, name, form, variables);
        if (!next)
            throw new Uneditable(`puts '${value}' together from variables that are set elsewhere; change them there, or name the .env file in 'files'`);
        solution = next;
    }
    return solution;
}
function step(from, name, form, set) {
    const variables = new Map([
        ...set,
        ...from.variables.map(({ variable, value }) => [variable, value]),
    ]);
    const atoms = interpolate(from.value, variables) ?? [];
    const wanted = `${name}${suffix(form)}`;
    if (atoms.map(({ text }) => text).join('') === wanted)
        return from;
    const substitution = substitute(from.value, atoms, wanted);
    if (!substitution)
        return undefined;
    if ('value' in substitution)
        return { ...from, value: substitution.value };
    const { variable, new: value } = substitution;
    return {
        ...from,
        variables: [...from.variables.filter(other => other.variable !== variable), { variable, value }],
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/formats/detect.js


const KUSTOMIZATION = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;
const COMPOSE = /(?:^|\/)(?:[^/]*[-._])?compose(?:[-._][^/]*)?\.(?:ya?ml|json)$/;
/** Whether a file is a compose file by its name. */
function isComposeFile(path) {
    return COMPOSE.test(path);
}
/** What a document is, by what stands in it, and where that does not tell, by the name of its file. */
function detectFormat(path, reader) {
    const { root } = reader;
    const apiVersion = places_textOf(reader.field(root, 'apiVersion'));
    const kind = reader.field(root, 'kind');
    if (apiVersion?.startsWith('kustomize.config.k8s.io/'))
        return 'kustomization';
    if (apiVersion !== undefined && kind)
        return 'kubernetes';
    if (KUSTOMIZATION.test(path))
        return 'kustomization';
    if ((0,dist/* isSeq */.oP)(root.node) && reader.items(root).some(item => reader.field(item, 'op')))
        return 'json-patch';
    if (reader.field(root, 'services') && (isComposeFile(path) || looksLikeCompose(reader)))
        return 'compose';
    return 'helm-values';
}
/** Values may have `services` too, but not a map in which each has an image or a build, and nothing strange beside. */
function looksLikeCompose(reader) {
    const services = reader.field(reader.root, 'services');
    if (!services || !(0,dist/* isMap */.jh)(services.node))
        return false;
    const known = /^(?:version|name|services|networks|volumes|configs|secrets|include|models|x-.*)$/;
    return (reader.fields(reader.root).every(({ step }) => known.test(String(step))) &&
        reader.fields(services).every(service => reader.field(service, 'image') ?? reader.field(service, 'build')));
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/formats/helm.js
/**
 * Helm values. Charts agree on no schema, but on a few habits: a whole reference under a key with `image` in it;
 * `repository` and `tag`, with `registry` before and `digest` or `sha` beside them, each perhaps with a word in front
 * (`imageTag`, `web_image_repository`); one `global.imageRegistry` that overrules every `registry`. They stand at any
 * depth. An empty tag means the chart's appVersion.
 */




/** The references in a tree of values. */
function helmSites(reader, root) {
    if (!root)
        return [];
    const registries = globalRegistries(reader, reader.field(root, 'global'));
    const sites = [];
    const visit = (place, key) => {
        if ((0,dist/* isSeq */.oP)(place.node))
            for (const item of reader.items(place))
                visitValue(item, key.replace(/s$/i, ''));
        const values = reader.fields(place);
        const parts = partsOf(values.map(value => ({ key: String(value.step), place: value })), key);
        for (const one of parts)
            sites.push(splitReference(one, registries));
        const names = new Set(parts.map(({ name }) => name));
        // `images: {web: acme/web:1}`: the keys are names of the user's, and the values images.
        const under = /images$/i.test(key) ? 'image' : undefined;
        for (const value of values)
            if (!names.has(value))
                visitValue(value, under ?? String(value.step), key);
    };
    const visitValue = (place, key, map = '') => {
        if ((0,dist/* isMap */.jh)(place.node) || (0,dist/* isSeq */.oP)(place.node)) {
            if (!/(?:annotations|labels)$/i.test(key))
                visit(place, key);
            return;
        }
        const site = imageSite(place, key, map);
        if (site)
            sites.push(site);
    };
    visit(root, '');
    return sites;
}
function globalRegistries(reader, global) {
    const mirror = registryOf(reader.field(global, 'imageRegistry'));
    const image = registryOf(reader.field(reader.field(global, 'image'), 'registry'));
    return { mirror, usual: image || registryOf(reader.field(global, 'registry')) };
}
/** The text of a registry; some charts want a slash at its end. */
function registryOf(place) {
    return (wordOf(place) ?? '').replace(/\/+$/, '');
}
/** The references in Argo CD's Helm parameters, `[{name: image.tag, value: "1"}]`. */
function parameterSites(reader, list) {
    const maps = new Map();
    for (const parameter of reader.items(list)) {
        const path = places_textOf(reader.field(parameter, 'name')) ?? '';
        const place = reader.field(parameter, 'value');
        if (!place)
            continue;
        const map = path.slice(0, Math.max(0, path.lastIndexOf('.')));
        maps.set(map, [...(maps.get(map) ?? []), { key: path.slice(path.lastIndexOf('.') + 1), place }]);
    }
    return [...maps].flatMap(([map, fields]) => {
        const parts = partsOf(fields, map).filter(({ tag }) => tag !== undefined);
        const names = new Set(parts.map(({ name }) => name));
        const rest = fields.filter(({ place }) => !names.has(place));
        return [
            ...parts.map(one => splitReference(one, {})),
            ...rest.flatMap(({ key, place }) => imageSite(place, key, map) ?? []),
        ];
    });
}
/**
 * A whole reference: under a key with `image` in it, or as in `image: {name: acme/web:1, entrypoint: …}`. Without tag
 * and digest it counts only where the key says no more: `imageRepository` is half of one, `imageUser` is none.
 */
function imageSite(place, key, map = '') {
    if (!/image/i.test(key) && !/image$/i.test(map))
        return undefined;
    const site = wholeReference(place);
    const plain = /images?[-_]?(?:name|ref|reference|url|uri)?\d*$/i.test(key);
    return plain || site?.form.tag !== undefined || site?.form.digest !== undefined ? site : undefined;
}
/** The references that are spread over the fields of one map, which stands under a key. */
function partsOf(fields, key) {
    const known = new Map(fields
        .filter(({ key, place }) => (0,dist/* isScalar */.jn)(place.node) && !isWholeTag(key, place))
        .map(field => [field.key.replace(/[-_]/g, '').toLowerCase(), field.place]));
    const prefixes = new Set();
    for (const word of known.keys()) {
        if (word.endsWith('tag'))
            prefixes.add(word.slice(0, -'tag'.length));
        if (word === 'repository' || word === 'repo')
            prefixes.add('');
    }
    return [...prefixes].flatMap(prefix => partsWith(prefix, known, key) ?? []);
}
/** Some call the whole reference a tag. */
function isWholeTag(key, place) {
    return /tag$/i.test(key) && (places_textOf(place) ?? '').includes('/');
}
function partsWith(prefix, known, key) {
    const find = (part) => known.get(prefix + part);
    const tag = find('tag') ?? (prefix === '' ? known.get('imagetag') : undefined);
    const isImage = /image$/i.test(prefix === '' ? key : prefix);
    const named = isImage ? (find('name') ?? known.get(prefix)) : undefined;
    const repository = find('repository') ?? find('repo');
    const name = repository ?? (tag ? (find('image') ?? named) : undefined);
    if (!name || !(0,oci_reference/* isName */.Eo)(places_textOf(name) ?? ''))
        return undefined;
    const digest = find('digest');
    const sha = digest ? undefined : find('sha');
    const registry = find('registry') ?? known.get('registry');
    // A `repository` with nothing of an image about it may as well be one of git.
    const signs = [tag, digest, sha, registry, find('pullpolicy')];
    if (!isImage && signs.every(sign => sign === undefined))
        return undefined;
    const bare = sha !== undefined && !places_textOf(sha)?.includes(':');
    const last = isImage && repository ? find('name') : undefined;
    return { registry, name, last, tag, digest: digest ?? sha, bare };
}
function splitReference(parts, { mirror = '', usual = '' }) {
    const { registry, name, last, tag, digest } = parts;
    const path = places_textOf(name) ?? '';
    const own = registryOf(registry);
    const paths = last ? [path, `${path}/${places_textOf(last)}`] : [path];
    const at = (host) => paths.map(one => (host === '' ? one : `${host}/${one}`));
    const others = mirror !== '' ? at(mirror) : own === '' && usual !== '' ? at(usual) : [];
    const names = mirror !== '' && registry ? others : [...at(own), ...others];
    const form = formOf(tag, digest);
    return {
        place: tag ?? name,
        names: names.map(oci_reference/* fullName */.fq),
        form,
        change: (to, known) => digest ? besideDigest(parts, digest, to, known) : withinTag(parts, form, to, known),
    };
}
function formOf(tag, digest) {
    const text = wordOf(tag) ?? '';
    // Some charts take a digest as the tag, and join it by `@`.
    const [word = '', inTag = ''] = isBareDigest(text) ? ['', text] : text.split('@');
    const beside = wordOf(digest) ?? '';
    const hash = beside === '' || beside.includes(':') ? beside : `sha256:${beside}`;
    return { tag: word || undefined, digest: hash || inTag || undefined };
}
/** A tag is told even where only the digest counts, so that what stands in the file stays true. */
function besideDigest(parts, digest, to, known) {
    const tag = to.tag ?? (parts.tag && known.tag);
    const hash = (to.digest ?? '').replace(parts.bare ? /^sha256:/ : /^$/, '');
    const stays = hash === '' && wordOf(digest) === '';
    return [...(tag === undefined ? [] : [tagged(parts, tag)]), ...(stays ? [] : [replaced(digest, hash)])];
}
/** Without a field for it the digest goes into the tag: charts join `repository:tag`, and so it is always used. */
function withinTag(parts, form, to, known) {
    if (isBareDigest(wordOf(parts.tag) ?? '') && to.digest !== undefined)
        return [tagged(parts, to.digest)];
    const word = to.tag ?? known.tag ?? form.tag ?? '';
    return [tagged(parts, to.digest === undefined ? word : `${word}@${to.digest}`)];
}
function isBareDigest(text) {
    return /^sha(?:256|512):/.test(text);
}
function tagged({ name, tag }, value) {
    return tag ? replaced(tag, value) : added(name, 'tag', value);
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/formats/kustomization.js
/** Kustomizations: `images` replaces `name` by `newName` (or itself), with `newTag`, `digest` or both. */





/** The references in a kustomization, inline Helm values included. */
function kustomizationSites(reader) {
    const charts = reader.items(reader.field(reader.root, 'helmCharts'));
    return [
        ...imageEntries(reader, reader.field(reader.root, 'images')),
        ...charts.flatMap(chart => helmSites(reader, reader.field(chart, 'valuesInline'))),
    ];
}
/** The references in a list of `{name, newName, newTag, digest}`. */
function imageEntries(reader, list) {
    return reader.items(list).flatMap(entry => {
        const name = nameOf(reader.field(entry, 'newName')) ?? reader.field(entry, 'name');
        const text = places_textOf(name);
        if (!name || !text || !(0,oci_reference/* isName */.Eo)(text))
            return [];
        const tag = reader.field(entry, 'newTag');
        const digest = reader.field(entry, 'digest');
        const form = { tag: wordOf(tag) || undefined, digest: wordOf(digest) || undefined };
        return [
            {
                place: tag ?? digest ?? name,
                names: [(0,oci_reference/* fullName */.fq)(text)],
                form,
                change: (to) => changes({ name, tag, digest }, to),
            },
        ];
    });
}
function nameOf(place) {
    return wordOf(place) ? place : undefined;
}
function changes({ name, tag, digest }, to) {
    if (to.tag === undefined && tag && !digest)
        return [renamed(tag, 'digest', to.digest ?? '')];
    if (to.digest === undefined && digest && !tag)
        return [renamed(digest, 'newTag', to.tag ?? '')];
    return [...put(tag, name, 'newTag', to.tag), ...put(digest, tag ?? name, 'digest', to.digest)];
}
/** An empty value counts as none, so a field that stands there is emptied and its line stays. */
function put(place, after, key, value) {
    if (place)
        return value === undefined && wordOf(place) === '' ? [] : [replaced(place, value ?? '')];
    return value === undefined ? [] : [added(after, key, value)];
}
function renamed(place, key, value) {
    const change = replaced(place, value);
    const scalar = place.pair?.key;
    if (!(0,dist/* isScalar */.jn)(scalar))
        return change;
    return {
        ...change,
        place: { ...place, step: key },
        edits: [...change.edits, { kind: 'replace', place, scalar, value: key }],
    };
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/formats/kubernetes.js
/**
 * Kubernetes manifests of any kind: the places where pod templates name images, wherever a pod template stands
 * (Deployment, CronJob, Rollout, Knative Service, AnalysisTemplate, List …), Tekton's steps and sidecars, Argo's
 * containers, what operators are told in a `spec` (`spec.image` of a Prometheus, `image: {repository, tag}`), and the
 * Helm values, parameters and kustomize images inside HelmRelease, Application and Kustomization.
 * Schemas, annotations, text blocks, `status`, and where an image is built to never count.
 */





const CONTAINER_LISTS = new Set(['containers', 'initContainers', 'ephemeralContainers', 'steps', 'sidecars']);
const CONTAINERS = new Set(['stepTemplate', 'container', 'script']);
const NEVER = new Set(['annotations', 'labels', 'openAPIV3Schema']);
/** The references in a manifest. */
function kubernetesSites(reader) {
    return sitesBelow(reader, reader.root, false);
}
/**
 * The references below a place.
 * @param isSpec whether it is a part of a `spec` itself
 */
function sitesBelow(reader, root, isSpec) {
    const sites = [];
    const add = (site) => {
        if (site)
            sites.push(site);
    };
    const visit = (place) => {
        if ((0,dist/* isSeq */.oP)(place.node))
            for (const item of reader.items(place))
                visit(item);
        if (!(0,dist/* isMap */.jh)(place.node))
            return;
        const fields = reader.fields(place);
        if (isKind(fields, 'CustomResourceDefinition'))
            return;
        // Of duplicate keys the last one counts.
        for (const field of new Map(fields.map(one => [one.step, one])).values())
            if (!NEVER.has(String(field.step)))
                visitField(field);
    };
    const visitField = (field) => {
        const key = String(field.step);
        if (/image$/i.test(key))
            add(isOfContainer(field) ? wholeReference(field) : specified(field));
        if (key === 'volumes')
            for (const volume of reader.items(field))
                add(wholeReference(reader.field(reader.field(volume, 'image'), 'reference')));
        const embedded = embeddedSites(key, field);
        if (embedded)
            sites.push(...embedded);
        else
            visit(field);
    };
    /** An image without a tag may be one that is only watched (Flux's ImageRepository). */
    const specified = (field) => {
        if (!inSpec(field) || field.parent?.step === 'output')
            return undefined;
        const site = wholeReference(field);
        return site?.form.tag === undefined && site?.form.digest === undefined ? undefined : site;
    };
    const inSpec = (place) => {
        for (let up = place.parent; up; up = up.parent)
            if (up.step === 'spec')
                return true;
        return isSpec;
    };
    const embeddedSites = (key, field) => {
        if (key === 'values' || key === 'valuesObject')
            return embeddedValues(field);
        if (key === 'images')
            return imageOverrides(field);
        if (/image$/i.test(key) && (0,dist/* isMap */.jh)(field.node) && inSpec(field))
            return helmSites(reader, field);
        return key === 'parameters' && field.parent?.step === 'helm' ? parameterSites(reader, field) : undefined;
    };
    /** `spec.values` of a HelmRelease, `helm.valuesObject` of an Application; elsewhere `values` is a plain list. */
    const embeddedValues = (field) => ((0,dist/* isMap */.jh)(field.node) ? helmSites(reader, field) : []);
    /** `spec.images` of Flux's Kustomization; `kustomize.images` of an Application: `[name=]repository:tag`. */
    const imageOverrides = (field) => [
        ...imageEntries(reader, field),
        ...reader.items(field).flatMap(item => {
            const site = wholeReference(item, (places_textOf(item) ?? '').indexOf('=') + 1);
            return site && site.place.parent?.parent?.step === 'kustomize' ? [site] : [];
        }),
    ];
    visit(root);
    return sites;
}
/** The references in a JSON patch (RFC 6902) for manifests: values for a path that ends in `image`, or with images in them. */
function patchSites(reader) {
    return reader.items(reader.root).flatMap(operation => {
        const value = reader.field(operation, 'value');
        if (value && !(0,dist/* isScalar */.jn)(value.node))
            return sitesBelow(reader, value, true);
        return places_textOf(reader.field(operation, 'path'))?.endsWith('/image') ? (wholeReference(value) ?? []) : [];
    });
}
function isOfContainer({ step, parent }) {
    if (step !== 'image' || !parent)
        return false;
    return CONTAINERS.has(String(parent.step)) || CONTAINER_LISTS.has(String(parent.parent?.step));
}
function isKind(fields, kind) {
    return fields.some(field => field.step === 'kind' && places_textOf(field) === kind);
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/formats/find.js





/** Every reference of a document, whatever its format. */
function findSites(path, reader, variables) {
    switch (detectFormat(path, reader)) {
        case 'kubernetes':
            return kubernetesSites(reader);
        case 'kustomization':
            return kustomizationSites(reader);
        case 'compose':
            return composeSites(reader, variables);
        case 'json-patch':
            return patchSites(reader);
        case 'helm-values':
            return helmSites(reader, reader.root);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/guard.js
/**
 * Why going from one tag to another of the same image goes back in time; undefined where it does not, or where the
 * two cannot be compared. Run numbers (`<run>-<sha>`) and versions (`1.2.3`, `v1.2`) are.
 */
function downgrade(from, to) {
    return olderRun(from, to) ?? olderVersion(from, to);
}
const RUN = /^(|.*[^0-9.])(\d{1,15})-[0-9a-f]{7,40}$/;
/** Why `to` is of an earlier run than `from`; the words before the run number must be the same. */
function olderRun(from, to) {
    const [, word, run] = RUN.exec(from) ?? [];
    const [, newWord, newRun] = RUN.exec(to) ?? [];
    if (run === undefined || newRun === undefined || word !== newWord || Number(newRun) >= Number(run))
        return undefined;
    return `run ${Number(run)} is deployed, and run ${Number(newRun)} is older`;
}
const VERSION = /^v?(\d+(?:\.\d+){1,3})(?:[-+.](.*))?$/;
function olderVersion(from, to) {
    const [, core, rest = ''] = VERSION.exec(from) ?? [];
    const [, newCore, newRest = ''] = VERSION.exec(to) ?? [];
    if (core === undefined || newCore === undefined)
        return undefined;
    const order = compare(numbers(core), numbers(newCore)) || compareRest(rest, newRest);
    return order > 0 ? `version ${from} is deployed, and ${to} is lower` : undefined;
}
// A commit at the end, known by having letters as well as digits.
const COMMIT = /(?:^|[-+._]g?)(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}$/;
/** `rc.2` is after `rc.1`, but `alpine` is not before `bookworm`: only the same words can be put in order, and no commits. */
function compareRest(rest, newRest) {
    const [old, next] = [rest.replace(COMMIT, ''), newRest.replace(COMMIT, '')];
    const words = (text) => text.split(/\d+/).join(' ');
    return words(old) === words(next) ? compare(numbers(old), numbers(next)) : 0;
}
function numbers(text) {
    return (text.match(/\d+/g) ?? []).map(Number);
}
function compare(left, right) {
    for (let at = 0; at < Math.max(left.length, right.length); at++) {
        const difference = (left[at] ?? 0) - (right[at] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/yaml-file.js












/**
 * Decides what changes in one file.
 * @param env the `.env` file beside it
 * @throws Unreadable or Uneditable where the file is left alone; UserError where a path to set leads nowhere.
 */
function planYamlFile(path, text, request, env) {
    const file = parseYaml(text);
    const plan = { matches: [], refusals: [], notes: [] };
    const more = { downgrades: [], matched: [], uses: [] };
    const work = { path, file, request, env, edits: collectEdits(file), ...plan, ...more };
    const readers = file.documents.map((_, index) => createReader(file, index));
    for (const reader of readers)
        for (const site of findSites(path, reader, env?.values ?? new Map()))
            planSite(work, reader, site);
    for (const value of request.set)
        if (value.file === path)
            planSet(work, readers, value);
    const template = templatedText(file, plain => request.images.some(image => isNamedIn(plain, image)));
    if (template !== undefined)
        plan.refusals.push({ file: path, reason: template });
    return { ...plan, ...more, after: work.edits.apply() };
}
function planSite(work, reader, site) {
    const update = work.request.images.find(({ repository }) => site.names.includes(repository));
    const where = `${work.path}:${lineOf(work.file, site.place)}`;
    if (!update) {
        tellPartialName(work, site, where);
        if ('variables' in site)
            work.uses.push({ where, variables: site.variables, changes: [] });
        return;
    }
    const { form, note } = wantedForm(update, work.request.pin, site.form);
    try {
        const changes = site.change(form, update).filter(change => change.old !== '' || change.new !== '');
        if (!('variables' in site))
            refuseVariables(work, changes);
        const variableChanges = 'variables' in site ? site.variableChanges(form) : [];
        refuseLocked(work, variableChanges);
        for (const change of changes)
            for (const edit of change.edits)
                work.edits.add(reader, edit);
        if ('variables' in site)
            work.uses.push({ where, variables: site.variables, changes: variableChanges, update });
        if (variableChanges.length === 0)
            work.matched.push(update);
        for (const change of changes)
            work.matches.push(matchOf(work, reader, change));
        if (changes.length === 0 && variableChanges.length === 0)
            work.matches.push(unchanged(work, reader, site));
        if (note !== undefined)
            work.notes.push(`${where}: ${note}`);
        guard(work, reader, site, form, update);
    }
    catch (thrown) {
        if (!(thrown instanceof Uneditable))
            throw thrown;
        work.refusals.push({ file: work.path, reason: thrown.message });
    }
}
function refuseLocked({ env }, [change]) {
    if (env?.locked && change)
        throw new Uneditable(`reads ${change.variable} from ${env.path}; name that in 'files' to have it changed`);
}
/** Helm, Flux and Argo CD fill in what stands in braces; a fixed value in its place would part it from there for good. */
function refuseVariables({ file }, changes) {
    const filled = changes.find(({ old }) => /\{\{|\$[{(]/.test(old));
    if (filled)
        throw new Uneditable(`takes '${filled.old}' at line ${lineOf(file, filled.place)} from elsewhere; change it there, or name this value in 'set'`);
}
function guard(work, reader, site, form, update) {
    const to = form.tag ?? update.tag;
    if (work.request.allowDowngrade || site.form.tag === undefined || to === undefined)
        return;
    const reason = downgrade(site.form.tag, to);
    if (reason === undefined)
        return;
    const place = { file: work.path, line: lineOf(work.file, site.place), path: reader.pathOf(site.place) };
    const names = { old: `${update.name}${suffix(site.form)}`, new: `${update.name}${suffix(form)}` };
    work.downgrades.push({ ...place, ...names, reason });
}
function planSet(work, readers, wanted) {
    const { reader, place } = resolve(work, readers, wanted);
    const node = place.node;
    const alias = place.via.at(-1);
    if (alias)
        throw refused(work, wanted, `is reached through the alias *${alias.source}; set the value at its anchor`);
    if (!(0,dist/* isScalar */.jn)(node))
        throw refused(work, wanted, 'is no single value but a list or a map');
    const old = places_textOf(place) ?? '';
    const edit = { kind: 'replace', place, scalar: node, value: wanted.value, keepType: true };
    work.edits.add(reader, edit, true);
    work.matches.push(matchOf(work, reader, { place, old, new: wanted.value, edits: [edit] }));
    for (const shared of reader.aliasedReadsOf(node))
        work.notes.push(`${work.path}:${lineOf(work.file, shared)}: ${reader.pathOf(shared)} changes with it, by an alias`);
    const reason = work.request.allowDowngrade ? undefined : olderRun(tagOf(old), tagOf(wanted.value));
    if (reason !== undefined)
        work.downgrades.push({ ...matchOf(work, reader, { place, old, new: wanted.value, edits: [] }), reason });
}
function resolve(work, readers, wanted) {
    try {
        return resolvePath(readers, wanted.path);
    }
    catch (thrown) {
        throw refused(work, wanted, thrown.message);
    }
}
function refused(work, { shown }, why) {
    return new action_errors/* UserError */.yo(`input 'set' names '${work.path}#${shown}', but it ${why}`);
}
/** The tag of a reference, or the text itself where it is a tag alone. */
function tagOf(text) {
    const [name = ''] = text.split('@');
    return name.slice(name.lastIndexOf(':') + 1);
}
function tellPartialName(work, site, where) {
    const ends = 'nameEnds' in site ? site.nameEnds : undefined;
    const update = ends ? work.request.images.find(({ repository }) => repository.endsWith(ends)) : undefined;
    if (update)
        work.notes.push(`${where}: '${places_textOf(site.place)}' may be ${update.name}, but a variable holds the first part of its name; name the .env file in 'files', or use 'set'`);
}
function matchOf({ path, file }, reader, { place, old, new: wanted }) {
    return { file: path, line: lineOf(file, place), path: reader.pathOf(place), old, new: wanted };
}
function unchanged(work, reader, { place }) {
    const text = places_textOf(place) ?? '';
    return matchOf(work, reader, { place, old: text, new: text, edits: [] });
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/plan.js









/**
 * Decides what changes in the files. Pure: reads nothing but its arguments.
 * @throws UserError where `set` names a file that is not there, cannot be read, or has no such path.
 */
function planBump(files, request) {
    const all = [...files];
    const asked = checkSetFiles(all, request);
    const plan = emptyPlan();
    plan.notes.push(...missingFiles(all, request));
    const envs = readEnvFiles(all, plan, asked);
    const uses = new Map();
    const names = request.images.map(({ repository }) => Buffer.from((0,oci_reference/* lastComponent */.Cy)(repository)));
    for (const file of all) {
        const env = envs.size > 0 ? envs.get((0,posix_.dirname)(file.path)) : undefined;
        const wanted = mentions(file.bytes, names) || asked.has(file.path) || env !== undefined;
        if (!wanted || isEnvFile(file.path) || !isYamlFile(file.path, request, asked))
            continue;
        const done = attempt(plan, file.path, asked, () => silentUnlessNamed(file, request, asked, () => planFile(plan, file, request, env)));
        if (env && done)
            uses.set(env, [...(uses.get(env) ?? []), ...done]);
    }
    for (const env of envs.values()) {
        const set = request.set.filter(({ file }) => file === env.path);
        const done = attempt(plan, env.path, asked, () => planEnvFile(env, uses.get(env) ?? [], set));
        if (done)
            addEnvFile(plan, done);
    }
    return finish(plan, request);
}
function emptyPlan() {
    return { changes: [], matches: [], refusals: [], notes: [], downgrades: [], matched: new Set() };
}
/** The files that `set` names. */
function checkSetFiles(files, { set }) {
    const asked = new Set(set.map(({ file }) => file));
    const found = new Set(files.filter(({ path }) => asked.has(path)).map(({ path }) => path));
    for (const file of asked)
        if (!found.has(file))
            throw new action_errors/* UserError */.yo(`input 'set' names the file '${file}', which is not there`);
    return asked;
}
function readEnvFiles(files, plan, asked) {
    const envs = new Map();
    for (const file of files.filter(({ path }) => isEnvFile(path))) {
        const env = attempt(plan, file.path, asked, () => file.context
            ? silentUnlessNamed(file, { images: [] }, asked, () => readEnvFile(file))
            : readEnvFile(file));
        if (env)
            envs.set(env.folder, env);
    }
    return envs;
}
/** A glob like `deploy/**` also finds files that are no YAML; they count only where they are named themselves. */
function isYamlFile(path, { files }, asked) {
    return /\.(?:ya?ml|json)$|(?:^|\/)Kustomization$/.test(path) || asked.has(path) || files.includes(path);
}
/** The last part of a repository's name stands in every spelling of it; a file without it needs no parsing. */
function mentions(bytes, names) {
    if (bytes === undefined || utf16Of(bytes))
        return true;
    const buffer = Buffer.isBuffer(bytes)
        ? bytes
        : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return names.some(name => buffer.includes(name));
}
function planFile(plan, { path, bytes }, request, env) {
    const before = decode(bytes);
    const { after, uses, matched, ...found } = planYamlFile(path, before, request, env);
    if (after !== before)
        plan.changes.push({ path, before, after });
    plan.matches.push(...found.matches);
    plan.refusals.push(...found.refusals);
    plan.notes.push(...found.notes);
    plan.downgrades.push(...found.downgrades);
    for (const update of matched)
        plan.matched.add(update);
    return uses;
}
/** Leaves out, without a word, a file that cannot be read and does not name one of the images either. */
function silentUnlessNamed({ path, bytes }, { images }, asked, decide) {
    try {
        return decide();
    }
    catch (thrown) {
        const text = bytes && new TextDecoder(utf16Of(bytes) ?? 'latin1').decode(bytes);
        const silent = text !== undefined && !asked.has(path) && !images.some(image => isNamedIn(text, image));
        if (silent && thrown instanceof Unreadable)
            return undefined;
        throw thrown;
    }
}
/** Refuses the file where it cannot be read or changed; stops where the user named this very file in `set`. */
function attempt(plan, path, asked, decide) {
    try {
        return decide();
    }
    catch (thrown) {
        const reason = refusalOf(thrown);
        if (reason === undefined)
            throw thrown;
        if (asked.has(path))
            throw new action_errors/* UserError */.yo(`input 'set' names the file '${path}', which ${reason}`);
        plan.refusals.push({ file: path, reason });
        return undefined;
    }
}
function refusalOf(thrown) {
    if (thrown instanceof Unreadable || thrown instanceof Uneditable)
        return thrown.message;
    return thrown instanceof RangeError ? 'is nested too deeply' : undefined;
}
function addEnvFile(plan, { change, matches, refusals, settled }) {
    for (const { update } of settled)
        if (update)
            plan.matched.add(update);
    if (change)
        plan.changes.push(change);
    plan.matches.push(...matches);
    plan.refusals.push(...refusals);
}
function finish({ matched, ...plan }, request) {
    const unmatched = request.images.filter(image => !matched.has(image)).map(({ name }) => name);
    return { ...plan, unmatched, changes: plan.downgrades.length > 0 ? [] : plan.changes };
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/land.js





/** A server that fails more often than this will not be better soon. */
const HICCUPS = 3;
/**
 * Reads, decides and lands; where another writer was first, waits a random while and starts over from the new tip.
 * A writer loses a race only to one that lands, so among n writers of one change each, n attempts are enough for all.
 * @throws UserError where others are first in all attempts; RemoteError where the remote refuses.
 */
async function land(target, request, options, world) {
    let sent;
    let hiccups = 0;
    const attemptOnce = async () => {
        const standing = await target.read();
        const plan = planBump(standing.files, request);
        const failure = failureOf(plan, standing, request, options);
        if (failure !== undefined)
            return { plan, outcome: 'stopped', failure };
        // The answer to an earlier push was lost, and the change is there: that push arrived.
        if (plan.changes.length === 0 && sent)
            return { plan: sent, outcome: 'landed', commit: standing.tip };
        if (plan.changes.length === 0)
            return { plan, outcome: standing.pending ? 'pending' : 'unchanged', commit: standing.tip };
        if (options['dry-run'])
            return { plan, outcome: 'shown' };
        try {
            return { plan, outcome: 'landed', commit: await standing.land(plan) };
        }
        catch (thrown) {
            if (kindOf(thrown) === 'hiccup')
                sent = plan;
            throw thrown;
        }
    };
    const retryable = (thrown, attempt) => {
        const kind = kindOf(thrown);
        if (kind !== 'race' && kind !== 'hiccup')
            return false;
        if (kind === 'hiccup' && ++hiccups > HICCUPS)
            return false;
        world.log.info(`${target.name}: attempt ${attempt} of ${options.attempts} ${WORDS[kind]}; starting over`);
        return true;
    };
    try {
        const pace = { attempts: options.attempts, delay: 1000, maxDelay: 15_000 };
        return await (0,retry/* retry */.L)(attemptOnce, { ...pace, retryable, signal: world.signal });
    }
    catch (thrown) {
        if (kindOf(thrown) !== 'race')
            throw thrown;
        throw new action_errors/* UserError */.yo(`others were first to push to ${target.name} in all ${options.attempts} attempts; raise 'attempts', or let fewer jobs push at once`);
    }
}
const WORDS = { race: 'lost the race against another push', hiccup: 'met a server that failed' };
function kindOf(thrown) {
    return thrown instanceof RemoteError ? thrown.verdict.kind : undefined;
}
function failureOf(plan, { files, proposed }, request, options) {
    // A pull request that waits for its merge counts as the newer state: a late older run must not replace it.
    const downgrades = [...plan.downgrades, ...(proposed ? planBump(proposed, request).downgrades : [])];
    if (downgrades.length > 0) {
        const places = downgrades.map(({ file, line, reason }) => `${file}:${line}: ${reason}`);
        return `nothing was changed, because it would go back to an older image (allow-downgrade: true permits that):\n${places.join('\n')}`;
    }
    if (plan.unmatched.length > 0 && options['require-match'])
        return unmatchedFailure(plan, files, request);
    return undefined;
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 1 modules
var create = __webpack_require__(5725);
;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/diff.js

/** The change as a unified diff, as `git apply` takes it; empty where nothing changes. */
function unifiedDiff(changes) {
    return changes.map(fileDiff).join('');
}
function fileDiff({ path, before, after }) {
    const { hunks } = (0,create/* structuredPatch */.YB)(path, path, before, after, undefined, undefined, { context: 3 });
    const body = hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines, ''].join('\n'));
    return `diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}\n--- ${quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n${body.join('')}`;
}
/** Git puts names in quotes that hold quotes, backslashes or control characters (git-config, core.quotePath). */
function quoted(path) {
    return /["\\\u0000-\u001f\u007f]/.test(path) ? JSON.stringify(path) : path;
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/bounded-outputs.js

/** GitHub drops outputs past 1 MB in all; each of the large ones gets a quarter of it. */
const LIMIT = 256 * 1024;
/** The diff of as many files as an output has room for, whole files only; what is left out is counted. */
function boundedDiff(changes, limit = LIMIT) {
    const parts = [];
    let size = 0;
    for (const [index, change] of changes.entries()) {
        const part = unifiedDiff([change]);
        size += Buffer.byteLength(part);
        if (size > limit)
            return `${parts.join('')}# ${changes.length - index} more files: too long for an output\n`;
        parts.push(part);
    }
    return parts.join('');
}
/** As many of the items, from the first on, as have room for their texts and a separator between each two. */
function bounded(items, text, limit = LIMIT) {
    let size = 0;
    const end = items.findIndex(item => {
        size += Buffer.byteLength(text(item)) + 1;
        return size > limit;
    });
    return end < 0 ? [...items] : items.slice(0, end);
}
/** The matches that an output has room for: those that change come first where not all have. */
function boundedMatches(matches, limit = LIMIT) {
    const shown = bounded(matches, match => JSON.stringify(match), limit);
    if (shown.length === matches.length)
        return shown;
    const changesFirst = [...matches].sort((a, b) => Number(a.old === a.new) - Number(b.old === b.new));
    return bounded(changesFirst, match => JSON.stringify(match), limit);
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/commit-message.js
/** GitHub folds a subject in lists past 72 characters. */
const SUBJECT_LIMIT = 72;
/**
 * The commit's message: the user's (or a subject that names the images), then trailers that lead back to the source.
 * In the user's message `{images}`, `{repository}`, `{branch}`, `{sha}`, `{short_sha}` and `{run_number}` are filled in.
 */
function commitMessage(template, request, context) {
    const message = (template === undefined ? defaultSubject(request) : fillIn(template, request, context)).trim();
    const block = trailers(request, context);
    if (block.length === 0)
        return `${message}\n`;
    return `${message}${endsInTrailers(message) ? '\n' : '\n\n'}${block.join('\n')}\n`;
}
/** Git reads trailers from the last paragraph only (git-interpret-trailers); the subject is none. */
function endsInTrailers(message) {
    const paragraphs = message.split(/\n\s*\n/);
    const last = paragraphs.length > 1 ? (paragraphs.at(-1) ?? '') : '';
    return last !== '' && last.split('\n').every(line => /^[A-Za-z0-9-]+: \S/.test(line));
}
/** `Source-Repository`, `Source-Commit` and `Source-Run` of the workflow, and `Image` for each image. */
function trailers({ images }, context) {
    const { repository, headSha } = context;
    return [
        ...(repository ? [`Source-Repository: ${repository}`] : []),
        ...(headSha ? [`Source-Commit: ${headSha}`] : []),
        ...(runUrl(context) ? [`Source-Run: ${runUrl(context)}`] : []),
        ...images.map(image => `Image: ${reference(image)}`),
    ];
}
/** The page of this run on GitHub; undefined outside of one. */
function runUrl({ serverUrl, repository, runId }) {
    return repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined;
}
/** The page of the commit that the images were built from; undefined outside of a run. */
function sourceUrl({ serverUrl, repository, headSha }) {
    return repository && headSha ? `${serverUrl}/${repository}/commit/${headSha}` : undefined;
}
/** An image with its tag and digest. */
function reference({ name, tag, digest }) {
    return `${name}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`;
}
function defaultSubject({ images, set }) {
    const names = images.length > 0 ? images.map(shortly) : set.map(one => `${one.shown} in ${one.file}`);
    const verb = images.length > 0 ? 'deploy:' : 'set';
    const all = `${verb} ${names.join(', ')}`;
    if (names.length === 1 || all.length <= SUBJECT_LIMIT)
        return all;
    return `${verb} ${names[0]} and ${names.length - 1} more`;
}
function shortly({ name, tag, digest }) {
    return `${name} ${tag ?? digest?.slice(0, 'sha256:'.length + 12)}`;
}
function fillIn(template, request, context) {
    const values = {
        images: request.images.map(shortly).join(', '),
        repository: context.repository,
        branch: context.headRef,
        sha: context.headSha,
        short_sha: context.headSha.slice(0, 7),
        run_number: String(context.runNumber),
    };
    return template.replace(/\{(\w+)\}/g, (whole, name) => Object.hasOwn(values, name) ? values[name] : whole);
}

// EXTERNAL MODULE: ./build/js/toolkit/markdown/text.js
var markdown_text = __webpack_require__(7953);
;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/changes-table.js


const LONGEST_VALUE = 300;
/** As many as Docker shows of an image's id. */
const SHOWN_HEX = 12;
/**
 * What changed, as a table in Markdown that fits a page: of an image that stays the same only its last part is shown, and
 * of a digest its beginning. The whole of both stands in the diff.
 * @param most how many rows; the rest is counted below.
 */
function changesTable(matches, most) {
    const rows = matches.slice(0, most).map(match => {
        const [old, wanted] = shortened(match);
        return `| ${cell(`${match.file}:${match.line}`)} | ${old.map(cell).join(' ')} | ${wanted.map(cell).join(' ')} |`;
    });
    const rest = matches.length - rows.length;
    return [
        '| where | old | new |',
        '| --- | --- | --- |',
        ...rows,
        ...(rest > 0 ? ['', `… and ${rest} more.`] : []),
    ].join('\n');
}
/** Both values, each in the parts between which a line may break. */
function shortened({ old, new: wanted }) {
    const stays = (0,oci_reference/* parseReference */.F2)(old)?.name === (0,oci_reference/* parseReference */.F2)(wanted)?.name;
    return [parts(old, stays), parts(wanted, stays)];
}
function parts(text, nameStays) {
    if ((0,oci_reference/* isDigest */.Bc)(text))
        return [shortDigest(text)];
    const parsed = (0,oci_reference/* parseReference */.F2)(text);
    if (parsed === undefined)
        return [text];
    const { name, tag, digest } = parsed;
    const shown = (0,oci_reference/* formatReference */.FH)({
        name: nameStays ? (0,oci_reference/* lastComponent */.Cy)(name) : name,
        ...(tag !== undefined && { tag }),
    });
    return digest === undefined ? [shown] : [shown, `@${shortDigest(digest)}`];
}
function shortDigest(digest) {
    const end = digest.indexOf(':') + 1 + SHOWN_HEX;
    return digest.length > end ? `${digest.slice(0, end)}…` : digest;
}
/** A value in a cell, cut where it would make the table unreadable. */
function cell(value) {
    return value === '' ? '(none)' : (0,markdown_text/* codeCell */.MZ)(value.slice(0, LONGEST_VALUE));
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/report.js



const MOST_ROWS = 200;
const MOST_DIFF = 400_000;
/** The job summary, in Markdown. What does not fit is counted. */
function summary(plan, { headline, links }) {
    const changed = plan.matches.filter(match => match.old !== match.new);
    const same = plan.matches.length - changed.length;
    return [
        `### Bump manifest\n\n${headline}`,
        plan.downgrades.length > 0 &&
            section('Stopped: this would go back in time', plan.downgrades.map(downgradeLine)),
        changed.length > 0 && changesTable(changed, MOST_ROWS),
        same > 0 && `${count(same, 'reference')} named the new image already.`,
        plan.unmatched.length > 0 && section('Not found in any file', plan.unmatched.map(markdown_text/* codeSpan */.SS)),
        plan.refusals.length > 0 &&
            section('Left alone', plan.refusals.map(({ file, reason }) => `${(0,markdown_text/* codeSpan */.SS)(file)} ${(0,markdown_text/* plain */.pj)(reason)}`)),
        plan.notes.length > 0 && section('Notes', plan.notes.map(markdown_text/* plain */.pj)),
        diffBlock(unifiedDiff(plan.changes)),
        links.length > 0 && links.map(([label, url]) => `[${(0,markdown_text/* plain */.pj)(label)}](${url})`).join(' · '),
    ]
        .filter(part => part !== false && part !== '')
        .join('\n\n');
}
function section(title, lines) {
    const shown = lines.slice(0, MOST_ROWS).map(line => `- ${line}`);
    const rest = lines.length - shown.length;
    return [`**${title}**`, '', ...shown, ...(rest > 0 ? [`- … and ${rest} more`] : [])].join('\n');
}
function downgradeLine({ file, line, old, new: wanted, reason }) {
    return `${(0,markdown_text/* codeSpan */.SS)(`${file}:${line}`)}: ${(0,markdown_text/* codeSpan */.SS)(old)} → ${(0,markdown_text/* codeSpan */.SS)(wanted)}: ${(0,markdown_text/* plain */.pj)(reason)}`;
}
function diffBlock(diff) {
    if (diff === '')
        return '';
    if (diff.length > MOST_DIFF)
        return `The diff has ${diff.split('\n').length} lines, too many to show here.`;
    return `<details open><summary>Diff</summary>\n\n${(0,markdown_text/* fence */.EU)(diff, 'diff')}\n\n</details>`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/outcome.js



/** Tells the log, the outputs and the job summary how it ended. */
function reportOf(outcome, inputs, { log, context }) {
    const { plan, commit, pull, failure } = outcome;
    tell(plan, log);
    const line = headline(outcome, inputs);
    if (failure === undefined)
        log.info(line);
    const carried = outcome.outcome === 'landed' || outcome.outcome === 'pending';
    const changed = outcome.outcome === 'landed' || outcome.outcome === 'shown';
    const matches = boundedMatches(plan.matches);
    const paths = changed ? plan.changes.map(({ path }) => path) : [];
    const files = bounded(paths, path => path);
    tellLeftOut('matches', plan.matches.length - matches.length, log);
    tellLeftOut('changed-files', paths.length - files.length, log);
    return {
        outputs: {
            changed,
            matches: JSON.stringify(matches),
            'changed-files': files.join('\n'),
            commit: carried ? commit : undefined,
            'pull-request': pull?.number,
            diff: changed ? boundedDiff(plan.changes) : '',
        },
        summary: summary(plan, { headline: line, links: links(pull, context) }),
        ...(failure !== undefined && { failure }),
    };
}
/** One line on how it ended. */
function headline({ outcome, plan, commit, pull, target, failure }, { mode }) {
    const files = plan.changes.length === 1 ? '1 file' : `${plan.changes.length} files`;
    switch (outcome) {
        case 'stopped':
            return `Stopped: ${failure?.split('\n', 1)[0]}`;
        case 'unchanged':
            return `Nothing to change: ${target.name} is already as asked`;
        case 'shown':
            return `Would change ${files} in ${target.name} (dry run)`;
        case 'pending':
        case 'landed':
            if (pull)
                return `Pull request #${pull.number} carries the change`;
            return mode === 'write'
                ? `Changed ${files} in the workspace`
                : `Pushed ${commit?.slice(0, 7)} to ${target.name}: ${files} changed`;
    }
}
function tellLeftOut(output, count, log) {
    if (count > 0)
        log.warning(`the output '${output}' leaves out ${count}, for which GitHub has no room`);
}
function tell({ matches, refusals, notes }, log) {
    for (const { file, line, path, old, new: next } of matches)
        log.info(`${file}:${line} ${path}: ${old === next ? `${old} (already)` : `${old} → ${next}`}`);
    for (const { file, reason } of refusals)
        log.warning(`${file} is left alone: it ${reason}`, { file });
    for (const note of notes)
        log.notice(note);
}
function links(pull, context) {
    const candidates = [
        ['Pull request', pull?.html_url],
        ['Source commit', sourceUrl(context)],
        ['Run', runUrl(context)],
    ];
    return candidates.filter((link) => link[1] !== undefined);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/toolkit/git/environment.js
/** What the caller's environment may tell git about the way to the server. */
const KEPT = /^GIT_(SSL_|HTTP_(?!EXTRA)|PROXY_|EXEC_PATH$)/;
const ISOLATION = [
    ['credential.helper', ''],
    ['core.hooksPath', '/dev/null'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['protocol.ext.allow', 'never'],
    // A server that sends nothing for a minute is given up (curl's low-speed limit); git's keep-alives count as something.
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', '60'],
];
/**
 * The environment for git in a private repository: neither the runner's git configuration nor its GIT_ variables
 * steer it (a global `insteadOf`, hook, extra header or askpass program could send credentials or commits astray),
 * but its way to the server (proxy, certificates) is kept.
 * @param http the caller's own `http.*` settings.
 */
function gitEnvironment(env, folder, settings) {
    const kept = Object.entries(env).filter(([name]) => !/^(GIT_|SSH_ASKPASS|LC_|LANG)/.test(name) || KEPT.test(name));
    return {
        ...Object.fromEntries(kept),
        // Failures are told apart by git's words, which it translates.
        LC_ALL: 'C',
        GIT_DIR: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_TERMINAL_PROMPT: '0',
        ...configVariables([...ISOLATION, ...settings]),
    };
}
/** Settings as git takes them from its environment (git-config, GIT_CONFIG_COUNT); needs git 2.31. */
function configVariables(settings) {
    const entries = settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(entries) };
}
/**
 * The settings in the output of `git config --null --get-regexp ^http\.` that lead to the server.
 * Headers and cookies are left behind: they are somebody else's credentials.
 */
function routeSettings(listing) {
    return listing
        .split('\0')
        .filter(entry => entry !== '')
        .map((entry) => {
        const [key = '', ...value] = entry.split('\n');
        return [key, value.join('\n')];
    })
        .filter(([key]) => !/\.(extraheader|cookiefile|savecookies)$/i.test(key));
}

;// CONCATENATED MODULE: ./build/js/toolkit/git/git.js


/** Milliseconds that one exchange with the server may take. */
const NETWORK_TIMEOUT = 180_000;
/**
 * Makes the private repository, in the step's private folder.
 * @param timeout milliseconds for one exchange with the server.
 */
async function openGit(world, access, { timeout = NETWORK_TIMEOUT } = {}) {
    const parent = await world.folder();
    const folder = (0,external_node_path_.join)(parent, 'repository.git');
    const callers = await world.exec('git', ['config', '--null', '--get-regexp', '^http\\.'], {
        cwd: parent,
        env: world.env,
        accept: [0, 1],
        signal: world.signal,
    });
    const settings = [...routeSettings(callers.stdout), ...access.config];
    const env = { ...gitEnvironment(world.env, folder, settings), ...access.env };
    const git = (args, options = {}) => world.exec('git', args, { ...options, cwd: parent, env, signal: world.signal });
    await git(['init', '--quiet', '--bare', '--template=', '--initial-branch=none', folder]);
    return { url: access.url, run: git, network: args => git(args, { timeout }) };
}

// EXTERNAL MODULE: ./build/js/toolkit/git/access.js + 1 modules
var access = __webpack_require__(5120);
// EXTERNAL MODULE: ./build/js/toolkit/github/client.js
var client = __webpack_require__(4160);
;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/credentials.js



/** How git reaches the destination: by the deploy key where one is given, else by the token. */
function accessTo({ url }, inputs, world) {
    const key = inputs['ssh-key'];
    return key === undefined
        ? Promise.resolve((0,access/* tokenAccess */.M5)(url, inputs.token, world.secrets))
        : (0,access/* sshAccess */.v8)(url, key, world);
}
/**
 * GitHub's API for the destination, where the mode asks for it.
 * @throws UserError where the destination has none, or no token is there.
 */
async function apiFor({ repository, url }, inputs, world) {
    const asked = inputs.sign ? "'sign'" : "mode 'pull-request'";
    if (repository === undefined)
        throw new action_errors/* UserError */.yo(`${asked} works through the API of ${world.context.serverUrl}, but 'repository' is '${url}'; write owner/name`);
    if (inputs.token === undefined)
        throw new action_errors/* UserError */.yo(`${asked} works through GitHub's API: give 'token'`);
    const [owner = '', repo = ''] = repository.split('/');
    return { github: await (0,client/* createGitHub */.C)(world, inputs.token), owner, repo, repository };
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/destination.js

/**
 * Where the inputs point to, seen from the event.
 * @throws UserError where they point nowhere.
 */
function destinationOf(inputs, context) {
    const named = inputs.repository ?? context.repository;
    const ssh = inputs['ssh-key'] !== undefined;
    if (/^(ssh:\/\/|[\w.-]+@[\w.-]+:)/.test(named)) {
        if (!ssh)
            throw new action_errors/* UserError */.yo(`input 'repository' is '${named}', an SSH URL: give 'ssh-key' too`);
        return { repository: undefined, url: named, branch: branchInput(inputs.branch) };
    }
    if (!/^[\w.-]+\/[\w.-]+$/.test(named))
        throw new action_errors/* UserError */.yo(`input 'repository' is '${named}'; write owner/name`);
    const server = new URL(context.serverUrl);
    const url = ssh ? `ssh://git@${server.hostname}/${named}.git` : `${context.serverUrl}/${named}.git`;
    const own = named.toLowerCase() === context.repository.toLowerCase();
    return {
        repository: named,
        url,
        branch: branchInput(inputs.branch) ?? (own ? eventBranch(context) : undefined),
    };
}
/**
 * The branch that an event is about: the one pushed; for a pull request its head, once it is merged its base;
 * for a tag the repository's default branch.
 * @throws UserError for the pull request of a fork, whose branch lies elsewhere.
 */
function eventBranch({ ref, event, repository }) {
    if (ref.startsWith('refs/heads/'))
        return ref.slice('refs/heads/'.length);
    const pull = event.pull_request;
    if (!pull)
        return event.repository?.default_branch;
    if (pull.merged)
        return pull.base.ref;
    if (pull.head.repo?.full_name !== repository)
        throw new action_errors/* UserError */.yo(`input 'branch' is not given, and the branch '${pull.head.ref}' of this pull request lies in a fork; name a branch of ${repository}`);
    return pull.head.ref;
}
/**
 * A branch name as an input gives it, `refs/heads/` taken off.
 * @throws UserError where git would not take it (git-check-ref-format).
 */
function branchInput(given, input = 'branch') {
    if (given === undefined)
        return undefined;
    const name = given.replace(/^refs\/heads\//, '');
    const wrong = /^[-/]|\.\.|@\{|[\x00-\x20\x7f~^:?*[\\]|\/\/|\/\.|\/$|\.$|\.lock(\/|$)|^\.|^@$|^HEAD$/.test(name);
    if (wrong)
        throw new action_errors/* UserError */.yo(`input '${input}' is '${given}', which is no branch name; write e.g. main`);
    return name;
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/proposal-body.js



/** More rows than people read; the diff is one click away. */
const ROWS = 100;
/** The body of the pull request, in Markdown: where the change comes from, and what it changes. */
function proposalBody({ matches }, { images }, context) {
    const changed = matches.filter(match => match.old !== match.new);
    return [
        ...(images.length > 0 ? [images.map(image => `- ${(0,markdown_text/* codeSpan */.SS)(reference(image))}`).join('\n')] : []),
        changesTable(changed, ROWS),
        ...origin(context),
        'A newer run of the same workflow replaces this change. Commits that people add to this branch are kept.',
    ].join('\n\n');
}
function origin(context) {
    const [run, source] = [runUrl(context), sourceUrl(context)];
    if (!run || !source)
        return [];
    return [
        `From [${context.repository}@${context.headSha.slice(0, 7)}](${source}), [run ${context.runNumber}](${run}).`,
    ];
}

// EXTERNAL MODULE: ./build/js/toolkit/github/refusals.js
var refusals = __webpack_require__(8202);
;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/pull-request.js


/** Opens the pull request, or updates the one that is open for the same two branches. */
async function propose(api, proposal, log) {
    const purpose = { repository: api.repository, permission: 'pull-requests: write' };
    const found = await (0,refusals/* explained */.t)({ ...purpose, to: 'find the pull request' }, () => find(api, proposal));
    const pull = found
        ? await (0,refusals/* explained */.t)({ ...purpose, to: `update #${found.number}` }, () => update(api, proposal, found))
        : await (0,refusals/* explained */.t)({ ...purpose, to: 'open a pull request' }, () => pull_request_create(api, proposal, log));
    await (0,refusals/* explained */.t)({ ...purpose, to: `label #${pull.number}` }, () => addLabels(api, proposal, pull));
    const { autoMerge } = proposal;
    if (autoMerge === 'true')
        await enableAutoMerge(api, pull, await usualMethod(api, purpose), log);
    else if (autoMerge !== 'off' && autoMerge !== 'false')
        await enableAutoMerge(api, pull, autoMerge, log);
    return pull;
}
async function find({ github, owner, repo }, { head, base }) {
    const pulls = await github.paginate(github.rest.pulls.list, {
        ...{ owner, repo, base, state: 'open', per_page: 100 },
        head: `${owner}:${head}`,
    });
    return pulls.find(pull => pull.head.ref === head && pull.base.ref === base);
}
async function update({ github, owner, repo }, { title, body }, found) {
    if (found.title === title && found.body === body)
        return found;
    await github.rest.pulls.update({ owner, repo, pull_number: found.number, title, body });
    return found;
}
async function pull_request_create(api, proposal, log) {
    const { head, base, title, body } = proposal;
    try {
        const { data } = await api.github.rest.pulls.create({
            ...{ owner: api.owner, repo: api.repo, head, base, title, body },
        });
        if (data.user?.login === 'github-actions[bot]')
            log.info(`#${data.number} was opened with the workflow's own token, so it starts no workflows (a rule of GitHub); give a token of a GitHub App or a user where its checks must run`);
        return data;
    }
    catch (thrown) {
        // Another run, or a try of ours whose answer was lost, opened it meanwhile.
        const meanwhile = (0,refusals/* statusOf */.c)(thrown) === 422 ? await find(api, proposal) : undefined;
        if (meanwhile)
            return update(api, proposal, meanwhile);
        throw thrown;
    }
}
async function addLabels({ github, owner, repo }, { labels }, { number, labels: present }) {
    const missing = labels.filter(label => !present.some(({ name }) => name === label));
    if (missing.length > 0)
        await github.rest.issues.addLabels({ owner, repo, issue_number: number, labels: missing });
}
const USUAL_METHOD = `query ($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) { viewerDefaultMergeMethod }
}`;
/** The way that GitHub offers first to this token's owner. */
function usualMethod({ github, owner, repo }, purpose) {
    return (0,refusals/* explained */.t)({ ...purpose, to: 'read the merge method' }, async () => {
        const answer = await github.graphql(USUAL_METHOD, { owner, repo });
        return answer.repository.viewerDefaultMergeMethod.toLowerCase();
    });
}
const AUTO_MERGE = `mutation ($id: ID!, $how: PullRequestMergeMethod!) {
  enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: $how }) { clientMutationId }
}`;
/** A pull request that cannot be merged by itself still stands, so what goes wrong here is a warning. */
async function enableAutoMerge({ github, owner, repo }, { number, node_id: id }, method, log) {
    try {
        await github.graphql(AUTO_MERGE, { id, how: method.toUpperCase() });
        log.info(`#${number} merges by itself once its checks pass`);
    }
    catch (thrown) {
        if (!isAnswer(thrown))
            throw thrown;
        const failure = isReady(thrown) ? await mergeNow() : thrown;
        if (failure === undefined)
            log.info(`#${number} is merged: it had no checks to wait for`);
        else
            log.warning(`#${number} will not merge by itself: GitHub answered '${answerOf(failure)}'. Allow auto-merge in the settings of ${owner}/${repo}, and check that the method '${method}' is allowed there`);
    }
    async function mergeNow() {
        try {
            await github.rest.pulls.merge({ owner, repo, pull_number: number, merge_method: method });
            return undefined;
        }
        catch (thrown) {
            if (!isAnswer(thrown))
                throw thrown;
            return thrown;
        }
    }
}
function isAnswer(thrown) {
    return (0,refusals/* statusOf */.c)(thrown) !== undefined || thrown.name === 'GraphqlResponseError';
}
function answerOf(thrown) {
    const errors = thrown.errors;
    return errors?.map(({ message }) => message).join('; ') ?? (0,action_errors/* messageOf */.bD)(thrown);
}
// GitHub takes auto-merge only where there is something left to wait for.
function isReady(thrown) {
    return /clean status/i.test((0,action_errors/* messageOf */.bD)(thrown));
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/refused.js


/**
 * Talks to a remote.
 * @throws UserError with the remedy where the remote refuses or fails; all else as it was thrown.
 */
async function explainRemote(about, talk) {
    try {
        return await talk();
    }
    catch (thrown) {
        throw thrown instanceof RemoteError ? explain(thrown, about) : thrown;
    }
}
function explain({ verdict, said }, about) {
    const told = said
        .split('\n')
        .filter(line => line.trim() !== '')
        .slice(-12)
        .join('\n');
    const sentence = verdict.kind === 'final'
        ? refusal(verdict.because, about)
        : `${about.url} could not be reached, or failed; run the job again`;
    return new action_errors/* UserError */.yo(`${sentence}. It said:\n${told}`);
}
function refusal(because, { url, branch, base = branch, ssh }) {
    const key = ssh ? "the deploy key in 'ssh-key'" : "the 'token'";
    switch (because) {
        case 'protected':
            return `the branch '${branch}' of ${url} is protected; use mode: pull-request, or credentials that may bypass the protection`;
        case 'read-only':
            return ssh
                ? `the deploy key in 'ssh-key' may not write to ${url}; allow it write access in the repository's settings`
                : `the 'token' may not write to ${url}; grant it 'contents: write' (github.token writes only to the workflow's own repository)`;
        case 'credentials':
            return `${url} did not accept ${key}; check that it is complete, not expired, and made for this repository`;
        case 'ssh-key':
            return `input 'ssh-key' is no usable private key; give the whole file, from BEGIN to END, without a passphrase`;
        case 'host-key':
            return `${url} did not show the host key it is known for, so nothing was sent to it`;
        case 'not-found':
            return `${url} is not there, or ${key} may not see it; check 'repository' (github.token reaches only the workflow's own repository)`;
        case 'no-branch':
            return `the branch '${base}' does not exist in ${url}; check 'branch', or make it first`;
        case 'unknown':
            return `git could not work with '${branch}' of ${url}`;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/request.js


/**
 * The request in the inputs.
 * @throws UserError where they ask for nothing or contradict each other.
 */
function readRequest(inputs) {
    const images = inputs.images ?? [];
    if (images.length === 0 && inputs.set.length === 0)
        throw new action_errors/* UserError */.yo("nothing to change: give 'images' (repository:tag, one a line) or 'set' (file#path=value)");
    for (const image of images)
        checkPin(image, inputs.pin);
    for (const glob of inputs.files)
        checkInside('files', glob.replace(/^!/, ''));
    for (const { file } of inputs.set)
        checkInside('set', file);
    return {
        images,
        set: inputs.set,
        files: inputs.files,
        pin: inputs.pin,
        allowDowngrade: inputs['allow-downgrade'],
    };
}
/**
 * Reads one line of the input `set`: `file#path=value`.
 * @throws Error saying what is missing.
 */
function parseSetLine(line) {
    const hash = line.indexOf('#');
    if (hash < 1)
        throw new Error(`'${line}' names no file; write file#path=value`);
    const file = line.slice(0, hash).trim().replace(/^\.\//, '');
    const equals = outsideBrackets(line, hash + 1);
    if (equals < 0)
        throw new Error(`'${line}' has no value; write file#path=value`);
    const shown = line.slice(hash + 1, equals).trim();
    return { file, path: parsePath(shown), shown, value: line.slice(equals + 1).trim() };
}
function outsideBrackets(line, from) {
    let depth = 0;
    for (let at = from; at < line.length; at++) {
        if (line[at] === '[')
            depth++;
        else if (line[at] === ']')
            depth--;
        else if (line[at] === '=' && depth === 0)
            return at;
    }
    return -1;
}
function checkPin(image, pin) {
    if (image.digest === undefined && (pin === 'digest' || pin === 'both'))
        throw new action_errors/* UserError */.yo(`input 'pin' is '${pin}', but '${image.name}' comes without a digest; pass ${image.name}:tag@sha256:… or the images output of build-push`);
    if (image.tag === undefined && (pin === 'tag' || pin === 'both'))
        throw new action_errors/* UserError */.yo(`input 'pin' is '${pin}', but '${image.name}' comes without a tag; pass ${image.name}:tag`);
}
function checkInside(input, path) {
    if (path.startsWith('/') || path.startsWith('\\') || /(^|[/\\])\.\.([/\\]|$)/.test(path))
        throw new action_errors/* UserError */.yo(`input '${input}' names '${path}', which may lie outside the repository; write a path relative to its root, without '..'`);
}

;// CONCATENATED MODULE: ./build/js/toolkit/git/commit.js
/** Makes a commit in the private repository, in one process however many files it changes. */
async function makeCommit(git, commit) {
    const { stdout } = await git.run(['fast-import', '--quiet', '--force', '--done'], {
        input: importStream(commit),
    });
    const [, tree, oid] = /^040000 tree ([0-9a-f]+)\t\n([0-9a-f]+)\n$/.exec(stdout) ?? [];
    if (tree === undefined || oid === undefined)
        throw new Error(`git fast-import answered '${stdout}'`);
    return { oid, tree };
}
/** The commit as a stream for git-fast-import, which ends by telling the tree's id and the commit's. */
function importStream({ parent, files, message, author, date }) {
    const signature = `${author} ${Math.floor(date.getTime() / 1000)} +0000`;
    const text = Buffer.from(message);
    return Buffer.concat([
        Buffer.from('commit refs/gitops-actions/next\nmark :1\n'),
        Buffer.from(`author ${signature}\ncommitter ${signature}\ndata ${text.length}\n`),
        text,
        Buffer.from(`\nfrom ${parent}\n`),
        ...files.flatMap(({ mode, path, bytes }) => [
            Buffer.from(`M ${mode} inline ${quotePath(path)}\ndata ${bytes.length}\n`),
            bytes,
            Buffer.from('\n'),
        ]),
        Buffer.from('\nls :1 ""\nget-mark :1\ndone\n'),
    ]);
}
function quotePath(path) {
    const escaped = path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
    return `"${escaped}"`;
}

;// CONCATENATED MODULE: ./build/js/toolkit/git/objects.js
/** The commits that names stand for, in order; undefined where there is none. */
async function readCommits(git, names) {
    const objects = await catFile(git, names);
    return objects.map(object => object && parseCommit(object.oid, object.bytes.toString('utf8')));
}
/** Every file of a commit's tree. Files whose names are not UTF-8 are left out: no input can name them. */
async function listTree(git, commit) {
    const bytes = await output(git, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit]);
    return parseTree(bytes.toString('utf8'));
}
/** The bytes of blobs, in the order asked for. @throws where an object is missing. */
async function readBlobs(git, oids) {
    const objects = await catFile(git, oids);
    return objects.map((object, index) => {
        if (object === undefined)
            throw new Error(`the object ${oids[index]} is missing`);
        return object.bytes;
    });
}
/** Parses the output of `git ls-tree -r -l -z`. */
function parseTree(listing) {
    return listing.split('\0').flatMap(line => {
        const tab = line.indexOf('\t');
        if (tab < 0)
            return [];
        const [mode = '', , oid = '', size = '0'] = line.slice(0, tab).split(/ +/);
        const path = line.slice(tab + 1);
        return path.includes('\ufffd') ? [] : [{ mode, path, oid, size: Number(size) || 0 }];
    });
}
/** Parses a commit object (gitformat: headers, an empty line, the message). */
function parseCommit(oid, text) {
    const end = text.indexOf('\n\n');
    const headers = text.slice(0, end).split('\n');
    const all = (name) => headers.filter(line => line.startsWith(`${name} `)).map(line => line.slice(name.length + 1));
    return {
        oid,
        tree: all('tree')[0] ?? '',
        parents: all('parent'),
        author: parseSignature(all('author')[0]),
        committer: parseSignature(all('committer')[0]),
        message: text.slice(end + 2),
    };
}
function parseSignature(line = '') {
    const [, who = '', when = '0'] = /^(.*) (\d+) [+-]\d{4}$/.exec(line) ?? [];
    return { who, when: Number(when) };
}
async function catFile(git, names) {
    if (names.length === 0)
        return [];
    return parseBatch(await output(git, ['cat-file', '--batch'], `${names.join('\n')}\n`));
}
/** Parses the output of `git cat-file --batch`; undefined stands for a missing object. */
function parseBatch(bytes) {
    const objects = [];
    for (let at = 0; at < bytes.length;) {
        const end = bytes.indexOf(0x0a, at);
        const [oid = '', kind, size] = bytes.toString('utf8', at, end).split(' ');
        at = end + 1;
        if (kind === 'missing') {
            objects.push(undefined);
            continue;
        }
        objects.push({ oid, bytes: bytes.subarray(at, at + Number(size)) });
        at += Number(size) + 1;
    }
    return objects;
}
async function output(git, args, input) {
    const chunks = [];
    await git.run(args, { onBytes: chunk => chunks.push(chunk), ...(input !== undefined && { input }) });
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/select.js


/**
 * Which files a request looks at, by their paths from the root: those of a glob in `files` and no `!` glob, and those
 * that `set` names. Any other `.env` is context: its values go before the defaults in a compose file.
 */
async function selector({ files, set }) {
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 6).then(__webpack_require__.t.bind(__webpack_require__, 4006, 19));
    const plain = (glob) => glob.replace(/^\.\//, '');
    const wanted = files.filter(glob => !glob.startsWith('!')).map(plain);
    const unwanted = files.filter(glob => glob.startsWith('!')).map(glob => plain(glob.slice(1)));
    const named = new Set(set.map(({ file }) => file));
    const matches = wanted.length > 0 ? picomatch(wanted, { ignore: unwanted }) : () => false;
    return path => {
        if (named.has(path) || matches(path))
            return 'wanted';
        return isEnvFile(path) ? 'context' : undefined;
    };
}
/**
 * @throws UserError where an input names, without a wildcard, something that is no regular file: editing behind a
 * symbolic link or in a submodule would change another file than the one that was named.
 */
function demandRegular(irregular, asked) {
    const inputs = [
        ...asked.files.map(file => ({ input: 'files', file: file.replace(/^\.\//, '') })),
        ...asked.set.map(({ file }) => ({ input: 'set', file })),
    ];
    for (const { input, file } of inputs) {
        const found = irregular.find(({ path }) => path === file);
        if (found)
            throw new action_errors/* UserError */.yo(`input '${input}' names '${file}', which is a ${found.kind}; name the file itself`);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/snapshot.js



/** Reads the files from the private repository, in two processes however many there are. */
async function readSnapshot(git, commit, request) {
    const roleOf = await selector(request);
    const entries = await listTree(git, commit.oid);
    const wanted = entries.flatMap(entry => {
        const role = isRegular(entry) ? roleOf(entry.path) : undefined;
        return role ? [{ ...entry, context: role === 'context' }] : [];
    });
    demandRegular(entries.filter(entry => !isRegular(entry)).map(({ path, mode }) => ({ path, kind: snapshot_kindOf(mode) })), request);
    const readable = wanted.filter(({ size }) => size <= LARGEST_FILE);
    const blobs = await readBlobs(git, readable.map(({ oid }) => oid));
    const bytes = new Map(readable.map(({ path }, index) => [path, blobs[index]]));
    return {
        commit,
        files: wanted.map(({ path, context }) => ({ path, bytes: bytes.get(path), context })),
        modes: new Map(wanted.map(({ path, mode }) => [path, mode])),
    };
}
/** The changed files, as a commit takes them. */
function newContents({ modes }, changes) {
    return changes.map(({ path, after }) => ({ path, mode: modes.get(path), bytes: Buffer.from(after) }));
}
function isRegular({ mode }) {
    return mode === '100644' || mode === '100755';
}
function snapshot_kindOf(mode) {
    return mode === '160000' ? 'submodule' : 'symbolic link';
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/targets/api-commit.js


/** What one request may carry, in characters; GitHub ends requests that take it too long. */
const REQUEST_SIZE = 4 * 1024 * 1024;
/**
 * Makes a commit through the Git Data API. Author and committer are left to GitHub, which then signs the commit.
 * Nothing points to it yet.
 * @param trees the tree to start from, and the tree that must come out.
 * @returns the commit's id.
 */
async function commitByApi({ github, owner, repo, repository }, { parent, files, message }, trees) {
    return (0,refusals/* explained */.t)({ to: 'make a commit', repository, permission: 'contents: write' }, async () => {
        let tree = trees.from;
        for (const part of inParts(files)) {
            const entries = part.map(({ path, mode, bytes }) => ({
                path,
                mode: mode,
                type: 'blob',
                content: bytes.toString('utf8'),
            }));
            const { data } = await github.rest.git.createTree({ owner, repo, base_tree: tree, tree: entries });
            tree = data.sha;
        }
        if (tree !== trees.to)
            throw new Error(`GitHub made the tree ${tree} where ${trees.to} was to be made`);
        const { data } = await github.rest.git.createCommit({ owner, repo, message, tree, parents: [parent] });
        return data.sha;
    });
}
/**
 * Moves (or makes) a branch through the API.
 * @param forward whether the new commit stands upon the old; GitHub then refuses if the branch moved meanwhile.
 * @throws RemoteError of kind `race` where the branch is not where it was read any more.
 */
async function moveBranch(api, move) {
    const { repository } = api;
    await (0,refusals/* explained */.t)({ to: `update '${move.branch}'`, repository, permission: 'contents: write' }, async () => {
        try {
            await sendMove(api, move);
        }
        catch (thrown) {
            throw (0,refusals/* statusOf */.c)(thrown) === 422 || (0,refusals/* statusOf */.c)(thrown) === 409 ? api_commit_refusal(thrown.message) : thrown;
        }
    });
}
async function sendMove({ github, owner, repo }, { branch, from, to, forward }) {
    const ref = `heads/${branch}`;
    if (from === undefined) {
        await github.rest.git.createRef({ owner, repo, ref: `refs/${ref}`, sha: to });
        return;
    }
    if (!forward) {
        // The API forces without a lease; looking once more leaves others the time of one request to be overwritten.
        const { data } = await github.rest.git.getRef({ owner, repo, ref });
        if (data.object.sha !== from)
            throw new RemoteError({ kind: 'race' }, `'${branch}' has moved`);
    }
    await github.rest.git.updateRef({ owner, repo, ref, sha: to, force: !forward });
}
/** What GitHub's 409 and 422 on moving a branch mean. */
function api_commit_refusal(said) {
    if (/not a fast.forward|already exists|does not exist|is at .* but expected|conflict/i.test(said))
        return new RemoteError({ kind: 'race' }, said);
    const isProtected = /protected|rule violation|pull request|verified signature|status check/i.test(said);
    return new RemoteError({ kind: 'final', because: isProtected ? 'protected' : 'unknown' }, said);
}
function* inParts(files) {
    let part = [];
    let size = 0;
    for (const file of files) {
        if (part.length > 0 && size + file.bytes.length > REQUEST_SIZE) {
            yield part;
            part = [];
            size = 0;
        }
        part.push(file);
        size += file.bytes.length;
    }
    if (part.length > 0)
        yield part;
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/targets/branch.js





/** A branch that gets one commit, by a push or, to be signed by GitHub, through its API. */
function branchTarget(remote) {
    const { git, branch, request, api } = remote;
    return {
        name: `${branch} of ${remote.name}`,
        async read() {
            await fetchTips(git, branch);
            const [tip] = await readCommits(git, [tipOf(branch)]);
            if (!tip)
                throw new Error(`git fetched no '${branch}'`);
            const snapshot = await readSnapshot(git, tip, request);
            return {
                files: snapshot.files,
                tip: tip.oid,
                async land({ changes }) {
                    const commit = {
                        parent: tip.oid,
                        files: newContents(snapshot, changes),
                        message: remote.message,
                        author: remote.author,
                        date: remote.now(),
                    };
                    const made = await makeCommit(git, commit);
                    if (!api) {
                        await push(git, { branch, from: tip.oid, to: made.oid });
                        return made.oid;
                    }
                    const oid = await commitByApi(api, commit, { from: tip.tree, to: made.tree });
                    await moveBranch(api, { branch, from: tip.oid, to: oid, forward: true });
                    return oid;
                },
            };
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/targets/proposal.js







/**
 * The branch of a pull request: one commit upon the tip of the target branch, made anew for every newer request.
 * Where people have committed to it, their commits stay, and the change is added on top of them.
 */
function proposalTarget(remote) {
    const { git, branch, proposal, request, api } = remote;
    return {
        name: `${proposal} of ${remote.name}`,
        async read() {
            await fetchTips(git, branch, proposal);
            const [base, head] = await readCommits(git, [tipOf(branch), tipOf(proposal)]);
            if (!base)
                throw new Error(`git fetched no '${branch}'`);
            const replaceable = head !== undefined && isOwnCommit(head);
            const start = head === undefined || replaceable ? base : head;
            const snapshot = await readSnapshot(git, start, request);
            return {
                files: snapshot.files,
                ...(replaceable && { proposed: (await readSnapshot(git, head, request)).files }),
                tip: start.oid,
                pending: start === head,
                async land({ changes }) {
                    const commit = {
                        parent: start.oid,
                        files: newContents(snapshot, changes),
                        message: start === base ? markOwn(remote.message, base.oid) : remote.message,
                        author: remote.author,
                        date: remote.now(),
                    };
                    const made = await makeCommit(git, commit);
                    if (head && head.tree === made.tree && head.parents.includes(start.oid))
                        return head.oid;
                    const to = api ? await commitByApi(api, commit, { from: start.tree, to: made.tree }) : made.oid;
                    const move = { branch: proposal, from: head?.oid, to };
                    if (api)
                        await moveBranch(api, { ...move, forward: start === head });
                    else
                        await push(git, move);
                    return to;
                },
            };
        },
    };
}
/** The branch that a request's pull request comes from: the same images, files and target give the same name. */
function proposalBranch(branch, { images, set, files }) {
    const names = images.map(({ repository }) => repository).sort();
    const paths = set.map(({ file, shown }) => `${file}#${shown}`).sort();
    const key = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify([names, paths, [...files].sort()]));
    const first = names[0] === undefined ? 'set' : (0,oci_reference/* lastComponent */.Cy)(names[0]).replace(/[^\w-]+/g, '-');
    return `gitops-actions/bump/${branch}/${first}-${key.digest('hex').slice(0, 8)}`;
}
const MARK = 'Bump-Base';
function markOwn(message, base) {
    return `${message}${MARK}: ${base}\n`;
}
/**
 * Whether a commit is as this action left it: alone upon the base that its trailer names, and never amended or
 * rebased by anyone, which would part the committer's date from the author's.
 */
function isOwnCommit({ message, parents, author, committer }) {
    const base = message.match(/^Bump-Base: ([0-9a-f]+)$/gm)?.at(-1);
    return (parents.length === 1 && base === `${MARK}: ${parents[0]}` && Math.abs(committer.when - author.when) <= 1);
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/repository.js














/** Lands the request in a remote repository, by commit or by pull request. */
async function bumpRepository(inputs, world) {
    const request = readRequest(inputs);
    const destination = destinationOf(inputs, world.context);
    const author = authorInput(inputs.author);
    const named = branchInput(inputs['pull-request-branch'], 'pull-request-branch');
    const proposes = inputs.mode === 'pull-request';
    const api = proposes || inputs.sign ? await apiFor(destination, inputs, world) : undefined;
    const about = { url: destination.url, ssh: inputs['ssh-key'] !== undefined };
    const git = await openGit(world, await accessTo(destination, inputs, world));
    const branch = await explainRemote({ ...about, branch: 'HEAD' }, () => branchOf(destination, git));
    const proposal = proposes ? (named ?? proposalBranch(branch, request)) : undefined;
    if (proposal === branch)
        throw new action_errors/* UserError */.yo(`input 'pull-request-branch' is '${proposal}', the very branch to change; name another`);
    const remote = {
        name: destination.repository ?? destination.url,
        ...{ git, branch, request, author, now: world.now },
        message: commitMessage(inputs['commit-message'], request, world.context),
        ...(inputs.sign && api && { api }),
    };
    const target = proposal === undefined ? branchTarget(remote) : proposalTarget({ ...remote, proposal });
    const landed = await explainRemote({ ...about, branch: proposal ?? branch, base: branch }, () => land(target, request, inputs, world));
    const pull = api && proposal !== undefined
        ? await pullRequest({ api, remote, proposal, landed }, inputs, world)
        : undefined;
    return reportOf({ target, ...landed, ...(pull && { pull }) }, inputs, world);
}
async function branchOf(destination, git) {
    const branch = destination.branch ?? (await defaultBranch(git));
    if (branch === undefined)
        throw new action_errors/* UserError */.yo(`${destination.url} has no default branch (it may be empty); give 'branch'`);
    return branch;
}
async function pullRequest({ api, remote, proposal, landed }, inputs, world) {
    if (landed.outcome !== 'landed' && landed.outcome !== 'pending')
        return undefined;
    if (inputs['dry-run'])
        return undefined;
    const subject = remote.message.split('\n', 1)[0] ?? '';
    return propose(api, {
        head: proposal,
        base: remote.branch,
        title: inputs['pull-request-title'] ?? subject,
        body: proposalBody(landed.plan, remote.request, world.context),
        labels: inputs.labels,
        autoMerge: inputs['auto-merge'],
    }, world.log);
}
/**
 * The author of the commit.
 * @throws UserError where git could not read it again.
 */
function authorInput(given) {
    if (!/^[^<>\n\r\0]+ <[^<>\s\0]+>$/.test(given))
        throw new action_errors/* UserError */.yo(`input 'author' is '${given}'; write Name <email>`);
    return given;
}

// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/js/toolkit/action/spec.js
var spec = __webpack_require__(9387);
;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/spec.js




const inputs = (0,fields/* defineInputs */.pf)({
    images: (0,fields/* field */.ZZ)({
        description: 'The images to deploy: the `images` output of build-push, or lines `repository:tag[@digest]`. Every reference to one of these repositories in `files` is set to it.',
    }, parseImages),
    files: (0,fields/* lines */.Mn)({
        description: 'Globs of the files to look in, one a line, relative to the root of the repository; `!` before a glob leaves files out. Kubernetes manifests, kustomizations, Helm values and compose files are told apart by what is in them. Name a `.env` file to have the variables in it edited for compose.',
        default: '**/*.yaml\n**/*.yml\n**/Kustomization',
    }),
    set: (0,fields/* list */.p_)({
        description: 'Values to set by path, for what is not found by image name: lines `file#path=value`, such as `values.yaml#image.tag=1.2`, `app.yaml#spec.containers[name=web].image=app:2` or `all.yaml#$[kind=Deployment].spec.replicas=3`.',
    }, parseSetLine),
    repository: (0,fields/* text */.Qq)({
        description: 'The repository to change, `owner/name`; default: the one that the workflow runs in. Another repository needs a `token` or an `ssh-key` that may write to it.',
    }),
    branch: (0,fields/* text */.Qq)({
        description: 'The branch to change; default: the branch that was pushed, or the default branch of another `repository`.',
    }),
    token: (0,fields/* secret */.rJ)({
        description: 'A token that may write to the repository (`contents: write`, and `pull-requests: write` in mode pull-request).',
        default: '${{ github.token }}',
    }),
    'ssh-key': (0,fields/* secret */.rJ)({
        description: 'A private deploy key with write access; used to fetch and push instead of the token.',
    }),
    mode: (0,fields/* choice */.Yq)({
        description: '`commit` pushes one commit to the branch; `pull-request` opens or updates one pull request against it; `write` edits the files in the workspace and commits nothing.',
        words: ['commit', 'pull-request', 'write'],
        default: 'commit',
    }),
    pin: (0,fields/* choice */.Yq)({
        description: 'What a reference names: its `tag`, its `digest` or `both`. `keep` leaves each in the form it has: a digest is replaced where one stands and the new one is known, else it is dropped, and the log says so.',
        words: ['keep', 'tag', 'digest', 'both'],
        default: 'keep',
    }),
    'commit-message': (0,fields/* text */.Qq)({
        description: 'The subject and body of the commit; default: a subject that names the images. `{images}`, `{repository}`, `{branch}`, `{sha}`, `{short_sha}` and `{run_number}` are filled in. Trailers that link back to the source commit and run are added.',
    }),
    author: (0,fields/* text */.Qq)({
        description: 'Who the commit is by, `Name <email>`; not used with `sign`, where GitHub takes the owner of the token.',
        default: 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>',
    }),
    sign: (0,fields/* bool */.lc)({
        description: 'Commit through the GitHub API, so that GitHub signs the commit and shows it as verified.',
        default: false,
    }),
    'allow-downgrade': (0,fields/* bool */.lc)({
        description: 'Also go back to an older tag. Without it the step stops where a file already names a later run number (`<run>-<sha>`) or a higher version of the same image.',
        default: false,
    }),
    'require-match': (0,fields/* bool */.lc)({
        description: 'Fail where an image is found in none of the files.',
        default: true,
    }),
    attempts: (0,fields/* integer */.nd)({
        description: 'How often to try in all where others push to the branch at the same time.',
        default: '50',
        min: 1,
        max: 100,
    }),
    'auto-merge': (0,fields/* choice */.Yq)({
        description: 'Merge the pull request by itself once its checks pass, by `merge`, `squash` or `rebase`, or the way that is the default in the repository (`true`); `off` or `false`: leave that to people. The repository must allow auto-merge.',
        words: ['off', 'true', 'false', 'merge', 'squash', 'rebase'],
        default: 'off',
    }),
    'pull-request-branch': (0,fields/* text */.Qq)({
        description: 'The branch that the pull request comes from; default: one that stays the same for the same images and target branch, so that the pull request is updated and not repeated.',
    }),
    'pull-request-title': (0,fields/* text */.Qq)({ description: 'The title of the pull request; default: the commit subject.' }),
    labels: (0,fields/* lines */.Mn)({ description: 'Labels to put on the pull request, one a line.' }),
});
/** The contract of bump-manifest. */
const spec_spec = (0,spec/* defineAction */.Q)({
    name: 'bump-manifest',
    title: 'Bump manifest',
    description: 'Set new image tags or digests in Kubernetes manifests, kustomizations, Helm values and compose files, byte for byte, in one commit or pull request.',
    branding: { icon: 'edit-3', color: 'blue' },
    inputs,
    outputs: {
        changed: { description: '`true` where a file had to change.' },
        matches: {
            description: 'JSON: every reference that was found, `[{file, line, path, old, new}]`; `old` equals `new` where nothing was left to do. Of more than 256 KiB, those that change come first, and a warning tells how many are left out.',
        },
        'changed-files': { description: 'The changed files, one a line.' },
        commit: { description: 'The sha of the commit that carries the change; empty where none was made.' },
        'pull-request': { description: 'The number of the pull request; empty where there is none.' },
        diff: { description: 'The change as a unified diff.' },
    },
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/targets/workspace.js






/** The files of the workspace, for mode `write`. Nothing outside of it is read or written. */
function workspaceTarget(folder, request) {
    return {
        name: folder,
        async read() {
            const files = readWorkspace(folder, request, await selector(request));
            return {
                files,
                async land({ changes }) {
                    await replaceFiles(folder, changes);
                    return undefined;
                },
            };
        },
    };
}
/** Reads in one go: a step has nothing else to do meanwhile, and awaiting each of many small files costs far more. */
function readWorkspace(folder, request, roleOf) {
    const regular = [];
    const irregular = [];
    for (const { path, isFile } of walk(folder, '')) {
        const role = roleOf(path);
        if (!isFile)
            irregular.push({ path, kind: 'symbolic link or device' });
        else if (role)
            regular.push({ path, context: role === 'context' });
    }
    demandRegular(irregular, request);
    return regular
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .flatMap(({ path, context }) => {
        const bytes = readIfAllowed((0,external_node_path_.join)(folder, path), context);
        return bytes === 'forbidden' ? [] : [{ path, bytes, context }];
    });
}
/** The bytes of a file, undefined where it is too large. What nobody asked for may be closed to the job's user. */
function readIfAllowed(file, unasked) {
    try {
        return (0,external_node_fs_.statSync)(file).size > LARGEST_FILE ? undefined : (0,external_node_fs_.readFileSync)(file);
    }
    catch (thrown) {
        if (unasked && isForbidden(thrown))
            return 'forbidden';
        throw thrown;
    }
}
function isForbidden(thrown) {
    return thrown.code === 'EACCES';
}
/** Every file below a folder; symbolic links are named, never followed. */
function* walk(root, below) {
    for (const entry of entriesOf((0,external_node_path_.join)(root, below))) {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (!entry.isDirectory())
            yield { path, isFile: entry.isFile() };
        else if (entry.name !== '.git' && entry.name !== 'node_modules')
            yield* walk(root, path);
    }
}
/** Containers leave folders behind that the job's user may not read; what to change is not among them. */
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch (thrown) {
        if (isForbidden(thrown))
            return [];
        throw thrown;
    }
}
/** Writes all new contents beside the files first, then puts each in place in one step; modes stay. */
async function replaceFiles(folder, changes) {
    const written = [];
    try {
        for (const { path, after } of changes) {
            const to = (0,external_node_path_.join)(folder, path);
            const from = `${to}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`;
            const { mode } = await (0,promises_.lstat)(to);
            written.push({ from, to });
            const file = await (0,promises_.open)(from, 'wx', mode & 0o7777);
            try {
                await file.chmod(mode & 0o7777);
                await file.writeFile(after);
            }
            finally {
                await file.close();
            }
        }
        for (const { from, to } of written)
            await (0,promises_.rename)(from, to);
    }
    finally {
        for (const { from } of written)
            await (0,promises_.rm)(from, { force: true });
    }
}

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/main.js








const main = () => (0,run/* run */.eF)(spec_spec, bumpManifest);
const post = run/* cleanUp */.nY;
/** Changes the workspace, a branch, or a branch by pull request, and tells what became of it. */
function bumpManifest(inputs, world) {
    return inputs.mode === 'write' ? bumpWorkspace(inputs, world) : bumpRepository(inputs, world);
}
async function bumpWorkspace(inputs, world) {
    for (const name of ['repository', 'branch'])
        if (inputs[name] !== undefined)
            throw new action_errors/* UserError */.yo(`input '${name}' has no use in mode 'write', which edits the workspace; leave it out`);
    const request = readRequest(inputs);
    const target = workspaceTarget(world.context.workspace, request);
    return reportOf({ target, ...(await land(target, request, inputs, world)) }, inputs, world);
}


/***/ }),

/***/ 5120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ay: () => (/* binding */ normaliseKey),
  v8: () => (/* binding */ sshAccess),
  M5: () => (/* binding */ tokenAccess)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/toolkit/git/known-hosts.js
/**
 * GitHub's own host keys (docs.github.com, "GitHub's SSH key fingerprints"; also `ssh_keys` of GET /meta), so that a
 * step never trusts whoever happens to answer first.
 */
const GITHUB_HOST_KEYS = [
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl',
    'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEmKSENjQEezOmxkZMy7opKgwFB9nkt5YRrYMjNuG5N87uRgg6CLrbo5wAdT/y6v0mKV0U2w0WZ2YB/++Tpockg=',
    'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQCj7ndNxQowgcQnjshcLrqPEiiphnt+VTTvDP6mHBL9j1aNUkY4Ue1gvwnGLVlOhGeYrnZaMgRK6+PKCUXaDbC7qtbW8gIkhL7aGCsOr/C56SJMy/BCZfxd1nWzAOxSDPgVsmerOBYfNqltV9/hWCqBywINIR+5dIg6JTJ72pcEpEjcYgXkE2YEFXV1JHnsKgbLWNlhScqb2UmyRkQyytRLtL+38TGxkxCflmO+5Z8CSSNY7GidjMIZ7Q4zMjA2n1nGrlTDkzwDCsw+wqFPGQA179cnfGWOWRVruj16z6XyvxvjJwbz0wQZ75XK5tKSb7FNyeIEs4TT4jk+S4dhPeAUC5y+bDYirYgM4GC7uEnztnZyaVWQ7B381AK4Qdrwt51ZqExKbQpTUNn+EjqoTwvqNj4kqx5QUCI0ThS/YkOxJCXmPUWZbhjpCg56i+2aB6CmK2JGhn57K5mj0MNdBXA4/WnwH6XoPWJzK5Nyu2zB3nAZp+S5hpQs+p1vN1/wsjk=',
];

;// CONCATENATED MODULE: ./build/js/toolkit/git/access.js



/** Access over HTTP(S) by a token (or without one); the token is sent to this one repository's URL only. */
function tokenAccess(url, token, secrets) {
    if (!token)
        return { url, env: {}, config: [] };
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    secrets.add(token);
    secrets.add(basic);
    return { url, env: {}, config: [[`http.${url}.extraHeader`, `Authorization: Basic ${basic}`]] };
}
/**
 * Access over SSH by a private key, which is written to a 0600 file in the step's private folder.
 * github.com must show one of its published host keys; any other host is trusted on first use.
 */
async function sshAccess(url, key, world) {
    const folder = await world.folder();
    const keyFile = (0,external_node_path_.join)(folder, 'ssh-key');
    const knownHosts = (0,external_node_path_.join)(folder, 'known_hosts');
    const normalised = normaliseKey(key);
    world.secrets.add(normalised);
    await (0,promises_.writeFile)(keyFile, normalised, { mode: 0o600 });
    await (0,promises_.writeFile)(knownHosts, GITHUB_HOST_KEYS.map(hostKey => `github.com ${hostKey}\n`).join(''));
    return { url, env: { GIT_SSH_COMMAND: sshCommand(url, keyFile, knownHosts) }, config: [] };
}
/** A private key as OpenSSH wants it: no CR, no space around it, one line feed at the end. */
function normaliseKey(key) {
    return `${key.replaceAll('\r', '').trim()}\n`;
}
function sshCommand(url, keyFile, knownHosts) {
    const checking = isGitHub(url) ? 'yes' : 'accept-new';
    const options = [
        'BatchMode=yes',
        'IdentitiesOnly=yes',
        'IdentityAgent=none',
        `StrictHostKeyChecking=${checking}`,
        'ConnectTimeout=30',
        'ServerAliveInterval=15',
        'ServerAliveCountMax=4',
    ];
    // The runner's own ssh configuration could offer another key first, and with it another repository's rights.
    const words = ['ssh', '-F', '/dev/null', '-i', keyFile, ...options.flatMap(option => ['-o', option])];
    return [...words, '-o', `UserKnownHostsFile="${knownHosts}"`].map(quote).join(' ');
}
function isGitHub(url) {
    return /^(ssh:\/\/)?([^@/]+@)?github\.com[:/]/i.test(url);
}
// git hands GIT_SSH_COMMAND to a shell.
function quote(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
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

/***/ 1304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Cy: () => (/* binding */ lastComponent),
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   fq: () => (/* binding */ fullName)
/* harmony export */ });
/**
 * Names of images, after the grammar of github.com/distribution/reference:
 * `[domain[:port]/]path[:tag][@algorithm:hex]`.
 */
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const DOMAIN = '(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?';
const NAME = new RegExp(`^(?:${DOMAIN}/)?${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const LONGEST_NAME = 255;
/** Whether the text can be a tag. */
function isTag(text) {
    return TAG.test(text);
}
/** Whether the text is a whole digest, `sha256:` or `sha512:` and its hex digits. */
function isDigest(text) {
    return DIGEST.test(text);
}
/** Whether the text can name a repository, with or without a registry before it. */
function isName(text) {
    return text.length <= LONGEST_NAME && NAME.test(text);
}
/** The parts of a reference; undefined where the text is none. The digest may be cut short, as examples have it. */
function parseReference(text) {
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    const rest = at < 0 ? text : text.slice(0, at);
    const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : rest.slice(colon + 1);
    const name = colon < 0 ? rest : rest.slice(0, colon);
    if (!isName(name) || (tag !== undefined && !isTag(tag)))
        return undefined;
    if (digest !== undefined && !/^[a-z0-9+._-]+:[0-9a-f]+$/.test(digest))
        return undefined;
    return { name, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}
/** A reference as text. */
function formatReference({ name, tag, digest }) {
    return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** The one full spelling of a name: `nginx`, `docker.io/nginx` and `index.docker.io/library/nginx` are the same. */
function fullName(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const hasDomain = first === 'localhost' || /[.:A-Z]/.test(first);
    const domain = hasDomain ? first.toLowerCase() : 'docker.io';
    const path = hasDomain ? name.slice(slash + 1) : name;
    if (!/^(?:(?:index|registry-1)\.)?docker\.io$/.test(domain))
        return `${domain}/${path}`;
    return `docker.io/${path.includes('/') ? path : `library/${path}`}`;
}
/** The last part of a name's path: the one part that stands in every spelling of it. */
function lastComponent(name) {
    return name.slice(name.lastIndexOf('/') + 1);
}


/***/ })

};
