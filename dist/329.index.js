export const id = 329;
export const ids = [329];
export const modules = {

/***/ 6405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ explainAws),
/* harmony export */   r: () => (/* binding */ clientSettings)
/* harmony export */ });
/* harmony import */ var _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3055);

/** The settings of a client: hangs end, and HTTPS_PROXY and NO_PROXY hold (the SDK by itself knows no proxies). */
async function clientSettings(region, { env }) {
    const [{ Agent: HttpAgent }, { Agent: HttpsAgent }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)),
    ]);
    return {
        region,
        maxAttempts: 4,
        requestHandler: {
            connectionTimeout: 5_000,
            requestTimeout: 15_000,
            throwOnRequestTimeout: true,
            httpAgent: new HttpAgent({ keepAlive: true, proxyEnv: env }),
            httpsAgent: new HttpsAgent({ keepAlive: true, proxyEnv: env }),
        },
    };
}
/** What AWS or its SDK said, in words that help; a thing that is not theirs comes back as it is. */
function explainAws(thrown, doing, permission) {
    if (!(thrown instanceof Error) || thrown instanceof _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return thrown;
    if (/CredentialsProvider|CredentialsError|Could not load credentials/.test(`${thrown.name} ${thrown.message}`))
        return new _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cannot ${doing}: there are no AWS credentials; run aws-actions/configure-aws-credentials in an earlier step`);
    if (/^(AccessDenied|UnauthorizedOperation|NotAuthorized)/.test(thrown.name))
        return new _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cannot ${doing}: AWS refused it; the role of this job needs ${permission}. AWS says: ${thrown.message}`);
    if (/^(ExpiredToken|UnrecognizedClient|InvalidSignature|InvalidClientToken)/.test(thrown.name))
        return new _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cannot ${doing}: AWS does not accept the credentials of this job: ${thrown.message}`);
    if ('$metadata' in thrown || 'code' in thrown || thrown.name === 'TimeoutError')
        return new _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cannot ${doing}: ${thrown.name}: ${thrown.message}`);
    return thrown;
}


/***/ }),

/***/ 2329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gate: () => (/* binding */ gate)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/js/actions/build-push/src/ecr/aws.js
var aws = __webpack_require__(6405);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/ecr/scan.js



/** From mild to bad. */
const SEVERITIES = ['low', 'medium', 'high', 'critical'];
const WAITING = ['IN_PROGRESS', 'PENDING'];
// Enhanced scanning never completes: it goes on for as long as it watches the image.
const DONE = ['COMPLETE', 'ACTIVE'];
/** Reads one answer of DescribeImageScanFindings. */
function scanState({ imageScanStatus, imageScanFindings }) {
    const status = imageScanStatus?.status ?? 'no status';
    const why = [status, imageScanStatus?.description].filter(Boolean).join(': ');
    if (WAITING.includes(status))
        return { state: 'waiting', why };
    if (!DONE.includes(status))
        return { state: 'impossible', why };
    const counts = isSummedUp(imageScanFindings)
        ? imageScanFindings.findingSeverityCounts
        : countEnhanced(imageScanFindings);
    const known = SEVERITIES.flatMap(severity => {
        const count = counts[severity.toUpperCase()] ?? 0;
        return count > 0 ? [[severity, count]] : [];
    });
    return { state: 'done', findings: Object.fromEntries(known) };
}
function isSummedUp(findings) {
    return Object.keys(findings?.findingSeverityCounts ?? {}).length > 0;
}
/**
 * One answer with the findings of all pages.
 * @param ask for one page, by the token that the page before it gave.
 */
async function readPages(ask) {
    const first = await ask(undefined);
    if (first.nextToken === undefined || isSummedUp(first.imageScanFindings))
        return first;
    const enhancedFindings = [...(first.imageScanFindings?.enhancedFindings ?? [])];
    for (let token = first.nextToken; token !== undefined;) {
        const { imageScanFindings, nextToken } = await ask(token);
        enhancedFindings.push(...(imageScanFindings?.enhancedFindings ?? []));
        token = nextToken;
    }
    return { ...first, imageScanFindings: { enhancedFindings } };
}
function countEnhanced(findings) {
    const counts = {};
    for (const { severity = 'UNDEFINED' } of findings?.enhancedFindings ?? [])
        counts[severity] = (counts[severity] ?? 0) + 1;
    return counts;
}
/** `2 high, 5 medium`; worst first. */
function findingsText(findings) {
    const texts = [...SEVERITIES]
        .reverse()
        .flatMap(severity => (findings[severity] ? [`${findings[severity]} ${severity}`] : []));
    return texts.length > 0 ? texts.join(', ') : 'nothing found';
}
/** Whether something was found that is as severe as `limit`, or worse. */
function isOver(findings, limit) {
    return SEVERITIES.slice(SEVERITIES.indexOf(limit)).some(severity => (findings[severity] ?? 0) > 0);
}
/** Sums up the findings of several scans. */
function addFindings(all) {
    return Object.fromEntries(SEVERITIES.map(severity => [severity, all.reduce((sum, one) => sum + (one[severity] ?? 0), 0)]).filter(([, count]) => count > 0));
}
/** Asks AWS; a scan (or image) that AWS does not know yet is one to wait for. */
async function scanAsker(target, world) {
    const { DescribeImageScanFindingsCommand, ECRClient } = await Promise.all(/* import() */[__webpack_require__.e(747), __webpack_require__.e(679)]).then(__webpack_require__.bind(__webpack_require__, 5060));
    const client = new ECRClient(await (0,aws/* clientSettings */.r)(target.region, world));
    return async (repositoryName, imageDigest) => {
        const image = { registryId: target.account, repositoryName, imageId: { imageDigest } };
        const ask = (nextToken) => client.send(new DescribeImageScanFindingsCommand({ ...image, nextToken }), {
            abortSignal: world.signal,
        });
        try {
            return scanState(await readPages(ask));
        }
        catch (thrown) {
            const { name } = thrown;
            if (name === 'ScanNotFoundException' || name === 'ImageNotFoundException')
                return { state: 'waiting', why: 'no scan has begun; is scan on push turned on for this repository?' };
            throw (0,aws/* explainAws */.B)(thrown, 'read the scan of an image', 'ecr:DescribeImageScanFindings');
        }
    };
}
/**
 * Waits for a scan to end. The SDK's own waiter is no help: it takes every error for "not yet".
 * @param patience milliseconds in all, and between two questions.
 * @throws UserError where there can be no result, or none came in time: an image that was not checked does not pass.
 */
async function awaitScan(ask, image, signal, patience = { total: 600_000, step: 3_000 }) {
    const end = performance.now() + patience.total;
    for (;;) {
        const found = await ask(image.path, image.digest);
        if (found.state === 'done')
            return found.findings;
        if (found.state === 'impossible')
            throw new errors/* UserError */.yo(`${image.ref} was pushed, but ECR cannot scan it (${found.why}); leave fail-on-severity out for such images`);
        if (performance.now() > end)
            throw new errors/* UserError */.yo(`${image.ref} was pushed, but ECR had no scan result after ${patience.total / 60_000} minutes: ${found.why}`);
        await (0,promises_.setTimeout)(patience.step, undefined, { signal });
    }
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/gate.js


/** Waits for the scans of images, and says which of them do not pass. An index is scanned image by image. */
async function gate(target, images, limit, world, patience) {
    const ask = await scanAsker(target, world);
    return Promise.all(images.map(async ({ image: { name, path, repository, tags }, parts }) => {
        const ref = `${repository}:${tags[0]}`;
        try {
            const scans = parts.map(digest => awaitScan(ask, { ref, path, digest }, world.signal, patience));
            const findings = addFindings(await Promise.all(scans));
            const text = findingsText(findings);
            const over = isOver(findings, limit);
            const failure = over
                ? `${ref} was pushed, but its scan found ${text}; fail-on-severity is '${limit}'`
                : undefined;
            return { name, text, failure };
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo))
                throw thrown;
            return { name, text: 'no result', failure: (0,errors/* messageOf */.bD)(thrown) };
        }
    }));
}


/***/ })

};
