export const id = 631;
export const ids = [631];
export const modules = {

/***/ 631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/run.js + 6 modules
var run = __webpack_require__(7);
// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(805);
// EXTERNAL MODULE: ./build/js/toolkit/action/spec.js
var spec = __webpack_require__(387);
;// CONCATENATED MODULE: ./build/js/toolkit/oci/reference.js
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

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/images.js

/**
 * Reads the input `images`: the JSON that build-push gives out, or lines `repository:tag[@digest]`.
 * @throws Error naming the entry and what to write instead.
 */
function parseImages(text) {
    const updates = /^[[{]/.test(text) ? parseJson(text) : parseLines(text);
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
        const reference = parseReference(line);
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
        const reference = typeof ref === 'string' ? parseReference(ref) : undefined;
        const name = reference?.name ?? repository;
        if (typeof name !== 'string')
            throw new Error(`${shown} has no repository`);
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
    if (!isName(name))
        throw new Error(`'${name}' is no repository name: lower-case letters, digits and . _ - / only`);
    if (tag === undefined && digest === undefined)
        throw new Error(`'${shown}' has neither a tag nor a digest; write ${name}:tag`);
    if (tag !== undefined && !isTag(tag))
        throw new Error(`'${tag}' is no tag: letters, digits and . _ - only, at most 128`);
    if (digest !== undefined && !isDigest(digest))
        throw new Error(`'${digest}' is no digest: sha256: and 64 hex digits`);
    return {
        repository: fullName(name),
        name,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}

// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(55);
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
    if (rest.startsWith('$')) {
        rest = rest.slice(1);
        if (rest.startsWith('[')) {
            const { step, length } = bracket(text, rest);
            if (step.kind === 'key')
                throw broken(text, rest);
            document = step;
            rest = rest.slice(length);
        }
        if (rest !== '' && !/^[.[]/.test(rest))
            throw broken(text, rest);
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
        if (KEY.exec(step)?.[0] !== step || (path === '' && step.startsWith('$')))
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

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/request.js


/**
 * The request in the inputs.
 * @throws UserError where they ask for nothing or contradict each other.
 */
function readRequest(inputs) {
    const images = inputs.images ?? [];
    if (images.length === 0 && inputs.set.length === 0)
        throw new UserError("nothing to change: give 'images' (repository:tag, one a line) or 'set' (file#path=value)");
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
        throw new UserError(`input 'pin' is '${pin}', but '${image.name}' comes without a digest; pass ${image.name}:tag@sha256:… or the images output of build-push`);
    if (image.tag === undefined && (pin === 'tag' || pin === 'both'))
        throw new UserError(`input 'pin' is '${pin}', but '${image.name}' comes without a tag; pass ${image.name}:tag`);
}
function checkInside(input, path) {
    if (path.startsWith('/') || path.startsWith('\\') || /(^|[/\\])\.\.([/\\]|$)/.test(path))
        throw new UserError(`input '${input}' names '${path}', which may lie outside the repository; write a path relative to its root, without '..'`);
}

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
        description: 'The subject and body of the commit; default: a subject that names the images. Trailers that link back to the source commit and run are added.',
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
        default: '20',
        min: 1,
        max: 100,
    }),
    'auto-merge': (0,fields/* choice */.Yq)({
        description: 'Merge the pull request by itself once its checks pass; the repository must allow auto-merge.',
        words: ['off', 'merge', 'squash', 'rebase'],
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
            description: 'JSON: every reference that was found, `[{file, line, path, old, new}]`; `old` equals `new` where nothing was left to do.',
        },
        'changed-files': { description: 'The changed files, one a line.' },
        commit: { description: 'The sha of the commit that carries the change; empty where none was made.' },
        'pull-request': { description: 'The number of the pull request; empty where there is none.' },
        diff: { description: 'The change as a unified diff.' },
    },
});

;// CONCATENATED MODULE: ./build/js/actions/bump-manifest/src/main.js


const main = () => (0,run/* run */.e)(spec_spec, () => Promise.reject(new Error('nothing lands changes yet')));
const post = run/* cleanUp */.n;


/***/ }),

/***/ 55:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * The user's mistake or a refusal of a service they configured: shown as one line, without a stack.
 * The message names the input or the thing, its value, and what to do about it.
 * Everything else that is thrown counts as a crash of ours.
 */
class UserError extends Error {
    name = 'UserError';
}
/** The job was cancelled (SIGINT or SIGTERM); nothing more is started. */
class CancelledError extends Error {
    name = 'CancelledError';
    constructor() {
        super('the job was cancelled');
    }
}
/** The message of anything thrown; never `[object Object]`. */
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}


/***/ }),

/***/ 805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   lc: () => (/* binding */ bool),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pf: () => (/* binding */ defineInputs),
/* harmony export */   rJ: () => (/* binding */ secret)
/* harmony export */ });
/* unused harmony exports pairs, splitPair */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55);

/** An input of any type: `parse` is called only where text was given (or a default stands). */
function field(options, parse) {
    return {
        description: options.description,
        required: options.required ?? false,
        default: options.default,
        secret: options.secret ?? false,
        parse: text => (text === '' ? undefined : parse(text)),
    };
}
/** Free text. */
function text(options) {
    return field(options, value => value);
}
/** Text that is masked in the log and never shown in an error. */
function secret(options) {
    return field({ ...options, secret: true }, value => value);
}
/** `true` or `false` in any of the spellings of YAML 1.2's core schema. */
function bool(options) {
    return field({ ...options, default: String(options.default) }, value => {
        if (/^(true|True|TRUE)$/.test(value))
            return true;
        if (/^(false|False|FALSE)$/.test(value))
            return false;
        throw new Error('write true or false');
    });
}
/** One of a few words. */
function choice(options) {
    return field({ description: options.description, default: options.default }, value => {
        const word = options.words.find(candidate => candidate === value);
        if (word === undefined)
            throw new Error(`write one of ${options.words.join(', ')}`);
        return word;
    });
}
/** A whole number within bounds, both included. */
function integer(options) {
    return field(options, value => {
        const number = Number(value);
        if (!/^-?\d+$/.test(value) || number < options.min || number > options.max)
            throw new Error(`write a whole number from ${options.min} to ${options.max}`);
        return number;
    });
}
/** One item a line; blank lines and surrounding space are dropped. Not given: an empty list. */
function lines(options) {
    return list(options, line => line);
}
/** One item a line, each parsed; an error names the line. Not given: an empty list. */
function list(options, parseLine) {
    return {
        description: options.description,
        required: options.required ?? false,
        default: options.default,
        secret: options.secret ?? false,
        parse: value => splitLines(value).map(parseLine),
    };
}
/** `key=value` a line; a value may hold further `=`. Later lines win. */
function pairs(options) {
    const entries = list(options, splitPair);
    return { ...entries, parse: value => Object.fromEntries(entries.parse(value)) };
}
/** Splits `key=value` at the first `=`. */
function splitPair(line) {
    const at = line.indexOf('=');
    if (at < 1)
        throw new Error('write key=value, one a line');
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
function splitLines(value) {
    return value
        .split(/\r?\n/)
        .map(line => line.trim())
        .filter(line => line !== '');
}
/** Declares an action's inputs; the inferred type is what `readInputs` returns. */
function defineInputs(fields) {
    return fields;
}
/**
 * Reads every declared input.
 * @param given returns an input's text, '' where it was not given (the runner fills in defaults).
 * @throws UserError naming the input, its value (unless secret) and the remedy.
 */
function readInputs(fields, given) {
    const values = Object.entries(fields).map(([name, declared]) => [
        name,
        readInput(name, declared, given(name)),
    ]);
    return Object.fromEntries(values);
}
function readInput(name, declared, given) {
    const trimmed = given.trim();
    const value = trimmed === '' ? plainDefault(declared) : trimmed;
    if (declared.required && value === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input '${name}' is required and was not given. It takes: ${declared.description}`);
    try {
        return declared.parse(value);
    }
    catch (thrown) {
        const shown = declared.secret ? '(a secret)' : `'${shorten(value)}'`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input '${name}' is ${shown}: ${thrown.message}`);
    }
}
/** Only the runner can evaluate a default such as `${{ github.token }}`. */
function plainDefault(declared) {
    return declared.default === undefined || declared.default.includes('${{') ? '' : declared.default;
}
function shorten(value) {
    return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}


/***/ }),

/***/ 7:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ cleanUp),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/js/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(306);
// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(698);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(53);
// EXTERNAL MODULE: ./build/js/node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(679);
// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(55);
;// CONCATENATED MODULE: ./build/js/toolkit/exec/exec.js




/** A program that failed: what it said is in `stderr`. */
class ExecError extends Error {
    name = 'ExecError';
    program;
    result;
    constructor(program, args, result, why) {
        const said = (result.stderr || result.stdout).trim().split('\n').slice(-15).join('\n');
        super(`'${[program, args[0]].join(' ').trim()}' ${why}${said === '' ? '' : `:\n${said}`}`);
        this.program = program;
        this.result = result;
    }
}
const KILL_AFTER = 5_000;
// @actions/exec hands out no process to signal; Node announces each one in the context that spawned it.
const spawned = new external_node_async_hooks_.AsyncLocalStorage();
(0,external_node_diagnostics_channel_.subscribe)('child_process', message => spawned.getStore()?.(message.process));
/**
 * Runs a program and waits for its end.
 * @throws UserError where the program is not installed; ExecError where it fails or takes too long; CancelledError
 * where `signal` ended it.
 */
async function exec_exec(program, args, options = {}) {
    options.signal?.throwIfAborted();
    const running = watch(options);
    try {
        const result = await spawned.run(running.onSpawn, () => execute(program, args, options));
        if (options.signal?.aborted)
            throw new errors/* CancelledError */.cc();
        if (running.timedOut())
            throw new ExecError(program, args, result, `gave no answer within ${options.timeout} ms`);
        const accept = options.accept ?? [0];
        if (accept !== 'any' && !accept.includes(result.code))
            throw new ExecError(program, args, result, `failed with exit code ${result.code}`);
        return result;
    }
    finally {
        running.stop();
    }
}
async function execute(program, args, options) {
    const lines = (stream) => (line) => options.onLine?.(line, stream);
    try {
        const output = await exec/* getExecOutput */.H(`"${program}"`, [...args], {
            silent: true,
            ignoreReturnCode: true,
            env: definedOnly(options.env ?? process.env),
            ...(options.cwd !== undefined && { cwd: options.cwd }),
            ...(options.input !== undefined && { input: Buffer.from(options.input) }),
            ...(options.onLine && { listeners: { stdline: lines('stdout'), errline: lines('stderr') } }),
        });
        return { code: output.exitCode, stdout: output.stdout, stderr: output.stderr };
    }
    catch (thrown) {
        if (/Unable to locate executable/.test(thrown.message))
            throw new errors/* UserError */.yo(`'${program}' is not installed on this runner; install it in an earlier step`);
        throw thrown;
    }
}
function watch({ timeout, signal }) {
    const children = new Set();
    const timers = [];
    let timedOut = false;
    const send = (name) => {
        for (const child of children)
            child.kill(name);
    };
    const expire = () => {
        timedOut = true;
        send('SIGTERM');
        timers.push(setTimeout(send, KILL_AFTER, 'SIGKILL'));
    };
    // A cancelled program is waited for as long as it needs: killing terraform in an apply loses its state.
    const cancel = () => send('SIGTERM');
    if (timeout !== undefined)
        timers.push(setTimeout(expire, timeout));
    signal?.addEventListener('abort', cancel);
    return {
        onSpawn(child) {
            children.add(child);
        },
        timedOut: () => timedOut,
        stop() {
            for (const timer of timers)
                clearTimeout(timer);
            signal?.removeEventListener('abort', cancel);
        },
    };
}
function definedOnly(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined));
}

;// CONCATENATED MODULE: ./build/js/toolkit/redact/secrets.js
// A shorter line of a multi-line secret (`}` or `EOF`) would hide half the log and protects nothing.
const SHORTEST_LINE = 4;
/**
 * Collects secrets.
 * @param announce is told every new value once, so that the runner masks it too.
 */
function createSecrets(announce = () => { }) {
    const known = new Set();
    let longestFirst = [];
    return {
        add(value) {
            const parts = value.split(/\r?\n/).map(line => line.trim());
            const candidates = [value, ...parts.filter(part => parts.length === 1 || part.length >= SHORTEST_LINE)];
            for (const candidate of candidates) {
                if (candidate.trim() === '' || known.has(candidate))
                    continue;
                known.add(candidate);
                announce(candidate);
            }
            longestFirst = [...known].sort((a, b) => b.length - a.length);
        },
        redact(text) {
            return longestFirst.reduce((shown, value) => shown.replaceAll(value, '***'), text);
        },
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
;// CONCATENATED MODULE: ./build/js/toolkit/runner/context.js


/**
 * Reads the context.
 * @throws UserError where the event file cannot be read.
 */
function readContext(env) {
    const event = readEvent(env.GITHUB_EVENT_PATH);
    const ref = env.GITHUB_REF ?? '';
    const sha = env.GITHUB_SHA ?? '';
    return {
        eventName: env.GITHUB_EVENT_NAME ?? '',
        event,
        repository: env.GITHUB_REPOSITORY ?? '',
        sha,
        ref,
        actor: env.GITHUB_ACTOR ?? '',
        workflow: env.GITHUB_WORKFLOW ?? '',
        job: env.GITHUB_JOB ?? '',
        runId: env.GITHUB_RUN_ID ?? '',
        runNumber: Number(env.GITHUB_RUN_NUMBER ?? 0),
        runAttempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1),
        serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
        apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
        graphqlUrl: env.GITHUB_GRAPHQL_URL ?? 'https://api.github.com/graphql',
        workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
        headSha: event.pull_request?.head.sha ?? sha,
        headRef: event.pull_request?.head.ref ?? ref.replace(/^refs\/(heads|tags)\//, ''),
    };
}
function readEvent(path) {
    if (!path)
        return {};
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (thrown) {
        throw new errors/* UserError */.yo(`GITHUB_EVENT_PATH names '${path}', which is no readable JSON file: ${thrown.message}`);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
;// CONCATENATED MODULE: ./build/js/toolkit/runner/folders.js




/**
 * A private folder (mode 0700) under the runner's temporary folder, made when first asked for.
 * @param remember is told its path before it is made, so that a later process can remove it if this one is killed.
 */
function privateFolder(env, remember) {
    let path;
    return {
        async path() {
            if (path === undefined) {
                path = (0,external_node_path_.join)(env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `gitops-actions-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
                remember(path);
                await (0,promises_.mkdir)(path, { recursive: true, mode: 0o700 });
            }
            return path;
        },
        async remove() {
            if (path !== undefined)
                await removeFolder(path);
        },
    };
}
/** Removes a folder and all in it; gone already is fine. */
async function removeFolder(path) {
    await (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 3 });
}

;// CONCATENATED MODULE: ./build/js/toolkit/runner/log.js

/** The log as the runner reads it, on standard output. */
function createLog(secrets) {
    return {
        debug: message => core/* debug */.Yz(secrets.redact(message)),
        info: message => core/* info */.pq(withoutCommands(secrets.redact(message))),
        notice: (message, place) => core/* notice */.lm(secrets.redact(message), properties(place)),
        warning: (message, place) => core/* warning */.$e(secrets.redact(message), properties(place)),
        error: (message, place) => core/* error */.z3(secrets.redact(message), properties(place)),
        group: (title, body) => core/* group */.Os(secrets.redact(title), body),
    };
}
/**
 * Keeps text from builds, diffs and servers from acting as workflow commands: the runner obeys a line that starts
 * with `::` and the older `##[` anywhere in a line (actions/runner, ActionCommand.cs).
 */
function withoutCommands(text) {
    return text.replace(/^(\s*):(?=:)/gm, '$1:\u200b').replaceAll('##[', '#\u200b#[');
}
function properties(place = {}) {
    return {
        ...(place.title !== undefined && { title: place.title }),
        ...(place.file !== undefined && { file: place.file }),
        ...(place.line !== undefined && { startLine: place.line }),
        ...(place.endLine !== undefined && { endLine: place.endLine }),
        ...(place.column !== undefined && { startColumn: place.column }),
    };
}

;// CONCATENATED MODULE: ./build/js/toolkit/runner/summary.js

/** GitHub drops a step's summary past 1 MiB (docs.github.com, "Workflow commands", job summaries). */
const SUMMARY_LIMIT = 1024 * 1024;
/** Appends Markdown to the job summary; where the runner offers none, does nothing. */
async function writeSummary(markdown, env = process.env) {
    const path = env.GITHUB_STEP_SUMMARY;
    if (!path || markdown === '')
        return;
    await (0,promises_.appendFile)(path, `${withinLimit(markdown)}\n`);
}
function withinLimit(markdown) {
    if (Buffer.byteLength(markdown) < SUMMARY_LIMIT)
        return markdown;
    const note = '\n\n> The rest did not fit: GitHub keeps 1 MiB of job summary per step.';
    const kept = Buffer.from(markdown).subarray(0, SUMMARY_LIMIT - Buffer.byteLength(note) - 2);
    const text = kept.toString('utf8').replace(/\ufffd$/, '');
    return `${text.slice(0, text.lastIndexOf('\n'))}${note}`;
}

// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(805);
;// CONCATENATED MODULE: ./build/js/toolkit/action/run.js









const STATE_FOLDER = 'private-folder';
/**
 * The one entry and the one catch of an action: reads inputs, acts, reports, cleans up, sets the exit code.
 * Never throws and never leaves a promise behind.
 */
async function run(spec, act) {
    const secrets = createSecrets(core/* setSecret */.Pq);
    const log = createLog(secrets);
    const cancelled = new AbortController();
    const cancel = () => cancelled.abort(new errors/* CancelledError */.cc());
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    const folder = privateFolder(process.env, path => core/* saveState */.LZ(STATE_FOLDER, path));
    try {
        maskSecretInputs(spec, secrets);
        const inputs = (0,fields/* readInputs */.Ko)(spec.inputs, given);
        const world = {
            env: process.env,
            context: readContext(process.env),
            log,
            exec: exec_exec,
            secrets,
            folder: folder.path,
            signal: cancelled.signal,
            now: () => new Date(),
        };
        const report = await act(inputs, world);
        await publish(report, inputs.summary === true, secrets);
        if (report.failure !== undefined)
            fail(log, report.failure);
    }
    catch (thrown) {
        reportFailure(spec, log, cancelled.signal.aborted ? new errors/* CancelledError */.cc() : thrown);
    }
    finally {
        process.off('SIGINT', cancel).off('SIGTERM', cancel);
        await folder.remove();
    }
}
/** The post step of every action: removes what a killed main step could not. */
async function cleanUp() {
    const folder = core/* getState */.Gu(STATE_FOLDER);
    if (folder !== '')
        await removeFolder(folder);
}
function given(name) {
    return core/* getInput */.V4(name);
}
function maskSecretInputs(spec, secrets) {
    for (const [name, declared] of Object.entries(spec.inputs))
        if (declared.secret)
            secrets.add(given(name));
}
async function publish(report, summary, secrets) {
    for (const [name, value] of Object.entries(report.outputs))
        core/* setOutput */.uH(name, value ?? '');
    if (summary)
        await writeSummary(secrets.redact(report.summary));
}
function fail(log, message) {
    log.error(message);
    process.exitCode = 1;
}
function reportFailure(spec, log, thrown) {
    if (thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* CancelledError */.cc) {
        fail(log, thrown.message);
        return;
    }
    fail(log, `${spec.name} crashed: ${(0,errors/* messageOf */.bD)(thrown)}. This is a fault of the action, not of your workflow.`);
    if (thrown instanceof Error && thrown.stack)
        log.info(thrown.stack);
}


/***/ }),

/***/ 387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction)
/* harmony export */ });
/* unused harmony export commonInputs */
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(805);

/** The inputs that every action has. */
const commonInputs = {
    'dry-run': (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .bool */ .lc)({
        description: 'Show what would happen; change nothing outside the runner.',
        default: false,
    }),
    summary: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .bool */ .lc)({ description: 'Write a job summary.', default: true }),
};
/** Declares an action; every action also gets `dry-run` and `summary`. */
function defineAction(spec) {
    return { ...spec, inputs: { ...spec.inputs, ...commonInputs } };
}


/***/ })

};
