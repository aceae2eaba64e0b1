export const id = 785;
export const ids = [785];
export const modules = {

/***/ 3055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MG: () => (/* binding */ machineFault),
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
const MACHINE = {
    ENOSPC: 'the disk of this runner is full',
    EDQUOT: 'the disk quota of this runner is used up',
    EROFS: 'the disk of this runner is read-only',
    EACCES: "this job's user may not do that here",
    EPERM: "this job's user may not do that here",
};
/** What is wrong with the machine, where that is why something was thrown: no fault of ours. */
function machineFault(thrown) {
    if (!(thrown instanceof Error))
        return undefined;
    const why = MACHINE[thrown.code ?? ''];
    return why && `${why}: ${thrown.message}`;
}
/** The message of anything thrown; never `[object Object]`. */
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}


/***/ }),

/***/ 6805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   T6: () => (/* binding */ splitPair),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   lc: () => (/* binding */ bool),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pf: () => (/* binding */ defineInputs),
/* harmony export */   rJ: () => (/* binding */ secret)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3055);

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
        parse: value => {
            const given = splitLines(value);
            const name = (line) => given.length > 1 && !options.secret ? `the line '${shorten(line)}': ` : '';
            return given.map(line => {
                try {
                    return parseLine(line);
                }
                catch (thrown) {
                    throw new Error(`${name(line)}${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
                }
            });
        },
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

/***/ 3761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t5: () => (/* binding */ STATE_JOB_FOLDER),
  nY: () => (/* binding */ cleanUp),
  eF: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/js/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(3306);
// EXTERNAL MODULE: ./build/js/toolkit/exec/exec.js + 1 modules
var exec = __webpack_require__(9250);
// EXTERNAL MODULE: ./build/js/toolkit/redact/mask.js + 3 modules
var redact_mask = __webpack_require__(6262);
// EXTERNAL MODULE: ./build/js/toolkit/redact/spellings.js
var spellings = __webpack_require__(6166);
;// CONCATENATED MODULE: ./build/js/toolkit/redact/secrets.js


// A shorter line of a multi-line secret (`}` or `EOF`) would hide half the log and protects nothing.
const SHORTEST_LINE = 4;
/**
 * Collects secrets.
 * @param announce is told every new value once, so that the runner masks it too.
 */
function createSecrets(announce = () => { }) {
    const known = new Set();
    const learned = new Set();
    let longestFirst = [];
    let mask = text => text;
    return {
        add(value) {
            for (const candidate of withLines(value, SHORTEST_LINE)) {
                if (candidate.trim() === '' || known.has(candidate))
                    continue;
                known.add(candidate);
                announce(candidate);
            }
            longestFirst = [...known].sort((a, b) => b.length - a.length);
        },
        learn(values) {
            for (const value of values) {
                if (learned.has(value) || known.has(value))
                    continue;
                learned.add(value);
                mask = undefined;
                // The runner hides what it is told wherever it stands, and knows the encodings by itself.
                for (const candidate of withLines(value, spellings/* SHORTEST_ANYWHERE */.t8 + 1))
                    if (candidate.trim().length > spellings/* SHORTEST_ANYWHERE */.t8 && (0,spellings/* isSecret */.$f)(candidate))
                        announce(candidate);
            }
        },
        redact(text) {
            mask ??= (0,redact_mask/* createMask */.P)(learned);
            return longestFirst.reduce((shown, value) => shown.replaceAll(value, '***'), mask(text));
        },
    };
}
function withLines(value, shortest) {
    const parts = value.split(/\r?\n/).map(line => line.trim());
    return [...new Set([value, ...parts.filter(part => parts.length === 1 || part.length >= shortest)])];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
;// CONCATENATED MODULE: ./build/js/toolkit/runner/context.js


/**
 * Reads the context.
 * @throws UserError where the event file cannot be read.
 */
function readContext(env) {
    const event = readEvent(env.GITHUB_EVENT_PATH);
    // pull_request_target runs on the base branch, and that is what its checkout brings.
    const head = env.GITHUB_EVENT_NAME === 'pull_request_target' ? undefined : event.pull_request?.head;
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
        runNumber: Number(env.GITHUB_RUN_NUMBER) || 0,
        runAttempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
        serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
        apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
        graphqlUrl: env.GITHUB_GRAPHQL_URL || 'https://api.github.com/graphql',
        workspace: env.GITHUB_WORKSPACE || process.cwd(),
        headSha: head?.sha ?? sha,
        headRef: head?.ref ?? ref.replace(/^refs\/(heads|tags)\//, ''),
    };
}
function readEvent(path) {
    if (!path)
        return {};
    try {
        return (JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) ?? {});
    }
    catch (thrown) {
        throw new errors/* UserError */.yo(`GITHUB_EVENT_PATH names '${path}', which is no readable JSON file: ${thrown.message}`);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/toolkit/runner/folders.js





/**
 * A private folder (mode 0700) under the runner's temporary folder, made when first asked for.
 * @param remember is told its path before it is made, so that a later process can remove it if this one is killed.
 * `path` throws UserError where the temporary folder is missing, full or not writable.
 */
function privateFolder(env, remember) {
    let path;
    return {
        async path() {
            if (path === undefined) {
                const temp = env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
                path = (0,external_node_path_.join)(temp, `gitops-actions-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
                remember(path);
                await (0,promises_.mkdir)(path, { mode: 0o700 }).catch(thrown => {
                    throw new errors/* UserError */.yo(`cannot make a folder in '${temp}' (RUNNER_TEMP): ${(0,errors/* messageOf */.bD)(thrown)}; is it there, writable, and not full?`);
                });
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
var fields = __webpack_require__(6805);
;// CONCATENATED MODULE: ./build/js/toolkit/action/run.js









const STATE_FOLDER = 'private-folder';
/** The name under which the runner keeps the path of `jobFolder` for the post step. */
const STATE_JOB_FOLDER = 'job-folder';
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
    const jobFolder = privateFolder(process.env, path => core/* saveState */.LZ(STATE_JOB_FOLDER, path));
    try {
        maskSecretInputs(spec, secrets);
        const inputs = (0,fields/* readInputs */.Ko)(spec.inputs, given);
        const world = {
            env: process.env,
            context: readContext(process.env),
            log,
            exec: exec/* exec */.m,
            secrets,
            folder: folder.path,
            jobFolder: jobFolder.path,
            signal: cancelled.signal,
            now: () => new Date(),
        };
        const report = await act(inputs, world);
        setOutputs(report);
        if (inputs.summary === true)
            await summarise(report, secrets, log);
        if (report.failure !== undefined)
            fail(log, report.failure);
    }
    catch (thrown) {
        reportFailure(spec, log, cancelled.signal.aborted ? new errors/* CancelledError */.cc() : thrown);
    }
    finally {
        // In this order: a signal that comes now must not stop the cleaning up.
        await folder.remove();
        process.off('SIGINT', cancel).off('SIGTERM', cancel);
    }
}
/** The post step of every action: removes what was kept for the job, and what a killed main step could not remove. */
async function cleanUp() {
    for (const state of [STATE_FOLDER, STATE_JOB_FOLDER]) {
        const folder = core/* getState */.Gu(state);
        if (folder !== '')
            await removeFolder(folder);
    }
}
function given(name) {
    return core/* getInput */.V4(name);
}
function maskSecretInputs(spec, secrets) {
    for (const [name, declared] of Object.entries(spec.inputs))
        if (declared.secret)
            secrets.add(given(name));
}
function setOutputs(report) {
    for (const [name, value] of Object.entries(report.outputs))
        core/* setOutput */.uH(name, value ?? '');
}
/** What was done is done: a summary that cannot be written is no reason to call it failed. */
async function summarise(report, secrets, log) {
    try {
        await writeSummary(secrets.redact(report.summary));
    }
    catch (thrown) {
        log.warning(`the job summary cannot be written: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
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
    const machine = (0,errors/* machineFault */.MG)(thrown);
    if (machine !== undefined) {
        fail(log, machine);
        return;
    }
    fail(log, `${spec.name} crashed: ${(0,errors/* messageOf */.bD)(thrown)}. This is a fault of the action, not of your workflow.`);
    if (thrown instanceof Error && thrown.stack)
        log.info(thrown.stack);
}


/***/ }),

/***/ 9387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6805);

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


/***/ }),

/***/ 2349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W_: () => (/* binding */ isRunning),
/* harmony export */   gO: () => (/* binding */ descendantsOf),
/* harmony export */   hh: () => (/* binding */ processOf),
/* harmony export */   w$: () => (/* binding */ signalAll)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);


/** The processes that a process has started, and those that they have. */
function descendantsOf(pid) {
    const all = processes();
    const found = [];
    const family = new Set([pid]);
    for (let before = -1; before !== found.length;) {
        before = found.length;
        for (const one of all) {
            if (!family.has(one.parent) || family.has(one.pid))
                continue;
            family.add(one.pid);
            found.push(one);
        }
    }
    return found;
}
/** Signals those of the processes that still run. */
function signalAll(targets, name) {
    if (targets.length === 0)
        return;
    const running = new Map(processes().map(one => [one.pid, one.started]));
    for (const { pid, started } of targets)
        if (running.get(pid) === started)
            signal(pid, name);
}
/** A running process by its number; undefined where there is none. */
function processOf(pid) {
    return processes().find(one => one.pid === pid);
}
/** Whether this very process still runs, and not a later one with the same number. */
function isRunning({ pid, started }) {
    return processOf(pid)?.started === started;
}
function signal(pid, name) {
    try {
        process.kill(pid, name);
    }
    catch {
        // It ended meanwhile, or belongs to another user; either way there is nothing to do here.
    }
}
function processes() {
    try {
        return process.platform === 'linux' ? fromProc() : fromPs();
    }
    catch {
        return [];
    }
}
/** proc(5): `pid (name) state ppid …`, the start time as field 22; a name may hold spaces and parentheses. */
function fromProc() {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)('/proc').flatMap(entry => {
        if (!/^\d+$/.test(entry))
            return [];
        const stat = readStat(entry);
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        // One that has ended and waits to be collected (Z) runs no more.
        if (stat === '' || fields[0] === 'Z')
            return [];
        return [{ pid: Number(entry), parent: Number(fields[1]), started: fields[19] ?? '' }];
    });
}
function readStat(pid) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
    }
    catch {
        return '';
    }
}
function fromPs() {
    const listing = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('ps', ['-A', '-o', 'pid=,ppid=,lstart='], { encoding: 'utf8', timeout: 5000 });
    return listing.split('\n').flatMap(line => {
        const [, pid, parent, started = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
        return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), started }];
    });
}


/***/ }),

/***/ 9250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ ExecError),
  m: () => (/* binding */ exec_exec)
});

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(6698);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(3053);
// EXTERNAL MODULE: ./build/js/node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(2679);
// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/js/toolkit/exec/descendants.js
var descendants = __webpack_require__(2349);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ./build/js/toolkit/exec/to-file.js



/**
 * Runs a program whose standard output goes straight into a new file (mode 0600), not through this process:
 * @actions/exec searches all that has come for line ends with every chunk, which takes minutes on one line of 50 MB.
 * @returns exit code and standard error.
 * @throws what spawning throws: ENOENT where the program is not there.
 */
async function execToFile(program, args, path, { cwd, env }) {
    const file = await (0,promises_.open)(path, 'wx', 0o600);
    try {
        const child = (0,external_node_child_process_.spawn)(program, args, { cwd, env, stdio: ['ignore', file.fd, 'pipe'] });
        const ended = new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('close', code => resolve(code ?? 1));
        });
        const [exitCode, stderr] = await Promise.all([ended, (0,consumers_.text)(child.stderr)]);
        return { exitCode, stderr };
    }
    finally {
        await file.close();
    }
}

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
const NEWCOMERS_EVERY = 500;
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
    const env = definedOnly(options.env ?? process.env);
    try {
        if (options.stdoutTo !== undefined) {
            const output = await execToFile(program, args, options.stdoutTo, { cwd: options.cwd, env });
            return { code: output.exitCode, stdout: '', stderr: output.stderr };
        }
        const output = await exec/* getExecOutput */.H(`"${program}"`, [...args], {
            silent: true,
            ignoreReturnCode: true,
            env,
            ...(options.cwd !== undefined && { cwd: options.cwd }),
            // Without any, a program that asks would wait for ever.
            input: Buffer.from(options.input ?? ''),
            listeners: {
                ...(options.onLine && { stdline: lines('stdout'), errline: lines('stderr') }),
                ...(options.onBytes && { stdout: options.onBytes }),
            },
        });
        return { code: output.exitCode, stdout: output.stdout, stderr: output.stderr };
    }
    catch (thrown) {
        if (/Unable to locate executable|^spawn .* ENOENT$/.test(thrown.message))
            throw new errors/* UserError */.yo(`'${program}' is not installed on this runner; install it in an earlier step`);
        throw thrown;
    }
}
function watch({ timeout, signal, wholeTree = false }) {
    const children = new Set();
    const timers = [];
    let timedOut = false;
    let orphans = [];
    const startedBy = (child) => {
        const running = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
        return running ? (0,descendants/* descendantsOf */.gO)(child.pid) : [];
    };
    const send = (name) => {
        for (const child of children) {
            const started = startedBy(child);
            orphans.push(...started);
            child.kill(name);
            if (wholeTree)
                (0,descendants/* signalAll */.w$)(started, name);
        }
        if (wholeTree)
            timers.push(setInterval(endNewcomers, NEWCOMERS_EVERY));
    };
    // A program that was told while it was still starting others starts them all the same.
    const endNewcomers = () => {
        const known = new Set(orphans.map(({ pid }) => pid));
        const newcomers = [...children].flatMap(startedBy).filter(({ pid }) => !known.has(pid));
        orphans.push(...newcomers);
        (0,descendants/* signalAll */.w$)(newcomers, 'SIGTERM');
    };
    // What a program has started may outlive it and hold its output open: git does not pass SIGTERM on to
    // git-remote-https. It is ended only after the program, which may need it (terraform its plugins) to finish.
    const endOrphans = () => {
        (0,descendants/* signalAll */.w$)(orphans, 'SIGTERM');
        timers.push(setTimeout(descendants/* signalAll */.w$, KILL_AFTER, orphans, 'SIGKILL'));
        orphans = [];
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
            // A program may end without reading its input; how it ended tells whether that was right.
            child.once('exit', () => orphans.length > 0 && endOrphans());
            child.once('spawn', () => child.stdin?.on('error', () => { }));
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


/***/ }),

/***/ 7953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   MZ: () => (/* binding */ codeCell),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/**
 * Text as a code span, on one line, whatever is in it: a span may hold any backticks if its fence is longer than each
 * row of them (CommonMark, code spans).
 */
function codeSpan(text) {
    const line = text.replace(/\s+/g, ' ');
    const ticks = '`'.repeat(longestRun(line) + 1);
    return ticks === '`' ? `\`${line}\`` : `${ticks} ${line} ${ticks}`;
}
/** A code span that does not end its cell of a table (GitHub Flavored Markdown, tables). */
function codeCell(text) {
    return codeSpan(text).replaceAll('|', '\\|');
}
/** A fenced block of code that its content cannot end (CommonMark, fenced code blocks). */
function fence(content, language) {
    const ticks = '`'.repeat(Math.max(3, longestRun(content) + 1));
    return `${ticks}${language}\n${content.replace(/\n$/, '')}\n${ticks}`;
}
/** Text on one line into which Markdown reads nothing. */
function plain(text) {
    return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
function longestRun(text) {
    let longest = 0;
    for (const [run] of text.matchAll(/`+/g))
        longest = Math.max(longest, run.length);
    return longest;
}


/***/ }),

/***/ 6262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ HIDDEN),
  P: () => (/* binding */ createMask)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/js/toolkit/redact/base64.js

const SHORTEST_BLOB = 32;
// Enough for what a machine is given at its first start; what is larger counts as unreadable.
const LARGEST_INFLATED = 1 << 22;
const BACKSLASH = 0x5c;
const alphabet = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-')
    alphabet[character.charCodeAt(0)] = 1;
function belongs(text, at) {
    const code = text.charCodeAt(at);
    return code < 128 && alphabet[code] === 1;
}
/** Whether a letter there belongs to an escape such as `\\n`. */
function escaped(text, at) {
    return text.charCodeAt(at - 1) === BACKSLASH;
}
/** All of the base64 that the span is a part of. */
function widened(text, [from, to]) {
    let first = from;
    let last = to;
    while (first > 0 && belongs(text, first - 1) && !escaped(text, first - 1))
        first--;
    while (last < text.length && belongs(text, last))
        last++;
    while (text.charAt(last) === '=')
        last++;
    return [first, last];
}
/**
 * Runs that are long enough to be base64 of more than a name; those that go on behind a line break, also one as JSON
 * writes it, are one.
 */
function blobs(text) {
    const found = [];
    let at = 0;
    while (at + SHORTEST_BLOB <= text.length) {
        if (escaped(text, at))
            at++;
        const gap = lastGap(text, at, at + SHORTEST_BLOB);
        if (gap >= at) {
            at = gap + 1;
            continue;
        }
        const from = at;
        while (at < text.length && belongs(text, at))
            at++;
        at = endOfWrapped(text, at);
        found.push([from, at]);
        at++;
    }
    return found;
}
/** The last character between those places that belongs to no base64; before `from` where all do. */
function lastGap(text, from, to) {
    let at = to - 1;
    while (at >= from && belongs(text, at))
        at--;
    return at;
}
const CONTINUED = /(?:(?:\r?\n|(?:\\+r)?\\+n)[ \t]*[A-Za-z0-9+/_-]+)*={0,2}/y;
function endOfWrapped(text, at) {
    CONTINUED.lastIndex = at;
    CONTINUED.test(text);
    return Math.max(at, CONTINUED.lastIndex);
}
/**
 * What base64 may say, inflated where it is compressed by gzip: what stands right before it may look like a part of
 * it, so it may begin at each of its first four characters. Undefined where it is compressed and cannot be read.
 */
function decodings(blob) {
    const joined = blob.replace(/\\+[rn]|\s/g, '');
    const compressed = joined.indexOf(GZIP);
    const begins = compressed > 3 ? [0, 1, 2, 3, compressed] : [0, 1, 2, 3];
    return begins.map(begin => inflated(Buffer.from(joined.slice(begin), 'base64')));
}
// Of 1f 8b 08, as gzip begins.
const GZIP = 'H4sI';
function inflated(bytes) {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b)
        return bytes.toString();
    try {
        return (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: LARGEST_INFLATED }).toString();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/toolkit/redact/find.js
/**
 * Finds where any of many strings stand: by their first characters, then by a look-up for each length that strings
 * with this beginning have. That takes one pass over the text, however many strings there are.
 * @param all hold strings of at least 3 characters
 */
function finder(all) {
    const sets = all.filter(({ strings }) => strings.size > 0);
    if (sets.length === 0)
        return () => [];
    const seeds = new Uint8Array(TABLE);
    const lengths = new Map();
    for (const { strings } of sets)
        for (const one of strings) {
            const begin = one.slice(0, SEED);
            seeds[begin.split('').reduce((hash, unit) => step(hash, unit.charCodeAt(0)), 0)] = 1;
            const those = lengths.get(begin);
            if (those === undefined)
                lengths.set(begin, [one.length]);
            else if (!those.includes(one.length))
                those.push(one.length);
        }
    const spansAt = (text, at, spans) => {
        for (const length of lengths.get(text.slice(at, at + SEED)) ?? []) {
            const candidate = text.slice(at, at + length);
            for (const { strings, found } of sets) {
                const span = strings.has(candidate) ? found(text, [at, at + length]) : undefined;
                if (span)
                    spans.push(span);
            }
        }
    };
    return text => {
        const spans = [];
        let hash = 0;
        for (let i = 0; i < text.length; i++) {
            hash = step(hash, text.charCodeAt(i));
            if (seeds[hash] === 1 && i + 1 >= SEED)
                spansAt(text, i + 1 - SEED, spans);
        }
        return spans;
    };
}
const SEED = 3;
const BITS = 18;
// Thousands of secrets then mark few places of the table, and most characters of a text need no more than a look.
const TABLE = 1 << BITS;
/** The hash of the last three characters: of those before, three steps leave nothing. */
function step(hash, code) {
    return ((hash << (BITS / SEED)) ^ code) & (TABLE - 1);
}
/** The text with each span, and spans that overlap or touch together, replaced. */
function without(text, spans, replacement) {
    let shown = '';
    let behind = -1;
    for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
        if (from > behind)
            shown += text.slice(Math.max(0, behind), from) + replacement;
        behind = Math.max(behind, to);
    }
    return shown + text.slice(Math.max(0, behind));
}

;// CONCATENATED MODULE: ./build/js/toolkit/redact/percent.js
/**
 * Undoes percent-encoding, whichever characters were encoded: programs differ in that, also by the part of a URL.
 * Undefined where nothing is.
 */
function percentDecoded(text) {
    if (!text.includes('%') || !/%[0-9a-f]{2}/i.test(text))
        return undefined;
    const starts = [];
    const pieces = [];
    const take = (piece, from, width) => {
        pieces.push(piece);
        for (let unit = 0; unit < piece.length; unit++)
            starts.push(from + unit * width);
    };
    let behind = 0;
    for (const { 0: run, index } of text.matchAll(/(?:%[0-9a-f]{2})+/gi)) {
        take(text.slice(behind, index), behind, 1);
        behind = index;
        const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
        const utf8 = bytes.toString();
        for (const character of utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8) {
            take(character, behind, 0);
            behind += 3 * (utf8.includes('\ufffd') ? 1 : Buffer.byteLength(character));
        }
    }
    take(text.slice(behind), behind, 1);
    const originOf = (index) => starts[index] ?? text.length;
    return { text: pieces.join(''), origin: ([from, to]) => [originOf(from), originOf(to)] };
}

// EXTERNAL MODULE: ./build/js/toolkit/redact/spellings.js
var redact_spellings = __webpack_require__(6166);
;// CONCATENATED MODULE: ./build/js/toolkit/redact/mask.js




/** What stands in the place of a secret. */
const HIDDEN = '***';
/** How many times base64 is looked into that stands in base64. */
const DEPTH = 2;
/**
 * Hides secrets in texts: as they are, trimmed, line by line, in JSON, percent-encoded, in hexadecimal, in base64 of
 * either alphabet, also within longer base64, wrapped, encoded twice or compressed by gzip. Base64 that holds one is
 * hidden as a whole. Secrets of 3 and 4 characters (of digits: up to 5) are hidden as whole words only, of 2 where
 * they are the whole text; single characters and words like `true` never. Takes time in proportion to the texts,
 * however many secrets there are.
 */
function createMask(secrets) {
    const anywhere = new Set();
    const base64 = new Set();
    const words = new Set();
    const wholes = new Set();
    for (const secret of secrets) {
        const spellings = (0,redact_spellings/* spellingsOf */.Hz)(secret);
        for (const spelling of spellings.anywhere)
            anywhere.add(spelling);
        for (const spelling of spellings.base64)
            base64.add(spelling);
        for (const spelling of spellings.words)
            words.add(spelling);
        for (const spelling of spellings.wholes)
            wholes.add(spelling);
    }
    if (anywhere.size + words.size + wholes.size === 0)
        return text => text;
    const literal = finder([
        { strings: anywhere, found: (_, span) => span },
        { strings: base64, found: widened },
        { strings: words, found: (text, span) => (isWord(text, span) ? span : undefined) },
    ]);
    const spansIn = (text) => {
        const decoded = percentDecoded(text);
        return decoded === undefined
            ? literal(text)
            : [...literal(text), ...literal(decoded.text).map(decoded.origin)];
    };
    const blobsIn = (text, depth) => depth === 0
        ? []
        : blobs(text).filter(([from, to]) => decodings(text.slice(from, to)).some(decoded => holds(decoded, depth - 1)));
    const holds = (text, depth) => text === undefined || spansIn(text).length > 0 || blobsIn(text, depth).length > 0;
    return text => {
        if (wholes.size > 0 && wholes.has(unquoted(text)))
            return text.startsWith('"') ? `"${HIDDEN}"` : HIDDEN;
        const spans = spansIn(text);
        spans.push(...blobsIn(text, DEPTH));
        return spans.length === 0 ? text : without(text, spans, HIDDEN);
    };
}
function unquoted(text) {
    return text.length > 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
function isWord(text, [from, to]) {
    const beside = /[\p{L}\p{N}]/u;
    // A letter behind a backslash belongs to an escape: `\nabc`.
    const escaped = /\\[nrtbf]$/.test(text.slice(Math.max(0, from - 2), from));
    return (escaped || !beside.test(text.charAt(from - 1))) && !beside.test(text.charAt(to));
}


/***/ }),

/***/ 6166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ isSecret),
/* harmony export */   Hz: () => (/* binding */ spellingsOf),
/* harmony export */   t8: () => (/* binding */ SHORTEST_ANYWHERE),
/* harmony export */   wd: () => (/* binding */ SHORTEST_WORD)
/* harmony export */ });
/** Secrets of this many characters are hidden wherever they stand; of digits alone it takes one more. */
const SHORTEST_ANYWHERE = 5;
/** Shorter ones from this length on are hidden as words only. */
const SHORTEST_WORD = 3;
/** Ones of this length are hidden only where they are the whole text. */
const SHORTEST_SECRET = 2;
/** Lines of a longer secret: a shorter one (`}`, `EOF`) protects nothing and stands everywhere. */
const SHORTEST_LINE = 6;
/** Fewer characters of base64 stand in other base64 by chance. */
const SHORTEST_BASE64 = 6;
// What a program answers, not what it guards; and what reports are made of, which would be none without.
const NEVER = new Set([
    ...['true', 'false', 'null', 'none', 'yes', 'no', 'on', 'off'],
    ...['details', 'summary', 'code', 'span', 'sub', 'diff', 'text', 'json', 'href', 'http', 'https', 'github'],
]);
const NONE = { anywhere: [], base64: [], words: [], wholes: [] };
/** Whether a text is worth hiding: neither a word like `true` nor a single character. */
function isSecret(text) {
    const core = text.length < 16 ? text.trim() : text;
    return core.length >= SHORTEST_SECRET && !NEVER.has(core.toLowerCase());
}
/** The spellings of one secret; none of what can be no secret, such as `true` or a single character. */
function spellingsOf(secret) {
    const core = secret.trim();
    if (!isSecret(core))
        return NONE;
    if (core.length < SHORTEST_WORD)
        return { ...NONE, wholes: [core] };
    if (core.length < SHORTEST_ANYWHERE || /^\d{1,5}$/.test(core))
        return { ...NONE, words: [core], wholes: [...encoded(core), ...wholeBase64(core)] };
    const parts = [...new Set([core, ...linesOf(core)])];
    return {
        ...NONE,
        anywhere: [...new Set(parts.flatMap(part => [part, ...encoded(part)]))],
        base64: [...new Set(parts.flatMap(inBase64))],
    };
}
/** The lines of a multi-line secret that are worth hiding; the frame of a PEM block is the same in all of them. */
function linesOf(secret) {
    if (!secret.includes('\n'))
        return [];
    return secret
        .split('\n')
        .map(line => line.trim())
        .filter(line => line.length >= SHORTEST_LINE && !/^-----(BEGIN|END) [A-Z ]+-----$/.test(line));
}
function encoded(text) {
    const hex = Buffer.from(text).toString('hex');
    // All other encodings leave such a text as it is.
    if (/^[\w.-]*$/.test(text))
        return [hex, hex.toUpperCase()];
    const json = inJson(text);
    return [
        ...[json, inAscii(json), inGoJson(text), inHcl(json)].flatMap(nested),
        hex,
        hex.toUpperCase(),
        // Percent-encoding is undone before the search; forms write a space as a plus.
        text.replaceAll(' ', '+'),
    ].filter(spelling => spelling !== text);
}
function inJson(text) {
    return JSON.stringify(text).slice(1, -1);
}
/** JSON in a string of JSON, and so on: a policy in a document in an attribute, which is shown as JSON. */
function nested(json) {
    const twice = inJson(json);
    const thrice = inJson(twice);
    return [json, twice, thrice, inJson(thrice)];
}
/** JSON as many programs write it, with nothing but ASCII. */
function inAscii(json) {
    return json.replace(/[^\x00-\x7f]/g, mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** Terraform writes JSON as Go does: also `<`, `>`, `&` and two line separators escaped. */
function inGoJson(text) {
    return inJson(text).replace(/[<>&\u2028\u2029]/g, mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** As a quoted string of HCL: so Terraform writes keys in addresses, and strings in plans as text. */
function inHcl(json) {
    return json.replace(/[$%](?=\{)/g, '$&$&');
}
/**
 * What of its base64 is always the same within the base64 of a longer text: that depends on how many bytes precede
 * it, modulo 3, and the characters at both ends share bits with their neighbours.
 */
function inBase64(text) {
    const bytes = Buffer.from(text);
    const found = [];
    for (const ahead of [0, 1, 2]) {
        const coded = Buffer.concat([Buffer.alloc(ahead), bytes]).toString('base64');
        const first = Math.ceil((ahead * 8) / 6);
        const last = Math.floor(((ahead + bytes.length) * 8) / 6);
        const core = coded.slice(first, last);
        if (core.length >= SHORTEST_BASE64)
            found.push(core);
        const forUrls = core.replaceAll('+', '-').replaceAll('/', '_');
        if (core.length >= SHORTEST_BASE64 && forUrls !== core)
            found.push(forUrls);
    }
    return found;
}
function wholeBase64(text) {
    const bytes = Buffer.from(text);
    const padded = bytes.toString('base64');
    return [padded, padded.replace(/=+$/, ''), bytes.toString('base64url')];
}


/***/ }),

/***/ 6488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/**
 * Tries until it works, with exponential back-off and full jitter, so that many writers do not meet again.
 * @throws what the last try threw.
 */
async function retry(attemptOnce, options) {
    for (let attempt = 1;; attempt++) {
        try {
            return await attemptOnce(attempt);
        }
        catch (thrown) {
            if (attempt >= options.attempts || options.signal?.aborted)
                throw thrown;
            const verdict = options.retryable(thrown, attempt);
            if (verdict === false)
                throw thrown;
            const wait = verdict === true ? backoff(attempt, options) : verdict;
            await pause(wait, options.signal);
        }
    }
}
async function pause(milliseconds, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal ? { signal } : {});
    }
    catch (thrown) {
        // The sleep throws an error of its own; the reason for the abort says who cancelled.
        signal?.throwIfAborted();
        throw thrown;
    }
}
function backoff(attempt, { delay, maxDelay = 30_000, random = Math.random }) {
    return Math.min(maxDelay, delay * 2 ** (attempt - 1)) * random();
}


/***/ })

};
