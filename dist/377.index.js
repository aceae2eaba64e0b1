export const id = 377;
export const ids = [377];
export const modules = {

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
/** A saved plan takes no variables and needs no approval. */
function applyArguments(inputs, planFile) {
    return ['apply', '-json', '-input=false', '-no-color', ...lock(inputs), planFile];
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
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(866);
/* harmony import */ var _exec_tool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8868);





/** Runs `init`, and selects the workspace. @param backend false: only providers and modules, to validate. */
async function initRoot(world, tool, root, inputs, { backend = true, say = world.log.info } = {}) {
    const files = backend ? await backendFiles(world, root, inputs) : undefined;
    const init = await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .human */ .eh)(world, tool, root, 'init', (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .initArguments */ .nD)(inputs, files), say, inputs);
    if (!init.ok || !backend || inputs.workspace === undefined)
        return init;
    const args = ['workspace', 'select', '-no-color', inputs.workspace];
    const selected = await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .human */ .eh)(world, tool, root, 'workspace', args, say, inputs);
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
 * Runs `plan -out`.
 * @param out absolute path of the plan to write.
 * @param sayDiagnostic gets the lines of errors and warnings; default: `say`.
 */
async function planRoot(world, tool, root, inputs, { out, say = world.log.info, sayDiagnostic = say }) {
    const varFiles = inputs['var-files'].map(name => (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFor */ .Yy)('var-files', name, root, world.context.workspace));
    const args = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .planArguments */ .up)(inputs, out, varFiles);
    const { code, diagnostics, text } = await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .machine */ .Aq)(world, tool, root, 'plan', args, { say, sayDiagnostic }, inputs);
    // 2 stands for changes where the user has asked for -detailed-exitcode.
    return { ok: code === 0 || code === 2, diagnostics, text, planFile: out };
}
/** Applies a saved plan. A cancelled one is waited for and told in `cancelled`, not thrown. */
async function applyPlan(world, tool, root, inputs, { planFile, say = world.log.info, onMessage, }) {
    const messages = [];
    const keep = (message) => {
        messages.push(message);
        onMessage?.(message);
    };
    const ended = await (0,_exec_tool_js__WEBPACK_IMPORTED_MODULE_4__/* .machine */ .Aq)(world, tool, root, 'apply', (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .applyArguments */ .lS)(inputs, planFile), { say, sayDiagnostic: say }, inputs, keep).catch(thrown => {
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
async function backendFiles(world, root, inputs) {
    const given = inputs['backend-config'];
    const files = given.flatMap(one => ('file' in one ? [one.file] : []));
    const found = files.map(name => (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFor */ .Yy)('backend-config', name, root, world.context.workspace));
    const settings = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .backendFile */ .Ru)(given);
    if (settings === '')
        return found;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await world.folder(), `${encodeURIComponent(root.directory)}.tfbackend`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, settings, { mode: 0o600 });
    return [...found, path];
}


/***/ }),

/***/ 3946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ diagnosticsInText),
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
    return unique(found.map(({ head, body }) => ({ ...head, ...placeAndDetail(body) })));
}
/** Text without terminal colours. */
function withoutColours(text) {
    return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}
const PLACE = /^ {2}on (.+) line (\d+)(?:, in .*)?:$/;
const SOURCE = /^ +\d+: /;
function placeAndDetail(body) {
    const [, file, line] = PLACE.exec(body.find(text => PLACE.test(text)) ?? '') ?? [];
    const [, address] = /^ {2}with (.+),$/.exec(body.find(text => /^ {2}with .+,$/.test(text)) ?? '') ?? [];
    const detail = body.filter(text => !PLACE.test(text) && !SOURCE.test(text) && !/^ {2}with .+,$/.test(text));
    return {
        detail: detail.join('\n').trim(),
        ...(file !== undefined && { file, line: Number(line) }),
        ...(address !== undefined && { address }),
    };
}
// Terraform prints a syntax error once for each of the passes in which it meets it.
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

/***/ 8868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bn: () => (/* binding */ allOf),
  Bp: () => (/* binding */ errorsOf),
  Xm: () => (/* binding */ execIn),
  eh: () => (/* binding */ human),
  Aq: () => (/* binding */ machine)
});

// UNUSED EXPORTS: tellDiagnostic

// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/diagnostics.js
var run_diagnostics = __webpack_require__(3946);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/environment.js
var environment = __webpack_require__(3147);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/messages.js

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
            const diagnostic = (0,run_diagnostics/* diagnosticOf */.T4)(json.diagnostic);
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

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/exec-tool.js



/** Runs a command that prints text for people. */
async function human(world, tool, root, command, args, say, inputs) {
    const onLine = (line) => say((0,run_diagnostics/* withoutColours */.mU)(line));
    const { code, stdout, stderr } = await execIn(world, tool, root, command, args, { onLine }, inputs);
    const ran = { ok: code === 0, diagnostics: (0,run_diagnostics/* diagnosticsInText */.$6)(`${stdout}\n${stderr}`) };
    return { ...ran, text: (0,run_diagnostics/* withoutColours */.mU)(`${stdout}\n${stderr}`).trim() };
}
/** Runs a command with `-json`; what it prints all the same as text is read as that. */
async function machine(world, tool, root, command, args, { say, sayDiagnostic }, inputs, onMessage = () => { }) {
    const diagnostics = [];
    const other = [];
    const onLine = (line) => {
        const message = parseMessage(line);
        onMessage(message);
        if (message.type === 'diagnostic') {
            diagnostics.push(message.diagnostic);
            sayDiagnostic(tellDiagnostic(message.diagnostic));
        }
        else {
            if (message.text === line)
                other.push((0,run_diagnostics/* withoutColours */.mU)(line));
            say((0,run_diagnostics/* withoutColours */.mU)(message.text));
        }
    };
    const { code } = await execIn(world, tool, root, command, args, { onLine }, inputs);
    const text = other.join('\n').trim();
    return { code, diagnostics: [...diagnostics, ...(0,run_diagnostics/* diagnosticsInText */.$6)(text)], text };
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
    const env = (0,environment/* toolEnvironment */.u)(world.env, command);
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
    workspace: (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: 'The Terraform workspace to select; it must exist. Default: the one that is selected.',
    }),
    'var-files': (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)({
        description: 'Files for `-var-file`, one a line: relative to each root module, or, where none is there, to the workspace.',
    }),
    'backend-config': (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: 'For `-backend-config`, one a line: `key=value`, or a file as in `var-files`. Values are masked and are not put on the command line.',
        secret: true,
    }, parseBackendLine),
    'init-args': (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: 'More arguments for `init`, one a line, such as `-upgrade`.' }, argumentParser(['-backend', '-json', '-chdir'])),
    'plan-args': (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: 'More arguments for `plan`, one a line, such as `-target=aws_instance.web`.' }, argumentParser(['-out', '-json', '-chdir', '-generate-config-out'])),
    'lock-timeout': (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: 'How long to wait for the state lock that another run holds, such as `0s` or `5m`.',
        default: '60s',
    }),
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
        pattern: /state snapshot was created by .* which is newer than/s,
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
        pattern: /Inconsistent dependency lock file|doesn't match any of the checksums|required by this configuration but no version is selected/,
        advice: 'The lock file does not fit: run `terraform providers lock -platform=linux_amd64` (and your own platform), and commit .terraform.lock.hcl.',
    },
    {
        pattern: /Failed to query available provider packages|Failed to install provider|Could not (?:retrieve the list of available versions|connect to)|Failed to download module|Could not download module|Error accessing remote module registry/,
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
function adviceOn({ summary, detail }) {
    const text = `${summary}\n${detail}`;
    const known = KNOWN.find(({ pattern }) => pattern.test(text));
    return typeof known?.advice === 'function' ? known.advice(text) : known?.advice;
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
        if (!body.some(item => isMark(item.name) && item.words.some(word => word !== 'false')))
            return [];
        return [[label, body.flatMap(item => (item.name === 'default' ? literalsIn(item) : []))]];
    });
}
/** JSON syntax: `variable` holds an object by name, or a list of such. */
function declaredInJson(text) {
    const blocks = [object(json(text)).variable].flat().map(object);
    return blocks.flatMap(Object.entries).flatMap(([name, declared]) => {
        const one = object([declared].flat()[0]);
        const marked = Object.entries(one).some(([key, value]) => isMark(key) && value !== false);
        return marked ? [[name, scalars(one.default)]] : [];
    });
}
function isMark(name) {
    return name === 'sensitive' || name === 'ephemeral';
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
    const variables = sensitiveVariables(files.filter(({ name }) => /\.(tf|tofu)(\.json)?$/.test(name)));
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
/* harmony import */ var _exec_tool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8868);




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
/* harmony export */   gm: () => (/* binding */ rootModules)
/* harmony export */ });
/* unused harmony export inWorkspace */
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
    return /[*?[{]/.test(glob) ? matching(line, glob, workspace) : [plainDirectory(line, glob, workspace)];
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
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`input 'directories' names '${line}', which is no directory of the workspace; check the name, and that the repository is checked out`);
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
/** A path relative to the workspace, with `/`. */
function inWorkspace(path, workspace) {
    return withSlashes(relative(resolve(workspace), path)) || '.';
}
function withSlashes(path) {
    return path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}


/***/ }),

/***/ 5766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ titleOf),
/* harmony export */   S: () => (/* binding */ findTool)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3055);
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
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${TITLES[name]} is needed and '${name}' is not on the PATH; install it in an earlier step, such as ${SETUP[name]}`);
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
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`input 'tool' is 'auto', but '${terragrunt}' is for Terragrunt and '${other}' is not; run them in two steps, or name the tool`);
    if (terragrunt !== undefined)
        return 'terragrunt';
    if (kinds.has('tofu'))
        return 'tofu';
    const installed = ['terraform', 'tofu'].find(name => locate(name, env) !== undefined);
    if (installed === undefined)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`neither 'terraform' nor 'tofu' is on the PATH; install one in an earlier step, such as ${SETUP.terraform} or ${SETUP.tofu}`);
    return installed;
}
/**
 * The program on the PATH. hashicorp/setup-terraform (and its like for OpenTofu) puts a script in its place that
 * returns 0 for every plan and adds lines to its output; the real program lies beside it as `terraform-bin`.
 */
function locate(name, env) {
    const found = (env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(isProgram);
    const real = found && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(found), `${name}-bin`);
    return real !== undefined && isProgram(real) ? real : found;
}
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
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
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`'${program} ${args.join(' ')}' tells no version: ${(stderr || stdout).trim().slice(0, 500)}`);
    return version;
}
/** Terragrunt's own choice (TG_TF_PATH; default: OpenTofu where it is installed), without a wrapper. */
async function driven(world) {
    const { env } = world;
    const given = env.TG_TF_PATH || env.TERRAGRUNT_TFPATH;
    const program = given || locate('tofu', env) || locate('terraform', env);
    if (program === undefined)
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`Terragrunt needs 'tofu' or 'terraform', and neither is on the PATH; install one in an earlier step`);
    const name = /terraform[^/]*$/.test(program) ? 'terraform' : 'tofu';
    return { name, program, version: await versionOf(world, name, program) };
}


/***/ })

};
