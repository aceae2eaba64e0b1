export const id = 483;
export const ids = [483];
export const modules = {

/***/ 3483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  planComment: () => (/* binding */ planComment),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/run.js + 5 modules
var run = __webpack_require__(3761);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/known-errors.js
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
    const doing = operation?.replace(/^OperationType/, '').toLowerCase();
    const holder = who === undefined ? 'Another run' : `'${who}'`;
    const what = [doing && `for ${doing}`, since && `since ${since}`].filter(Boolean).join(', ');
    const unlock = id === undefined ? '`terraform force-unlock` with its ID' : `\`terraform force-unlock ${id}\``;
    return `${holder} holds the lock of the state${what === '' ? '' : ` (${what})`}: wait for it and run the job again, or raise \`lock-timeout\`. Only where that run is dead, release it: ${unlock}.`;
}
function required(text) {
    const version = /required_version\D*?["=]\s*"?([^"\n]*\d[^"\n]*)"/.exec(text)?.[1];
    return version === undefined ? '' : ` (${version.trim()})`;
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/annotate.js

/** GitHub shows ten annotations of a type of each step, and drops the others without a word. */
const MOST = 10;
/** A diagnostic as an annotation, on its line where that lies in the repository. */
function annotationOf(diagnostic, root, workspace) {
    const { severity, summary, detail, line, endLine, column } = diagnostic;
    const file = diagnostic.file === undefined ? undefined : fileInRepository(diagnostic.file, root, workspace);
    const where = file === undefined ? ` (in ${diagnostic.file ?? root.directory})` : '';
    return {
        severity,
        message: `${detail === '' ? summary : detail}${where}`,
        place: {
            title: summary,
            ...(file !== undefined && { file }),
            ...(file !== undefined && line !== undefined && { line }),
            ...(file !== undefined && endLine !== undefined && { endLine }),
            // GitHub takes a column only where the annotation stays on one line.
            ...(file !== undefined && column !== undefined && (endLine ?? line) === line && { column }),
        },
    };
}
/** A file that Terraform names, relative to the workspace; undefined for one of a downloaded module, or outside. */
function fileInRepository(file, root, workspace) {
    const path = (0,external_node_path_.relative)((0,external_node_path_.resolve)(workspace), (0,external_node_path_.resolve)(root.path, file)).split(external_node_path_.sep).join(external_node_path_.posix.sep);
    const foreign = path.startsWith('../') || /(^|\/)(\.terraform|\.terragrunt-cache)\//.test(path) || path === '';
    return foreign ? undefined : path;
}
/** Writes annotations, errors first; those that GitHub would drop are counted and stay in the log. */
function annotate(annotations, log) {
    for (const severity of ['error', 'warning']) {
        const all = annotations.filter(one => one.severity === severity);
        // The last one tells how many are left out, and another says at the end why the step fails.
        const room = severity === 'error' ? MOST - 1 : MOST;
        const shown = all.length <= room ? all : all.slice(0, room - 1);
        for (const { message, place } of shown)
            log[severity](message, place);
        const left = all.slice(shown.length);
        if (left.length > 0)
            log[severity](`${left.length} more ${severity}s are in the log and in the summary`);
        for (const { message, place } of left)
            log.info(`${[place.file, place.line].filter(Boolean).join(':')} ${place.title ?? ''}: ${message}`);
    }
}
/** A path below a root module as the workspace sees it. */
function below(root, file) {
    return posix.normalize(join(root.directory, file).split(sep).join('/'));
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/gate.js
const WORDS = ['changes', 'destroy', 'replace', 'drift', 'checks'];
const ACTIONS = ['create', 'update', 'replace', 'delete', 'destroy', 'forget', 'import', 'move'];
/** Reads a line of `fail-on`. @throws Error on a word that it does not know. */
function parseCondition(line) {
    const word = WORDS.find(known => known === line);
    if (word !== undefined)
        return { word };
    const [, name, type = ''] = /^(\w+):\s*([\w*]+)$/.exec(line) ?? [];
    const action = ACTIONS.find(known => known === name);
    if (action === undefined)
        throw new Error(`write one of ${WORDS.join(', ')}, or an action (${ACTIONS.join(', ')}) and a resource type, such as delete:aws_db_*`);
    return { action, type };
}
/** Whether applying a plan would change anything: an object, the state or an output. */
function isChanged(plan) {
    const reading = ({ kind }) => kind === 'read' || kind === 'no-op';
    return (plan.changes.some(change => !reading(change)) ||
        plan.outputs.some(output => output.kind !== 'no-op') ||
        plan.invocations.length > 0 ||
        plan.deferred.length > 0);
}
/** Whether objects would be destroyed: replacing destroys too. */
function isDestructive(plan) {
    return plan.changes.some(({ actions }) => actions.includes('delete'));
}
/** What in these plans meets a condition: a phrase for each, such as `app would destroy 2 objects`. */
function broken(conditions, plans) {
    return plans.flatMap(({ directory, plan }) => conditions.flatMap(condition => {
        const found = meeting(condition, plan);
        return found === undefined ? [] : [`'${directory}' ${found}`];
    }));
}
function meeting(condition, plan) {
    if ('action' in condition) {
        const pattern = new RegExp(`^${condition.type.replaceAll('*', '.*')}$`);
        const found = plan.changes.filter(change => pattern.test(change.type) && does(change, condition.action));
        return told(found.map(({ address }) => address), condition.action);
    }
    switch (condition.word) {
        case 'changes':
            return isChanged(plan) ? 'has changes' : undefined;
        case 'destroy':
            return told(plan.changes.filter(change => does(change, 'destroy')).map(({ address }) => address), 'destroy');
        case 'replace':
            return told(plan.changes.filter(change => does(change, 'replace')).map(({ address }) => address), 'replace');
        case 'drift':
            return plan.drift.length > 0
                ? `has ${plan.drift.length} that changed outside of it (${some(plan.drift.map(({ address }) => address))})`
                : undefined;
        case 'checks': {
            const failed = plan.checks.filter(({ status }) => status !== 'unknown');
            return failed.length > 0
                ? `has ${failed.length} failed checks (${some(failed.map(({ address }) => address))})`
                : undefined;
        }
    }
}
function does(change, action) {
    switch (action) {
        case 'destroy':
            return change.actions.includes('delete');
        case 'import':
            return change.importing !== undefined;
        case 'move':
            return change.previousAddress !== undefined;
        default:
            return change.kind === action;
    }
}
function told(addresses, verb) {
    return addresses.length === 0 ? undefined : `would ${verb} ${addresses.length} (${some(addresses)})`;
}
function some(addresses) {
    const shown = addresses.slice(0, 5);
    const rest = addresses.length - shown.length;
    return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/results.js
/** Whether the step fails because of this root module. */
function isFailure(result) {
    switch (result.outcome) {
        case 'planned':
            return !result.ok || result.plan.errored;
        case 'valid':
        case 'text':
            return false;
        default:
            return true;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/outcome.js






/** Tells the log, the outputs and the job summary how it ended. */
async function reportOf({ results }, all, published, inputs, world) {
    const { context, log, secrets } = world;
    annotate(results.flatMap(({ root, diagnostics }) => diagnostics.map(one => annotationOf(one, root, context.workspace))), log);
    const plans = results.filter((result) => result.outcome === 'planned');
    const summary = secrets.redact(all.map(one => one.summary).join('\n\n'));
    const markdown = (0,external_node_path_.join)(await world.jobFolder(), 'summary.md');
    await (0,promises_.writeFile)(markdown, summary, { mode: 0o600 });
    const failures = [
        ...results.filter(isFailure).map(failureOf),
        ...broken(inputs['fail-on'], plans.map(({ root, plan }) => ({ directory: root.directory, plan }))),
        ...(published.failure === undefined ? [] : [published.failure]),
    ];
    return {
        outputs: {
            changed: results.some(isChangedResult),
            counts: '',
            directories: JSON.stringify(results.map(entry)),
            fingerprint: fingerprints(plans),
            'plan-files': results.flatMap(one => ('planFile' in one ? (one.planFile ?? []) : [])).join('\n'),
            'plan-json': plans.flatMap(one => one.jsonFile ?? []).join('\n'),
            markdown,
            'comment-url': published.url,
        },
        summary,
        ...(failures.length > 0 && { failure: failures.join('\n') }),
    };
}
function isChangedResult(result) {
    switch (result.outcome) {
        case 'planned':
            return isChanged(result.plan);
        case 'text':
            return true;
        case 'valid':
        case 'invalid':
            return result.formatting.length > 0;
        case 'failed':
            return false;
    }
}
function fingerprints(plans) {
    if (plans.length < 2)
        return plans[0]?.fingerprint ?? '';
    return JSON.stringify(Object.fromEntries(plans.map(({ root, fingerprint }) => [root.directory, fingerprint])));
}
function entry(result) {
    return {
        directory: result.root.directory,
        outcome: isFailure(result) && result.outcome === 'planned' ? 'failed' : result.outcome,
        changed: isChangedResult(result),
        ...(result.outcome === 'planned' && {
            fingerprint: result.fingerprint,
            'plan-file': result.planFile,
            'plan-json': result.jsonFile,
        }),
    };
}
/** One line on why a root module failed, and what to do where that is known. */
function failureOf(result) {
    const error = result.diagnostics.find(({ severity }) => severity === 'error');
    const what = error === undefined ? 'it is not formatted' : error.summary.replace(/\.$/, '');
    const advice = error && adviceOn(error);
    return `'${result.root.directory}': ${what}${advice === undefined ? '' : `. ${advice}`}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/each-root.js



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
    return (0,external_node_path_.join)((0,external_node_os_.homedir)(), name);
}
function contentOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/root-modules.js



/**
 * The root modules that the input `directories` names, in its order, each once.
 * A glob takes those of its matches that are root modules; a plain name must be one.
 * @throws UserError naming the line that is no root module, lies outside the workspace, or matches nothing.
 */
function rootModules(world, inputs) {
    const workspace = (0,external_node_path_.resolve)(world.context.workspace);
    const without = inputs.directories.filter(line => line.startsWith('!')).map(line => clean(line.slice(1)));
    const excluded = new Set((0,external_node_fs_.globSync)(without, { cwd: workspace }).map(withSlashes));
    const found = new Map();
    for (const line of inputs.directories.filter(line => !line.startsWith('!')))
        for (const directory of directoriesOf(line, workspace))
            if (!excluded.has(directory))
                found.set(directory, { directory, path: (0,external_node_path_.join)(workspace, directory) });
    if (found.size === 0)
        throw new errors/* UserError */.yo(`input 'directories' leaves nothing to do: what it names is left out by a line with '!'`);
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
    if (glob === '..' || glob.startsWith('../') || external_node_path_.posix.isAbsolute(glob))
        throw new errors/* UserError */.yo(`input 'directories' names '${line}', which lies outside the workspace; name a directory of this repository`);
    return /[*?[{]/.test(glob) ? matching(line, glob, workspace) : [plainDirectory(line, glob, workspace)];
}
function matching(line, glob, workspace) {
    const hidden = (path) => path.split('/').some(part => part.startsWith('.'));
    const found = (0,external_node_fs_.globSync)(glob, { cwd: workspace, exclude: name => name === '.git' || name === '.terraform' })
        .map(withSlashes)
        .filter(path => !hidden(path) && kindOf((0,external_node_path_.join)(workspace, path)) !== undefined)
        .sort();
    if (found.length === 0)
        throw new errors/* UserError */.yo(`input 'directories' has '${line}', which matches no directory with Terraform files; check the glob, and that the repository is checked out`);
    return found;
}
function plainDirectory(line, directory, workspace) {
    const path = (0,external_node_path_.join)(workspace, directory);
    if (!(0,external_node_fs_.existsSync)(path) || !(0,external_node_fs_.statSync)(path).isDirectory())
        throw new errors/* UserError */.yo(`input 'directories' names '${line}', which is no directory of the workspace; check the name, and that the repository is checked out`);
    if (kindOf(path) === undefined)
        throw new errors/* UserError */.yo(`input 'directories' names '${line}', which holds no .tf, .tf.json or .tofu file and no terragrunt.hcl; name a root module`);
    return directory;
}
function clean(line) {
    const path = external_node_path_.posix.normalize(line.replaceAll('\\', '/')).replace(/\/+$/, '');
    return path === '' ? '/' : path;
}
function filesIn(path) {
    try {
        return (0,external_node_fs_.readdirSync)(path, { withFileTypes: true }).flatMap(entry => entry.isDirectory() ? [] : [entry.name]);
    }
    catch {
        return [];
    }
}
function hasUnits(path) {
    const skip = (name) => name.startsWith('.');
    return (0,external_node_fs_.globSync)('**/terragrunt{,.stack}.hcl', { cwd: path, exclude: name => skip(name) }).length > 0;
}
/** A path relative to the workspace, with `/`. */
function inWorkspace(path, workspace) {
    return withSlashes(relative(resolve(workspace), path)) || '.';
}
function withSlashes(path) {
    return path.split(external_node_path_.sep).join('/');
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/environment.js
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

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/tool.js





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
        throw new errors/* UserError */.yo(`${TITLES[name]} is needed and '${name}' is not on the PATH; install it in an earlier step, such as ${SETUP[name]}`);
    const version = await versionOf(world, name, program);
    return name === 'terragrunt'
        ? { name, program, version, drives: await driven(world) }
        : { name, program, version };
}
/** What `auto` stands for. */
function automatic(roots, env) {
    const kinds = new Map(roots.map(({ directory, path }) => [kindOf(path) ?? 'terraform', directory]));
    const terragrunt = kinds.get('terragrunt');
    const other = kinds.get('tofu') ?? kinds.get('terraform');
    if (terragrunt !== undefined && other !== undefined)
        throw new errors/* UserError */.yo(`input 'tool' is 'auto', but '${terragrunt}' is for Terragrunt and '${other}' is not; run them in two steps, or name the tool`);
    if (terragrunt !== undefined)
        return 'terragrunt';
    if (kinds.has('tofu'))
        return 'tofu';
    const installed = ['terraform', 'tofu'].find(name => locate(name, env) !== undefined);
    if (installed === undefined)
        throw new errors/* UserError */.yo(`neither 'terraform' nor 'tofu' is on the PATH; install one in an earlier step, such as ${SETUP.terraform} or ${SETUP.tofu}`);
    return installed;
}
/**
 * The program on the PATH. hashicorp/setup-terraform (and its like for OpenTofu) puts a script in its place that
 * returns 0 for every plan and adds lines to its output; the real program lies beside it as `terraform-bin`.
 */
function locate(name, env) {
    const found = (env.PATH ?? '')
        .split(external_node_path_.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,external_node_path_.join)(folder, name))
        .find(isProgram);
    const real = found && (0,external_node_path_.join)((0,external_node_path_.dirname)(found), `${name}-bin`);
    return real !== undefined && isProgram(real) ? real : found;
}
function isProgram(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
async function versionOf({ env, exec, signal }, name, program) {
    const args = name === 'terragrunt' ? ['--version'] : ['version'];
    const { stdout, stderr } = await exec(program, args, {
        env: toolEnvironment(env, 'version'),
        signal,
        accept: 'any',
    });
    const version = /\bv?(\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
    if (version === undefined)
        throw new errors/* UserError */.yo(`'${program} ${args.join(' ')}' tells no version: ${(stderr || stdout).trim().slice(0, 500)}`);
    return version;
}
/** Terragrunt's own choice (TG_TF_PATH; default: OpenTofu where it is installed), without a wrapper. */
async function driven(world) {
    const { env } = world;
    const given = env.TG_TF_PATH || env.TERRAGRUNT_TFPATH;
    const program = given || locate('tofu', env) || locate('terraform', env);
    if (program === undefined)
        throw new errors/* UserError */.yo(`Terragrunt needs 'tofu' or 'terraform', and neither is on the PATH; install one in an earlier step`);
    const name = /terraform[^/]*$/.test(program) ? 'terraform' : 'tofu';
    return { name, program, version: await versionOf(world, name, program) };
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/arguments.js



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
function arguments_applyArguments(inputs, planFile) {
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
    const found = [(0,external_node_path_.join)(root.path, name), (0,external_node_path_.join)(workspace, name), name].find(path => (0,external_node_fs_.existsSync)(path));
    if (found === undefined || (found === name && !name.startsWith('/')))
        throw new errors/* UserError */.yo(`input '${input}' names '${name}', which is neither in '${root.directory}' nor in the workspace; write a path relative to one of them`);
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

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/diagnostics.js
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
    for (const line of diagnostics_withoutColours(text).split('\n')) {
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
function diagnostics_withoutColours(text) {
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
            const diagnostic = diagnosticOf(json.diagnostic);
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
    const onLine = (line) => say(diagnostics_withoutColours(line));
    const { code, stdout, stderr } = await exec_tool_execIn(world, tool, root, command, args, { onLine }, inputs);
    const ran = { ok: code === 0, diagnostics: diagnosticsInText(`${stdout}\n${stderr}`) };
    return { ...ran, text: diagnostics_withoutColours(`${stdout}\n${stderr}`).trim() };
}
/** Runs a command with `-json`; what it prints all the same as text is read as that. */
async function exec_tool_machine(world, tool, root, command, args, { say, sayDiagnostic }, inputs, onMessage = () => { }) {
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
                other.push(diagnostics_withoutColours(line));
            say(diagnostics_withoutColours(message.text));
        }
    };
    const { code } = await exec_tool_execIn(world, tool, root, command, args, { onLine }, inputs);
    const text = other.join('\n').trim();
    return { code, diagnostics: [...diagnostics, ...diagnosticsInText(text)], text };
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
/** Runs the tool in a root module; every exit code is an answer. */
function exec_tool_execIn(world, tool, root, command, args, more = {}, inputs = { workspace: undefined }) {
    const env = toolEnvironment(world.env, command);
    // `workspace select` refuses where TF_WORKSPACE stands; the input says the same and wins.
    if (inputs.workspace !== undefined)
        delete env.TF_WORKSPACE;
    return world.exec(tool.program, args, { cwd: root.path, env, signal: world.signal, accept: 'any', ...more });
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/commands.js





/** Runs `init`, and selects the workspace. @param backend false: only providers and modules, to validate. */
async function initRoot(world, tool, root, inputs, { backend = true, say = world.log.info } = {}) {
    const files = backend ? await backendFiles(world, root, inputs) : undefined;
    const init = await human(world, tool, root, 'init', initArguments(inputs, files), say, inputs);
    if (!init.ok || !backend || inputs.workspace === undefined)
        return init;
    const args = ['workspace', 'select', '-no-color', inputs.workspace];
    const selected = await human(world, tool, root, 'workspace', args, say, inputs);
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
    const varFiles = inputs['var-files'].map(name => fileFor('var-files', name, root, world.context.workspace));
    const args = planArguments(inputs, out, varFiles);
    const { code, diagnostics, text } = await exec_tool_machine(world, tool, root, 'plan', args, { say, sayDiagnostic }, inputs);
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
    const ended = await machine(world, tool, root, 'apply', applyArguments(inputs, planFile), { say, sayDiagnostic: say }, inputs, keep).catch(thrown => {
        if (thrown instanceof CancelledError)
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
    const found = files.map(name => fileFor('backend-config', name, root, world.context.workspace));
    const settings = backendFile(given);
    if (settings === '')
        return found;
    const path = (0,external_node_path_.join)(await world.folder(), `${encodeURIComponent(root.directory)}.tfbackend`);
    await (0,promises_.writeFile)(path, settings, { mode: 0o600 });
    return [...found, path];
}

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
        ? Object.entries(sensitive_variables_object(json(text))).map(([key, value]) => [key, scalars(value)])
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
    const blocks = [sensitive_variables_object(json(text)).variable].flat().map(sensitive_variables_object);
    return blocks.flatMap(Object.entries).flatMap(([name, declared]) => {
        const one = sensitive_variables_object([declared].flat()[0]);
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
function sensitive_variables_object(value) {
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




/** A shorter text would hide ordinary words and numbers all over the log, and is guessed as fast as it is read. */
const SHORTEST = 4;
/**
 * Learns the secrets that a root module is given, so that no line and no error shows them: the values of variables
 * that it declares as sensitive, wherever they come from, and the credentials in `backend-config`. To be called before
 * the tool is started: when it fails, there is no plan that would tell what was sensitive.
 */
function learnSecrets(world, root, inputs) {
    const files = learn_secrets_filesIn(root.path);
    const variables = sensitiveVariables(files.filter(({ name }) => /\.(tf|tofu)(\.json)?$/.test(name)));
    const automatic = files.filter(({ name }) => /(^terraform|\.auto)\.tfvars(\.json)?$/.test(name));
    const named = inputs['var-files'].flatMap(name => readable(fileFor('var-files', name, root, world.context.workspace)));
    const values = [
        ...[...variables.values()].flat(),
        ...[...automatic, ...named].flatMap(file => valuesOf(file, variables)),
        ...[...variables.keys()].flatMap(name => valuesInText(world.env[`TF_VAR_${name}`] ?? '')),
        ...onCommandLine([...inputs['plan-args'], ...words(world.env)], variables),
        ...inputs['backend-config'].flatMap(one => 'key' in one && isCredential(one.key) ? valuesInText(one.value) : []),
    ];
    addSecrets(world, values);
}
/**
 * Hides values from now on, in the forms in which texts carry them: as they are, inside JSON, and in base64.
 * Those that are too short to be told from ordinary words are left out.
 */
function addSecrets({ secrets }, values) {
    for (const value of new Set(values)) {
        if (value.trim().length < SHORTEST || /^(true|false|null)$/.test(value))
            continue;
        secrets.add(value);
        const quoted = JSON.stringify(value).slice(1, -1);
        if (quoted !== value)
            secrets.add(quoted);
        const encoded = Buffer.from(value).toString('base64').replace(/=+$/, '');
        if (value.length >= 2 * SHORTEST)
            secrets.add(encoded);
    }
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
function learn_secrets_filesIn(path) {
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

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/read.js




/**
 * Writes `show -json` of a saved plan into a file (mode 0600), however large it is.
 * @throws UserError with what the tool said where it fails; a text fallback is `showText`.
 */
async function showJson(world, tool, root, { planFile, to }) {
    const args = ['show', '-json', '-no-color', planFile];
    const { code, stderr } = await exec_tool_execIn(world, tool, root, 'show', args, { stdoutTo: to });
    if (code !== 0)
        throw new errors/* UserError */.yo(`'${tool.name} show -json' failed in '${root.directory}': ${diagnostics_withoutColours(stderr).trim()}`);
}
/** The plan as the tool prints it for people. @throws UserError where that fails too. */
async function showText(world, tool, root, planFile) {
    const { code, stdout, stderr } = await exec_tool_execIn(world, tool, root, 'show', ['show', '-no-color', planFile]);
    if (code !== 0)
        throw new errors/* UserError */.yo(`'${tool.name} show' failed in '${root.directory}': ${diagnostics_withoutColours(stderr).trim()}`);
    return stdout;
}
/**
 * Reads the outputs of the state, and keeps the whole `output -json` in a file (mode 0600).
 * @throws UserError with what the tool said where it fails.
 */
async function outputsOf(world, tool, root, to) {
    const { code, stderr } = await execIn(world, tool, root, 'output', ['output', '-json', '-no-color'], {
        stdoutTo: to,
    });
    if (code !== 0)
        throw new UserError(`'${tool.name} output' failed in '${root.directory}': ${withoutColours(stderr).trim()}`);
    return JSON.parse(await readFile(to, 'utf8'));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/stand-in.js



async function readPlan(path, _) {
    const text = await (0,promises_.readFile)(path, 'utf8');
    const json = JSON.parse(text);
    const changes = (json.resource_changes ?? [])
        .filter((c) => c.change.actions[0] !== 'no-op')
        .map((c) => ({
        address: c.address,
        type: c.type,
        kind: c.change.actions.length > 1 ? 'replace' : c.change.actions[0],
        actions: c.change.actions,
    }));
    return {
        terraformVersion: json.terraform_version,
        changes,
        outputs: [],
        drift: [],
        checks: [],
        deferred: [],
        invocations: [],
        complete: json.complete,
        errored: json.errored === true,
        applyable: json.applyable,
        sensitiveValues: [],
        digest: (0,external_node_crypto_.createHash)('sha256')
            .update(JSON.stringify(json.resource_changes ?? []))
            .digest('hex'),
    };
}
async function fingerprint(digest, _) {
    return `scrypt$${digest}`;
}
function planPath(folder, directory, kind) {
    return (0,external_node_path_.join)(folder, `${encodeURIComponent(directory)}.${kind === 'json' ? 'json' : 'tfplan'}`);
}
function reviewRecord(_, print, head) {
    return JSON.stringify({ fingerprint: print, head });
}
function planSection(plan, at) {
    return {
        action: 'terraform-plan-comment',
        directory: at.directory,
        heading: at.directory,
        overview: at.directory,
        blocks: [{ priority: 1, markdown: plan.changes.map(c => `- ${c.kind} ${c.address}`).join('\n') }],
    };
}
function planSummary(plan, at) {
    return planSection(plan, at)
        .blocks.map(b => b.markdown)
        .join('\n');
}
function failureSection(diagnostics, at) {
    return {
        action: 'terraform-plan-comment',
        directory: at.directory,
        heading: at.directory,
        overview: at.directory,
        blocks: [{ priority: 0, markdown: diagnostics.map(d => d.summary).join('\n') }],
    };
}
async function postSections(github, target, sections) {
    const [owner = '', repo = ''] = target.repository.split('/');
    const body = sections.map(s => `### ${s.heading}\n${s.blocks.map(b => b.markdown).join('\n')}`).join('\n');
    const { data } = await github.rest.issues.createComment({ owner, repo, issue_number: target.number, body });
    return { url: data.html_url, outcome: 'created' };
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/read-planned.js


/**
 * Reads a plan from its JSON, and hides its secrets from now on.
 * @throws UserError where it is none, is cut short, or is of a version that is not known.
 */
async function readPlanned(world, planned, { redact }) {
    const plan = await readPlan(planned.jsonFile, { redact });
    addSecrets(world, plan.sensitiveValues);
    const salt = {
        repository: world.context.repository,
        directory: planned.root.directory,
        workspace: planned.workspace,
    };
    return { ...planned, outcome: 'planned', plan, fingerprint: await fingerprint(plan.digest, salt) };
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/plan-one.js








/** Plans one root module. What goes wrong there is a result, so that the others are still reported. */
async function planOne(world, tool, root, inputs, { say, turn }) {
    const common = { root, workspace: inputs.workspace ?? (world.env.TF_WORKSPACE || 'default') };
    const failed = (step, diagnostics) => ({
        ...common,
        outcome: 'failed',
        step,
        diagnostics,
    });
    try {
        learnSecrets(world, root, inputs);
        const init = await turn(() => initRoot(world, tool, root, inputs, { say }));
        if (!init.ok)
            return failed('init', allOf(init));
        const planFile = planPath(await world.jobFolder(), root.directory, 'plan');
        // Errors are told at the end: only then is it known what in them must be hidden.
        const run = await planRoot(world, tool, root, inputs, { out: planFile, say, sayDiagnostic: () => { } });
        if (!run.ok && !(0,external_node_fs_.existsSync)(planFile))
            return failed('plan', allOf(run));
        return await readSaved(world, tool, { ...common, diagnostics: run.ok ? run.diagnostics : allOf(run) }, planFile, run, inputs);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        return failed('plan', [{ severity: 'error', summary: thrown.message, detail: '' }]);
    }
}
/** Reads a saved plan; where `show -json` or the reading fails, there is still the text that the tool prints. */
async function readSaved(world, tool, common, planFile, { ok }, inputs) {
    const jsonFile = planPath(await world.jobFolder(), common.root.directory, 'json');
    try {
        await showJson(world, tool, common.root, { planFile, to: jsonFile });
        return await readPlanned(world, { ...common, ok, planFile, jsonFile }, inputs);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        const text = await showText(world, tool, common.root, planFile);
        return { ...common, outcome: 'text', text, why: (0,errors/* messageOf */.bD)(thrown), planFile };
    }
}
/** Warnings and errors of a failed command, with what it said where it gave no error. */
function allOf(ran) {
    return [...ran.diagnostics.filter(({ severity }) => severity === 'warning'), ...errorsOf(ran)];
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/plan-all.js




/** Plans every root module. @throws UserError where a directory is none, or the tool is missing. */
async function planAll(inputs, world) {
    const roots = rootModules(world, inputs);
    const tool = await findTool(world, inputs.tool, roots);
    const turn = sharesPluginCache(world.env) ? oneAtATime() : (task) => task();
    const results = await eachRoot(world, roots, inputs.parallel, (root, say) => planOne(world, tool, root, inputs, { say, turn }));
    return { tool: `${titleOf(tool)} ${tool.version}`, results };
}

// EXTERNAL MODULE: ./build/js/toolkit/github/client.js + 1 modules
var client = __webpack_require__(6256);
;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/comment-choice.js
/** Whether to comment. @returns `refused` where the user insists on a comment that cannot be. */
function commentChoice(at) {
    if (at.choice === 'never')
        return { post: 'never', why: undefined };
    if (at.pullRequest === undefined)
        return at.choice === 'always'
            ? { refused: "'comment' is 'always', but this run belongs to no pull request" }
            : { post: 'never', why: undefined };
    if (!at.token)
        return at.choice === 'always'
            ? { refused: "'comment' is 'always', but no 'github-token' is given" }
            : { post: 'never', why: "no 'github-token' is given" };
    if (at.dryRun)
        return { post: 'never', why: 'dry run' };
    return { post: at.choice === 'changes' && !at.news ? 'existing' : 'always' };
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/publish.js






/** Comments, where that is asked for. A comment that cannot be written is no reason to fail, unless one is asked for. */
async function publish(done, all, inputs, world) {
    const { context, log } = world;
    const token = inputs['github-token'];
    const choice = commentChoice({
        choice: inputs.comment,
        pullRequest: context.event.pull_request?.number,
        token: token !== undefined,
        dryRun: inputs['dry-run'],
        news: done.results.some(result => isFailure(result) || (result.outcome === 'planned' && isChanged(result.plan))),
    });
    if ('refused' in choice)
        return { url: undefined, failure: choice.refused };
    if (choice.post === 'never' || token === undefined) {
        if ('why' in choice && choice.why !== undefined)
            log.info(`No comment: ${choice.why}`);
        return { url: undefined, failure: undefined };
    }
    try {
        const github = await (0,client/* createGitHub */.C)(world, token);
        const number = context.event.pull_request?.number;
        const target = { repository: context.repository, number, key: inputs['comment-key'] };
        const posted = await postSections(github, target, all.map(({ section }) => section));
        return { url: posted.url, failure: undefined };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        if (inputs.comment === 'always')
            return { url: undefined, failure: (0,errors/* messageOf */.bD)(thrown) };
        log.warning(`There is no comment, the whole plan is in the job summary: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return { url: undefined, failure: undefined };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/sections.js

/** How each result is told. */
function sections_told({ tool, results }, world) {
    return results.map(result => tell(result, tool, world));
}
function tell(result, tool, { context }) {
    const at = {
        directory: result.root.directory,
        ...(result.workspace !== 'default' && { workspace: result.workspace }),
        tool,
        headSha: context.headSha,
        runUrl: `${context.serverUrl}/${context.repository}/actions/runs/${context.runId}`,
    };
    if (result.outcome === 'planned') {
        const section = planSection(result.plan, at);
        const review = reviewRecord(result.plan, result.fingerprint, context.headSha);
        return {
            section: { ...section, data: { ...section.data, review } },
            summary: planSummary(result.plan, at),
        };
    }
    const section = failureSection(result.diagnostics, at);
    return { section, summary: section.blocks.map(({ markdown }) => markdown).join('\n\n') };
}

// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/js/toolkit/action/spec.js
var spec = __webpack_require__(9387);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/inputs.js

/** The inputs on how to plan, which terraform-plan-comment and terraform-apply share: equal inputs, equal plan. */
const terraformInputs = (0,fields/* defineInputs */.pf)({
    directories: (0,fields/* lines */.Mn)({
        description: 'The root modules, one a line, relative to the workspace. Globs are allowed (`live/*/`), and `!` before one leaves directories out. With Terragrunt: folders with units at any depth below.',
        default: '.',
    }),
    tool: (0,fields/* choice */.Yq)({
        description: '`terraform`, `tofu` or `terragrunt`; `auto`: Terragrunt where the directories hold `terragrunt.hcl`, OpenTofu where they hold `.tofu` files, else what is installed, Terraform first.',
        words: ['auto', 'terraform', 'tofu', 'terragrunt'],
        default: 'auto',
    }),
    workspace: (0,fields/* text */.Qq)({
        description: 'The Terraform workspace to select; it must exist. Default: the one that is selected.',
    }),
    'var-files': (0,fields/* lines */.Mn)({
        description: 'Files for `-var-file`, one a line: relative to each root module, or, where none is there, to the workspace.',
    }),
    'backend-config': (0,fields/* list */.p_)({
        description: 'For `-backend-config`, one a line: `key=value`, or a file as in `var-files`. Values are masked and are not put on the command line.',
        secret: true,
    }, parseBackendLine),
    'init-args': (0,fields/* list */.p_)({ description: 'More arguments for `init`, one a line, such as `-upgrade`.' }, argumentParser(['-backend', '-json', '-chdir'])),
    'plan-args': (0,fields/* list */.p_)({ description: 'More arguments for `plan`, one a line, such as `-target=aws_instance.web`.' }, argumentParser(['-out', '-json', '-chdir', '-generate-config-out'])),
    'lock-timeout': (0,fields/* text */.Qq)({
        description: 'How long to wait for the state lock that another run holds, such as `0s` or `5m`.',
        default: '60s',
    }),
    parallel: (0,fields/* integer */.nd)({
        description: 'How many root modules to work on at the same time.',
        default: '4',
        min: 1,
        max: 32,
    }),
    redact: (0,fields/* lines */.Mn)({
        description: 'Globs of attribute names or paths whose values are hidden besides those that the plan marks as sensitive, one a line, such as `*password*`.',
    }),
});
/** Terraform's own rule: a line with `=` in it is a setting, any other a file. */
function parseBackendLine(line) {
    if (!line.includes('='))
        return { file: line };
    const [key, value] = (0,fields/* splitPair */.T6)(line);
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

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/spec.js




const inputs = (0,fields/* defineInputs */.pf)({
    mode: (0,fields/* choice */.Yq)({
        description: '`plan` shows what an apply would do; `validate` checks the formatting and the configuration, without credentials; `drift` plans on the default branch, where nothing should be left to do.',
        words: ['plan', 'validate', 'drift'],
        default: 'plan',
    }),
    ...terraformInputs,
    'plan-json': (0,fields/* lines */.Mn)({
        description: 'Ready files of `terraform show -json`, one a line, as `directory=path` or a bare path, instead of running anything.',
    }),
    cost: (0,fields/* lines */.Mn)({
        description: 'Infracost JSON files, one a line: the cost stands beside each resource. Without it, a later step with the infracost action fills it in.',
    }),
    comment: (0,fields/* choice */.Yq)({
        description: 'Where to comment: `auto` on the pull request of the event, where there is one and the token may; `always` fails where that cannot be done; `changes` begins no comment for a plan without changes, but updates the one that is there; `never`.',
        words: ['auto', 'always', 'changes', 'never'],
        default: 'auto',
    }),
    'comment-key': (0,fields/* text */.Qq)({
        description: 'Which comment: steps and jobs with the same key share one, and each rewrites only its own part.',
        default: 'infrastructure',
    }),
    'fail-on': (0,fields/* list */.p_)({
        description: 'Fail after reporting, one condition a line: `changes`, `destroy` (replacements destroy too), `replace`, `drift`, `checks`; or an action and a resource type, such as `delete:aws_db_*`.',
    }, parseCondition),
    labels: (0,fields/* bool */.lc)({
        description: 'Label the pull request: `terraform: changes`, `terraform: destroy` or `terraform: no changes`.',
        default: false,
    }),
    issues: (0,fields/* bool */.lc)({
        description: 'In mode `drift`: open, update and close one issue for each root module.',
        default: false,
    }),
    'github-token': (0,fields/* secret */.rJ)({
        description: 'Writes the comment and labels (`pull-requests: write`) and the issues (`issues: write`).',
        default: '${{ github.token }}',
    }),
});
/** The contract of terraform-plan-comment. */
const spec_spec = (0,spec/* defineAction */.Q)({
    name: 'terraform-plan-comment',
    title: 'Terraform plan comment',
    description: 'Plan Terraform, OpenTofu or Terragrunt root modules and show the whole of it, secrets hidden, in one comment on the pull request.',
    branding: { icon: 'message-square', color: 'purple' },
    inputs,
    outputs: {
        changed: {
            description: '`true` where an apply would change something; in mode `validate`, where `fmt` would.',
        },
        counts: {
            description: 'JSON: how many objects to `create`, `update`, `replace`, `delete`, `forget`, `import`, `move` and `read`, and how many `outputs`, `drift`, `checks`, `deferred`, `actions`, over all root modules.',
        },
        directories: {
            description: 'JSON: `[{directory, outcome, changed, counts, fingerprint, plan-file, plan-json}]`; `outcome` is `planned`, `valid`, `invalid` or `failed`.',
        },
        fingerprint: {
            description: 'What terraform-apply compares: equal for equal plans, and nothing can be read from it. Of several root modules: JSON, by directory.',
        },
        'plan-files': { description: 'Paths of the saved plans, one a line; gone when the job ends.' },
        'plan-json': {
            description: 'Paths of the `show -json` files, one a line, for the infracost action; readable by this user only, gone when the job ends. They hold secrets in clear.',
        },
        markdown: { description: 'Path of the report as Markdown, secrets hidden; gone when the job ends.' },
        'comment-url': { description: 'The comment; empty where none was written.' },
    },
});

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/main.js






const main = () => (0,run/* run */.e)(spec_spec, planComment);
const post = run/* cleanUp */.n;
/** Plans or validates, comments, and tells what became of it. */
async function planComment(inputs, world) {
    const done = await planAll(inputs, world);
    const all = sections_told(done, world);
    const published = await publish(done, all, inputs, world);
    return reportOf(done, all, published, inputs, world);
}


/***/ }),

/***/ 6256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ createGitHub)
});

// UNUSED EXPORTS: failedRequest

// EXTERNAL MODULE: ./build/js/toolkit/retry/retry.js
var retry = __webpack_require__(6488);
;// CONCATENATED MODULE: ./build/js/toolkit/github/retries.js
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

;// CONCATENATED MODULE: ./build/js/toolkit/github/client.js


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
    github.hook.wrap('request', (request, options) => (0,retry/* retry */.L)(async () => {
        // Set in place: Octokit's own hooks below this one hold on to these very options.
        Object.assign(options.request, {
            signal: AbortSignal.any([world.signal, AbortSignal.timeout(timeout)]),
        });
        try {
            return await request(options);
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
        retryable: thrown => mayRepeat(failedRequest(thrown, options), world.now()),
    }));
    return github;
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
