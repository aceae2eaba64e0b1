export const id = 598;
export const ids = [598];
export const modules = {

/***/ 598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/run.js + 5 modules
var run = __webpack_require__(3761);
// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/js/toolkit/action/spec.js
var spec = __webpack_require__(9387);
// EXTERNAL MODULE: ./build/js/toolkit/oci/reference.js
var oci_reference = __webpack_require__(1304);
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

// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
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


/***/ })

};
