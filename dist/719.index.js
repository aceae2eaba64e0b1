export const id = 719;
export const ids = [719];
export const modules = {

/***/ 6148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ commentKey),
/* harmony export */   t: () => (/* binding */ commentToken)
/* harmony export */ });
/* harmony import */ var _action_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6805);

/** The input `comment-key` of actions that write sections of the shared comment. */
const commentKey = (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: 'Which comment: steps and jobs with the same key share one, and each rewrites only its own part.',
    default: 'infrastructure',
});
/** The input `github-token` of actions that need it for the comment alone. */
const commentToken = (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
    description: 'Writes the comment (`pull-requests: write`).',
    default: '${{ github.token }}',
});


/***/ }),

/***/ 2816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/**
 * The pull request that a run belongs to: of the events on pull requests and their comments, and of a merge queue,
 * whose branches are named `gh-readonly-queue/main/pr-7-<sha>`. Undefined on all other events.
 */
function pullRequestOf({ event, eventName, ref }) {
    if (event.pull_request)
        return event.pull_request.number;
    if (eventName === 'issue_comment')
        return event.issue?.pull_request ? event.issue.number : undefined;
    const inRef = /^refs\/pull\/(\d+)\//.exec(ref) ?? /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(ref);
    return inRef ? Number(inRef[1]) : undefined;
}


/***/ }),

/***/ 5985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ addChanges),
/* harmony export */   Ag: () => (/* binding */ resourceChanges),
/* harmony export */   g8: () => (/* binding */ projectChange)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3363);
/* harmony import */ var _cost_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1408);


/** All resources of both sides whose cost differs, or may differ; what changes most comes first. */
function resourceChanges(project) {
    return pairs(project)
        .filter(({ change }) => (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .signOf */ .rL)(change.known) !== 0 || !change.complete || change.usage)
        .sort(byWeight);
}
/** The difference of a project; undefined where its past is not known. */
function projectChange(project) {
    if (project.past === undefined)
        return undefined;
    const parts = pairs(project).map(({ change }) => change);
    const total = { ...addChanges(parts), known: (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .subtract */ .Re)(project.now.total.known, project.past.total.known) };
    return project.errors.length === 0 ? total : { ...total, complete: false, atLeast: false };
}
function addChanges(changes) {
    return { ...(0,_cost_js__WEBPACK_IMPORTED_MODULE_1__/* .addCosts */ .Iu)(changes), atLeast: changes.every(({ complete, atLeast }) => complete || atLeast) };
}
function pairs({ past, now }) {
    if (past === undefined)
        return [];
    const before = new Map(past.resources.map(resource => [resource.address, resource]));
    const after = new Map(now.resources.map(resource => [resource.address, resource]));
    return [...new Set([...before.keys(), ...after.keys()])].map(address => {
        const sides = { past: before.get(address), now: after.get(address) };
        return { address, ...sides, change: changeOf(sides) };
    });
}
/** What has no price on both sides, in the same quantity, makes no difference. */
function changeOf({ past, now }) {
    const unpriced = unmatched(past, now, ({ complete }) => !complete);
    return {
        known: (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .subtract */ .Re)((now?.cost ?? _cost_js__WEBPACK_IMPORTED_MODULE_1__/* .free */ .t9).known, (past?.cost ?? _cost_js__WEBPACK_IMPORTED_MODULE_1__/* .free */ .t9).known),
        complete: unpriced.past === 0 && unpriced.now === 0,
        atLeast: unpriced.past === 0,
        usage: Object.values(unmatched(past, now, ({ usage }) => usage)).some(count => count > 0),
    };
}
function unmatched(past, now, concerned) {
    const [before, after] = [past, now].map(resource => new Set((resource?.components ?? [])
        .filter(({ cost }) => concerned(cost))
        .map(({ name, quantity }) => `${name} ${quantity?.units} ${quantity?.scale}`)));
    const missing = (from, other) => [...from].filter(key => !other.has(key)).length;
    return { past: missing(before, after), now: missing(after, before) };
}
function byWeight(a, b) {
    const size = (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .UD)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .magnitude */ .VO)(b.change.known), (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .magnitude */ .VO)(a.change.known));
    return size || Number(a.change.complete) - Number(b.change.complete) || (a.address < b.address ? -1 : 1);
}


/***/ }),

/***/ 1408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ addCosts),
/* harmony export */   kh: () => (/* binding */ unknownCost),
/* harmony export */   t9: () => (/* binding */ free)
/* harmony export */ });
/* unused harmony export exactly */
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3363);

const free = { known: _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .zero */ .v_, complete: true, usage: false };
/** What could not be estimated at all. */
const unknownCost = { known: _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .zero */ .v_, complete: false, usage: false };
function exactly(known) {
    return { ...free, known };
}
function addCosts(costs) {
    return costs.reduce((total, cost) => ({
        known: (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .add */ .WQ)(total.known, cost.known),
        complete: total.complete && cost.complete,
        usage: total.usage || cost.usage,
    }), free);
}


/***/ }),

/***/ 8116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b1: () => (/* binding */ costNotes),
/* harmony export */   bL: () => (/* binding */ agreed),
/* harmony export */   zz: () => (/* binding */ directoryNotes)
/* harmony export */ });
/* harmony import */ var _comment_slot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2401);
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3363);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5985);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3172);




const PER = '/month';
/**
 * Short Markdown by resource address, to show beside a planned resource: `+$7.59/month` where its cost changes,
 * `$7.59/month` where it stays, `depends on usage`, `cost unknown`. Nothing for what is free.
 * @param currency of the report that the project is from.
 */
function costNotes(project, currency) {
    const changes = (0,_change_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceChanges */ .Ag)(project).map(({ address, change }) => [address, worded((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .changeWords */ .m)(change, currency, PER))]);
    const standing = project.now.resources
        .filter(({ cost }) => !isFree(cost))
        .map(({ address, cost }) => [address, worded((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .costWords */ .f)(cost, currency, PER))]);
    return new Map([...standing, ...changes]);
}
/**
 * The notes of all projects in a directory. Where several (workspaces, say) have the same resource and say different
 * things of it, nothing is said.
 */
function directoryNotes({ currency, projects }, directory) {
    const all = projects
        .filter(project => project.directory === directory)
        .flatMap(project => [...costNotes(project, currency)]);
    return agreed(all);
}
/** The notes by address, without those of which there are several that differ. */
function agreed(all) {
    const notes = new Map(all);
    for (const [address, note] of all)
        if (notes.get(address) !== note)
            notes.delete(address);
    return notes;
}
/** A slot has no room for more. */
function worded(words) {
    const text = words === 'unknown' ? 'cost unknown' : words;
    return Buffer.byteLength(text) <= _comment_slot_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTE_LIMIT */ .h8 ? text : text.replace(' + usage', '').replace(PER, '');
}
function isFree({ known, complete, usage }) {
    return complete && !usage && (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .signOf */ .rL)(known) === 0;
}


/***/ }),

/***/ 8814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ parseCosts),
  P: () => (/* binding */ readCosts)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/js/toolkit/money/decimal.js
var decimal = __webpack_require__(3363);
// EXTERNAL MODULE: ./build/js/toolkit/cost/cost.js
var cost = __webpack_require__(1408);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/paths.js
var paths = __webpack_require__(710);
;// CONCATENATED MODULE: ./build/js/toolkit/cost/directory.js


/**
 * The root module that a project of Infracost stands for. For a directory it is that directory. For a plan it is what
 * the file's name tells, as of those that terraform-plan-comment writes; else the folder that it lies in, or, outside
 * of the workspace, its name decoded.
 */
function directoryOf({ path = '', type = '', vcsSubPath = '' }) {
    const file = type === '' ? path.endsWith('.json') : /_(json|binary)$/.test(type);
    const named = file ? (0,paths/* directoryIn */.Vj)(path) : undefined;
    if (named !== undefined)
        return tidy(named);
    if (!file)
        return tidy((0,external_node_path_.isAbsolute)(path) && vcsSubPath !== '' ? vcsSubPath : path);
    return (0,external_node_path_.isAbsolute)(path) ? decoded((0,external_node_path_.basename)(path).replace(/\.[^.]*$/, '')) : tidy(external_node_path_.posix.dirname(path));
}
function tidy(path) {
    const short = external_node_path_.posix.normalize(path === '' ? '.' : path).replace(/(.)\/$/, '$1');
    return short === '' ? '.' : short;
}
function decoded(name) {
    try {
        return tidy(decodeURIComponent(name));
    }
    catch {
        return name;
    }
}

;// CONCATENATED MODULE: ./build/js/toolkit/cost/infracost-v0.js




/** The JSON of `breakdown`, `diff` and `output` of Infracost v0.10. */
function readInfracostV0(root) {
    const compared = root.metadata?.infracostCommand !== 'breakdown';
    return {
        currency: root.currency || 'USD',
        projects: root.projects.map(project => readProject(project, compared)),
    };
}
function readProject(project, compared) {
    const metadata = project.metadata ?? {};
    const errors = messages(metadata.errors);
    const workspace = word(metadata.terraformWorkspace);
    const broken = errors.length > 0;
    const now = project.breakdown ? readBreakdown(project.breakdown, broken) : undefined;
    const hasPast = compared || !PRICED_AS_CODE.has(metadata.type ?? '');
    return {
        name: word(project.displayName) || word(project.name) || word(metadata.path),
        directory: directoryOf({
            path: word(metadata.path),
            type: word(metadata.type),
            vcsSubPath: word(metadata.vcsSubPath),
        }),
        workspace: workspace === 'default' ? undefined : workspace || undefined,
        now: now ?? { total: broken ? cost/* unknownCost */.kh : (0,cost/* addCosts */.Iu)([]), resources: [] },
        past: hasPast && project.pastBreakdown ? readBreakdown(project.pastBreakdown, broken) : undefined,
        errors,
        warnings: messages(metadata.warnings),
        unsupported: project.summary?.unsupportedResourceCounts ?? {},
    };
}
/** Projects of these types know no state: `breakdown` repeats the present costs as their past. */
const PRICED_AS_CODE = new Set(['terraform_dir', 'terragrunt_dir', 'cloudformation']);
/** An error in a project means that resources may be missing, on both sides of a comparison. */
function readBreakdown(breakdown, broken) {
    const resources = (breakdown.resources ?? []).map(readResource);
    const parts = (0,cost/* addCosts */.Iu)(resources.map(({ cost }) => cost));
    const told = amount(breakdown.totalMonthlyCost);
    return {
        resources,
        total: { ...parts, known: told ?? parts.known, complete: parts.complete && !broken },
    };
}
function readResource(resource) {
    const components = componentsOf(resource, '');
    const parts = (0,cost/* addCosts */.Iu)(components.map(({ cost }) => cost));
    return {
        address: word(resource.name),
        type: word(resource.resourceType),
        cost: { ...parts, known: amount(resource.monthlyCost) ?? parts.known },
        components,
    };
}
function componentsOf(resource, prefix) {
    return [
        ...(resource.costComponents ?? []).map(component => readComponent(component, prefix)),
        ...(resource.subresources ?? []).flatMap(inner => componentsOf(inner, `${prefix}${word(inner.name)} › `)),
    ];
}
function readComponent(component, prefix) {
    return {
        name: `${prefix}${word(component.name)}`,
        unit: word(component.unit),
        quantity: amount(component.monthlyQuantity),
        price: component.priceNotFound ? undefined : amount(component.price),
        cost: costOf(component),
    };
}
/** Where no price was found, Infracost writes a price and a cost of 0. Where the usage is not told, the cost is null. */
function costOf(component) {
    const told = amount(component.monthlyCost);
    const quantity = amount(component.monthlyQuantity);
    const nothing = quantity !== undefined && (0,decimal/* signOf */.rL)(quantity) === 0;
    return {
        known: told ?? decimal/* zero */.v_,
        complete: !component.priceNotFound || nothing,
        usage: told === undefined && !component.priceNotFound,
    };
}
function messages(diagnostics) {
    return (diagnostics ?? []).map(({ code, message = '', data }) => {
        const names = Array.isArray(data) && data.length > 0 ? `: ${data.join(', ')}` : '';
        return `${message.trim()}${names}` || `Infracost reports problem ${code ?? ''} without a word`;
    });
}
/** A text; empty where there is none. */
function word(value) {
    return typeof value === 'string' ? value : '';
}
/** @throws UserError where it is no decimal: a number outside of quotes has been through a float already. */
function amount(value) {
    if (value === null || value === undefined || value === '')
        return undefined;
    const read = typeof value === 'string' ? (0,decimal/* parseDecimal */.$Q)(value) : undefined;
    if (read === undefined)
        throw new errors/* UserError */.yo(`Infracost's JSON has the amount ${JSON.stringify(value)}; amounts are decimals in quotes, such as "12.50"`);
    return read;
}

;// CONCATENATED MODULE: ./build/js/toolkit/cost/infracost-v2.js



/** The JSON of v2, which knows no past and does not tell a missing price from a price of 0. */
function readInfracostV2(root) {
    return { currency: root.currency || 'USD', projects: root.projects.map(infracost_v2_readProject) };
}
function infracost_v2_readProject(project) {
    const diagnostics = project.diagnostics ?? [];
    const errors = diagnostics.filter(({ severity }) => severity === 'critical').map(sentence);
    const supported = (project.resources ?? []).filter(resource => resource.is_supported !== false);
    const resources = supported.map(infracost_v2_readResource);
    const parts = (0,cost/* addCosts */.Iu)(resources.map(({ cost }) => cost));
    return {
        name: word(project.project_name) || word(project.path),
        directory: directoryOf({ path: word(project.path) }),
        workspace: undefined,
        now: { resources, total: { ...parts, complete: parts.complete && errors.length === 0 } },
        past: undefined,
        errors,
        warnings: diagnostics.filter(({ severity }) => severity === 'warning').map(sentence),
        unsupported: countUnsupported(project.resources ?? []),
    };
}
function infracost_v2_readResource(resource) {
    const components = infracost_v2_componentsOf(resource, '');
    return {
        address: word(resource.name),
        type: word(resource.type),
        cost: (0,cost/* addCosts */.Iu)(components.map(({ cost }) => cost)),
        components,
    };
}
function infracost_v2_componentsOf(resource, prefix) {
    return [
        ...(resource.cost_components ?? []).map(component => infracost_v2_readComponent(component, prefix)),
        ...(resource.subresources ?? []).flatMap(inner => infracost_v2_componentsOf(inner, `${prefix}${word(inner.name)} › `)),
    ];
}
function infracost_v2_readComponent(component, prefix) {
    const told = amount(component.total_monthly_cost);
    const price = amount(component.price);
    return {
        name: `${prefix}${word(component.name)}`,
        unit: word(component.unit),
        quantity: amount(component.quantity),
        price,
        cost: { ...(0,cost/* addCosts */.Iu)([]), ...(told && { known: told }), complete: told !== undefined },
    };
}
function countUnsupported(resources) {
    const counts = {};
    for (const { is_supported, type = 'unknown' } of resources)
        if (is_supported === false)
            counts[type] = (counts[type] ?? 0) + 1;
    return counts;
}
function sentence({ prefix = '', message = '', location = '' }) {
    return [prefix, message].filter(part => part !== '').join(': ') + (location === '' ? '' : ` (${location})`);
}

;// CONCATENATED MODULE: ./build/js/toolkit/cost/read.js




/**
 * Reads a JSON file of Infracost: version 0.2 (`breakdown`, `diff` and `output` of v0.10) or that of v2's `scan --json`.
 * @throws UserError where it is neither, naming the file.
 */
async function readCosts(path) {
    return parseCosts(await textOf(path), path);
}
/**
 * The same from text.
 * @param name what errors call it.
 */
function parseCosts(text, name) {
    const root = parsed(text, name);
    try {
        return isV0(root) ? readInfracostV0(root) : readInfracostV2(root);
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            throw new errors/* UserError */.yo(`'${name}': ${thrown.message}`);
        // A list or an object was expected, and something else stands there.
        if (!(thrown instanceof TypeError))
            throw thrown;
        throw new errors/* UserError */.yo(`'${name}' is not formed as Infracost writes it (${thrown.message}); ${MAKE_IT}`);
    }
}
function parsed(text, name) {
    let root;
    try {
        root = JSON.parse(text.replace(/^\ufeff/, ''));
    }
    catch (thrown) {
        throw new errors/* UserError */.yo(`'${name}' is no JSON (${(0,errors/* messageOf */.bD)(thrown)}); ${MAKE_IT}`);
    }
    const { version, projects } = (root ?? {});
    if (!Array.isArray(projects))
        throw new errors/* UserError */.yo(`'${name}' is no JSON of Infracost; ${MAKE_IT}`);
    if (version === undefined)
        return root;
    if (typeof version !== 'string' || !/^0\.[12]$/.test(version))
        throw new errors/* UserError */.yo(`'${name}' has version ${JSON.stringify(version)} of Infracost's JSON; this action reads 0.2, which v0.10 writes`);
    return root;
}
const MAKE_IT = 'make it with `infracost breakdown --format json --out-file FILE`';
function isV0(root) {
    return root.version !== undefined;
}
async function textOf(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (thrown) {
        throw new errors/* UserError */.yo(`'${path}' cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}


/***/ }),

/***/ 3172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ costWords),
/* harmony export */   m: () => (/* binding */ changeWords)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3363);
/* harmony import */ var _money_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4925);


/** A cost for people: `$7.59`, `$7.59 + usage`, `depends on usage`, `at least $7.59`, `unknown`. */
function costWords(cost, currency, per = '') {
    const some = (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .signOf */ .rL)(cost.known) !== 0;
    if (!cost.complete && !some)
        return 'unknown';
    if (cost.usage && !some)
        return 'depends on usage';
    const amount = `${(0,_money_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatMoney */ .up)(cost.known, currency)}${per}`;
    return `${cost.complete ? '' : 'at least '}${amount}${cost.usage ? ' + usage' : ''}`;
}
/** A difference for people: `+$7.59`, `−$12.00 + usage`, `depends on usage`, `at least +$7.59`, `unknown`, `none`. */
function changeWords(change, currency, per = '') {
    const some = (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .signOf */ .rL)(change.known) !== 0;
    if (!change.complete && !(some && change.atLeast))
        return 'unknown';
    if (!some)
        return change.usage ? 'depends on usage' : 'none';
    const amount = `${(0,_money_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(change.known, currency)}${per}`;
    return `${change.complete ? '' : 'at least '}${amount}${change.usage ? ' + usage' : ''}`;
}


/***/ }),

/***/ 3363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ parseDecimal),
/* harmony export */   LI: () => (/* binding */ round),
/* harmony export */   Mg: () => (/* binding */ toFixed),
/* harmony export */   Re: () => (/* binding */ subtract),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   VO: () => (/* binding */ magnitude),
/* harmony export */   WQ: () => (/* binding */ add),
/* harmony export */   cz: () => (/* binding */ sum),
/* harmony export */   fE: () => (/* binding */ toText),
/* harmony export */   lw: () => (/* binding */ multiply),
/* harmony export */   pR: () => (/* binding */ percentOf),
/* harmony export */   rL: () => (/* binding */ signOf),
/* harmony export */   v_: () => (/* binding */ zero)
/* harmony export */ });
/* unused harmony export negate */
const zero = { units: 0n, scale: 0 };
// A longer exponent is no amount of money, and would only fill the memory.
const MOST_DIGITS = 400;
/** Reads `1303.28`, `-0.005`, `7e-05`; undefined for all else. No digit is lost. */
function parseDecimal(text) {
    const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text.trim());
    if (match === null || text.length > MOST_DIGITS)
        return undefined;
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
    const units = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`);
    const scale = fraction.length - Number(exponent);
    if (Math.abs(scale) > MOST_DIGITS)
        return undefined;
    return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}
function add(a, b) {
    const scale = Math.max(a.scale, b.scale);
    return { units: at(a, scale) + at(b, scale), scale };
}
function subtract(a, b) {
    return add(a, negate(b));
}
function negate(a) {
    return { units: -a.units, scale: a.scale };
}
function multiply(a, b) {
    return { units: a.units * b.units, scale: a.scale + b.scale };
}
function sum(amounts) {
    return amounts.reduce(add, zero);
}
/** Negative where `a` is less than `b`, 0 where they are equal, positive where it is more. */
function compare(a, b) {
    return signOf(subtract(a, b));
}
/** -1, 0 or 1. */
function signOf({ units }) {
    return units < 0n ? -1 : units > 0n ? 1 : 0;
}
function magnitude(a) {
    return a.units < 0n ? negate(a) : a;
}
/** To so many digits after the point, half of the last one away from zero. */
function round(a, digits) {
    if (a.scale <= digits)
        return { units: at(a, digits), scale: digits };
    return { units: dividedHalfUp(a.units, 10n ** BigInt(a.scale - digits)), scale: digits };
}
/** `part` as a percentage of `whole`, rounded as `round` does; undefined where `whole` is 0. */
function percentOf(part, whole, digits) {
    if (whole.units === 0n)
        return undefined;
    const scale = Math.max(part.scale, whole.scale);
    const above = at(part, scale) * 10n ** BigInt(digits + 2);
    const below = at(whole, scale);
    return { units: below < 0n ? dividedHalfUp(-above, -below) : dividedHalfUp(above, below), scale: digits };
}
/** Plain notation without needless zeros: `-742.64`, `0.005`, `12`. */
function toText(a) {
    const text = toFixed(a);
    return a.scale === 0 ? text : text.replace(/\.?0+$/, '');
}
/** Plain notation with all its digits after the point: `-742.60`. */
function toFixed({ units, scale }) {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
    const sign = units < 0n ? '-' : '';
    const whole = digits.slice(0, digits.length - scale);
    return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}
function at({ units, scale }, wanted) {
    return units * 10n ** BigInt(wanted - scale);
}
function dividedHalfUp(above, below) {
    const quotient = above / below;
    const rest = above % below;
    const half = (rest < 0n ? -rest : rest) * 2n >= below;
    return half ? quotient + (above < 0n ? -1n : 1n) : quotient;
}


/***/ }),

/***/ 4925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ formatPrice),
/* harmony export */   eD: () => (/* binding */ formatChange),
/* harmony export */   up: () => (/* binding */ formatMoney)
/* harmony export */ });
/* harmony import */ var _decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3363);

// Symbols that name one currency alone, or the usual one. A dollar of another country is written with its code.
const SYMBOLS = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' };
/** Currencies whose smallest unit is not the hundredth (ISO 4217). */
const DIGITS = {
    ...Object.fromEntries('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(code => [code, 0])),
    ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map(code => [code, 3])),
};
/**
 * An amount for people: `$1,303.28`, `−€5.00`, `¥1,200`, `12.50 CHF`. Rounded half away from zero to what the
 * currency counts in; what would round to nothing but is something reads `<$0.01`.
 * @param currency an ISO 4217 code.
 */
function formatMoney(amount, currency) {
    return `${(0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .signOf */ .rL)(amount) < 0 ? '−' : ''}${withoutSign(amount, currency)}`;
}
/** A difference for people, with its sign: `+$7.59`, `−$742.64`, `$0.00`. */
function formatChange(amount, currency) {
    return `${['−', '', '+'][(0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .signOf */ .rL)(amount) + 1]}${withoutSign(amount, currency)}`;
}
/** The price of one unit with all its digits, and those that the currency has anyway: `$0.0000166667`, `$0.10`. */
function formatPrice(price, currency) {
    const digits = DIGITS[currency] ?? 2;
    const exact = (0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDecimal */ .$Q)((0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)((0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .magnitude */ .VO)(price))) ?? price;
    const text = grouped((0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .toFixed */ .Mg)(exact.scale < digits ? (0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .round */ .LI)(exact, digits) : exact));
    return `${(0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .signOf */ .rL)(price) < 0 ? '−' : ''}${withCurrency(text, currency)}`;
}
function withoutSign(amount, currency) {
    const digits = DIGITS[currency] ?? 2;
    const size = (0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .magnitude */ .VO)(amount);
    const smallest = { units: 1n, scale: digits };
    const tiny = (0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .signOf */ .rL)(size) > 0 && (0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .UD)(size, smallest) < 0;
    return `${tiny ? '<' : ''}${withCurrency(grouped((0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .toFixed */ .Mg)(tiny ? smallest : (0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .round */ .LI)(size, digits))), currency)}`;
}
function withCurrency(number, currency) {
    const symbol = SYMBOLS[currency];
    return symbol === undefined ? `${number} ${currency}` : `${symbol}${number}`;
}
function grouped(number) {
    return number.replace(/^\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}


/***/ })

};
