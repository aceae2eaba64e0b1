export const id = 995;
export const ids = [995];
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
  n: () => (/* binding */ cleanUp),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/js/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(3306);
// EXTERNAL MODULE: ./build/js/toolkit/exec/exec.js + 2 modules
var exec = __webpack_require__(3752);
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
/* unused harmony export commonInputs */
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

/***/ 3752:
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
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/js/toolkit/exec/descendants.js


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
    return (0,external_node_fs_.readdirSync)('/proc').flatMap(entry => {
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
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
    }
    catch {
        return '';
    }
}
function fromPs() {
    const listing = (0,external_node_child_process_.execFileSync)('ps', ['-A', '-o', 'pid=,ppid=,lstart='], { encoding: 'utf8', timeout: 5000 });
    return listing.split('\n').flatMap(line => {
        const [, pid, parent, started = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
        return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), started }];
    });
}

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
            ...(options.input !== undefined && { input: Buffer.from(options.input) }),
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
        return running ? descendantsOf(child.pid) : [];
    };
    const send = (name) => {
        for (const child of children) {
            const started = startedBy(child);
            orphans.push(...started);
            child.kill(name);
            if (wholeTree)
                signalAll(started, name);
        }
        if (wholeTree)
            timers.push(setInterval(endNewcomers, NEWCOMERS_EVERY));
    };
    // A program that was told while it was still starting others starts them all the same.
    const endNewcomers = () => {
        const known = new Set(orphans.map(({ pid }) => pid));
        const newcomers = [...children].flatMap(startedBy).filter(({ pid }) => !known.has(pid));
        orphans.push(...newcomers);
        signalAll(newcomers, 'SIGTERM');
    };
    // What a program has started may outlive it and hold its output open: git does not pass SIGTERM on to
    // git-remote-https. It is ended only after the program, which may need it (terraform its plugins) to finish.
    const endOrphans = () => {
        signalAll(orphans, 'SIGTERM');
        timers.push(setTimeout(signalAll, KILL_AFTER, orphans, 'SIGKILL'));
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


/***/ })

};
