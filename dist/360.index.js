export const id = 360;
export const ids = [360];
export const modules = {

/***/ 360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  infracost: () => (/* binding */ infracost),
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/run.js + 5 modules
var run = __webpack_require__(3761);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/toolkit/money/decimal.js
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

;// CONCATENATED MODULE: ./build/js/toolkit/cost/cost.js

const free = { known: zero, complete: true, usage: false };
/** What could not be estimated at all. */
const unknownCost = { known: zero, complete: false, usage: false };
function exactly(known) {
    return { ...free, known };
}
function addCosts(costs) {
    return costs.reduce((total, cost) => ({
        known: add(total.known, cost.known),
        complete: total.complete && cost.complete,
        usage: total.usage || cost.usage,
    }), free);
}

;// CONCATENATED MODULE: ./build/js/toolkit/cost/change.js


/** All resources of both sides whose cost differs, or may differ; what changes most comes first. */
function resourceChanges(project) {
    return pairs(project)
        .filter(({ change }) => signOf(change.known) !== 0 || !change.complete || change.usage)
        .sort(byWeight);
}
/** The difference of a project; undefined where its past is not known. */
function projectChange(project) {
    if (project.past === undefined)
        return undefined;
    const parts = pairs(project).map(({ change }) => change);
    const total = { ...addChanges(parts), known: subtract(project.now.total.known, project.past.total.known) };
    return project.errors.length === 0 ? total : { ...total, complete: false, atLeast: false };
}
function addChanges(changes) {
    return { ...addCosts(changes), atLeast: changes.every(({ complete, atLeast }) => complete || atLeast) };
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
        known: subtract((now?.cost ?? free).known, (past?.cost ?? free).known),
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
    const size = compare(magnitude(b.change.known), magnitude(a.change.known));
    return size || Number(a.change.complete) - Number(b.change.complete) || (a.address < b.address ? -1 : 1);
}

;// CONCATENATED MODULE: ./build/js/toolkit/cost/write.js


/**
 * The report as Infracost's JSON of version 0.2, which `readCosts`, `infracost output` and `infracost comment` read.
 * It holds what was estimated and nothing of the resources' attributes or tags.
 */
function writeCosts(report) {
    const now = sum(report.projects.map(({ now }) => now.total.known));
    const past = report.projects.every(project => project.past !== undefined)
        ? sum(report.projects.map(project => project.past?.total.known ?? zero))
        : undefined;
    return JSON.stringify({
        version: '0.2',
        metadata: { infracostCommand: 'output' },
        currency: report.currency,
        projects: report.projects.map(projectJson),
        totalMonthlyCost: toText(now),
        pastTotalMonthlyCost: past && toText(past),
        diffTotalMonthlyCost: past && toText(subtract(now, past)),
        summary: { unsupportedResourceCounts: countUnsupported(report.projects) },
    });
}
function projectJson(project) {
    return {
        name: project.name,
        metadata: {
            path: project.directory,
            type: 'terraform_dir',
            terraformWorkspace: project.workspace,
            errors: project.errors.length > 0 ? project.errors.map(messageJson) : undefined,
            warnings: project.warnings.length > 0 ? project.warnings.map(messageJson) : undefined,
        },
        pastBreakdown: project.past ? estimateJson(project.past) : null,
        breakdown: estimateJson(project.now),
        diff: project.past ? differenceJson(project) : null,
        summary: { unsupportedResourceCounts: project.unsupported },
    };
}
const messageJson = (message) => ({ message });
function estimateJson({ total, resources }) {
    return { resources: resources.map(resourceJson), totalMonthlyCost: toText(total.known) };
}
function resourceJson({ address, type, cost, components }) {
    return {
        name: address,
        resourceType: type || undefined,
        metadata: {},
        monthlyCost: toText(cost.known),
        costComponents: components.map(componentJson),
    };
}
function componentJson({ name, unit, quantity, price, cost }) {
    return {
        name,
        unit,
        monthlyQuantity: quantity ? toText(quantity) : null,
        price: toText(price ?? zero),
        monthlyCost: cost.usage ? null : toText(cost.known),
        priceNotFound: !cost.complete,
    };
}
function differenceJson(project) {
    const resources = resourceChanges(project).map(({ address, now, past, change }) => ({
        name: address,
        resourceType: (now ?? past)?.type || undefined,
        metadata: {},
        monthlyCost: toText(change.known),
    }));
    const known = (estimate) => estimate?.total.known ?? zero;
    return { resources, totalMonthlyCost: toText(subtract(known(project.now), known(project.past))) };
}
function countUnsupported(projects) {
    const counts = {};
    for (const { unsupported } of projects)
        for (const [type, count] of Object.entries(unsupported))
            counts[type] = (counts[type] ?? 0) + count;
    return counts;
}

;// CONCATENATED MODULE: ./build/js/toolkit/money/format.js

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
    return `${signOf(amount) < 0 ? '−' : ''}${withoutSign(amount, currency)}`;
}
/** A difference for people, with its sign: `+$7.59`, `−$742.64`, `$0.00`. */
function formatChange(amount, currency) {
    return `${['−', '', '+'][signOf(amount) + 1]}${withoutSign(amount, currency)}`;
}
function withoutSign(amount, currency) {
    const digits = DIGITS[currency] ?? 2;
    const size = magnitude(amount);
    const smallest = { units: 1n, scale: digits };
    const tiny = signOf(size) > 0 && compare(size, smallest) < 0;
    return `${tiny ? '<' : ''}${withCurrency(grouped(toFixed(tiny ? smallest : round(size, digits))), currency)}`;
}
function withCurrency(number, currency) {
    const symbol = SYMBOLS[currency];
    return symbol === undefined ? `${number} ${currency}` : `${symbol}${number}`;
}
function grouped(number) {
    return number.replace(/^\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

;// CONCATENATED MODULE: ./build/js/toolkit/cost/words.js


/** A cost for people: `$7.59`, `$7.59 + usage`, `depends on usage`, `at least $7.59`, `unknown`. */
function costWords(cost, currency, per = '') {
    const some = signOf(cost.known) !== 0;
    if (!cost.complete && !some)
        return 'unknown';
    if (cost.usage && !some)
        return 'depends on usage';
    const amount = `${formatMoney(cost.known, currency)}${per}`;
    return `${cost.complete ? '' : 'at least '}${amount}${cost.usage ? ' + usage' : ''}`;
}
/** A difference for people: `+$7.59`, `−$12.00 + usage`, `depends on usage`, `at least +$7.59`, `unknown`, `none`. */
function changeWords(change, currency, per = '') {
    const some = signOf(change.known) !== 0;
    if (!change.complete && !(some && change.atLeast))
        return 'unknown';
    if (!some)
        return change.usage ? 'depends on usage' : 'none';
    const amount = `${formatChange(change.known, currency)}${per}`;
    return `${change.complete ? '' : 'at least '}${amount}${change.usage ? ' + usage' : ''}`;
}

// EXTERNAL MODULE: ./build/js/toolkit/markdown/text.js
var markdown_text = __webpack_require__(334);
;// CONCATENATED MODULE: ./build/js/actions/infracost/src/standing.js



/** Every root module of a report, in its order. */
function standings({ projects }) {
    const byDirectory = Map.groupBy(projects, ({ directory }) => directory);
    return [...byDirectory].map(([directory, group]) => standing(directory, group));
}
/** All root modules together. */
function totalStanding({ projects }) {
    return standing(undefined, projects);
}
function standing(directory, projects) {
    const pasts = projects.map(({ past }) => past?.total);
    const changes = projects.map(projectChange);
    return {
        directory,
        projects,
        now: addCosts(projects.map(({ now }) => now.total)),
        past: standing_all(pasts) && addCosts(pasts),
        change: standing_all(changes) && addChanges(changes),
    };
}
function standing_all(values) {
    return values.every(value => value !== undefined) ? true : undefined;
}
/** The known difference in percent of what it was; undefined where that was nothing, or where it is not known. */
function percentChange({ past, change }, digits) {
    if (past === undefined || change === undefined || !change.complete || !past.complete)
        return undefined;
    return percentOf(change.known, past.known, digits);
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/findings.js





const MOST_LINES = 20;
const LONGEST_MESSAGE = 500;
/** A verdict in one sentence, in plain text. */
function verdictSentence({ kind, limit, standing, state }, currency) {
    const where = limit.directory === undefined ? '' : ` of ${limit.directory}`;
    const money = formatMoney(limit.amount, currency);
    const { now, change } = standing;
    const diff = change ? changeWords(change, currency) : 'unknown';
    const percent = percentChange(standing, 2);
    const grown = percent ? `${diff}, ${toFixed(percent)}%` : diff;
    const [what, is, most] = {
        monthly: [`the monthly cost${where}`, costWords(now, currency), `the budget of ${money}`],
        increase: [`the increase${where}`, diff, `the most that is allowed, ${money}`],
        percent: [`the increase${where}`, grown, `the most that is allowed, ${toText(limit.amount)}%`],
    }[kind];
    if (state === 'over')
        return `${what} is ${is} a month, over ${most}`;
    if (state === 'within')
        return `${what} is ${is} a month, within ${most}`;
    if (state === 'unknown')
        return `${what} is ${is} and cannot be checked against ${most}`;
    return `${what} cannot be compared with ${most}: ${change === undefined ? 'nothing is known about before' : 'it cost nothing before'}`;
}
/** What broke a limit or cannot be checked, as an alert that GitHub shows; empty where there is nothing of it. */
function verdictAlert(verdicts, currency, fails) {
    const bad = verdicts.filter(({ state }) => state === 'over' || state === 'unknown');
    if (bad.length === 0)
        return '';
    const lines = bad.map(verdict => `**${upperFirst(verdictSentence(verdict, currency))}.**`);
    return findings_alert(fails ? 'CAUTION' : 'WARNING', lines);
}
/** Why a part of the cost is not known. */
function errorAlert({ projects }) {
    const errors = projects.flatMap(project => project.errors.map(error => (projects.length > 1 ? `${project.name}: ${error}` : error)));
    if (errors.length === 0)
        return '';
    const lines = [
        '**The cost is not wholly known**, for Infracost met errors:',
        ...listed(errors.map(message)),
    ];
    return findings_alert('WARNING', lines);
}
/** Resources for which no price was found, and which line of their bill. */
function unpriced(standing) {
    const lines = concerning(standing, resource => resource.components.filter(({ cost }) => !cost.complete));
    return lines.length === 0 ? '' : section('No price was found for', lines);
}
/** Resources whose cost depends on usage that nobody told. */
function usageBased(standing) {
    const lines = concerning(standing, resource => resource.components.filter(({ cost }) => cost.usage));
    if (lines.length === 0)
        return '';
    const hint = 'These cost what they are used, which comes on top; a `usage-file` can tell how much that is.';
    return fold(`${count(lines.length, 'resource')} with costs that depend on usage`, [
        hint,
        '',
        ...listed(lines),
    ]);
}
/** What else there is to know: warnings, and types of resources without prices. */
function remarks({ projects }) {
    const types = projects.flatMap(({ unsupported }) => Object.entries(unsupported));
    const lines = [
        ...projects.flatMap(({ warnings }) => warnings.map(message)),
        ...types.map(([type, number]) => `${number} × ${(0,markdown_text/* codeSpan */.SS)(type)}: Infracost does not know this type`),
    ];
    return lines.length === 0 ? '' : fold('Not in these figures, and warnings', listed([...new Set(lines)]));
}
/** Something that can be unfolded. */
function fold(title, lines) {
    return `<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
function concerning({ projects }, parts) {
    return projects
        .flatMap(({ now }) => now.resources)
        .sort((a, b) => compare(b.cost.known, a.cost.known) || (a.address < b.address ? -1 : 1))
        .flatMap(resource => {
        const names = parts(resource).map(({ name }) => (0,markdown_text/* codeSpan */.SS)(name));
        return names.length === 0 ? [] : [`${(0,markdown_text/* codeSpan */.SS)(resource.address)}: ${names.join(', ')}`];
    });
}
function section(title, lines) {
    return [`**${title}**`, '', ...listed(lines)].join('\n');
}
function listed(lines) {
    const rest = lines.length - MOST_LINES;
    return [
        ...lines.slice(0, MOST_LINES).map(line => `- ${line}`),
        ...(rest > 0 ? [`- … and ${rest} more`] : []),
    ];
}
function findings_alert(kind, lines) {
    return [`> [!${kind}]`, ...lines.map(line => `> ${line}`)].join('\n');
}
// In code, for a message may hold anything that was in the configuration.
function message(text) {
    return (0,markdown_text/* codeSpan */.SS)(text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text);
}
function upperFirst(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/js/toolkit/cost/notes.js



const PER = '/month';
/**
 * Short Markdown by resource address, to show beside a planned resource: `+$7.59/month` where its cost changes,
 * `$7.59/month` where it stays, `depends on usage`, `cost unknown`. Nothing for what is free.
 * @param currency of the report that the project is from.
 */
function costNotes(project, currency) {
    const changes = resourceChanges(project).map(({ address, change }) => [address, worded(changeWords(change, currency, PER))]);
    const standing = project.now.resources
        .filter(({ cost }) => !isFree(cost))
        .map(({ address, cost }) => [address, worded(costWords(cost, currency, PER))]);
    return new Map([...standing, ...changes]);
}
function worded(words) {
    return words === 'unknown' ? 'cost unknown' : words;
}
function isFree({ known, complete, usage }) {
    return complete && !usage && signOf(known) === 0;
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/tables.js





/** How many resources the first table has; the rest is folded away. */
const MOST_ROWS = 10;
const LONGEST_NAME = 200;
/** What changed most, as a table; further ones in a second table. Empty where nothing changed. */
function changeTables(standing, currency) {
    const rows = labelled(standing, resourceChanges);
    const line = ({ label, item: { past, now, change } }) => [
        cell(label),
        past ? costWords(past.cost, currency) : '–',
        now ? costWords(now.cost, currency) : '–',
        `**${changeWords(change, currency)}**`,
    ];
    return split(rows).map(part => table(['resource', '>before', '>after', '>change'], part.map(line)));
}
/** What costs most, where there is nothing to compare with. */
function costTables(standing, currency) {
    const rows = labelled(standing, ({ now }) => now.resources)
        .filter(({ item }) => item.components.length > 0)
        .sort((a, b) => compare(b.item.cost.known, a.item.cost.known));
    const line = ({ label, item }) => [cell(label), `**${costWords(item.cost, currency)}**`];
    return split(rows).map(part => table(['resource', '>monthly cost'], part.map(line)));
}
/** The lines of the bill of every resource that changed, or of all where there is nothing to compare with. */
function componentTable(standing, currency) {
    const resources = standing.change === undefined
        ? labelled(standing, ({ now }) => now.resources)
        : labelled(standing, project => resourceChanges(project).flatMap(({ now }) => now ?? []));
    const lines = resources.flatMap(({ label, item }) => item.components.map(component => [
        cell(label),
        cell(component.name),
        quantity(component),
        component.price ? formatMoney(component.price, currency) : 'not found',
        costWords(component.cost, currency),
    ]));
    return lines.length === 0
        ? ''
        : table(['resource', 'component', '>quantity a month', '>price', '>cost'], lines);
}
/** The root modules side by side, the dearest change first. */
function rootsTable(roots, total, currency) {
    const words = ({ now, past, change }) => [
        past ? costWords(past, currency) : '–',
        costWords(now, currency),
        change ? changeWords(change, currency) : '–',
    ];
    const rows = roots.map(root => [cell(root.directory ?? ''), ...words(root)]);
    return table(['root module', '>before', '>after', '>change'], [...rows, ['**together**', ...words(total).map(text => `**${text}**`)]]);
}
function labelled({ projects }, items) {
    return projects.flatMap(project => {
        const of = projects.length > 1 ? ` (${project.workspace ?? project.name})` : '';
        return items(project).map(item => ({ label: `${item.address}${of}`, item }));
    });
}
function split(rows) {
    return [rows.slice(0, MOST_ROWS), rows.slice(MOST_ROWS)].filter(part => part.length > 0);
}
/** A head cell that begins with `>` aligns its column to the right. */
function table(head, rows) {
    return [
        line(head.map(name => name.replace('>', ''))),
        line(head.map(name => (name.startsWith('>') ? '---:' : '---'))),
        ...rows.map(line),
    ].join('\n');
}
function line(cells) {
    return `| ${cells.join(' | ')} |`;
}
function cell(text) {
    return (0,markdown_text/* codeCell */.MZ)(text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text);
}
function quantity({ quantity, unit, cost }) {
    return quantity === undefined
        ? cost.usage
            ? 'depends on usage'
            : '–'
        : `${amount(quantity)} ${cell(unit)}`;
}
function amount(quantity) {
    return toText(quantity).replace(/^-?\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/section.js






/** The sections of a step: the total first, where there is more than one root module. */
function sectionsOf(total, roots, told) {
    const [only] = roots;
    if (roots.length === 1 && only)
        return [rootSection(only, told, told.verdicts)];
    const of = (directory) => told.verdicts.filter(({ limit }) => limit.directory === directory);
    return [
        totalSection(total, roots, told, of(undefined)),
        ...roots.map(root => rootSection(root, told, of(root.directory))),
    ];
}
function rootSection(root, told, verdicts) {
    const notes = root.projects.flatMap(project => [...costNotes(project, told.currency)]);
    return {
        action: 'infracost',
        directory: root.directory ?? '.',
        heading: `Cost: ${headline(root, told.currency)}`,
        overview: headline(root, told.currency),
        blocks: [...alerts(verdicts, root, told), ...details(root, told.currency)],
        notes: Object.fromEntries(notes),
    };
}
function totalSection(total, roots, told, verdicts) {
    return {
        // An action of its own, for the root of the workspace may be a root module too.
        action: 'infracost-total',
        directory: '.',
        heading: `Cost of ${count(roots.length, 'root module')}: ${headline(total, told.currency)}`,
        overview: headline(total, told.currency),
        blocks: [
            ...alerts(verdicts, undefined, told),
            { priority: 1, markdown: rootsTable(roots, total, told.currency) },
        ],
    };
}
/** `$1,303.28/month, −$742.64 (−36.3%)`. */
function headline(standing, currency) {
    const now = costWords(standing.now, currency, '/month');
    const { change, past } = standing;
    if (change === undefined || past === undefined)
        return now;
    if (signOf(change.known) === 0 && change.complete)
        return `${now}, ${change.usage ? 'usage differs' : 'unchanged'}`;
    const percent = percentChange(standing, 1);
    const isNew = change.complete && past.complete && signOf(past.known) === 0;
    const relation = percent ? ` (${signed(toText(percent))}%)` : isNew ? ' (new)' : '';
    const words = changeWords(change, currency);
    return `${now}, ${words === 'unknown' ? 'change unknown' : words}${relation}`;
}
/** All blocks of sections, for the job summary and the Markdown output. */
function sectionsMarkdown(sections, level) {
    const marks = '#'.repeat(level);
    return sections
        .map(({ heading, directory, blocks }) => {
        const of = sections.length > 1 && directory !== '.' ? `\`${directory}\`: ` : '';
        return [`${marks} ${of}${heading}`, ...blocks.map(({ markdown }) => markdown)].join('\n\n');
    })
        .join('\n\n');
}
function alerts(verdicts, root, told) {
    const texts = [verdictAlert(verdicts, told.currency, told.fails), root ? errorAlert(root) : ''];
    return texts.filter(text => text !== '').map(markdown => ({ priority: 0, markdown }));
}
function details(root, currency) {
    const [first = '', rest = ''] = root.change ? changeTables(root, currency) : costTables(root, currency);
    const more = rest === '' ? '' : fold('More resources', [rest]);
    const components = componentTable(root, currency);
    const blocks = [
        { priority: 1, markdown: first },
        { priority: 1, markdown: unpriced(root) },
        { priority: 3, markdown: more, counts: { 'resources with a cost': rest.split('\n').length - 2 } },
        { priority: 4, markdown: usageBased(root) },
        { priority: 5, markdown: components === '' ? '' : fold('What the cost is made of', [components]) },
        { priority: 4, markdown: remarks(root) },
    ];
    return blocks.filter(({ markdown }) => markdown !== '');
}
function signed(percent) {
    return percent.startsWith('-') ? percent.replace('-', '−') : `+${percent}`;
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/verdict.js

/** Judges every limit that names a root module of this step, or the total. */
function judge(limits, total, roots) {
    return ['monthly', 'increase', 'percent'].flatMap(kind => limits[kind].flatMap(limit => {
        const standing = limit.directory === undefined ? total : roots.find(({ directory }) => directory === limit.directory);
        return standing ? [{ kind, limit, standing, state: stateOf(kind, limit.amount, standing) }] : [];
    }));
}
/** Directories that limits name and this step does not price. */
function strangers(limits, roots) {
    const known = new Set(roots.map(({ directory }) => directory));
    const named = Object.values(limits).flatMap((list) => list.map(({ directory }) => directory));
    return [...new Set(named.filter(name => name !== undefined && !known.has(name)))];
}
function stateOf(kind, limit, { now, past, change }) {
    if (kind === 'monthly')
        return bounded(now, true, limit);
    if (change === undefined || past === undefined)
        return 'not-applicable';
    if (kind === 'increase')
        return bounded(change, change.atLeast, limit);
    return percentState(limit, past, change);
}
/** An amount that is at least so much can be over a limit for certain, but never within it. */
function bounded(cost, atLeast, limit) {
    const over = compare(cost.known, limit) > 0;
    if (cost.complete)
        return over ? 'over' : 'within';
    return over && atLeast ? 'over' : 'unknown';
}
// Compared crosswise, so that nothing is rounded: change / past > limit / 100.
function percentState(limit, past, change) {
    if (!past.complete)
        return 'unknown';
    if (signOf(past.known) === 0)
        return change.complete ? 'not-applicable' : 'unknown';
    const hundredfold = multiply(change.known, { units: 100n, scale: 0 });
    return bounded({ ...change, known: hundredfold }, change.atLeast, multiply(limit, past.known));
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/outcome.js








/** Judges the costs and tells the log, the files, the outputs and the job summary. */
async function reportOf({ report, failure }, inputs, world) {
    const { currency } = report;
    const [total, roots] = [totalStanding(report), standings(report)];
    const limits = limitsOf(inputs);
    const verdicts = judge(limits, total, roots);
    const fails = inputs['on-over-budget'] === 'fail';
    const sections = sectionsOf(total, roots, { currency, verdicts, fails });
    const markdown = sectionsMarkdown(sections, 3);
    world.log.info(`Cost: ${headline(total, currency)}`);
    for (const name of strangers(limits, roots))
        world.log.warning(`a limit names '${name}', which is not priced here; this step has ${names(roots)}`);
    const broken = tellVerdicts(verdicts, currency, world.log, fails);
    const percent = percentChange(total, 2);
    const failures = [failure, fails && broken.length > 0 ? broken.join('; ') : undefined];
    const reason = failures.filter(text => text !== undefined).join('; ');
    return {
        outputs: {
            'monthly-cost': exact(total.now),
            'monthly-diff': total.change && exact(total.change),
            percent: percent && toFixed(percent),
            currency,
            'over-budget': overBudget(verdicts),
            json: await keep(world, 'infracost.json', writeCosts(report)),
            markdown: await keep(world, 'infracost.md', markdown),
            'comment-url': undefined,
        },
        summary: markdown,
        ...(reason !== '' && { failure: reason }),
    };
}
function limitsOf(inputs) {
    return {
        monthly: inputs['budget-monthly'],
        increase: inputs['max-increase'],
        percent: inputs['max-increase-percent'],
    };
}
function tellVerdicts(verdicts, currency, log, fails) {
    const sentences = (wanted) => verdicts.filter(({ state }) => wanted.includes(state)).map(verdict => verdictSentence(verdict, currency));
    for (const sentence of sentences(['within', 'not-applicable']))
        log.info(sentence);
    const broken = sentences(['over', 'unknown']);
    if (!fails)
        for (const sentence of broken)
            log.warning(sentence);
    return broken;
}
function overBudget(verdicts) {
    const states = new Set(verdicts.map(({ state }) => state));
    return states.has('over') ? 'true' : states.has('unknown') ? 'unknown' : 'false';
}
/** A number that is not the whole truth is no number to calculate with. */
function exact(cost) {
    return cost.complete ? toText(cost.known) : undefined;
}
async function keep(world, name, content) {
    const path = (0,external_node_path_.join)(await world.jobFolder(), name);
    await (0,promises_.writeFile)(path, content, { mode: 0o600 });
    return path;
}
function names(roots) {
    return roots.map(({ directory }) => `'${directory}'`).join(', ');
}

// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
;// CONCATENATED MODULE: ./build/js/toolkit/cost/baseline.js

const nothing = { total: addCosts([]), resources: [] };
/**
 * The report with the present of another one as its past. Projects belong together by directory, workspace and name,
 * or by directory and workspace where there is one such on either side. What is only there now is new; what is only
 * in the baseline is gone. An error on either side makes the difference unknown.
 */
function against(report, baseline) {
    const left = new Set(baseline.projects);
    const matched = report.projects.map(project => {
        const before = counterpart(project, report.projects, [...left]);
        if (before !== undefined)
            left.delete(before);
        return withPast(project, before);
    });
    return { ...report, projects: [...matched, ...[...left].map(removed)] };
}
function counterpart(project, all, candidates) {
    const same = (other) => other.directory === project.directory && other.workspace === project.workspace;
    const places = candidates.filter(same);
    const named = places.find(({ name }) => name === project.name);
    return named ?? (places.length === 1 && all.filter(same).length === 1 ? places[0] : undefined);
}
function withPast(project, before) {
    if (before === undefined)
        return { ...project, past: nothing };
    const errors = before.errors.map(error => `in the baseline: ${error}`);
    return { ...project, past: before.now, errors: [...project.errors, ...errors] };
}
function removed(before) {
    const gone = before.errors.length === 0 ? nothing : { ...nothing, total: unknownCost };
    return { ...before, now: gone, past: before.now, warnings: [] };
}

;// CONCATENATED MODULE: ./build/js/toolkit/cost/directory.js

/**
 * The root module that a project of Infracost stands for. For a directory it is that directory. For a plan inside of
 * the workspace it is the folder that the plan lies in; for one elsewhere, as terraform-plan-comment writes them, the
 * file's name is the URI-encoded directory.
 */
function directoryOf({ path = '', type = '', vcsSubPath = '' }) {
    const file = type === '' ? path.endsWith('.json') : /_(json|binary)$/.test(type);
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
    const broken = errors.length > 0;
    const now = project.breakdown ? readBreakdown(project.breakdown, broken) : undefined;
    const hasPast = compared || !PRICED_AS_CODE.has(metadata.type ?? '');
    return {
        name: project.displayName || project.name || metadata.path || '',
        directory: directoryOf(metadata),
        workspace: metadata.terraformWorkspace === 'default' ? undefined : metadata.terraformWorkspace || undefined,
        now: now ?? { total: broken ? unknownCost : addCosts([]), resources: [] },
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
    const parts = addCosts(resources.map(({ cost }) => cost));
    const told = infracost_v0_amount(breakdown.totalMonthlyCost);
    return {
        resources,
        total: { ...parts, known: told ?? parts.known, complete: parts.complete && !broken },
    };
}
function readResource(resource) {
    const components = componentsOf(resource, '');
    const parts = addCosts(components.map(({ cost }) => cost));
    return {
        address: resource.name ?? '',
        type: resource.resourceType ?? '',
        cost: { ...parts, known: infracost_v0_amount(resource.monthlyCost) ?? parts.known },
        components,
    };
}
function componentsOf(resource, prefix) {
    return [
        ...(resource.costComponents ?? []).map(component => readComponent(component, prefix)),
        ...(resource.subresources ?? []).flatMap(inner => componentsOf(inner, `${prefix}${inner.name ?? ''} › `)),
    ];
}
function readComponent(component, prefix) {
    return {
        name: `${prefix}${component.name ?? ''}`,
        unit: component.unit ?? '',
        quantity: infracost_v0_amount(component.monthlyQuantity),
        price: component.priceNotFound ? undefined : infracost_v0_amount(component.price),
        cost: costOf(component),
    };
}
/** Where no price was found, Infracost writes a price and a cost of 0. Where the usage is not told, the cost is null. */
function costOf(component) {
    const told = infracost_v0_amount(component.monthlyCost);
    const quantity = infracost_v0_amount(component.monthlyQuantity);
    const nothing = quantity !== undefined && signOf(quantity) === 0;
    return {
        known: told ?? zero,
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
/** @throws UserError where it is no decimal: a number outside of quotes has been through a float already. */
function infracost_v0_amount(value) {
    if (value === null || value === undefined || value === '')
        return undefined;
    const read = typeof value === 'string' ? parseDecimal(value) : undefined;
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
    const parts = addCosts(resources.map(({ cost }) => cost));
    return {
        name: project.project_name || project.path || '',
        directory: directoryOf(project.path === undefined ? {} : { path: project.path }),
        workspace: undefined,
        now: { resources, total: { ...parts, complete: parts.complete && errors.length === 0 } },
        past: undefined,
        errors,
        warnings: diagnostics.filter(({ severity }) => severity === 'warning').map(sentence),
        unsupported: infracost_v2_countUnsupported(project.resources ?? []),
    };
}
function infracost_v2_readResource(resource) {
    const components = infracost_v2_componentsOf(resource, '');
    return {
        address: resource.name ?? '',
        type: resource.type ?? '',
        cost: addCosts(components.map(({ cost }) => cost)),
        components,
    };
}
function infracost_v2_componentsOf(resource, prefix) {
    return [
        ...(resource.cost_components ?? []).map(component => infracost_v2_readComponent(component, prefix)),
        ...(resource.subresources ?? []).flatMap(inner => infracost_v2_componentsOf(inner, `${prefix}${inner.name ?? ''} › `)),
    ];
}
function infracost_v2_readComponent(component, prefix) {
    const told = infracost_v0_amount(component.total_monthly_cost);
    const price = infracost_v0_amount(component.price);
    return {
        name: `${prefix}${component.name ?? ''}`,
        unit: component.unit ?? '',
        quantity: infracost_v0_amount(component.quantity),
        price,
        cost: { ...addCosts([]), ...(told && { known: told }), complete: told !== undefined },
    };
}
function infracost_v2_countUnsupported(resources) {
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
        throw thrown instanceof errors/* UserError */.yo ? new errors/* UserError */.yo(`'${name}': ${thrown.message}`) : thrown;
    }
}
function parsed(text, name) {
    let root;
    try {
        root = JSON.parse(text);
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

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/priced.js




/** @throws UserError where the inputs do not fit together or files cannot be read. */
async function priced(inputs, world) {
    const report = await fromFiles(inputs.json, world);
    if (inputs.baseline === undefined)
        return { report };
    const baseline = await readCosts((0,external_node_path_.resolve)(world.context.workspace, inputs.baseline));
    return { report: against(report, sameCurrency(baseline, report.currency, inputs.baseline)) };
}
async function fromFiles(paths, { context }) {
    const reports = await Promise.all(paths.map(path => readCosts((0,external_node_path_.resolve)(context.workspace, path))));
    const [first] = reports;
    if (first === undefined)
        throw new errors/* UserError */.yo("give 'json'");
    const projects = reports.flatMap((report, index) => sameCurrency(report, first.currency, paths[index] ?? '').projects);
    return { currency: first.currency, projects };
}
function sameCurrency(report, currency, path) {
    if (report.currency === currency)
        return report;
    throw new errors/* UserError */.yo(`'${path}' is in ${report.currency} and the rest in ${currency}; make all with the same 'currency'`);
}

// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/js/toolkit/action/spec.js
var spec = __webpack_require__(9387);
;// CONCATENATED MODULE: ./build/js/actions/infracost/src/limits.js

/**
 * A line of `budget-monthly` or `max-increase`: `500` or `infra/ec2=120.50`.
 * @throws Error that says what to write.
 */
function parseLimit(line) {
    return parse(line, /^\d+(\.\d+)?$/, 'an amount without a currency sign, such as 500 or 120.50');
}
/**
 * A line of `max-increase-percent`: `20`, `20%` or `infra/ec2=7.5`.
 * @throws Error that says what to write.
 */
function parsePercentLimit(line) {
    return parse(line, /^\d+(\.\d+)?\s*%?$/, 'a percentage, such as 20');
}
function parse(line, shape, expected) {
    const at = line.lastIndexOf('=');
    const directory = line.slice(0, Math.max(at, 0)).trim();
    const value = line.slice(at + 1).trim();
    const amount = shape.test(value) ? parseDecimal(value.replace(/\s*%$/, '')) : undefined;
    if (amount === undefined || (at >= 0 && directory === ''))
        throw new Error(`write ${expected}, or directory=${expected.includes('percent') ? '20' : '500'}`);
    return { directory: at < 0 ? undefined : tidyDirectory(directory), amount };
}
/** `./infra/ec2/` is `infra/ec2`; the root is `.`. */
function tidyDirectory(given) {
    const path = given
        .replace(/\\/g, '/')
        .replace(/^(\.\/+)+/, '')
        .replace(/\/+$/, '');
    return path === '' ? '.' : path;
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/spec.js



const inputs = (0,fields/* defineInputs */.pf)({
    directories: (0,fields/* lines */.Mn)({
        description: 'Root modules to price from their code, one a line, relative to the workspace; default: `.`, where neither `plan-json` nor `json` is given. Code alone knows no past: give `baseline` to see the difference.',
    }),
    'plan-json': (0,fields/* lines */.Mn)({
        description: 'Plans to price, one a line: the `plan-json` output of terraform-plan-comment, or lines `directory=path` of `terraform show -json` files. A plan knows the past by itself.',
    }),
    json: (0,fields/* lines */.Mn)({
        description: 'Ready JSON files of Infracost to report, one a line, instead of running it: of `infracost breakdown`, `diff` or `output` (v0.10), or of `infracost scan --json` (v2).',
    }),
    baseline: (0,fields/* text */.Qq)({
        description: 'What to compare with: a JSON file of Infracost (such as the `json` output of a run on the base branch), or a folder with a checkout of the base branch, in which the same `directories` are priced.',
    }),
    'usage-file': (0,fields/* text */.Qq)({
        description: "Infracost's usage file, with what it cannot see in code: requests, traffic, stored bytes.",
    }),
    'var-files': (0,fields/* lines */.Mn)({
        description: 'Terraform variable files for `directories`, one a line, relative to the workspace.',
    }),
    'api-key': (0,fields/* secret */.rJ)({
        description: "Infracost's API key, free at https://dashboard.infracost.io; default: the variable INFRACOST_API_KEY. Not needed for `json`.",
    }),
    currency: (0,fields/* text */.Qq)({
        description: 'The currency to price in, by its ISO 4217 code, such as `EUR`; default: `USD`.',
    }),
    version: (0,fields/* text */.Qq)({
        description: 'The version of Infracost to run, v0.10.x; default: the one on PATH where it is v0.10, else v0.10.45. What is not there is downloaded from its GitHub release, and its checksum verified.',
    }),
    'budget-monthly': (0,fields/* list */.p_)({
        description: 'The most that may be paid a month, in `currency`: an amount for all root modules of this step together, or lines `directory=amount`.',
    }, parseLimit),
    'max-increase': (0,fields/* list */.p_)({ description: 'The most that the monthly cost may grow: an amount, or lines `directory=amount`.' }, parseLimit),
    'max-increase-percent': (0,fields/* list */.p_)({
        description: 'The most that the monthly cost may grow, in percent of what it was: a number, or lines `directory=number`. What was free before has no percentage; use `max-increase` too.',
    }, parsePercentLimit),
    'on-over-budget': (0,fields/* choice */.Yq)({
        description: 'What to do where a limit is broken, or cannot be checked because a cost is unknown: `warn`, or `fail` the step.',
        words: ['warn', 'fail'],
        default: 'warn',
    }),
});
/** The contract of infracost. */
const spec_spec = (0,spec/* defineAction */.Q)({
    name: 'infracost',
    title: 'Infracost',
    description: 'Show what a Terraform change costs a month in the pull request, beside each resource, and hold it to a budget.',
    branding: { icon: 'dollar-sign', color: 'green' },
    inputs,
    outputs: {
        'monthly-cost': {
            description: 'The monthly cost of all root modules together, an exact decimal without its currency, usage that is not told left out; empty where it is not wholly known.',
        },
        'monthly-diff': {
            description: 'How much that is more than before (`-742.64` where it is less); empty where it is not wholly known, or nothing is known about before.',
        },
        percent: {
            description: 'The same in percent of what it was, with two decimals; empty where it was nothing, too.',
        },
        currency: { description: 'The currency of these amounts, by its ISO 4217 code.' },
        'over-budget': {
            description: '`true` where a limit is broken, `unknown` where one cannot be checked because a cost is unknown, else `false`.',
        },
        json: {
            description: "The path of the costs as Infracost's JSON (0.2), all root modules in one; the input `cost` of terraform-plan-comment and `baseline` of this action take it. Gone after the job.",
        },
        markdown: { description: 'The path of the report in Markdown. Gone after the job.' },
        'comment-url': { description: 'The pull-request comment; empty where none was written.' },
    },
});

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/main.js




const main = () => (0,run/* run */.e)(spec_spec, infracost);
const post = run/* cleanUp */.n;
/** Prices root modules, or reads what they cost, judges it and tells. */
async function infracost(inputs, world) {
    return reportOf(await priced(inputs, world), inputs, world);
}


/***/ }),

/***/ 334:
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


/***/ })

};
