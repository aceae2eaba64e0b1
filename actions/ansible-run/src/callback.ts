/**
 * A callback plugin of Ansible (ansible-core 2.14 and newer) that writes what happens to the file that
 * GITOPS_ACTIONS_RESULTS names, one JSON object a line: see events.ts for their form. It says nothing itself, so that
 * the log stays as it is. What `no_log` hides, Ansible hides from plugins too; what it left is dropped here again.
 */
export const CALLBACK = String.raw`"""Writes the events of a play as JSON, one object a line."""
from __future__ import annotations

import difflib
import json
import os
import time

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: gitops_actions_results
type: notification
short_description: Writes the events of a play as JSON, one object a line
description:
  - Writes to the file that the variable GITOPS_ACTIONS_RESULTS names.
"""

LONGEST_TEXT = 4000
LONGEST_DIFF = 200000


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "notification"
    CALLBACK_NAME = "gitops_actions_results"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        path = os.environ.get("GITOPS_ACTIONS_RESULTS")
        if path is None:
            self.disabled = True
            return
        self._file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8")
        self._began = {}

    def _write(self, event, **fields):
        line = json.dumps({"event": event, "at": time.time(), **fields}, default=str)
        # A lone surrogate, from bytes that are no UTF-8, cannot be written as it is: json.dumps has escaped it.
        self._file.write(line + "\n")
        self._file.flush()

    def v2_playbook_on_play_start(self, play):
        hosts = play.hosts if isinstance(play.hosts, list) else [play.hosts]
        self._write("play", play=str(play.get_name()), hosts=",".join(map(str, hosts)))

    def v2_playbook_on_task_start(self, task, is_conditional):
        self._task(task, False)

    def v2_playbook_on_cleanup_task_start(self, task):
        self._task(task, False)

    def v2_playbook_on_handler_task_start(self, task):
        self._task(task, True)

    def _task(self, task, handler):
        self._write(
            "task",
            task=str(task._uuid),
            name=str(task.get_name()),
            action=str(task.action),
            path=str(task.get_path() or ""),
            handler=handler,
            fatal=bool(task.any_errors_fatal or task.run_once),
        )

    def v2_runner_on_start(self, host, task):
        self._began[(host.get_name(), str(task._uuid))] = time.time()

    def v2_runner_on_ok(self, result):
        self._result(result, "ok")

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self._result(result, "failed", ignored=bool(ignore_errors))

    def v2_runner_on_unreachable(self, result):
        self._result(result, "unreachable")

    def v2_runner_on_skipped(self, result):
        self._result(result, "skipped")

    def v2_playbook_on_no_hosts_matched(self):
        self._write("no_hosts")

    def v2_playbook_on_stats(self, stats):
        names = ("ok", "changed", "failures", "dark", "skipped", "rescued", "ignored")
        counts = {name: getattr(stats, name, {}) for name in names}
        self._write(
            "stats",
            hosts={
                host: {("unreachable" if name == "dark" else name): counts[name].get(host, 0) for name in names}
                for host in sorted(stats.processed)
            },
        )

    def _result(self, result, status, ignored=False):
        host = (getattr(result, "host", None) or result._host).get_name()
        task = getattr(result, "task", None) or result._task
        data = getattr(result, "result", None)
        data = result._result if data is None else data
        uuid = str(task._uuid)
        began = self._began.pop((host, uuid), None)
        hidden = "censored" in data or bool(data.get("_ansible_no_log")) or task.no_log is True
        event = {
            "task": uuid,
            "host": host,
            "status": status,
            # As in the recap: what failed for good counts as nothing else.
            "changed": bool(data.get("changed")) and (status == "ok" or ignored),
            "ignored": ignored,
            "seconds": None if began is None else time.time() - began,
            "censored": hidden,
        }
        if status in ("failed", "unreachable"):
            event["ignored"] = ignored or bool(task.ignore_unreachable and status == "unreachable")
            if not hidden:
                event.update(self._told(data))
        if event["changed"] and not hidden:
            event["diff"] = self._diffs(data)
        self._write("result", **event)

    def _told(self, data):
        """What a failed result says; of a loop, what its failed items say."""
        told = {key: self._short(data[key]) for key in ("msg", "stdout", "stderr", "reason") if data.get(key)}
        # Of a module that broke down, what its program said.
        for key in ("stdout", "stderr"):
            if key not in told and data.get("module_" + key):
                told[key] = self._short(data["module_" + key])
        if "rc" in data:
            told["rc"] = data["rc"]
        items = [item for item in data.get("results") or [] if isinstance(item, dict) and item.get("failed")]
        shown = [item for item in items if "censored" not in item and not item.get("_ansible_no_log")]
        broken = data.get("failed_modules")
        if isinstance(broken, dict):
            # Of the facts, which several modules gather.
            for module in list(broken.values())[:1]:
                told.update(self._told(module))
        if shown:
            told["items"] = [
                {"item": self._short(item.get("_ansible_item_label", item.get("item", ""))), **self._told(item)}
                for item in shown[:5]
            ]
        return told

    def _short(self, value):
        text = value if isinstance(value, str) else json.dumps(value, default=str)
        # The end of what a program says tells why it failed.
        return text if len(text) <= LONGEST_TEXT else "..." + text[-LONGEST_TEXT:]

    def _diffs(self, data):
        results = data["results"] if isinstance(data.get("results"), list) else [data]
        diffs = []
        for one in results:
            if not isinstance(one, dict) or "censored" in one or one.get("_ansible_no_log"):
                continue
            if not one.get("diff") or not one.get("changed"):
                continue
            found = one["diff"] if isinstance(one["diff"], list) else [one["diff"]]
            diffs.extend(text for text in map(self._diff, found) if text)
        return diffs

    def _diff(self, diff):
        if not isinstance(diff, dict):
            return ""
        if diff.get("prepared"):
            text = str(diff["prepared"])
        elif diff.get("dst_binary") or diff.get("src_binary"):
            text = "binary content differs\n"
        elif diff.get("dst_larger") or diff.get("src_larger"):
            text = "too large for Ansible to show (max_diff_size)\n"
        elif "before" in diff or "after" in diff:
            before, after = self._lines(diff.get("before")), self._lines(diff.get("after"))
            names = [str(diff.get(key) or "") for key in ("before_header", "after_header")]
            text = "".join(
                line if line.endswith("\n") else line + "\n"
                for line in difflib.unified_diff(before, after, "before: " + names[0], "after: " + names[1])
            )
        else:
            return ""
        return text if len(text) <= LONGEST_DIFF else text[:LONGEST_DIFF] + "\n... the rest is too long\n"

    def _lines(self, value):
        if value is None:
            return []
        text = value if isinstance(value, str) else json.dumps(value, indent=4, sort_keys=True, default=str) + "\n"
        return text.splitlines(True)
`
